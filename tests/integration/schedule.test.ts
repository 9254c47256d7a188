/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Member } from '../../src/plugins/disclosure/server/types';
import { startServer, type TestServer } from '../support';
import { call } from './helpers/call';
import { act, type Documents, documentsOf, IN_AN_HOUR, RECORD } from './helpers/documents';
import { engine } from './helpers/native';
import { type Credentials, demoMember, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { auditOf, moveSchedule, until } from './helpers/schedules';

/** 定时发布: once, at its time, whatever happens to the instances meanwhile. */
let product: Product;
let documents: Documents;
let reviewer: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  reviewer = await signInApi(product, 'housing-construction-reviewer@example.test', product.demoPassword);
});
afterAll(() => product.stop());

const get = (path: string, of: { url: string } = product) => call(`${of.url}/api/disclosure${path}`);
const isPublic = async (documentId: string, of: { url: string } = product) =>
  (await get(`/publications/${documentId}`, of)).status === 200;
const by = (member: Member, verb: Parameters<typeof act>[2]['verb'], documentId: string, more = {}) =>
  act(product.strapi, member, { verb, documentId, ...more });
const rest = (documentId: string, verb: string, body: object) =>
  call(`${product.url}/api/major-construction-projects/records/${documentId}/${verb}`, {
    method: 'POST',
    headers: reviewer.headers,
    body,
  });
const stateOf = async (documentId: string) => {
  const [row] = await product.query<{ state: string }>(
    'select state from major_construction_projects_records where document_id = $1 and published_at is null',
    [documentId],
  );
  return row?.state;
};
const schedulesOf = (documentId: string) =>
  product.query<{ failure: string | null }>('select failure from schedules where document_id = $1', [
    documentId,
  ]);
const publishDue = (now: Date) =>
  engine<typeof import('../../src/plugins/disclosure/server/jobs/publish-scheduled')>(
    'jobs/publish-scheduled',
  ).publishDue(product.strapi, now);
const LATER = new Date(Date.now() + 2 * 3_600_000);

/** Changes a working copy behind the gate's back, as an office's change of the world would. */
const spoil = (documentId: string, values: object) =>
  product.strapi.db.transaction(async ({ trx }) => {
    const knex = trx as unknown as import('knex').Knex.Transaction;
    await knex.raw("select set_config('app.actor_dept', 'housing-construction', true)");
    await knex('major_construction_projects_records')
      .where({ document_id: documentId })
      .whereNull('published_at')
      .update(values);
  });

describe('scheduling', () => {
  test.each([
    ['nothing', {}],
    ['a day without a time', { publishAt: '2099-01-01' }],
    ['a time without its offset', { publishAt: '2099-01-01T08:00:00' }],
    ['words', { publishAt: '明天上午' }],
    ['a number', { publishAt: 4_070_880_000 }],
    ['the present', { publishAt: new Date().toISOString() }],
    ['the past', { publishAt: '2001-01-01T00:00:00+08:00' }],
    ['the year 9999', { publishAt: '9999-12-31T23:59:59Z' }],
    ['a day that does not exist', { publishAt: '2027-02-30T00:00:00Z' }],
  ])('%s is refused, and the document stays where it is', async (_what, body) => {
    const documentId = await documents.make('approved');
    const answer = await rest(documentId, 'schedule', body);
    expect([answer.status, answer.code]).toEqual([400, 'INVALID_INPUT']);
    expect(await stateOf(documentId)).toBe('approved');
    expect(await schedulesOf(documentId)).toEqual([]);
  });

  test('asks for all that publishing asks for, at once', async () => {
    const incomplete = await documents.make('approved');
    await spoil(incomplete, { body: null });
    expect((await rest(incomplete, 'schedule', IN_AN_HOUR)).code).toBe('INVALID_CONTENT');
    const personal = await documents.make('approved');
    await spoil(personal, { body: '<p>身份证号11010519491231002X</p>' });
    expect((await rest(personal, 'schedule', IN_AN_HOUR)).code).toBe('PERSONAL_DATA_FOUND');
  });

  test('is seen on the desk and in the interface, and not by the public', async () => {
    const documentId = await documents.make('scheduled');
    const { body } = await call(
      `${product.url}/api/major-construction-projects/records/${documentId}/workflow`,
      { headers: reviewer.headers },
    );
    expect(body.data).toMatchObject({
      state: 'scheduled',
      stateName: '定时待发布',
      schedule: { failure: null },
    });
    expect(Date.parse(body.data.schedule.publishAt)).toBe(Date.parse(IN_AN_HOUR.publishAt));
    expect(body.data.schedule.publishAt).toMatch(/\+08:00$/);
    expect(await isPublic(documentId)).toBe(false);
    expect((await get(`/publications/${documentId}`)).status).toBe(404);
  });

  test.each([
    ['taken back', 'unschedule', {}],
    ['published at once', 'publish', {}],
    ['returned by the reviewer', 'return', { reason: '还有问题' }],
  ])('what is %s is not published at its time', async (_what, verb, body) => {
    const documentId = await documents.make('scheduled');
    expect((await rest(documentId, verb, body)).status).toBe(200);
    expect(await schedulesOf(documentId)).toEqual([]);
    const before = await auditOf(product, documentId, 'publish');
    await publishDue(LATER);
    expect(await auditOf(product, documentId, 'publish')).toEqual(before);
  });

  test('a withdrawal by the office stops the correction that was scheduled', async () => {
    const documentId = await documents.make('scheduled, live');
    const office = await demoMember(product.strapi, 'office-supervisor');
    await by(office, 'withdraw', documentId, { input: { reason: '责令撤回' } });
    await publishDue(LATER);
    expect(await stateOf(documentId)).toBe('withdrawn');
    expect((await get(`/publications/${documentId}`)).status).toBe(410);
  });

  test('cannot be edited, and an edit tried says what to do', async () => {
    const documentId = await documents.make('scheduled');
    await expect(by(documents.editor, 'edit', documentId, { data: { title: 'x' } })).rejects.toMatchObject({
      code: 'INVALID_TRANSITION',
      message: expect.stringContaining('定时待发布'),
    });
  });
});

