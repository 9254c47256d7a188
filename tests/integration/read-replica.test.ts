/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { createTestDatabase, startServer, type TestServer } from '../support';
import { startReplica, type TestReplica } from '../support/replica';
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { engine } from './helpers/native';
import { signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS } from './helpers/reads';
import { until } from './helpers/schedules';

/** Two instances on one PostgreSQL with a streaming replica: nobody is told what the replica does not know yet. */
let replica: TestReplica;
let product: Product;
let second: TestServer;
let documents: Documents;
/** a path no cache knows, so that the answer comes from a database */
let count = 0;
const uncached = (path: string) =>
  `${path}${path.includes('?') ? '&' : '?'}on=20${10 + (count++ % 90)}-01-01`;

const source = () =>
  engine<typeof import('../../src/plugins/disclosure/server/replica/public-reads')>('replica/public-reads')
    .replicaOf(product.strapi)
    ?.source() ?? null;
const readsReplica = () => until('the replica', async () => source() !== null, 20_000);

beforeAll(async () => {
  const databaseUrl = await createTestDatabase('demo');
  replica = await startReplica();
  const DATABASE_READ_URL = replica.urlOf(databaseUrl);
  product = await startProduct({ databaseUrl, env: { DATABASE_READ_URL } });
  second = await startServer({ databaseUrl, demo: true, env: { DATABASE_READ_URL } });
  documents = await documentsOf(product);
  await readsReplica();
}, 300_000);
afterAll(async () => {
  await second?.stop();
  await product?.stop();
  await replica?.stop();
});

const get = (path: string, { url }: { url: string } = product, headers = {}) =>
  call(`${url}${path}`, { headers });
const detail = (documentId: string) => `${PUBLICATIONS}/${documentId}`;
const newest = `${PUBLICATIONS}?domain=major-construction-projects&limit=100`;

/** How many statements of a table each of the two connections has been asked while work ran. */
async function asked(work: () => Promise<unknown>): Promise<{ primary: number; replica: number }> {
  const counts = { primary: 0, replica: 0 };
  const hear =
    (name: 'primary' | 'replica') =>
    ({ sql }: { sql: string }) => {
      if (/publications/.test(sql)) counts[name] += 1;
    };
  const [primaryKnex, replicaKnex] = [product.strapi.db.connection, source()?.knex];
  const [one, other] = [hear('primary'), hear('replica')];
  primaryKnex.on('query', one);
  replicaKnex?.on('query', other);
  await work();
  primaryKnex.removeListener('query', one);
  replicaKnex?.removeListener('query', other);
  return counts;
}

test.each([
  ['a list', () => uncached(PUBLICATIONS)],
  ['a detail', () => uncached(detail(documents.project))],
  ['editions', () => `${detail(documents.project)}/editions`],
  ['the domains', () => '/api/disclosure/domains'],
  ['the departments', () => '/api/disclosure/departments'],
  ['a chain', () => `/api/major-construction-projects/projects/${documents.project}/chain`],
  ['the coverage', () => '/api/disclosure/coverage?domain=major-construction-projects'],
  ['an export', () => '/api/disclosure/publications/export?format=csv&domain=major-construction-projects'],
])('%s is read from the replica by anybody, with the answer of the primary', async (_what, path) => {
  const address = path();
  let anonymous = await get('/api/disclosure/columns');
  const counts = await asked(async () => {
    anonymous = await get(address);
  });
  expect([counts.replica > 0, counts.primary, anonymous.status]).toEqual([true, 0, 200]);
  const signedIn = await asked(async () => {
    const answer = await get(address, product, { cookie: 'somebody=1' });
    expect(answer.text).toBe(anonymous.text);
  });
  expect([signedIn.replica, signedIn.primary > 0]).toEqual([0, true]);
});

test('a search and GraphQL are read from the replica too', async () => {
  const query = '{ publications(limit: 3) { data { title ownerName } } }';
  for (const work of [
    () => get(`/api/disclosure/search?q=${encodeURIComponent('竣工验收')}`),
    () => call(`${product.url}/graphql`, { method: 'POST', body: { query } }),
  ]) {
    const counts = await asked(async () => expect((await work()).status).toBe(200));
    expect([counts.replica > 0, counts.primary]).toEqual([true, 0]);
  }
});

test('while the replica is behind, nobody is shown an older answer, on any instance', async () => {
  await readsReplica();
  await replica.pause();
  try {
    const title = `竣工验收备案表${Date.now()}`;
    const documentId = await documents.make('approved', { title });
    for (const one of [product, second]) expect((await get(detail(documentId), one)).status).toBe(404);
    const { headers } = await signInApi(
      product,
      'housing-construction-reviewer@example.test',
      product.demoPassword,
    );
    const verb = (name: string, body: object) =>
      call(`${product.url}/api/major-construction-projects/records/${documentId}/${name}`, {
        method: 'POST',
        headers,
        body,
      });
    expect((await verb('publish', {})).status).toBe(200);
    // whoever has published reads it at once
    expect((await get(detail(documentId))).status).toBe(200);
    expect((await get(uncached(newest))).text).toContain(title);
    await until(
      'the other instance',
      async () => (await get(detail(documentId), second)).status === 200,
      1_000,
    );
    const statuses: number[] = [];
    for (let i = 0; i < 20; i++) statuses.push((await get(uncached(detail(documentId)), second)).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(source()).toBeNull();
    expect((await verb('withdraw', { reason: '内容有误' })).status).toBe(200);
    expect((await get(detail(documentId))).status).toBe(410);
    await until(
      'the other instance',
      async () => (await get(detail(documentId), second)).status === 410,
      1_000,
    );
    for (const one of [product, second]) {
      expect((await get(uncached(newest), one)).text).not.toContain(title);
      expect((await get(uncached(detail(documentId)), one)).status).toBe(410);
    }
  } finally {
    await replica.resume();
  }
  await readsReplica();
});

test('documents come and go while both instances are read: no reader sees an older state after a newer one', async () => {
  let isOver = false;
  const seen: string[] = [];
  /** One reader: the state of a document may only go on: 404, 200, 410. */
  const watch = async (documentId: string, { url }: { url: string }) => {
    const order = [404, 200, 410];
    let last = 0;
    while (!isOver) {
      const path = Math.random() < 0.5 ? detail(documentId) : uncached(detail(documentId));
      const place = order.indexOf((await call(`${url}${path}`)).status);
      if (place < last) seen.push(`${url}: ${order[place]} after ${order[last]}`);
      last = Math.max(last, place);
    }
    return last;
  };
  const ids = await Promise.all([1, 2, 3].map(() => documents.make('approved')));
  const readers = ids.flatMap((id) => [watch(id, product), watch(id, second)]);
  for (const documentId of ids) {
    await act(product.strapi, documents.reviewer, { verb: 'publish', documentId });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await act(product.strapi, documents.reviewer, {
      verb: 'withdraw',
      documentId,
      input: { reason: '内容有误' },
    });
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  isOver = true;
  expect(await Promise.all(readers)).toEqual(readers.map(() => 2));
  expect(seen).toEqual([]);
}, 60_000);

test('a replica that ends is replaced by the primary, and read again when it is back', async () => {
  await readsReplica();
  await replica.kill();
  const answers = [];
  for (let i = 0; i < 10; i++) answers.push((await get(uncached(PUBLICATIONS))).status);
  expect(new Set(answers)).toEqual(new Set([200]));
  expect(source()).toBeNull();
  await replica.start();
  await readsReplica();
  expect((await asked(() => get(uncached(PUBLICATIONS)))).replica).toBeGreaterThan(0);
});
