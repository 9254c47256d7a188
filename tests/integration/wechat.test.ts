/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { createHash } from 'node:crypto';
import WechatCrypto from 'wechat-crypto';
import type { Values } from '../../src/plugins/disclosure/server/types';
import { createTestDatabase, sql, startServer } from '../support';
import { call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { nativeModule } from './helpers/native';
import { settled } from './helpers/notices';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { read } from './helpers/reads';
import { auditOf, until } from './helpers/schedules';
import { fillSearch } from './helpers/search';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';
import { ACCOUNT, startWechatServer, type WechatServer } from './helpers/wechat-server';

/** The 公众号: what it answers, what it gives, and one draft for each publication whatever goes wrong. */
const TOKEN = 'testtoken';
const KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const OLD_KEY = 'GFEDCBA9876543210zyxwvutsrqponmlkjihgfedcba';
const BASE = 'https://gk.example.test';
const OWNER = 'housing-construction';

let wechat: WechatServer;
let product: Product;
let documents: Documents;
let publisher: Credentials;
let editor: Credentials;
let stranger: Credentials;
let office: Credentials;
/** the document whose draft was being added when the server was killed */
let killed: string;
const uploaded: Uploaded[] = [];

beforeAll(async () => {
  wechat = await startWechatServer();
  const env = {
    ...{ WECHAT_APP_ID: ACCOUNT.appId, WECHAT_APP_SECRET: ACCOUNT.secret, WECHAT_API_URL: wechat.url },
    ...{ WECHAT_TOKEN: TOKEN, WECHAT_AES_KEY: KEY, WECHAT_AES_KEY_PREVIOUS: OLD_KEY, PUBLIC_URL: BASE },
  };
  const databaseUrl = await createTestDatabase('demo');
  killed = await killWhileAdding(databaseUrl, env);
  product = await startProduct({ databaseUrl, env });
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  publisher = await signIn(`${OWNER}-reviewer`);
  editor = await signIn(`${OWNER}-editor`);
  stranger = await signIn('civil-affairs-reviewer');
  office = await signIn('office-supervisor');
  await fillSearch(product);
}, 600_000);
afterAll(async () => {
  if (product) removeUploads(product, uploaded);
  await product?.stop();
  await wechat?.stop();
});

/** Chooses a live publication in a server of its own, which is killed when WeChat has the draft and has not said so. */
async function killWhileAdding(databaseUrl: string, env: Record<string, string>): Promise<string> {
  wechat.behave({ path: '/cgi-bin/draft/add', times: 1, hang: true });
  const server = await startServer({ databaseUrl, env });
  const sent = { email: `${OWNER}-reviewer@example.test`, password: server.demoPassword };
  const { body } = await call(`${server.url}/admin/login`, { method: 'POST', body: sent });
  const headers = { authorization: `Bearer ${body.data.token}` };
  const live = await call(`${server.url}/api/disclosure/publications?department=${OWNER}&limit=1`);
  const { documentId, type } = live.body.data[0];
  const choice = { chosen: true, cover: null, digest: null };
  const address = `${server.url}/wechat/documents/${type}/${documentId}`;
  const answer = await call(address, { method: 'PUT', headers, body: choice });
  if (answer.status !== 200) throw new Error(answer.text);
  await until('the draft is at WeChat', async () => wechat.calls.includes('/cgi-bin/draft/add'));
  await server.kill9();
  const query = sql(databaseUrl);
  const [left] = await query('select media_id, unanswered from wechat_drafts where document_id = $1', [
    documentId,
  ]);
  await query.end();
  expect(left).toEqual({ media_id: null, unanswered: 'add' });
  return documentId;
}

type Row = {
  state: string;
  media_id: string | null;
  edition_no: number | null;
  advice: string | null;
  code: number | null;
  unanswered: string | null;
  attempts: number;
};
const draftOf = async (documentId: string) =>
  (await product.query<Row>('select * from wechat_drafts where document_id = $1', [documentId]))[0];
const { pushDue } = { pushDue: () => native().pushDue(product.strapi) };
const native = () =>
  nativeModule<typeof import('../../src/plugins/wechat/server/push/push-due')>(
    'plugins/wechat/server/push/push-due',
  );

/** Waits until nothing is to be done with a draft, or not for a while. */
async function pushed(documentId: string): Promise<Row> {
  await settled(product);
  await until('the draft is settled', async () => {
    await pushDue();
    const due = await product.query(
      'select 1 from wechat_drafts where document_id = $1 and next_try_at <= now()',
      [documentId],
    );
    return due.length === 0;
  });
  return (await draftOf(documentId)) as Row;
}
/** Lets the time pass that lies before the next try. */
const laterOn = (documentId: string) =>
  product.query(
    `update wechat_drafts set next_try_at = now(), unanswered_at = unanswered_at - interval '1 minute'
      where document_id = $1`,
    [documentId],
  );
const panel = (path: string, method: string, who: Credentials, body?: object) =>
  call(`${product.url}/wechat${path}`, { method, headers: who.headers, ...(body ? { body } : {}) });
const choose = (documentId: string, more: object = {}, who = publisher) =>
  panel(`/documents/${RECORD}/${documentId}`, 'PUT', who, {
    chosen: true,
    cover: null,
    digest: null,
    ...more,
  });
const view = async (documentId: string, who = publisher) =>
  (await panel(`/documents/${RECORD}/${documentId}`, 'GET', who)).body.data;
/** The drafts that WeChat has of a document. */
const atWechat = (documentId: string) =>
  [...wechat.drafts.values()].filter(({ article }) =>
    String(article.content_source_url).includes(documentId),
  );
const by = (verb: 'withdraw' | 'correct' | 'publish', documentId: string) =>
  act(product.strapi, documents.reviewer, { verb, documentId, input: { reason: '公众号测试的理由' } });
/** A published document of which everybody has heard: a late event would be one more reason to push. */
async function made(more: Values = {}): Promise<string> {
  const documentId = await documents.make('published', more);
  await settled(product);
  return documentId;
}

async function correct(documentId: string, values: Values): Promise<void> {
  await by('correct', documentId);
  const data = documents.values(values);
  await act(product.strapi, documents.editor, { verb: 'edit', documentId, data });
  await act(product.strapi, documents.editor, { verb: 'submit', documentId });
  await act(product.strapi, documents.reviewer, { verb: 'approve', documentId });
  await by('publish', documentId);
}

describe('the draft of a publication', () => {
  test('is there once, though the server was killed when WeChat had it and had not said so', async () => {
    await laterOn(killed);
    const row = await pushed(killed);
    expect(row).toMatchObject({ state: 'drafted', unanswered: null, media_id: atWechat(killed)[0]?.mediaId });
    expect(atWechat(killed)).toHaveLength(1);
  });

  test('is made of the chosen publication, with each picture uploaded once; nobody else may choose', async () => {
    const sharp = globalThis.nativeRequire('sharp') as typeof import('sharp').default;
    const size = { create: { width: 40, height: 30, channels: 3, background: '#cc0000' } } as const;
    for (const format of ['gif', 'webp'] as const) {
      const bytes = await sharp(size).toFormat(format).toBuffer();
      uploaded.push(await upload(product, editor, `图.${format}`, bytes, { type: `image/${format}` }));
    }
    const body = uploaded.map(({ url }) => `<p><img src="${url}"></p>`).join('');
    const documentId = await made({ title: '带图的公告', body: `<p>正文。</p>${body}${body}` });
    expect(await draftOf(documentId)).toBeUndefined();

    expect((await choose(documentId, {}, stranger)).code).toBe('NOT_OWNER');
    expect((await choose(documentId, {}, office)).code).toBe('NOT_OWNER');
    expect((await choose(documentId, {}, editor)).code).toBe('DUTY_REQUIRED');
    expect((await choose(documentId, { digest: '联系人13812345678' })).code).toBe('PERSONAL_DATA_FOUND');
    expect((await choose(documentId, { cover: '/uploads/other.png' })).code).toBe('INVALID_INPUT');
    const outcomes = (await auditOf(product, documentId, 'wechat-choose')).map(({ outcome }) => outcome);
    expect(new Set(outcomes)).toEqual(new Set(['refused']));

    const before = wechat.calls.filter((path) => path.endsWith('uploadimg')).length;
    const answer = await choose(documentId, { cover: uploaded[1]?.url, digest: '自己写的摘要' });
    expect(answer.body.data).toMatchObject({ chosen: true, isDefault: false, digest: '自己写的摘要' });
    expect(await pushed(documentId)).toMatchObject({ state: 'drafted', edition_no: 1 });
    expect(wechat.calls.filter((path) => path.endsWith('uploadimg')).length - before).toBe(2);
    const [draft] = atWechat(documentId);
    expect(draft?.article).toMatchObject({ title: '带图的公告', digest: '自己写的摘要' });
    expect(draft?.article.content_source_url).toBe(`${BASE}/api/disclosure/publications/${documentId}/page`);
    expect(wechat.violations).toEqual([]);
    expect((await auditOf(product, documentId, 'wechat-choose')).at(-1)).toMatchObject({ outcome: 'done' });

    // a second look changes nothing
    const calls = wechat.calls.length;
    await laterOn(documentId);
    await pushed(documentId);
    expect(wechat.calls.length).toBe(calls);
  });

  test('follows a correction, and goes with the withdrawal', async () => {
    const documentId = await made({ title: '更正前的标题' });
    await choose(documentId);
    await pushed(documentId);
    await correct(documentId, { title: '更正后的标题' });
    expect(await pushed(documentId)).toMatchObject({ state: 'drafted', edition_no: 2 });
    expect(atWechat(documentId).map(({ article }) => article.title)).toEqual(['更正后的标题']);
    await by('withdraw', documentId);
    expect(await pushed(documentId)).toMatchObject({ state: 'removed', media_id: null });
    expect(atWechat(documentId)).toEqual([]);
  });

  test('goes when the department decides against it, and comes again', async () => {
    const documentId = await made();
    await choose(documentId);
    await pushed(documentId);
    await choose(documentId, { chosen: false });
    expect(await pushed(documentId)).toMatchObject({ state: 'removed' });
    expect(atWechat(documentId)).toEqual([]);
    await choose(documentId);
    await pushed(documentId);
    expect(atWechat(documentId)).toHaveLength(1);
  });

  test('that a person has published is hers to correct or to delete', async () => {
    const documentId = await made();
    await choose(documentId);
    await pushed(documentId);
    wechat.drafts.clear();
    await correct(documentId, { title: '发表以后的更正' });
    expect(await pushed(documentId)).toMatchObject({ state: 'attention' });
    expect((await view(documentId)).status.advice).toContain('请在公众号更新');
    await by('withdraw', documentId);
    expect((await pushed(documentId)).advice).toContain('请登录微信公众平台删除文章');
    // its department is told, each time once
    const tellings = () =>
      product.query<{ detail: string; times: number; people: number }>(
        `select detail, count(*)::int as times, count(distinct person_id)::int as people from notifications
        where kind = 'wechat' and document_id = $1 group by detail`,
        [documentId],
      );
    await until('both are told', async () => (await tellings()).length === 2);
    const told = await tellings();
    expect(told.every(({ times, people }) => people > 0 && times === people)).toBe(true);
    expect(told.map(({ detail }) => detail).sort()).toEqual([
      expect.stringContaining('信息已撤回'),
      expect.stringContaining('请在公众号更新'),
    ]);
    expect((await panel(`/documents/${RECORD}/${documentId}/settle`, 'POST', stranger)).code).toBe(
      'NOT_OWNER',
    );
    const done = await panel(`/documents/${RECORD}/${documentId}/settle`, 'POST', publisher);
    expect(done.body.data.status).toMatchObject({ state: 'removed', advice: null });
  });

  test('is not added again after a lost answer, nor deleted twice', async () => {
    const documentId = await made();
    wechat.behave({ path: '/cgi-bin/draft/add', times: 1, lose: true });
    await choose(documentId);
    expect(await pushed(documentId)).toMatchObject({ unanswered: 'add', media_id: null, attempts: 1 });
    await laterOn(documentId);
    expect(await pushed(documentId)).toMatchObject({
      state: 'drafted',
      media_id: atWechat(documentId)[0]?.mediaId,
    });
    expect(atWechat(documentId)).toHaveLength(1);

    wechat.behave({ path: '/cgi-bin/draft/delete', times: 1, lose: true });
    await by('withdraw', documentId);
    expect(await pushed(documentId)).toMatchObject({ unanswered: 'delete' });
    await laterOn(documentId);
    expect(await pushed(documentId)).toMatchObject({ state: 'removed', advice: null });
  });

  test('is made with a new token when the old one has ended, and with a new cover when that was removed', async () => {
    const documentId = await made();
    wechat.expireTokens();
    wechat.removeMaterials();
    await choose(documentId);
    expect(await pushed(documentId)).toMatchObject({ state: 'drafted' });
    expect(atWechat(documentId)).toHaveLength(1);
  });

  test('two instances that push at once make it once', async () => {
    const documentId = await made();
    await choose(documentId);
    await Promise.all([pushDue(), pushDue(), pushDue()]);
    await pushed(documentId);
    expect(atWechat(documentId)).toHaveLength(1);
  });

  test.each([
    [-1, 'waiting', '稍后自动再试'],
    [45003, 'failed', '标题太长'],
    // what nobody knows is told in WeChat's own words
    [99999, 'failed', '99999（refused）'],
  ])('error %d: %s, with advice', async (errcode, state, advice) => {
    const documentId = await made();
    wechat.behave({ path: '/cgi-bin/draft/add', times: 1, errcode });
    await choose(documentId);
    const row = await pushed(documentId);
    expect(row).toMatchObject({ state, code: errcode, advice: expect.stringContaining(advice) });
    await laterOn(documentId);
    const again = await panel(`/documents/${RECORD}/${documentId}/retry`, 'POST', publisher);
    expect(again.status).toBe(200);
    expect(await pushed(documentId)).toMatchObject({ state: 'drafted', code: null, advice: null });
    expect(atWechat(documentId)).toHaveLength(1);
  });

  test('a token that is refused again and again is told, and waits', async () => {
    const documentId = await made();
    wechat.behave({ path: '/cgi-bin/draft/add', times: 2, errcode: 40001 });
    await choose(documentId);
    const { state, advice } = await pushed(documentId);
    expect([state, advice]).toEqual(['waiting', expect.stringContaining('核对 AppSecret')]);
    await laterOn(documentId);
    expect(await pushed(documentId)).toMatchObject({ state: 'drafted', advice: null });
  });

  test('the office tries again and says what is published; what goes there stays the department’s', async () => {
    const documentId = await made();
    wechat.behave({ path: '/cgi-bin/draft/add', times: 1, errcode: 45001 });
    await choose(documentId);
    expect(await pushed(documentId)).toMatchObject({ state: 'failed' });
    const path = `/documents/${RECORD}/${documentId}`;
    expect((await choose(documentId, { chosen: false }, office)).code).toBe('NOT_OWNER');
    expect((await panel(`${path}/retry`, 'POST', stranger)).code).toBe('NOT_OWNER');
    expect(await view(documentId, office)).toMatchObject({ mayAttend: true, whyNot: expect.any(String) });
    expect((await panel(`${path}/retry`, 'POST', office)).status).toBe(200);
    expect(await pushed(documentId)).toMatchObject({ state: 'drafted' });
    // a person has published the draft: from now on she corrects the article, and not this system the draft
    await panel(`${path}/settle`, 'POST', office);
    expect(await pushed(documentId)).toMatchObject({ state: 'published' });
    await correct(documentId, { title: '发表以后又更正' });
    expect(await pushed(documentId)).toMatchObject({
      state: 'attention',
      advice: expect.stringContaining('请在公众号更新'),
    });
  });

  test('has the title that the department has written, and then the whole one in its text', async () => {
    const whole = '关于青云谱区洪都街道老旧小区改造工程施工期间实行夜间临时交通管制的公告';
    const documentId = await made({ title: whole });
    expect((await view(documentId)).article).toMatchObject({ isTitleCut: true });
    expect((await choose(documentId, { title: '字'.repeat(33) })).status).toBe(400);
    expect((await choose(documentId, { title: '请打13812345678' })).code).toBe('PERSONAL_DATA_FOUND');
    const answer = await choose(documentId, { title: '洪都街道夜间\n交通管制' });
    expect(answer.body.data).toMatchObject({
      article: { title: '洪都街道夜间 交通管制', isTitleCut: false },
    });
    await pushed(documentId);
    const [draft] = atWechat(documentId);
    expect(draft?.article.title).toBe('洪都街道夜间 交通管制');
    expect(draft?.article.content).toContain(`${whole}</h1>`);
  });

  test.each([
    [40164, '203.0.113.7', false, '/cgi-bin/draft/add'],
    [45009, '明天自动继续', true, '/cgi-bin/draft/add'],
    [48001, '没有该接口的权限', false, '/cgi-bin/draft/add'],
    // where the token is asked for, it is the account that is not in order
    [40001, 'AppSecret 不对', false, '/cgi-bin/stable_token'],
    [88888, '取不到访问凭证', false, '/cgi-bin/stable_token'],
  ])('error %d stops all until it is mended', async (errcode, advice, untilTomorrow, path) => {
    const [first, second] = [await made(), await made()];
    wechat.expireTokens();
    wechat.behave({ path, times: 1, errcode });
    await choose(first);
    await until('it stops', async () => {
      await pushDue();
      return (await product.query('select 1 from wechat_stop')).length > 0;
    });
    await choose(second);
    await pushDue();
    expect([...atWechat(first), ...atWechat(second)]).toEqual([]);
    // whoever waits reads why, and the office is told
    expect((await view(second)).stopped).toContain(advice);
    const [told] = await product.query<{ detail: string }>(
      "select detail from notifications where kind = 'wechat-stopped' order by id desc limit 1",
    );
    expect(told?.detail).toContain(advice);
    const { body } = await panel('/office', 'GET', office);
    expect(body.data.stop.advice).toContain(advice);
    expect(Boolean(body.data.stop.until)).toBe(untilTomorrow);
    expect((await panel('/office/resume', 'POST', publisher)).code).toBe('NOT_ALLOWED');
    expect((await panel('/office/resume', 'POST', office)).body.data.stop).toBeNull();
    for (const documentId of [first, second]) {
      expect(await pushed(documentId)).toMatchObject({ state: 'drafted' });
      expect(atWechat(documentId)).toHaveLength(1);
    }
  });

  test('is submitted only where the office wants that, and never twice', async () => {
    const { settings } = (await panel('/office', 'GET', office)).body.data;
    const save = (more: object) => panel('/office', 'PUT', office, { ...settings, ...more });
    expect((await panel('/office', 'PUT', publisher, settings)).code).toBe('NOT_ALLOWED');
    expect((await save({ autoPublish: true, kinds: ['document'] })).status).toBe(200);
    // by the office's default: a person publishes, and the department has not decided otherwise
    const documentId = await documents.make('approved');
    const reviewer = { ...documents.reviewer, via: 'api' } as const;
    await act(product.strapi, reviewer, { verb: 'publish', documentId });
    expect(await pushed(documentId)).toMatchObject({ state: 'submitted' });
    const lost = await documents.make('approved');
    wechat.behave({ path: '/cgi-bin/freepublish/submit', times: 1, lose: true });
    await act(product.strapi, reviewer, { verb: 'publish', documentId: lost });
    await pushed(lost);
    await laterOn(lost);
    expect(await pushed(lost)).toMatchObject({ state: 'attention' });
    expect((await draftOf(lost))?.advice).toContain('核对是否已发表');
    expect(wechat.calls.filter((path) => path.endsWith('/submit'))).toHaveLength(2);
    // what an import brings in is left alone
    expect(await draftOf(await made())).toBeUndefined();

    for (const id of wechat.published.keys()) wechat.published.set(id, 0);
    await laterOn(documentId);
    expect(await pushed(documentId)).toMatchObject({ state: 'published' });
    expect((await view(documentId)).status.articleUrl).toMatch(/^https:\/\/mp\.weixin\.qq\.com\//);
    await by('withdraw', documentId);
    expect((await pushed(documentId)).advice).toContain('删除已发表的文章');
    await save({});
  });

  test('no secret and no token is in any table or answer', async () => {
    const texts = JSON.stringify([
      await product.query('select * from wechat_drafts'),
      await product.query('select * from wechat_stop'),
      (await panel('/office', 'GET', office)).body,
    ]);
    for (const secret of [ACCOUNT.secret, TOKEN, KEY, 'token_']) expect(texts).not.toContain(secret);
  });
});

const seconds = () => String(Math.floor(Date.now() / 1000));
const sign = (...parts: string[]) =>
  createHash('sha1')
    .update([TOKEN, ...parts].sort().join(''))
    .digest('hex');
const signed = (more: Record<string, string> = {}, timestamp = seconds()) =>
  new URLSearchParams({ timestamp, nonce: 'n', signature: sign(timestamp, 'n'), ...more }).toString();
const post = async (query: string, body: string, type = 'text/xml') => {
  const address = `${product.url}/api/wechat/callback?${query}`;
  const answer = await fetch(address, { method: 'POST', body, headers: { 'content-type': type } });
  return { status: answer.status, text: await answer.text() };
};
let messages = 0;
const message = (fields: Record<string, string>) =>
  `<xml><ToUserName>gh</ToUserName><FromUserName>o1</FromUserName><CreateTime>${seconds()}</CreateTime>${Object.entries(
    { MsgId: `92233720368547758${messages++}`, ...fields },
  )
    .map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`)
    .join('')}</xml>`;
const write = async (Content: string, more: Record<string, string> = {}) =>
  (await post(signed(), message({ MsgType: 'text', Content, ...more }))).text;

describe('the callback', () => {
  test('echoes what WeChat asks it to, when it is WeChat', async () => {
    const get = (query: string) => call(`${product.url}/api/wechat/callback?${query}`);
    expect(await get(signed({ echostr: '437512<b>' }))).toMatchObject({ status: 200, text: '437512<b>' });
    for (const query of [
      signed({ echostr: '1', signature: sign('other') }),
      signed({ echostr: '1' }, String(Number(seconds()) - 301)),
      `${signed({ echostr: '1' })}&signature=x`,
    ])
      expect((await get(query)).status).toBeGreaterThanOrEqual(400);
    expect((await get('echostr=1')).code).toBe('INVALID_QUERY');
  });

  test('an independent library talks to it in safe mode, with the new and the previous key', async () => {
    for (const key of [KEY, OLD_KEY]) {
      const crypto = new WechatCrypto(TOKEN, key, ACCOUNT.appId);
      const sealed = crypto.encrypt(message({ MsgType: 'event', Event: 'subscribe', MsgId: '' }));
      const timestamp = seconds();
      const msg_signature = crypto.getSignature(timestamp, 'n', sealed);
      const query = new URLSearchParams({ timestamp, nonce: 'n', encrypt_type: 'aes', msg_signature });
      const { status, text } = await post(
        query.toString(),
        `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
      );
      expect(status).toBe(200);
      const part = (name: string) =>
        new RegExp(`<${name}>(?:<!\\[CDATA\\[)?([^\\]<]*)`).exec(text)?.[1] ?? '';
      expect(part('MsgSignature')).toBe(
        crypto.getSignature(part('TimeStamp'), part('Nonce'), part('Encrypt')),
      );
      const opened = crypto.decrypt(part('Encrypt'));
      expect(opened.id).toBe(ACCOUNT.appId);
      expect(opened.message).toContain('欢迎关注');
    }
  });

  test('a word finds the best publication, 更多 the others; withdrawn ones are never named', async () => {
    const [one, two] = [await made({ title: '驫驫路改造公告' }), await made({ title: '驫驫路验收公告' })];
    await settled(product);
    const first = await write('驫驫路验收');
    expect(first).toContain('<MsgType><![CDATA[news]]>');
    expect(first).toContain(`<Url><![CDATA[${BASE}/api/disclosure/publications/${two}/page]]>`);
    expect(await write('驫驫路')).toContain('另有1条');
    // 更多 goes on behind what has been seen, and says when there is no more
    const more = await write('更多');
    expect([more.includes(one), more.includes(two)].sort()).toEqual([false, true]);
    expect(await write('更多。')).toContain('都已列出');
    const all = await write('更多 驫驫路');
    for (const id of [one, two])
      expect(all).toContain(`<a href="${BASE}/api/disclosure/publications/${id}/page">`);
    await by('withdraw', two);
    expect(await write('更多 驫驫路')).not.toContain(two);
    const { settings } = (await panel('/office', 'GET', office)).body.data;
    await panel('/office', 'PUT', office, { ...settings, nothing: '咨询电话：0791-0000' });
    const nothing = await write('没有这样的词語彁');
    for (const part of ['没有找到', `${BASE}/api/requests/form`, '咨询电话：0791-0000'])
      expect(nothing).toContain(part);
    await panel('/office', 'PUT', office, settings);
    expect(await product.query("select 1 from wechat_messages where sender in ('o1', 'o2')")).toEqual([]);
  });

  test('what holds a part of the words alone does not look like an answer; who says hello is told how to look', async () => {
    await made({ title: '驫驫路改造公告' });
    await settled(product);
    const partly = await write('驫驫路婚姻登记');
    expect(partly).toContain('没有完全符合');
    expect(partly).toContain('<MsgType><![CDATA[text]]>');
    for (const words of ['你好', '😀', '1', '谢谢', '人工客服']) {
      const answer = await write(words);
      expect(answer).toContain('<MsgType><![CDATA[text]]>');
      expect(answer).not.toContain('没有找到');
    }
  });

  test('a link leads to a page that people can read, and to why it is gone', async () => {
    const documentId = await made({ title: '给人读的<公告>' });
    const open = (id: string) =>
      // WeChat adds parameters of its own
      call(`${product.url}/api/disclosure/publications/${id}/page?from=singlemessage&isappinstalled=0`);
    const page = await open(documentId);
    expect(page).toMatchObject({ status: 200, text: expect.stringContaining('竣工验收备案材料。') });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    await by('withdraw', documentId);
    await until('the kept page is forgotten', async () => (await open(documentId)).status === 410);
    const gone = await open(documentId);
    expect(gone.text).toContain('公众号测试的理由');
    expect(gone.text).not.toContain('竣工验收备案材料。');
    expect(await open('nonsense')).toMatchObject({ status: 404, text: expect.stringContaining('<h1>') });
    expect((await open(await documents.make('approved'))).status).toBe(404);
  });

  test('menu, events and other kinds', async () => {
    const { settings } = (await panel('/office', 'GET', office)).body.data;
    const menu = [{ key: 'NEW', kind: 'column', value: 'major-construction-projects' }];
    await panel('/office', 'PUT', office, { ...settings, welcome: '自己的欢迎语', menu });
    const event = async (Event: string, more = {}) =>
      (await post(signed(), message({ MsgType: 'event', Event, ...more }))).text;
    expect(await event('subscribe')).toContain('自己的欢迎语');
    expect(await event('CLICK', { EventKey: 'NEW' })).toContain('最新公开');
    expect(await event('CLICK', { EventKey: 'OLD' })).toContain('还没有设置');
    for (const kind of ['VIEW', 'unsubscribe', 'hologram']) expect(await event(kind)).toBe('success');
    const other = (MsgType: string) => post(signed(), message({ MsgType }));
    expect((await other('image')).text).toContain('请发送文字');
    expect(await other('hologram')).toEqual({ status: 200, text: 'success' });
    const json = `{"ToUserName":"gh","FromUserName":"o2","CreateTime":1,"MsgType":"text","MsgId":9223372036854775807,"Content":"更多"}`;
    expect(JSON.parse((await post(signed(), json, 'application/json')).text)).toMatchObject({
      MsgType: 'text',
    });
    await panel('/office', 'PUT', office, settings);
  });

  test('a message that comes again gets the same answer, also when both are on their way', async () => {
    const documentId = await made({ title: '飍飍路公告' });
    await settled(product);
    const sent = message({ MsgType: 'text', Content: '飍飍路' });
    const both = await Promise.all([post(signed(), sent), post(signed(), sent)]);
    const [{ text: first }, { text: second }] = both as [{ text: string }, { text: string }];
    const withoutTime = (text: string) => text.replace(/<CreateTime>\d+/, '');
    expect(withoutTime(first)).toBe(withoutTime(second));
    expect(first).toContain(documentId);
    await by('withdraw', documentId);
    expect(withoutTime((await post(signed(), sent)).text)).toBe(withoutTime(first));
  });

  test('an answer that takes too long is told in time', async () => {
    const { handleMessage } = nativeModule<
      typeof import('../../src/plugins/wechat/server/callback/handle-message')
    >('plugins/wechat/server/callback/handle-message');
    const client = await product.query.pool.connect();
    await client.query('begin');
    await client.query('lock table wechat_messages in access exclusive mode');
    const fields = { MsgType: 'text', Content: '许可', MsgId: 'slow', FromUserName: 'o1' };
    expect(await handleMessage(product.strapi, fields, 300)).toMatchObject({
      content: expect.stringContaining('请稍后再发'),
    });
    await client.query('rollback');
    client.release();
  });

  test.each([
    ['forged', () => post(signed({ signature: sign('x') }), message({ MsgType: 'text' })), 403],
    ['replayed', () => post(signed({}, String(Number(seconds()) - 400)), message({ MsgType: 'text' })), 403],
    ['of another account', () => safely('wx9999999999999999'), 403],
    ['encrypted with another key', () => safely(ACCOUNT.appId, `z${KEY.slice(1)}`), 403],
    ['expanding entities', () => post(signed(), '<!DOCTYPE x [<!ENTITY a "b">]><xml>&a;</xml>'), 400],
    [
      'of one megabyte',
      () => post(signed(), message({ MsgType: 'text', Content: 'x'.repeat(1_048_576) })),
      413,
    ],
    ['empty', () => post(signed(), ''), 400],
    ['a form', () => post(signed(), 'a=b', 'application/x-www-form-urlencoded'), 400],
    [
      'of an unknown encryption',
      () => post(signed({ encrypt_type: 'rot13' }), message({ MsgType: 'text' })),
      400,
    ],
  ])('what is %s is refused', async (_what, send, status) => {
    expect((await send()).status).toBe(status);
  });

  function safely(appId: string, key = KEY) {
    const crypto = new WechatCrypto(TOKEN, key, appId);
    const sealed = crypto.encrypt(message({ MsgType: 'text', Content: '低保' }));
    const timestamp = seconds();
    const msg_signature = crypto.getSignature(timestamp, 'n', sealed);
    const query = new URLSearchParams({ timestamp, nonce: 'n', encrypt_type: 'aes', msg_signature });
    return post(query.toString(), JSON.stringify({ Encrypt: sealed }), 'application/json');
  }
});