describe('at its time', () => {
  test('it is public within two seconds, by the standing order of its owner', async () => {
    const documentId = await documents.make('scheduled');
    await moveSchedule(product, documentId, 1);
    expect(await isPublic(documentId)).toBe(false);
    expect(await until('the publication', () => isPublic(documentId))).toBeLessThan(3_000);
    expect(await auditOf(product, documentId, 'publish')).toEqual([
      expect.objectContaining({
        outcome: 'done',
        actor: expect.objectContaining({ name: '定时发布', department: 'housing-construction' }),
      }),
    ]);
    expect(await schedulesOf(documentId)).toEqual([]);
  });

  test('a correction replaces what is public then, and not before', async () => {
    const documentId = await documents.make('draft, live');
    await by(documents.editor, 'edit', documentId, { data: { title: '更正后的标题' } });
    await by(documents.editor, 'submit', documentId);
    await by(documents.reviewer, 'approve', documentId);
    await by(documents.reviewer, 'schedule', documentId, { input: IN_AN_HOUR });
    const title = async () => (await get(`/publications/${documentId}`)).body.data.title;
    expect(await title()).not.toBe('更正后的标题');
    await publishDue(LATER);
    expect(await title()).toBe('更正后的标题');
  });

  test('once, however many look at the same time', async () => {
    const ids = await Promise.all([1, 2, 3].map(() => documents.make('scheduled')));
    const looks = await Promise.all(Array.from({ length: 4 }, () => publishDue(LATER)));
    expect(looks.reduce((sum, { published }) => sum + published, 0)).toBeGreaterThanOrEqual(3);
    for (const documentId of ids) {
      expect((await auditOf(product, documentId, 'publish')).map(({ outcome }) => outcome)).toEqual(['done']);
      const editions = await product.query('select 1 from editions where document_id = $1', [documentId]);
      expect(editions).toHaveLength(1);
    }
  });

  test('the department that has taken it over publishes it', async () => {
    const documentId = await documents.make('scheduled');
    const office = await demoMember(product.strapi, 'office-supervisor');
    await by(office, 'transfer', documentId, { input: { reason: '机构改革', department: 'audit' } });
    await publishDue(LATER);
    expect((await get(`/publications/${documentId}`)).body.data.owner).toBe('audit');
  });

  test.each([
    ['incomplete', { body: null }, '请填写“正文”'],
    ['with personal data', { body: '<p>身份证号11010519491231002X</p>' }, '个人信息'],
  ])('what is %s by then goes back to 待发布 with the reason, once', async (_what, values, words) => {
    const documentId = await documents.make('scheduled');
    await spoil(documentId, values);
    await Promise.all([publishDue(LATER), publishDue(LATER)]);
    expect(await stateOf(documentId)).toBe('approved');
    expect(await isPublic(documentId)).toBe(false);
    expect(await schedulesOf(documentId)).toEqual([{ failure: expect.stringContaining(words) }]);
    expect(await auditOf(product, documentId, 'unschedule')).toEqual([
      expect.objectContaining({ outcome: 'done', reason: expect.stringContaining(words) }),
    ]);
    const told = await product.query<{ topic: string }>(
      "select topic from outbox where document_id = $1 and topic like 'document.%schedule%' order by id",
      [documentId],
    );
    expect(told.map(({ topic }) => topic)).toEqual(['document.scheduled', 'document.schedule-failed']);
    // it is not tried again by itself; mended and scheduled anew the reason is gone
    expect(await publishDue(LATER)).toMatchObject({ published: 0, refused: 0 });
    await spoil(documentId, { body: '<p>正文</p>' });
    await by(documents.reviewer, 'schedule', documentId, { input: IN_AN_HOUR });
    expect(await schedulesOf(documentId)).toEqual([{ failure: null }]);
  });
});

