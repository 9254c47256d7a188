import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../../disclosure/server/types';
import type { TemplateText } from '../../../shared/notices';
import type { NoticeKindCode } from '../kinds';
import { standardTemplate } from '../standard';

type Reader = Transaction | Core.Strapi['db']['connection'];

/** A version of a template; `id` null: the one that the product brings, never edited. */
export type TemplateVersion = { id: string | null; isStandard: boolean; text: TemplateText };

type Row = { id: string; title: string | null; body: string | null; by_name: string; recorded_at: Date };

const textOf = (code: NoticeKindCode, { title, body }: Row): TemplateText =>
  title !== null && body !== null ? { title, body } : standardTemplate(code);

/** The version that notices are made of now. */
export async function templateInForce(reader: Reader, code: NoticeKindCode): Promise<TemplateVersion> {
  const row = (await reader('information_notice_templates')
    .where({ kind: code })
    .orderBy('id', 'desc')
    .first()) as Row | undefined;
  if (!row) return { id: null, isStandard: true, text: standardTemplate(code) };
  return { id: String(row.id), isStandard: row.title === null, text: textOf(code, row) };
}

/** Versions that are listed; older ones stay in the table. */
const LISTED = 50;

export async function versionsOf(reader: Reader, code: NoticeKindCode) {
  const rows = (await reader('information_notice_templates')
    .where({ kind: code })
    .orderBy('id', 'desc')
    .limit(LISTED)) as Row[];
  return rows.map((row) => ({
    id: String(row.id),
    by: row.by_name,
    at: row.recorded_at,
    isStandard: row.title === null,
    text: textOf(code, row),
  }));
}

/** Adds a version; null: the product's again. */
export async function addVersion(
  trx: Transaction,
  code: NoticeKindCode,
  text: TemplateText | null,
  byName: string,
): Promise<void> {
  await trx('information_notice_templates').insert({
    ...{ kind: code, title: text?.title ?? null, body: text?.body ?? null, by_name: byName },
  });
}
