/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { startServer, type TestServer } from '../support';
import { type Answer, call } from './helpers/call';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { until } from './helpers/schedules';

/** Registered readers and pages of other sites: two instances on one database. */
let product: Product;
let other: TestServer;
let office: Credentials;
let department: Credentials;
const TRUSTED = 'https://www.example.gov.cn';

beforeAll(async () => {
  const env = { CORS_ORIGINS: TRUSTED };
  product = await startProduct({ env });
  other = await startServer({ demo: true, databaseUrl: product.databaseUrl, env });
  office = await signInPanel(product, 'office-supervisor@example.test', product.demoPassword);
  department = await signInPanel(product, 'finance-reviewer@example.test', product.demoPassword);
});
afterAll(async () => {
  await other?.stop();
  await product.stop();
});

const REGISTERED = '/consumers/registered';
const asked = (method: string, path: string, body?: unknown, who = office): Promise<Answer> =>
  call(`${product.url}${path}`, { method, body, headers: who.headers });
const consumer = (more: object = {}) => ({
  name: '某数据公司',
  contact: '张三 010-12345678',
  purpose: '聚合公开信息',
  perDay: 1000,
  perMinute: 500,
  expiresOn: null,
  ...more,
});
async function register(more: object = {}): Promise<{ id: number; key: string }> {
  const answer = await asked('POST', REGISTERED, consumer(more));
  expect({ status: answer.status, text: answer.status === 201 ? '' : answer.text }).toEqual({
    status: 201,
    text: '',
  });
  // so long another instance may not know a new key
  await new Promise((resolve) => setTimeout(resolve, 250));
  return answer.body.data;
}
const read = (key: string, at: { url: string } = product, path = '/api/disclosure/departments') =>
  call(`${at.url}${path}`, { headers: { 'x-api-key': key } });
const view = async () => (await asked('GET', REGISTERED)).body.data;

/** Waits for a minute with enough left of it, so that a window does not end under the test. */
async function inOneMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 15_000) await new Promise((resolve) => setTimeout(resolve, left + 50));
}

test('a key is shown once, and kept as a hash', async () => {
  const { id, key } = await register();
  expect(key).toMatch(/^gk_[A-Za-z0-9_-]{43}$/);
  const kept = JSON.stringify(await product.query('select * from api_consumers'));
  expect(kept).not.toContain(key);
  expect(JSON.stringify(await view())).not.toContain(key);
  const audit = await product.query<{ verb: string; details: unknown }>(
    'select verb, details from audit_entries where document_id = $1',
    [`api-consumer-${id}`],
  );
  expect(audit.map(({ verb }) => verb)).toEqual(['consumer-register']);
  expect(JSON.stringify(audit)).not.toContain(key);
});

test('a consumer reads by her key on every instance and is told her limits', async () => {
  const { key } = await register({ perMinute: 100 });
  for (const at of [product, other]) {
    const { status, headers } = await read(key, at);
    expect(status).toBe(200);
    expect(headers.get('x-ratelimit-limit')).toBe('100');
    expect(headers.get('x-ratelimit-limit-day')).toBe('1000');
    expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(100);
    expect(Number(headers.get('x-ratelimit-reset'))).toBeLessThanOrEqual(60);
    expect(headers.get('cache-control') ?? '').not.toMatch(/public/);
    expect(headers.get('vary')).toMatch(/X-API-Key/i);
  }
  expect(
    (await call(`${product.url}/api/disclosure/departments`)).headers.get('x-ratelimit-limit'),
  ).toBeNull();
});

test.each([
  ['nonsense', 'nonsense'],
  ['a key that is nobody’s', `gk_${'A'.repeat(43)}`],
  ['a very long one', 'x'.repeat(4000)],
])('with %s nobody reads', async (_name, key) => {
  const answer = await read(key);
  expect([answer.status, answer.code]).toEqual([401, 'INVALID_API_KEY']);
  expect(answer.body.error.message).toMatch(/接口密钥/);
  expect((await read(key, product, '/graphql')).status).toBe(401);
});