describe('caches', () => {
  const cacheControl = async (path: string) => (await get(path)).headers.get('cache-control');
  const lifetime = async (path: string) =>
    Number(/max-age=(\d+)/.exec((await cacheControl(path)) ?? '')?.[1] ?? 0);

  test('may keep a public answer, and a 404, for half a minute', async () => {
    await publishDue(LATER);
    await product.query("select pg_notify('disclosure_wake', '')");
    await until('a lifetime', async () => (await lifetime('/domains')) === 30);
    const half = expect.stringMatching(/^public, max-age=30(, stale-while-revalidate=\d+)?$/);
    expect(await cacheControl('/publications?limit=1')).toEqual(half);
    expect(await cacheControl('/publications/no-such-document')).toEqual(half);
  });

  test('never keep one beyond the next publication; what is overdue is not kept at all', async () => {
    const documentId = await documents.make('scheduled');
    await moveSchedule(product, documentId, 8);
    await until('a shorter lifetime', async () => (await lifetime('/domains')) <= 8);
    expect(await lifetime(`/publications/${documentId}`)).toBeLessThanOrEqual(8);
    await by(documents.reviewer, 'unschedule', documentId);
    await until('the usual lifetime', async () => (await lifetime('/domains')) === 30);
  });

  test('keep nothing that a sign-in was shown, and no page of the panel', async () => {
    const signedIn = await call(`${product.url}/api/disclosure/domains`, { headers: reviewer.headers });
    expect(signedIn.headers.get('cache-control')).toBeNull();
    const panel = await signInPanel(product, 'office-supervisor@example.test', product.demoPassword);
    const desk = await call(`${product.url}/disclosure/desk`, { headers: panel.headers });
    expect(desk.headers.get('cache-control') ?? '').not.toContain('public');
    expect((await call(`${product.url}/api/disclosure/domains?x=1`)).headers.get('cache-control')).toBeNull();
  });
});

describe('with two instances', () => {
  let second: TestServer;
  beforeAll(async () => {
    second = await startServer({ demo: true, databaseUrl: product.databaseUrl });
  }, 300_000);
  afterAll(() => second?.stop());

  test('both see it come, one publishes it', async () => {
    const ids = await Promise.all([1, 2, 3, 4].map(() => documents.make('scheduled')));
    await product.query(
      "update schedules set publish_at = now() + interval '1 second' where document_id = any($1)",
      [ids],
    );
    await product.query("select pg_notify('disclosure_wake', '')");
    for (const documentId of ids) {
      await until('the publication', () => isPublic(documentId, second));
      expect((await auditOf(product, documentId, 'publish')).map(({ outcome }) => outcome)).toEqual(['done']);
    }
  });

  test('the other one hears of a schedule and shortens what caches keep of its answers', async () => {
    const documentId = await documents.make('scheduled');
    await moveSchedule(product, documentId, 6);
    const kept = async () =>
      Number(
        /max-age=(\d+)/.exec((await get('/domains', second)).headers.get('cache-control') ?? '')?.[1] ?? 0,
      );
    await until('a shorter lifetime', async () => (await kept()) <= 6, 2_000);
    await by(documents.reviewer, 'unschedule', documentId);
  });
});

test('what came due while nothing ran is published at the start', async () => {
  const documentId = await documents.make('scheduled');
  const { databaseUrl } = product;
  await product.query(
    "update schedules set publish_at = now() + interval '1 second' where document_id = $1",
    [documentId],
  );
  // nobody has been told: the instance ends before it looks again
  await product.stop();
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  product = await startProduct({ databaseUrl });
  documents = await documentsOf(product);
  await until('the publication', () => isPublic(documentId));
  expect((await auditOf(product, documentId, 'publish')).map(({ outcome }) => outcome)).toEqual(['done']);
}, 300_000);

test('another department does not learn of it', async () => {
  const documentId = await documents.make('scheduled');
  const stranger = await signInPanel(product, 'finance-reviewer@example.test', product.demoPassword);
  for (const verb of ['schedule', 'unschedule']) {
    const answer = await call(`${product.url}/disclosure/desk/${RECORD}/${documentId}/${verb}`, {
      method: 'POST',
      headers: stranger.headers,
      body: verb === 'schedule' ? IN_AN_HOUR : {},
    });
    expect([answer.status, answer.code]).toEqual([403, 'NOT_OWNER']);
  }
});
