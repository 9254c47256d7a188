import { z } from 'zod';
import { apiAddress, type Settings } from '../settings';
import { meaningAtToken, meaningOf, NoAnswer, REFUSED_AGAIN, WechatError } from './errors';

/** Milliseconds for one call, and bytes of an answer. */
const CALL_MS = 15_000;
const ANSWER_BYTES = 4 * 1024 * 1024;

const answerSchema = z.looseObject({ errcode: z.number().optional(), errmsg: z.string().optional() });
const tokenSchema = z.looseObject({ access_token: z.string().min(1), expires_in: z.number() });
const mediaSchema = z.looseObject({ media_id: z.string().min(1) });
const urlSchema = z.looseObject({ url: z.string().min(1) });
const submitSchema = z.looseObject({ publish_id: z.union([z.string(), z.number()]).transform(String) });
const resultSchema = z.looseObject({
  publish_status: z.number(),
  article_detail: z
    .looseObject({ item: z.array(z.looseObject({ article_url: z.string() })).optional() })
    .optional(),
});
const draftsSchema = z.looseObject({
  total_count: z.number(),
  item: z
    .array(
      z.looseObject({
        media_id: z.string(),
        update_time: z.number(),
        content: z.looseObject({
          news_item: z.array(
            z.looseObject({ content_source_url: z.string().optional(), title: z.string().optional() }),
          ),
        }),
      }),
    )
    .default([]),
});

/** An article in the words of draft/add. */
export type DraftArticle = {
  article_type: 'news';
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
  need_open_comment: 0;
  only_fans_can_comment: 0;
};
export type Picture = { bytes: Buffer; type: 'jpg' | 'png' };
export type PublishResult = { status: number; url: string | null };
export type BoxedDraft = { mediaId: string; updatedAt: Date; sourceUrls: string[] };

export type Client = ReturnType<typeof clientOf>;

type Known = { token: string; until: number; forcedAt: number };

/** Tokens of this process, by account. stable_token gives every instance the same one, so nothing is stored. */
const tokens = new Map<string, Known>();
/** A token is renewed this long before its end. */
const EARLY_MS = 5 * 60_000;
/** WeChat allows 强制刷新 again after this. */
const FORCE_MS = 30_000;

