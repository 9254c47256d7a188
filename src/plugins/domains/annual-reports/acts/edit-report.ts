import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { perform } from '../../../disclosure/server/gate/perform';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Values } from '../../../disclosure/server/types';
import { REPORT } from '../common';
import type { beginSchema, saveSchema, submitSchema } from './inputs';

/** Begins the report of one's own department, or the district's; two people who begin at once make one. */
export async function beginReport(strapi: Core.Strapi, input: z.infer<typeof beginSchema>): Promise<string> {
  const { documentId } = await inTransaction(strapi, async (trx) => {
    await trx.raw(`select pg_advisory_xact_lock(hashtextextended('annual-reports', ?))`, [input.year]);
    return perform(strapi, { verb: 'create', uid: REPORT, data: input });
  });
  return documentId;
}

/** Saves what was written and entered; the numbers are counted anew. */
export async function saveReport(
  strapi: Core.Strapi,
  documentId: string,
  { expectedVersion, ...data }: z.infer<typeof saveSchema>,
): Promise<void> {
  await perform(strapi, {
    verb: 'edit',
    uid: REPORT,
    documentId,
    data: data as Values,
    input: { expectedVersion },
  });
}

/** Counts a last time and hands the report in: what it says then stays. */
export async function submitReport(
  strapi: Core.Strapi,
  documentId: string,
  { expectedVersion, personalDataReason }: z.infer<typeof submitSchema>,
): Promise<void> {
  await inTransaction(strapi, async () => {
    await perform(strapi, { verb: 'edit', uid: REPORT, documentId, data: {}, input: { expectedVersion } });
    await perform(strapi, { verb: 'submit', uid: REPORT, documentId, input: { personalDataReason } });
  });
}
