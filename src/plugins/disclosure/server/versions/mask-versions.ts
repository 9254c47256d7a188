import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { inTransaction } from '../gate/transaction';
import { type Masking, maskValues } from '../privacy/mask-values';
import { fromJson } from '../read-model/json';
import type { Values } from '../types';
import { enteredContent } from './content';

/** Masks the numbers in the earlier texts of a working copy: what was masked must not live on in its history. */
export async function maskVersions(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  masking: Masking,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const numbers = await trx('draft_versions').where({ document_id: documentId }).select('version');
    for (const { version } of numbers) {
      const where = { document_id: documentId, version };
      // one at a time: texts may be long
      const row = await trx('draft_versions').where(where).first('content');
      const content = fromJson<Values>(row.content);
      const { data, count } = maskValues(type, enteredContent(type, content), masking);
      if (count === 0) continue;
      await trx('draft_versions')
        .where(where)
        .update({ content: JSON.stringify({ ...content, ...data }) });
    }
  });
}
