import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** The account that the double knows. */
export const ACCOUNT = { appId: 'wx0123456789abcdef', secret: 'a1b2c3d4e5f60718293a4b5c6d7e8f90' };

export type StoredDraft = { mediaId: string; updatedAt: number; article: Record<string, unknown> };

/** How the next calls of a path end: with an error, or done and without an answer (`lose`), or not at all (`hang`). */
type Behaviour = { path: string; times: number; errcode?: number; lose?: true; hang?: true };

export type WechatServer = {
  url: string;
  /** paths in the order in which they were called */
  calls: string[];
  /** what the document of the interface does not allow */
  violations: string[];
  drafts: Map<string, StoredDraft>;
  /** publish_id → status of freepublish/get */
  published: Map<string, number>;
  /** lets calls of a path end otherwise */
  behave: (behaviour: Behaviour) => void;
  /** every token given so far is worth nothing any more */
  expireTokens: () => void;
  /** the material is removed from the account's library */
  removeMaterials: () => void;
  stop: () => Promise<void>;
};

type Answer = Record<string, unknown>;
const refuse = (errcode: number, errmsg = 'refused'): Answer => ({ errcode, errmsg });
const letters = (value: unknown): number => [...String(value ?? '')].length;

const TAGS = /^(p|section|span|strong|em|br|img|table|tr|td|th|ul|ol|li|h[1-4]|blockquote|a)$/;
const SIGNATURES = { jpg: 'ffd8ff', png: '89504e47' } as const;

/**
 * WeChat's interface for drafts, on this machine: it keeps what it is sent and checks each request against the limits
 * of the official document.
 */