/** WeChat's interface. The address is the configured one alone; neither secret nor token is in any error. */
export function clientOf(settings: Settings) {
  const base = apiAddress(settings);
  const account = `${base}\n${settings.appId}\n${settings.appSecret}`;

  async function ask<T>(
    path: string,
    schema: z.ZodType<T>,
    body: BodyInit,
    headers: Record<string, string> = {},
    meaning = meaningOf,
  ): Promise<T> {
    let text: string;
    try {
      const answer = await fetch(`${base}${path}`, {
        ...{ method: 'POST', headers, body, redirect: 'error' },
        signal: AbortSignal.timeout(CALL_MS),
      });
      if (!answer.ok) throw new NoAnswer(`HTTP ${answer.status}`);
      text = await readText(answer);
    } catch (error) {
      // the cause can hold the address, and the address the token
      throw error instanceof NoAnswer ? error : new NoAnswer(reasonOf(error));
    }
    let said: unknown;
    try {
      said = JSON.parse(text);
    } catch {
      throw new NoAnswer('the answer is no JSON');
    }
    const general = answerSchema.safeParse(said);
    const { errcode = 0, errmsg = '' } = general.success ? general.data : {};
    if (errcode !== 0) {
      const says = withoutTokens(errmsg);
      throw new WechatError(errcode, says, meaning(errcode, says));
    }
    const wanted = schema.safeParse(said);
    if (!wanted.success) throw new NoAnswer('the answer lacks what was asked for');
    return wanted.data;
  }

  const withoutTokens = (message: string): string => {
    const token = tokens.get(account)?.token;
    const clean = token ? message.replaceAll(token, '…') : message;
    return clean.replaceAll(settings.appSecret, '…').slice(0, 200);
  };

  /** JSON.stringify leaves Chinese as it is: WeChat refuses \uXXXX (40033). */
  const json = (value: unknown) => ({
    body: JSON.stringify(value),
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });

  async function fetchToken(force: boolean): Promise<string> {
    const { body, headers } = json({
      grant_type: 'client_credential',
      appid: settings.appId,
      secret: settings.appSecret,
      ...(force ? { force_refresh: true } : {}),
    });
    const { access_token: token, expires_in } = await ask(
      '/cgi-bin/stable_token',
      tokenSchema,
      body,
      headers,
      meaningAtToken,
    );
    const forcedAt = force ? Date.now() : (tokens.get(account)?.forcedAt ?? 0);
    tokens.set(account, { token, until: Date.now() + expires_in * 1000 - EARLY_MS, forcedAt });
    return token;
  }

  async function tokenNow(): Promise<string> {
    const known = tokens.get(account);
    return known && known.until > Date.now() ? known.token : fetchToken(false);
  }

  /** A new token in the place of one that WeChat refused: the one that others have, or else a forced one. */
  async function replaceToken(refused: string): Promise<string> {
    const other = await fetchToken(false);
    if (other !== refused || Date.now() - (tokens.get(account)?.forcedAt ?? 0) < FORCE_MS) return other;
    return fetchToken(true);
  }

  /** One call with a token; where that was refused, once more with another. */
  async function call<T>(
    path: string,
    schema: z.ZodType<T>,
    make: () => { body: BodyInit; headers?: Record<string, string> },
  ): Promise<T> {
    const withToken = (token: string) => {
      const { body, headers } = make();
      return ask(
        `${path}${path.includes('?') ? '&' : '?'}access_token=${encodeURIComponent(token)}`,
        schema,
        body,
        headers,
      );
    };
    const token = await tokenNow();
    try {
      return await withToken(token);
    } catch (error) {
      if (!(error instanceof WechatError) || error.kind !== 'token') throw error;
      return withToken(await replaceToken(token)).catch((again: unknown) => {
        if (!(again instanceof WechatError) || again.kind !== 'token') throw again;
        throw new WechatError(again.code, again.says, REFUSED_AGAIN);
      });
    }
  }

  const file = ({ bytes, type }: Picture) => {
    const form = new FormData();
    const mime = type === 'png' ? 'image/png' : 'image/jpeg';
    form.append('media', new Blob([new Uint8Array(bytes)], { type: mime }), `picture.${type}`);
    return { body: form };
  };

  return {
    /** A picture within a text. @returns its address */
    uploadPicture: async (picture: Picture): Promise<string> =>
      (await call('/cgi-bin/media/uploadimg', urlSchema, () => file(picture))).url,
    /** A cover, as permanent material. @returns its media_id */
    addCover: async (picture: Picture): Promise<string> =>
      (await call('/cgi-bin/material/add_material?type=image', mediaSchema, () => file(picture))).media_id,
    addDraft: async (article: DraftArticle): Promise<string> =>
      (await call('/cgi-bin/draft/add', mediaSchema, () => json({ articles: [article] }))).media_id,
    updateDraft: async (mediaId: string, article: DraftArticle): Promise<void> => {
      await call('/cgi-bin/draft/update', answerSchema, () =>
        json({ media_id: mediaId, index: 0, articles: article }),
      );
    },
    deleteDraft: async (mediaId: string): Promise<void> => {
      await call('/cgi-bin/draft/delete', answerSchema, () => json({ media_id: mediaId }));
    },
    /** Drafts in the box, the newest first as WeChat gives them, without their texts. */
    listDrafts: async (offset: number, count: number): Promise<{ total: number; drafts: BoxedDraft[] }> => {
      const found = await call('/cgi-bin/draft/batchget', draftsSchema, () =>
        json({ offset, count, no_content: 1 }),
      );
      const drafts = found.item.map(({ media_id, update_time, content }) => ({
        mediaId: media_id,
        updatedAt: new Date(update_time * 1000),
        sourceUrls: content.news_item.map(({ content_source_url }) => content_source_url ?? ''),
      }));
      return { total: found.total_count, drafts };
    },
    submit: async (mediaId: string): Promise<string> =>
      (await call('/cgi-bin/freepublish/submit', submitSchema, () => json({ media_id: mediaId }))).publish_id,
    publishResult: async (publishId: string): Promise<PublishResult> => {
      const found = await call('/cgi-bin/freepublish/get', resultSchema, () =>
        json({ publish_id: publishId }),
      );
      return { status: found.publish_status, url: found.article_detail?.item?.[0]?.article_url ?? null };
    },
  };
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.name === 'TimeoutError' ? 'no answer in time' : 'the connection failed';

async function readText(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (answer.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > ANSWER_BYTES) throw new NoAnswer('the answer is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
