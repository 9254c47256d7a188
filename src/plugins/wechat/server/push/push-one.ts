import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import type { Values } from '../../../disclosure/server/types';
import { articleOf } from '../articles/article-of';
import { findChoice } from '../choice/choices';
import type { Settings } from '../settings';
import type { Client, DraftArticle } from './client';
import { type Change, type Draft, endLook, keepStep } from './drafts';
import { isGone, WechatError } from './errors';
import { forgetCovers, type Uploading, uploadCover, uploadPictures } from './pictures';
import { resultOf } from './publish-results';

export type Pushing = {
  strapi: Core.Strapi;
  knex: Knex;
  client: Client;
  settings: Settings;
  /** fails where another instance may have begun to push */
  assertAlone: () => Promise<void>;
};

/** Milliseconds after which a call without an answer has certainly ended at WeChat. */
const SETTLED_MS = 30_000;
/** Milliseconds between two looks at a publication that WeChat is checking. */
const RESULT_MS = 60_000;
/** Drafts that are looked through for one of which WeChat's answer was lost. */
const BOX = { page: 20, pages: 25 };

const TEXTS = {
  gone: '草稿箱里已没有这篇（可能已由人发表或删除）。信息已更正，请在公众号更新；需要新的草稿请点“重新生成草稿”',
  corrected: '已更正，请在公众号更新；需要新的草稿请点“重新生成草稿”',
  withdrawn: '信息已撤回，请登录微信公众平台，删除已发表的文章',
  declined: '已改为不发布到公众号；文章已发表，不需要的话请登录微信公众平台删除',
  withdrawnGone: '信息已撤回，草稿箱里没有这篇；如果已经发表，请登录微信公众平台删除文章',
  unknown: '提交发表后没有收到微信的回答，请登录微信公众平台核对是否已发表',
  manual: '这个公众号没有发表接口的权限，请登录微信公众平台人工发表',
} as const;

/**
 * Brings the draft of one document to where it should be: there with the newest text, or gone. Every step is kept
 * before the next one, so that a crash repeats at most the upload of a picture: before something is asked for that
 * must not happen twice the row says so, and after a crash WeChat is asked what became of it.
 */
export async function pushOne(pushing: Pushing, draft: Draft): Promise<void> {
  const { knex } = pushing;
  const found = await findPublication(knex, draft.document_id);
  const publication = found?.state === 'live' ? found.publication : null;
  if (draft.unanswered === 'add' && !(await settleAdd(pushing, draft))) return;
  if (draft.unanswered === 'submit') {
    await endLook(knex, draft, { state: 'attention', advice: TEXTS.unknown, unanswered: null }, null);
    return;
  }
  if (publication && draft.wanted) await keepDraft(pushing, draft, publication);
  else await removeDraft(pushing, draft, found?.state === 'withdrawn');
}

const end = (pushing: Pushing, draft: Draft, change: Change, after: number | null = null): Promise<void> => {
  const next = after === null ? null : new Date(Date.now() + after);
  return endLook(pushing.knex, draft, { code: null, advice: null, attempts: 0, ...change }, next);
};

/** Learns whether the draft exists whose answer was lost. @returns false where it is too early to know */
async function settleAdd(pushing: Pushing, draft: Draft): Promise<boolean> {
  const asked = draft.unanswered_at?.getTime() ?? 0;
  const early = asked + SETTLED_MS - Date.now();
  if (early > 0) {
    await endLook(pushing.knex, draft, {}, new Date(asked + SETTLED_MS));
    return false;
  }
  const mediaId = await findInBox(pushing, draft);
  await keepStep(pushing.knex, draft, {
    ...{ unanswered: null, unanswered_at: null },
    ...(mediaId ? { media_id: mediaId, state: 'drafted' } : {}),
  });
  return true;
}

/** A draft names its publication by 阅读原文, which nothing else does. */
async function findInBox({ client, strapi }: Pushing, draft: Draft): Promise<string | null> {
  const sourceUrl = sourceUrlOf(strapi, draft);
  if (!sourceUrl) return null;
  for (let at = 0; at < BOX.pages; at++) {
    const { drafts, total } = await client.listDrafts(at * BOX.page, BOX.page);
    const own = drafts.find(({ sourceUrls }) => sourceUrls.includes(sourceUrl));
    if (own) return own.mediaId;
    if ((at + 1) * BOX.page >= total) return null;
  }
  return null;
}

const sourceUrlOf = (strapi: Core.Strapi, { document_id: documentId }: Draft): string =>
  articleOf(strapi, { documentId, url: `/api/disclosure/publications/${documentId}` }, null).contentSourceUrl;

