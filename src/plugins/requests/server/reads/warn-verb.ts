import type { Core } from '@strapi/strapi';
import type { Answer } from '../acts/answer';
import { missingFile } from '../files/missing-file';
import { filesOf } from '../files/store';
import type { RequestRow } from '../store/rows';
import type { RequestVerb } from '../workflow/verbs';

/** Who writes the answer is asked, and who approves it, each with what she can do: after that nothing can be added. */
const ADVICE: Partial<Record<RequestVerb, string>> = {
  submit: '可以公开的内容没有全部写在答复里的，请先在“附件”里补上。',
  approve: '可以公开的内容没有全部写在答复里的，请退回补上。',
};

export type Warnings = Partial<Record<RequestVerb, string>>;

/** What is easily forgotten, by the verb before which it is to be confirmed. */
export async function warningsFor(
  strapi: Core.Strapi,
  { id, state }: RequestRow,
  answer: Answer | null,
): Promise<Warnings> {
  if (!answer || (state !== 'handling' && state !== 'reviewing')) return {};
  const files = await filesOf(strapi.db.connection, id);
  const text = missingFile(
    answer,
    files.filter(({ scan }) => scan !== 'infected').map(({ role }) => role),
  );
  return text
    ? Object.fromEntries(Object.entries(ADVICE).map(([verb, advice]) => [verb, `${text}${advice}`]))
    : {};
}