export async function startWechatServer(): Promise<WechatServer> {
  let tokens = new Set<string>();
  let current = '';
  let numbers = 0;
  const pictures = new Set<string>();
  const materials = new Set<string>();
  const behaviours: Behaviour[] = [];
  const state: WechatServer = {
    ...{ url: '', calls: [], violations: [], drafts: new Map(), published: new Map() },
    behave: (behaviour) => void behaviours.push(behaviour),
    expireTokens: () => {
      tokens = new Set();
      current = '';
    },
    removeMaterials: () => materials.clear(),
    stop: async () => undefined,
  };

  const number = () => `${(numbers++).toString(36)}_${'x'.repeat(40)}`;

  function stableToken(body: Answer): Answer {
    if (body.grant_type !== 'client_credential') return refuse(40002);
    if (body.appid !== ACCOUNT.appId) return refuse(40013, 'invalid appid');
    if (body.secret !== ACCOUNT.secret) return refuse(40125, 'invalid appsecret');
    if (!current || body.force_refresh === true) current = `token_${number()}`;
    tokens.add(current);
    return { access_token: current, expires_in: 7200 };
  }

  async function picture(
    type: string,
    body: Buffer,
    limit: number,
    types: readonly string[],
  ): Promise<Answer | null> {
    const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
    const file = form.get('media');
    if (!(file instanceof Blob)) return refuse(41005, 'media data missing');
    const bytes = Buffer.from(await file.arrayBuffer());
    const name = (file as Blob & { name?: string }).name ?? '';
    const kind = types.find((known) => bytes.toString('hex').startsWith(SIGNATURES[known as 'jpg' | 'png']));
    if (!kind || !name.endsWith(`.${kind}`)) return refuse(40005, 'invalid file type');
    return bytes.length < limit ? null : refuse(40009, 'invalid image size');
  }

  function article(value: Answer): Answer | null {
    const content = String(value.content ?? '');
    if (!value.title || letters(value.title) > 32) return refuse(45003, 'title size out of limit');
    if (letters(value.author) > 16) return refuse(45110, 'author size out of limit');
    if (letters(value.digest) > 128) return refuse(45004, 'description size out of limit');
    if (content.length >= 20_000 || Buffer.byteLength(content) >= 1_048_576)
      return refuse(45002, 'content size out of limit');
    if (Buffer.byteLength(String(value.content_source_url ?? '')) > 1024) return refuse(45003);
    if (!content.trim()) return refuse(44004, 'empty content');
    if (value.article_type !== 'news') state.violations.push(`article_type ${value.article_type}`);
    for (const [, tag = ''] of content.matchAll(/<\/?([a-z0-9]+)/gi))
      if (!TAGS.test(tag)) state.violations.push(`tag ${tag}`);
    for (const [, name = ''] of content.matchAll(/\s(class|id|on\w+)=/gi))
      state.violations.push(`attribute ${name}`);
    for (const [, source = ''] of content.matchAll(/<img src="([^"]*)"/g))
      if (!pictures.has(source)) state.violations.push(`picture ${source}`);
    return materials.has(String(value.thumb_media_id)) ? null : refuse(40007, 'invalid media_id');
  }

  function withDraft(body: Answer, work: (draft: StoredDraft) => Answer): Answer {
    const draft = state.drafts.get(String(body.media_id));
    return draft ? work(draft) : refuse(40007, 'invalid media_id');
  }

  const seconds = () => Math.floor(Date.now() / 1000);

  const json: Record<string, (body: Answer) => Answer> = {
    '/cgi-bin/draft/add': (body) => {
      const [first, ...others] = (body.articles ?? []) as Answer[];
      if (!first || others.length > 0) return refuse(47001);
      const wrong = article(first);
      if (wrong) return wrong;
      const mediaId = `draft_${number()}`;
      state.drafts.set(mediaId, { mediaId, updatedAt: seconds(), article: first });
      return { media_id: mediaId };
    },
    '/cgi-bin/draft/update': (body) =>
      withDraft(body, (draft) => {
        if (body.index !== 0) return refuse(47001);
        const wrong = article(body.articles as Answer);
        if (wrong) return wrong;
        Object.assign(draft, { article: body.articles, updatedAt: seconds() });
        return refuse(0, 'ok');
      }),
    '/cgi-bin/draft/delete': (body) =>
      withDraft(body, ({ mediaId }) => {
        state.drafts.delete(mediaId);
        return refuse(0, 'ok');
      }),
    '/cgi-bin/draft/batchget': (body) => {
      const { offset, count } = body as { offset: number; count: number };
      if (count < 1 || count > 20) return refuse(40097);
      const all = [...state.drafts.values()].reverse();
      const item = all.slice(offset, offset + count).map(({ mediaId, updatedAt, article: stored }) => {
        const { content: _content, ...rest } = stored;
        return { media_id: mediaId, update_time: updatedAt, content: { news_item: [rest] } };
      });
      return { total_count: all.length, item_count: item.length, item };
    },
    '/cgi-bin/freepublish/submit': (body) =>
      withDraft(body, ({ mediaId }) => {
        state.drafts.delete(mediaId);
        const publishId = `${2247483600 + numbers++}`;
        state.published.set(publishId, 1);
        return { errcode: 0, errmsg: 'ok', publish_id: publishId, msg_data_id: 1 };
      }),
    '/cgi-bin/freepublish/get': (body) => {
      const status = state.published.get(String(body.publish_id));
      if (status === undefined) return refuse(53600);
      const item =
        status === 0 ? [{ idx: 1, article_url: `https://mp.weixin.qq.com/s/${body.publish_id}` }] : [];
      return {
        publish_id: body.publish_id,
        publish_status: status,
        article_detail: { count: item.length, item },
      };
    },
  };

  async function answer(path: string, query: URLSearchParams, type: string, body: Buffer): Promise<Answer> {
    const text = body.toString('utf8');
    if (path === '/cgi-bin/stable_token') return stableToken(JSON.parse(text));
    if (!tokens.has(query.get('access_token') ?? '')) return refuse(42001, 'access_token expired');
    if (path === '/cgi-bin/media/uploadimg') {
      const wrong = await picture(type, body, 1_048_576, ['jpg', 'png']);
      if (wrong) return wrong;
      const url = `http://mmbiz.qpic.cn/mmbiz_png/${number()}/0`;
      pictures.add(url);
      return { url };
    }
    if (path === '/cgi-bin/material/add_material') {
      if (query.get('type') !== 'image') return refuse(40004);
      const wrong = await picture(type, body, 10 * 1_048_576, ['jpg', 'png']);
      if (wrong) return wrong;
      const mediaId = `material_${number()}`;
      materials.add(mediaId);
      return { media_id: mediaId, url: `http://mmbiz.qpic.cn/mmbiz_png/${mediaId}/0` };
    }
    const handle = json[path];
    if (!handle) return refuse(40066, 'invalid url');
    if (/\\u[0-9a-f]{4}/i.test(text)) return refuse(40033, 'invalid charset');
    return handle(JSON.parse(text));
  }

  const server = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', async () => {
      state.calls.push(pathname);
      const behaviour = behaviours.find(({ path, times }) => path === pathname && times > 0);
      if (behaviour) behaviour.times--;
      const { errcode, lose, hang } = behaviour ?? {};
      const said =
        errcode === undefined || lose
          ? await answer(pathname, searchParams, request.headers['content-type'] ?? '', Buffer.concat(chunks))
          : refuse(errcode, errcode === 40164 ? 'invalid ip 203.0.113.7, not in whitelist' : 'refused');
      if (hang) return;
      if (lose) {
        request.socket.destroy();
        return;
      }
      response.setHeader('content-type', 'application/json; charset=utf-8');
      response.end(JSON.stringify(said));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  state.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.stop = () =>
    new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    });
  return state;
}