describe('articles for a tool', () => {
  const ARTICLES = '/api/wechat/articles';
  const ids = (answer: { body: { data: { documentId: string }[] } }) =>
    answer.body.data.map(({ documentId }) => documentId);

  test('are what is public now, newest first, page by page, without what a department declines', async () => {
    const since = new Date().toISOString();
    const [one, two, three] = [await made(), await made(), await made()];
    await choose(two, { chosen: false });
    const query = `?since=${encodeURIComponent(since)}&column=major-construction-projects`;
    expect(ids(await read(product, `${ARTICLES}${query}`))).toEqual([three, one]);
    const first = await read(product, `${ARTICLES}${query}&limit=1`);
    expect(ids(first)).toEqual([three]);
    const rest = await read(product, `${ARTICLES}${query}&limit=2&cursor=${first.body.meta.nextCursor}`);
    expect(ids(rest)).toEqual([one]);
    const foreign = await read(product, `${ARTICLES}?column=policy&cursor=${first.body.meta.nextCursor}`);
    expect(foreign).toMatchObject({ status: 400, code: 'INVALID_CURSOR' });
    expect(ids(await read(product, `${ARTICLES}?column=nonsense`))).toEqual([]);

    const answer = await read(product, `${ARTICLES}/${one}`);
    expect(answer.body.data).toMatchObject({
      ...{ documentId: one, title: '竣工验收备案表', chosen: false, isCut: false, cover: null },
      contentSourceUrl: `${BASE}/api/disclosure/publications/${one}/page`,
      content: expect.stringContaining('竣工验收备案材料。</p>'),
    });
    const known = await call(`${product.url}${ARTICLES}/${one}`, {
      headers: { 'if-none-match': String(answer.headers.get('etag')) },
    });
    expect(known.status).toBe(304);
    await by('withdraw', one);
    expect(await read(product, `${ARTICLES}/${one}`)).toMatchObject({ status: 410, code: 'WITHDRAWN' });
    expect(ids(await read(product, `${ARTICLES}${query}`))).toEqual([three]);
    const draft = await documents.make('approved');
    expect((await read(product, `${ARTICLES}/${draft}`)).status).toBe(404);
  });

  test('every page of the demo keeps the limits', async () => {
    let cursor = '';
    do {
      const { body } = await read(product, `${ARTICLES}?limit=100${cursor ? `&cursor=${cursor}` : ''}`);
      for (const { title, author, digest, content } of body.data) {
        expect([[...title].length <= 32, [...author].length <= 16, [...digest].length <= 128]).toEqual([
          true,
          true,
          true,
        ]);
        expect(content.length).toBeLessThan(20_000);
        expect(content).not.toMatch(/<(script|style|iframe|div)|\sclass=|\son\w+=/);
      }
      cursor = body.meta.nextCursor ?? '';
    } while (cursor);
  });

  test.each(['since=x', 'limit=0', 'limit=1&limit=2', 'other=1', 'cursor=abc'])(
    '%s is refused',
    async (query) => {
      expect((await read(product, `${ARTICLES}?${query}`)).status).toBe(400);
    },
  );
});
