import type { Core } from '@strapi/strapi';
import { requireType } from '../../../disclosure/server/domain/registry';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { nameUnstorable } from '../../../disclosure/server/gate/unstorable';
import type { DocumentUid } from '../../../disclosure/server/types';
import { convertRow } from '../mapping/convert';
import type { Lookups } from '../mapping/lookups';
import type { RowResult, SourceRow } from '../types';
import { enterDocument, type People } from './enter-document';
import { writeItem } from './items';
import type { Job } from './job';

export type RowWork = {
  job: Job;
  people: People;
  row: SourceRow;
  identity: { sourceId: string; sha256: string };
  lookups: Lookups;
};

/** Somebody else's import has made the same row meanwhile. */
class AlreadyThere extends Error {}

/**
 * Makes the document of a row and remembers it, in one transaction: all of it or nothing.
 * A refusal is the row's result; other errors (the database is gone) are thrown.
 */
export async function createRow(strapi: Core.Strapi, work: RowWork): Promise<RowResult> {
  const { job, people, row, identity, lookups } = work;
  const failed = (message: string): RowResult => ({ outcome: 'failed', documentId: null, message });
  const type = requireType(strapi, job.type);
  const { values, owner, problems } = await convertRow(type, job.mapping, row, lookups);
  const found = [...row.problems, ...problems];
  if (owner && owner !== job.department) found.push('责任部门不是本部门，谁公开、谁负责：请由该部门导入');
  if (found.length > 0) return failed(placeOf(row) + found.join('；'));
  try {
    const made = await inTransaction(strapi, async (trx) => {
      const documentId = await enterDocument(strapi, people, {
        uid: type.uid as DocumentUid,
        values,
        target: job.target,
      });
      const item = { line: row.line, outcome: 'created' as const, documentId };
      const written = await writeItem(trx, job, identity.sourceId, {
        ...item,
        sha256: identity.sha256,
        message: null,
      });
      if (!written) throw new AlreadyThere();
      return documentId;
    });
    return { outcome: 'created', documentId: made, message: null };
  } catch (failure) {
    if (failure instanceof AlreadyThere) return { outcome: 'unchanged', documentId: null, message: null };
    const error = nameUnstorable(failure);
    if (error instanceof DisclosureError) return failed(explain(error, work));
    throw error;
  }
}

/** A document of a folder is named by its file beside the message. */
const placeOf = ({ line, name }: SourceRow): string => (name === null ? `第${line}行：` : '');

type Issue = { field?: unknown; message?: unknown };

/** The refusal in words that name the row and, for each issue, the column it came from. */
function explain(error: DisclosureError, { job, row }: RowWork): string {
  const issues = ((error.details as { issues?: Issue[] }).issues ?? []).map(({ field, message }) => {
    const header = job.mapping.columns[String(field)];
    return header ? `“${header}”列：${message}` : String(message);
  });
  return placeOf(row) + (issues.length > 0 ? issues.join('；') : error.message);
}
