import type { Core } from '@strapi/strapi';
import type { Answer } from '../acts/answer';
import { missingFile } from '../files/missing-file';
import { filesOf } from '../files/store';
import type { RequestRow } from '../store/rows';
import type { RequestVerb } from '../workflow/verbs';

/** Who writes the answer is asked, and who approves it: after that nothing can be added. */
const VERBS: readonly RequestVerb[] = ['submit', 'approve'];

/** What is easily forgotten, with the verbs before which it is to be confirmed; null: nothing. */
export async function warningOf(
  strapi: Core.Strapi,
  { id, state }: RequestRow,
  answer: Answer | null,
): Promise<{ verbs: readonly RequestVerb[]; text: string } | null> {
  if (!answer || (state !== 'handling' && state !== 'reviewing')) return null;
  const files = await filesOf(strapi.db.connection, id);
  const text = missingFile(
    answer,
    files.filter(({ scan }) => scan !== 'infected').map(({ role }) => role),
  );
  return text ? { verbs: VERBS, text } : null;
}
