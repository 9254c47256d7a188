import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { loadReadable, type Readable } from '../../../disclosure/server/desk/readable';
import type { RegisteredType } from '../../../disclosure/server/domain/registry';
import { DisclosureError, toError } from '../../../disclosure/server/errors';
import { recordRefusal } from '../../../disclosure/server/gate/refusals';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { redact } from '../../../disclosure/server/privacy/redact';
import { publicContent } from '../../../disclosure/server/read-model/public-content';
import { columnsOf } from '../../../disclosure/server/reference-data/columns';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Transaction, Values } from '../../../disclosure/server/types';
import { articleOf } from '../articles/article-of';
import { LIMITS, lengthOf } from '../articles/limits';
import { coversOf } from '../articles/to-article';
import type { ChoiceInput, DocumentPanel } from '../contract';
import { loadDefaults } from '../office/defaults';
import { loadOfficeSettings } from '../office/store';
import { askFor, beginAnew, findDraft, markDone, statusOf } from '../push/drafts';
import { stopNow } from '../push/stop';
import { maySend, settingsOf } from '../settings';
import { type Choice, findChoice, saveChoice } from './choices';
import { isChosen } from './is-chosen';
import { whyNotAttend, whyNotChoose } from './may-choose';

/** Words of the department for the account; null: the publication's own. */
const ownWords = (label: string, most: number) =>
  z
    .string(`${label}须为文字`)
    .trim()
    .refine((value) => lengthOf(value) <= most, `${label}不能超过${most}个字`)
    .refine((value) => !value.includes('\0'), `${label}中有空字符`)
    .transform((value) => value || null)
    .nullable()
    .default(null);

export const choiceSchema = z.strictObject({
  chosen: z.boolean('请选择是否发布到公众号'),
  title: ownWords('标题', LIMITS.title),
  cover: z.string('封面须为文字').max(1000, '封面的地址过长').nullable(),
  digest: ownWords('摘要', LIMITS.digest),
});

/** What of the preview is not decided yet: the choice as it stands in the form. */
type Unsaved = Omit<Choice, 'chosen'>;

/** The part 公众号 beside a document, for whoever may see its working copy. */
export async function viewDocument(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  unsaved: Unsaved | null = null,
): Promise<DocumentPanel> {
  const { actor, draft, subject } = await loadReadable(strapi, type, documentId);
  const knex = strapi.db.connection;
  const settings = settingsOf(strapi);
  const [choice, defaults, pushed, stop, publication] = await Promise.all([
    findChoice(knex, documentId),
    loadDefaults(strapi),
    findDraft(knex, documentId),
    stopNow(knex, settings),
    asPublication(strapi, type, draft),
  ]);
  const { pictures: _pictures, ...article } = articleOf(strapi, publication, unsaved ?? choice, (url) => url);
  return {
    ready: maySend(settings),
    live: subject.live,
    // what the office's default has sent stays chosen when the default changes
    chosen: choice?.chosen ?? pushed?.wanted ?? isChosen(null, defaults, publication),
    isDefault: choice === null,
    title: choice?.title ?? null,
    cover: choice?.cover ?? null,
    digest: choice?.digest ?? null,
    covers: coversOf(publication),
    article,
    status: pushed ? statusOf(pushed) : null,
    whyNot: whyNotChoose(actor, subject)?.message ?? null,
    mayAttend: whyNotAttend(actor, subject) === null,
    stopped: stop?.advice ?? null,
  };
}