test('over all instances together, no more than the minute’s limit gets through; then 429', async () => {
  await inOneMinute();
  const { key } = await register({ perMinute: 60 });
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => read(key, index % 2 ? product : other)),
  );
  const passed = answers.filter(({ status }) => status === 200).length;
  // what one instance has taken and not given out is lost: two handfuls at most
  expect(passed).toBeLessThanOrEqual(60);
  expect(passed).toBeGreaterThanOrEqual(56);
  const refused = answers.find(({ status }) => status === 429);
  expect(refused?.code).toBe('QUOTA_EXCEEDED');
  expect(refused?.body.error.message).toMatch(/每分钟60次/);
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused?.headers.get('x-ratelimit-remaining')).toBe('0');
});

test('the day has a limit of its own, which holds over a restart of the counting', async () => {
  const { key } = await register({ perDay: 5 });
  const first = await Promise.all(Array.from({ length: 8 }, () => read(key)));
  expect(first.filter(({ status }) => status === 200)).toHaveLength(5);
  const refused = await read(key, other);
  expect([refused.status, refused.code]).toEqual([429, 'QUOTA_EXCEEDED']);
  expect(refused.body.error.message).toMatch(/每天5次.*明天/);
});

test('who is over her limit costs no statement, and many requests cost few', async () => {
  // of the day: a slow machine may need more than a minute for what follows
  const { key } = await register({ perMinute: 20_000, perDay: 400 });
  await read(key, product, '/api/openapi.json');
  const heard: string[] = [];
  const listen = ({ sql }: { sql: string }) => void (/api_quota_windows/.test(sql) && heard.push(sql));
  product.strapi.db.connection.on('query', listen);
  for (let n = 0; n < 10; n += 1) {
    await Promise.all(Array.from({ length: 50 }, () => read(key, product, '/api/openapi.json')));
  }
  product.strapi.db.connection.removeListener('query', listen);
  // a fiftieth of the limit at a time, of the minute and of the day
  expect(heard.length).toBeLessThanOrEqual(100);
  expect((await read(key, product, '/api/openapi.json')).status).toBe(429);
});

test('usage is told by day, consumer and part of the interface, over all instances', async () => {
  const { id, key } = await register({ name: '用量测试' });
  for (const at of [product, other, product]) await read(key, at);
  await read(key, product, '/api/disclosure/search?q=施工');
  const requests = async () =>
    (await view()).usage
      .filter(({ consumerId }: { consumerId: number }) => consumerId === id)
      .reduce((sum: number, row: { requests: number }) => sum + row.requests, 0);
  await until('the other instance has written what it counted', async () => (await requests()) === 4, 25_000);
  const { usage, consumers } = await view();
  const own = usage.filter(({ consumerId }: { consumerId: number }) => consumerId === id);
  expect(
    own.map(({ group, requests, refused }: Record<string, unknown>) => [group, requests, refused]),
  ).toEqual([
    ['公开信息', 3, 0],
    ['检索', 1, 0],
  ]);
  expect(consumers.find((one: { id: number }) => one.id === id)).toMatchObject({
    today: 4,
    standing: 'active',
  });
});

test('a key ends when it is revoked, renewed or over: here at once, elsewhere within seconds', async () => {
  const { id, key } = await register();
  expect((await read(key, other)).status).toBe(200);
  expect((await asked('POST', `${REGISTERED}/${id}/revoke`, {})).status).toBe(400);
  expect((await asked('POST', `${REGISTERED}/${id}/revoke`, { reason: '用途不符' })).status).toBe(200);
  expect((await read(key)).status).toBe(401);
  await until('the other instance notices', async () => (await read(key, other)).status === 401, 8000);
  expect((await asked('POST', `${REGISTERED}/${id}/revoke`, { reason: 'x' })).code).toBe(
    'INVALID_TRANSITION',
  );

  const renewed = (await asked('POST', `${REGISTERED}/${id}/key`)).body.data.key;
  expect((await read(renewed)).status).toBe(200);
  expect((await read(key)).status).toBe(401);
  await product.query('update api_consumers set expires_on = current_date - 2 where id = $1', [id]);
  expect((await asked('PUT', `${REGISTERED}/${id}`, consumer({ expiresOn: '2026-01-01' }))).status).toBe(400);
  await until('the end is noticed', async () => (await read(renewed)).status === 401, 8000);
  expect((await read(renewed)).body.error.message).toMatch(/已过有效期/);
  expect((await asked('PUT', `${REGISTERED}/${id}`, consumer({ expiresOn: '2099-01-01' }))).status).toBe(200);
  expect((await read(renewed)).status).toBe(200);
});