async function keepDraft(pushing: Pushing, draft: Draft, publication: Values): Promise<void> {
  const choice = await findChoice(pushing.knex, draft.document_id);
  const article = articleOf(pushing.strapi, publication, choice, (url) => url);
  const { pictures, isCut: _isCut, isTitleCut: _isTitleCut, ...content } = article;
  const sha256 = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  const editionNo = Number(publication.editionNo);
  const isSame = draft.sha256 === sha256;

  if (draft.state === 'submitted' && isSame) return lookAtResult(pushing, draft);
  if (draft.state === 'submitted' || draft.state === 'published') {
    if (isSame) return endLook(pushing.knex, draft, {}, null);
    return end(pushing, draft, { state: 'attention', advice: TEXTS.corrected });
  }
  if (isSame && draft.media_id) {
    if (draft.state === 'drafted') return submit(pushing, draft);
    return endLook(pushing.knex, draft, {}, null);
  }
  const { client, strapi, settings } = pushing;
  const uploading: Uploading = { strapi, client, appId: settings.appId };
  const addresses = await uploadPictures(uploading, pictures);
  const final = articleOf(strapi, publication, choice, (url) => addresses.get(url) ?? null);
  const write = async () => toDraft(final, await uploadCover(uploading, final.cover));

  if (draft.media_id) {
    const mediaId = draft.media_id;
    try {
      await withCover(uploading, write, (body) => client.updateDraft(mediaId, body));
    } catch (error) {
      if (!isGone(error)) throw error;
      return end(pushing, draft, { state: 'attention', advice: TEXTS.gone });
    }
    await keepStep(pushing.knex, draft, { state: 'drafted', sha256, edition_no: editionNo });
  } else {
    // before the marker: what can fail here has asked for nothing yet
    await write();
    const mediaId = await withCover(uploading, write, (body) =>
      once(pushing, draft, 'add', () => client.addDraft(body)),
    );
    await keepStep(pushing.knex, draft, {
      ...{ media_id: mediaId, sha256, edition_no: editionNo, state: 'drafted' },
      ...{ unanswered: null, unanswered_at: null },
    });
  }
  await submit(pushing, draft);
}

type Written = ReturnType<typeof articleOf>;

const toDraft = (article: Written, cover: string): DraftArticle => ({
  article_type: 'news',
  title: article.title,
  author: article.author,
  digest: article.digest,
  content: article.content,
  content_source_url: article.contentSourceUrl,
  thumb_media_id: cover,
  need_open_comment: 0,
  only_fans_can_comment: 0,
});

/** A cover that WeChat does not have any more is uploaded once again. */
async function withCover<T>(
  uploading: Uploading,
  write: () => Promise<DraftArticle>,
  send: (article: DraftArticle) => Promise<T>,
): Promise<T> {
  const article = await write();
  try {
    return await send(article);
  } catch (error) {
    if (!(error instanceof WechatError) || error.code !== 40007) throw error;
    await forgetCovers(uploading, article.thumb_media_id);
    return send(await write());
  }
}

/**
 * Asks for something that must not happen twice. The row says so before; a clear no takes the mark away again,
 * a lost answer leaves it.
 */
async function once<T>(
  { knex, assertAlone }: Pushing,
  draft: Draft,
  what: NonNullable<Draft['unanswered']>,
  ask: () => Promise<T>,
): Promise<T> {
  await assertAlone();
  await keepStep(knex, draft, { unanswered: what, unanswered_at: new Date() });
  try {
    return await ask();
  } catch (error) {
    if (error instanceof WechatError && error.kind !== 'retry')
      await keepStep(knex, draft, { unanswered: null, unanswered_at: null });
    throw error;
  }
}

/** Submits a draft for publication where the office wants that; otherwise a person does it in the account. */
async function submit(pushing: Pushing, draft: Draft): Promise<void> {
  const mediaId = draft.media_id;
  if (!draft.auto_publish || !mediaId) return end(pushing, draft, { state: 'drafted' });
  try {
    const publishId = await once(pushing, draft, 'submit', () => pushing.client.submit(mediaId));
    await end(
      pushing,
      draft,
      { state: 'submitted', publish_id: publishId, unanswered: null, unanswered_at: null },
      RESULT_MS,
    );
  } catch (error) {
    if (!(error instanceof WechatError) || error.code !== 48001) throw error;
    await end(pushing, draft, {
      auto_publish: false,
      state: 'drafted',
      code: error.code,
      advice: TEXTS.manual,
    });
  }
}

async function lookAtResult(pushing: Pushing, draft: Draft): Promise<void> {
  if (!draft.publish_id) return endLook(pushing.knex, draft, {}, null);
  const { status, url } = await pushing.client.publishResult(draft.publish_id);
  const { state, advice } = resultOf(status);
  await end(pushing, draft, { state, advice, article_url: url }, state === 'submitted' ? RESULT_MS : null);
}

/** Takes a draft back; what is published already only a person can take back. */
async function removeDraft(pushing: Pushing, draft: Draft, withdrawn: boolean): Promise<void> {
  const mediaId = draft.media_id;
  if (draft.state === 'submitted' || draft.state === 'published') {
    return end(pushing, draft, { state: 'attention', advice: withdrawn ? TEXTS.withdrawn : TEXTS.declined });
  }
  if (mediaId) {
    const repeated = draft.unanswered === 'delete';
    try {
      await once(pushing, draft, 'delete', () => pushing.client.deleteDraft(mediaId));
    } catch (error) {
      if (!isGone(error)) throw error;
      // it is gone, and not by this system
      if (!repeated) {
        return end(pushing, draft, {
          ...{ state: 'attention', advice: withdrawn ? TEXTS.withdrawnGone : TEXTS.declined },
          ...{ unanswered: null, unanswered_at: null },
        });
      }
    }
  }
  await end(pushing, draft, {
    ...{ state: 'removed', media_id: null, sha256: null, edition_no: null },
    ...{ unanswered: null, unanswered_at: null },
  });
}