/** A working copy in the shape of a publication, as it would be published now. */
async function asPublication(strapi: Core.Strapi, type: RegisteredType, draft: Values): Promise<Values> {
  const row = (await strapi.db.query(type.uid).findOne({
    select: ['id'],
    where: { documentId: draft.documentId, publishedAt: null },
    ...(type.fields.attachments?.type === 'files' ? { populate: ['attachments'] } : {}),
  })) as Values | null;
  const content = publicContent(type, draft, { attachments: row?.attachments ?? [] });
  return {
    ...content,
    documentId: draft.documentId,
    type: type.uid,
    url: `/api/disclosure/publications/${String(draft.documentId)}`,
    kind: draft.kind ?? type.manifest.kind ?? type.manifest.singular,
    columns: (await columnsOf(strapi, type)).leaves,
    ownerName: draft.owner ? await nameOfDepartment(strapi, String(draft.owner)) : '',
    indexNo: draft.indexNo,
    roster: content.roster ?? null,
    attachments: content.attachments ?? [],
    publishedAt: '',
  };
}

/** Keeps what the owner's people have decided. */
export const choose = (strapi: Core.Strapi, type: RegisteredType, documentId: string, input: ChoiceInput) =>
  actOn(strapi, type, documentId, 'wechat-choose', whyNotChoose, async (trx, { subject, draft }) => {
    for (const [label, words] of [
      ['标题', input.title],
      ['摘要', input.digest],
    ])
      if (words && redact(words) !== words)
        throw new DisclosureError(
          'PERSONAL_DATA_FOUND',
          `${label}中有个人信息（证件号、银行卡号或电话号码），请删去`,
        );
    if (input.cover && !coversOf(await asPublication(strapi, type, draft)).includes(input.cover))
      throw new DisclosureError('INVALID_INPUT', '封面须为本条信息正文或附件里的图片');
    await saveChoice(trx, documentId, input);
    const pushed = await findDraft(trx, documentId);
    if (subject.live && (input.chosen || pushed)) {
      const { autoPublish } = await loadOfficeSettings(trx);
      await askFor(trx, { documentId, type: type.uid, wanted: input.chosen, autoPublish });
    }
    return { ...input };
  });

/** A new draft, or another try. */
export const retry = (strapi: Core.Strapi, type: RegisteredType, documentId: string) =>
  actOn(strapi, type, documentId, 'wechat-retry', whyNotAttend, async (trx) => {
    const pushed = await findDraft(trx, documentId);
    if (!pushed) throw new DisclosureError('INVALID_TRANSITION', '这条信息没有要推送的草稿');
    if (pushed.state === 'attention') await beginAnew(trx, documentId);
    else
      await askFor(trx, {
        documentId,
        type: type.uid,
        wanted: pushed.wanted,
        autoPublish: pushed.auto_publish,
      });
    return { state: pushed.state };
  });

/** A person has done in the account what she was asked to. */
export const settle = (strapi: Core.Strapi, type: RegisteredType, documentId: string) =>
  actOn(strapi, type, documentId, 'wechat-settle', whyNotAttend, async (trx, { subject }) => {
    if ((await markDone(trx, documentId, subject.live)) === 0)
      throw new DisclosureError('INVALID_TRANSITION', '这条信息没有要处理的事情');
    return {};
  });

/** Something that not everybody may do: checked by the same rule as the form, and in the audit log either way. */
async function actOn(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
  verb: string,
  whyNot: typeof whyNotChoose,
  work: (trx: Transaction, readable: Readable) => Promise<Record<string, unknown>>,
): Promise<void> {
  const readable = await loadReadable(strapi, type, documentId);
  const { actor, subject } = readable;
  try {
    const refusal = whyNot(actor, subject);
    if (refusal) throw toError(refusal);
    await inTransaction(strapi, async (trx) => {
      const details = await work(trx, readable);
      await appendAuditEntry(strapi, trx, {
        ...{ verb, outcome: 'done', actor, type: type.uid, documentId, owner: subject.owner },
        ...{ version: subject.version, editionNo: null, reason: null, details },
      });
    });
  } catch (error) {
    if (error instanceof DisclosureError) {
      await recordRefusal(
        strapi,
        { verb, type: { uid: type.uid }, documentId, input: {} },
        actor,
        subject,
        error,
      );
    }
    throw error;
  }
}
