import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import type { Member } from '../../../disclosure/server/types';
import type { Paper, TemplateText, TemplateTold } from '../../shared/notices';
import { layOut } from './draft';
import { NOTICE_CODES, type NoticeKindCode, noticeKind, placeholdersOf } from './kinds';
import { placeholderOf } from './placeholders';
import { standardTemplate } from './standard';
import { addVersion, templateInForce, versionsOf } from './store/templates';
import { mistakesIn, sampleValues } from './template';

const line = (label: string) => z.string(`请填写${label}`).max(10_000, `${label}过长`);

export const templateSchema = z.strictObject({
  title: line('标题').transform((text) => text.normalize('NFC').trim()),
  body: line('正文').transform((text) =>
    text
      .normalize('NFC')
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n\t]/gu, '')
      .trim(),
  ),
});

export type TemplateListed = { kind: string; label: string; basis: string | null; isStandard: boolean };

export const listTemplates = (strapi: Core.Strapi): Promise<TemplateListed[]> =>
  Promise.all(
    NOTICE_CODES.map(async (kind) => {
      const { label, basis } = noticeKind(kind);
      return {
        kind,
        label,
        basis,
        isStandard: (await templateInForce(strapi.db.connection, kind)).isStandard,
      };
    }),
  );

export async function viewTemplate(strapi: Core.Strapi, kind: NoticeKindCode): Promise<TemplateTold> {
  const knex = strapi.db.connection;
  const { label, basis, required } = noticeKind(kind);
  const { text, isStandard } = await templateInForce(knex, kind);
  const versions = await versionsOf(knex, kind);
  return {
    ...{ kind, label, basis, isStandard },
    current: text,
    standard: standardTemplate(kind),
    placeholders: placeholdersOf(kind).map((name) => ({
      ...{ name, hint: placeholderOf(name).hint, isRequired: required.includes(name) },
    })),
    versions: versions.map(({ at, ...version }) => ({ ...version, at: shanghaiInstant(at) })),
  };
}

/**
 * Puts another version in force; null: the product's. What was given before stays as it was given.
 *
 * @throws DisclosureError INVALID_CONTENT
 */
export async function saveTemplate(
  strapi: Core.Strapi,
  member: Member,
  kind: NoticeKindCode,
  text: TemplateText | null,
): Promise<void> {
  if (text) assertUsable(kind, text);
  await inTransaction(strapi, async (trx) => {
    await addVersion(trx, kind, text, member.name);
    await appendAuditEntry(strapi, trx, {
      ...{ verb: 'request-template', outcome: 'done', actor: member, type: 'requests.template' },
      ...{ documentId: kind, owner: null, version: null, editionNo: null, reason: null },
      details: { standard: text === null },
    });
  });
}

/** A template with sample data. @throws DisclosureError INVALID_CONTENT */
export function previewTemplate(kind: NoticeKindCode, text: TemplateText): Paper {
  assertUsable(kind, text);
  const values = sampleValues(kind);
  return layOut(text, values, noticeKind(kind).to === 'applicant' ? '张某' : (values.征求对象 ?? ''));
}

function assertUsable(kind: NoticeKindCode, text: TemplateText): void {
  const mistakes = mistakesIn(kind, text);
  if (mistakes.length > 0) throw new DisclosureError('INVALID_CONTENT', mistakes.join('；'), { mistakes });
}