test.each<[string, object, RegExp]>([
  ['no name', { name: ' ' }, /请填写名称/],
  ['no limit', { perDay: 0 }, /每日次数须为1至/],
  ['half a request', { perMinute: 1.5 }, /每分钟次数/],
  ['a limit beyond all bounds', { perDay: 1e12 }, /每日次数/],
  ['an end in the past', { expiresOn: '2020-01-01' }, /有效期/],
  ['a key of her own choice', { key: 'gk_x' }, /不认识的内容：key/],
])('nobody is registered with %s', async (_name, more, message) => {
  const answer = await asked('POST', REGISTERED, consumer(more));
  expect([answer.status, answer.code]).toEqual([400, 'INVALID_INPUT']);
  expect(answer.body.error.message).toMatch(message);
});

test('only the office and the administrator register', async () => {
  const administrator = await signInPanel(product, 'admin@example.test', product.adminPassword);
  expect((await asked('GET', REGISTERED, undefined, administrator)).status).toBe(200);
  for (const [method, path, body] of [
    ['GET', REGISTERED, undefined],
    ['POST', REGISTERED, consumer()],
    ['POST', `${REGISTERED}/1/key`, {}],
    ['POST', `${REGISTERED}/1/revoke`, { reason: 'x' }],
  ] as const) {
    expect([method, path, (await asked(method, path, body, department)).code]).toEqual([
      method,
      path,
      'DUTY_REQUIRED',
    ]);
  }
  expect((await asked('POST', `${REGISTERED}/999999/key`)).status).toBe(404);
  expect((await asked('POST', `${REGISTERED}/1%20or%201=1/key`)).status).toBe(404);
});

describe('a page of another site', () => {
  const FOREIGN = 'https://anybody.example';
  const from = (origin: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`${product.url}${path}`, { method, headers: { origin, ...headers } });
  const preflight = (origin: string, path: string, method: string, headers = 'content-type') =>
    from(
      origin,
      path,
      { 'access-control-request-method': method, 'access-control-request-headers': headers },
      'OPTIONS',
    );
  const allowed = (response: Response) => response.headers.get('access-control-allow-origin');

  test('reads what is public, without credentials', async () => {
    const response = await from(FOREIGN, '/api/disclosure/domains');
    expect(allowed(response)).toBe(FOREIGN);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
    expect(response.headers.get('access-control-expose-headers')).toMatch(/X-RateLimit-Remaining/);
    expect(allowed(await preflight(FOREIGN, '/graphql', 'POST'))).toBe(FOREIGN);
    expect(allowed(await preflight(FOREIGN, '/api/disclosure/domains', 'GET', 'x-api-key'))).toBe(FOREIGN);
    // nobody asks from another site: nothing is said of sites, by Strapi's panel as well
    for (const path of ['/api/disclosure/domains', '/admin/init']) {
      const own = await fetch(`${product.url}${path}`);
      expect([own.status, allowed(own)]).toEqual([200, null]);
    }
    // sees why it was refused, too
    expect(allowed(await from(FOREIGN, '/api/disclosure/domains', { 'x-api-key': 'wrong' }))).toBe(FOREIGN);
  });

  test('signs in and writes only where its site is configured', async () => {
    for (const [path, method, headers] of [
      ['/api/auth/local', 'POST', 'content-type'],
      ['/api/social-assistance/records', 'POST', 'authorization,content-type'],
      ['/api/social-assistance/records/x', 'DELETE', 'authorization'],
      ['/graphql', 'POST', 'authorization,content-type'],
      ['/api/disclosure/audit', 'GET', 'authorization'],
    ] as const) {
      expect([path, method, allowed(await preflight(FOREIGN, path, method, headers))]).toEqual([
        path,
        method,
        null,
      ]);
      const response = await preflight(TRUSTED, path, method, headers);
      expect([path, method, allowed(response)]).toEqual([path, method, TRUSTED]);
      expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    }
    expect(allowed(await preflight(FOREIGN, '/admin/login', 'POST'))).toBeNull();
  });
});
