import type { Knex } from 'knex';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import type { Transaction } from '../../../disclosure/server/types';
import type { DraftState, DraftStatus } from '../contract';

/** The draft of a publication, as its row has it. */
export type Draft = {
  document_id: string;
  type: string;
  wanted: boolean;
  auto_publish: boolean;
  state: DraftState;
  media_id: string | null;
  edition_no: number | null;
  sha256: string | null;
  unanswered: 'add' | 'delete' | 'submit' | null;
  unanswered_at: Date | null;
  publish_id: string | null;
  article_url: string | null;
  revision: number;
  attempts: number;
  next_try_at: Date | null;
  code: number | null;
  advice: string | null;
  updated_at: Date;
};

export const STATE_NAMES: Record<DraftState, string> = {
  waiting: '等待推送',
  drafted: '草稿已建好，请在公众号后台发表',
  submitted: '已提交发表，等待微信审核',
  published: '已在公众号发表',
  removed: '公众号里没有草稿',
  attention: '需要人处理',
  failed: '没有推送成功',
};

export const findDraft = async (knex: Knex, documentId: string): Promise<Draft | null> =>
  ((await knex('wechat_drafts').where({ document_id: documentId }).first()) as Draft | undefined) ?? null;

export const statusOf = (draft: Draft): DraftStatus => ({
  state: draft.state,
  stateName: STATE_NAMES[draft.state],
  editionNo: draft.edition_no,
  articleUrl: draft.article_url,
  advice: draft.advice,
  code: draft.code,
  attempts: draft.attempts,
  nextTryAt: draft.next_try_at ? shanghaiInstant(draft.next_try_at) : null,
  updatedAt: shanghaiInstant(draft.updated_at),
});

/** Asks for a look at a document's draft, in the transaction of what makes it necessary. */
export const askFor = (
  trx: Transaction,
  {
    documentId,
    type,
    wanted,
    autoPublish,
  }: { documentId: string; type: string; wanted: boolean; autoPublish: boolean },
) =>
  trx.raw(
    `insert into wechat_drafts (document_id, type, wanted, auto_publish, next_try_at)
     values (?, ?, ?, ?, now())
     on conflict (document_id) do update
        set wanted = excluded.wanted, auto_publish = excluded.auto_publish, next_try_at = now(), attempts = 0,
            revision = wechat_drafts.revision + 1,
            state = case when wechat_drafts.state in ('failed', 'removed') and excluded.wanted then 'waiting'
                         else wechat_drafts.state end`,
    [documentId, type, wanted, autoPublish],
  );

/** Asks for a look at a draft that there is; nothing where there is none. */
export const lookAgain = (trx: Transaction, documentId: string) =>
  trx('wechat_drafts')
    .where({ document_id: documentId })
    .update({ next_try_at: new Date(), attempts: 0, revision: trx.raw('revision + 1') });

/** A person wants a new draft: what WeChat has of it is hers to tidy up, and she publishes the new one herself. */
export const beginAnew = (trx: Transaction, documentId: string) =>
  trx('wechat_drafts')
    .where({ document_id: documentId })
    .update({
      ...{ state: 'waiting', media_id: null, sha256: null, unanswered: null, unanswered_at: null },
      ...{ publish_id: null, article_url: null, auto_publish: false, code: null, advice: null },
      ...{ next_try_at: new Date(), attempts: 0, updated_at: new Date(), revision: trx.raw('revision + 1') },
    });

/**
 * A person has done in the account what she was asked to: published the draft, corrected the article or deleted it. What is
 * asked for meanwhile (a correction) is still looked at.
 */
export const markDone = (trx: Transaction, documentId: string, live: boolean) =>
  trx('wechat_drafts')
    .where({ document_id: documentId })
    .whereIn('state', live ? ['attention', 'drafted'] : ['attention'])
    .update({
      ...{ state: live ? 'published' : 'removed', code: null, advice: null },
      next_try_at: trx.raw("case when state = 'drafted' then next_try_at end"),
      ...{ unanswered: null, unanswered_at: null, updated_at: new Date() },
      ...(live ? {} : { media_id: null, sha256: null, publish_id: null }),
    });

/** The document that waits longest, and when the next one is due. */
export async function nextDraft(knex: Knex, now: Date): Promise<Draft | null> {
  const row = await knex('wechat_drafts').where('next_try_at', '<=', now).orderBy('next_try_at').first();
  return (row as Draft | undefined) ?? null;
}

export async function nextTryAt(knex: Knex): Promise<Date | null> {
  const row = await knex('wechat_drafts').whereNotNull('next_try_at').min('next_try_at as at').first();
  return (row as { at: Date | null } | undefined)?.at ?? null;
}

export type Change = Partial<
  Pick<
    Draft,
    | 'state'
    | 'media_id'
    | 'edition_no'
    | 'sha256'
    | 'unanswered'
    | 'unanswered_at'
    | 'publish_id'
    | 'article_url'
    | 'auto_publish'
    | 'attempts'
    | 'code'
    | 'advice'
  >
>;

/** Keeps a step at once, in a statement of its own: what comes after may never happen. */
export async function keepStep(knex: Knex, draft: Draft, change: Change): Promise<void> {
  await knex('wechat_drafts')
    .where({ document_id: draft.document_id })
    .update({ ...change, updated_at: new Date() });
  Object.assign(draft, change);
}

/** Ends a look at a draft. What was asked for meanwhile is due at once. @param nextTry null: nothing is to be done */
export async function endLook(knex: Knex, draft: Draft, change: Change, nextTry: Date | null): Promise<void> {
  await knex('wechat_drafts')
    .where({ document_id: draft.document_id })
    .update({
      ...change,
      updated_at: new Date(),
      next_try_at: knex.raw('case when revision = ? then ?::timestamptz else now() end', [
        draft.revision,
        nextTry,
      ]),
    });
}
