/** @jest-environment ./tests/integration/helpers/environment.cjs */
import {
  bearer,
  cookieOf,
  get,
  login,
  makeSettledPerson,
  pass,
  post,
  resetClock,
  signedIn,
} from './helpers/accounts';
import { type Answer, call } from './helpers/call';
import type { Credentials } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
let office: Credentials;

beforeAll(async () => {
  product = await startProduct();
  office = await signedIn(product, 'office-supervisor@example.test', product.demoPassword);
});
afterEach(resetClock);
afterAll(() => product.stop());

const DESK = '/disclosure/desk';
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0 Safari/537.36';

/** A sign-in at a computer of its own: what it carries, and its cookie for renewals. */
async function computer(email: string, password: string): Promise<{ who: Credentials; cookie: string }> {
  const answer = await login(product, email, password, {}, { 'user-agent': CHROME });
  return { who: bearer(answer.body.data.token), cookie: cookieOf(answer) };
}

const renew = (cookie: string): Promise<Answer> =>
  call(`${product.url}/admin/access-token`, { method: 'POST', headers: { cookie } });

const statusOf = async (who: Credentials): Promise<number> => (await get(product, who, DESK)).status;

test('a person sees where she is signed in, and which of it is this one', async () => {
  const { email, password, who } = await makeSettledPerson(product, office, 'seen@example.test');
  await computer(email, password);
  const { data } = (await get(product, who, '/accounts/me/sessions')).body;
  expect(data).toHaveLength(2);
  expect(data.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent)).toHaveLength(1);
  expect(data.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent)).toMatchObject({
    device: expect.stringContaining('Chrome'),
    address: expect.stringMatching(/127\.0\.0\.1|::1/),
    startedAt: expect.stringMatching(/\+08:00$/),
  });
});

test('one that she ends is refused at its next request, with renewals made before and after', async () => {
  const { email, password, who } = await makeSettledPerson(product, office, 'ends@example.test');
  const other = await computer(email, password);
  const renewed = await renew(other.cookie);
  const later = bearer(renewed.body.data.token);
  expect([await statusOf(other.who), await statusOf(later)]).toEqual([200, 200]);
  const { data } = (await get(product, who, '/accounts/me/sessions')).body;
  const { id } = data.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent);
  expect((await post(product, who, `/accounts/me/sessions/${id}/end`)).status).toBe(200);
  expect([await statusOf(other.who), await statusOf(later), await statusOf(who)]).toEqual([401, 401, 200]);
  expect((await renew(cookieOf(renewed))).status).toBe(401);
  expect((await post(product, who, `/accounts/me/sessions/${id}/end`)).code).toBe('NOT_FOUND');
});

test('Strapi’s own list of devices ends a session as whole', async () => {
  const { email, password, who } = await makeSettledPerson(product, office, 'devices@example.test');
  const other = await computer(email, password);
  const later = bearer((await renew(other.cookie)).body.data.token);
  const { data } = (await get(product, who, '/admin/users/me/sessions')).body;
  const { id } = data.find(({ current }: { current: boolean }) => !current);
  const ended = await call(`${product.url}/admin/users/me/sessions/${id}`, {
    method: 'DELETE',
    headers: who.headers,
  });
  expect(ended.status).toBe(200);
  expect([await statusOf(other.who), await statusOf(later), await statusOf(who)]).toEqual([401, 401, 200]);
});

test('the session of a request, and those of a person, are found by an index', async () => {
  const rows = await product.query<{ indexdef: string }>(
    "select indexdef from pg_indexes where tablename = 'strapi_sessions'",
  );
  const indexed = rows.map(({ indexdef }) => /\((.*)\)$/.exec(indexdef)?.[1]);
  expect(indexed).toEqual(expect.arrayContaining(['session_id', 'user_id']));
});

test('nobody ends another’s session by its number', async () => {
  const first = await makeSettledPerson(product, office, 'owner@example.test');
  const second = await makeSettledPerson(product, office, 'thief@example.test');
  const [{ id }] = (await get(product, first.who, '/accounts/me/sessions')).body.data;
  expect((await post(product, second.who, `/accounts/me/sessions/${id}/end`)).code).toBe('NOT_FOUND');
  expect(await statusOf(first.who)).toBe(200);
});

test.each([
  ['ends her sessions', 'end-sessions', {}],
  ['resets her password', 'reset-password', { reason: '忘记密码' }],
  ['disables her', 'disable', { reason: '离职' }],
  ['moves her', 'move', { reason: '轮岗', department: 'finance' }],
  ['changes her duties', 'change', { duties: ['editor', 'reviewer'] }],
])('when the office %s, she is out at once, everywhere', async (_name, act, body) => {
  const { id, email, password, who } = await makeSettledPerson(product, office, `${act}@example.test`);
  const other = await computer(email, password);
  expect((await post(product, office, `/accounts/people/${id}/${act}`, body)).status).toBe(200);
  expect([await statusOf(who), await statusOf(other.who)]).toEqual([401, 401]);
  expect((await renew(other.cookie)).status).toBe(401);
});

test('a new password ends the other sessions, not the one in which it was set', async () => {
  const { email, password, who } = await makeSettledPerson(product, office, 'changes@example.test');
  const other = await computer(email, password);
  const body = { currentPassword: password, password: 'Harbour-view-72' };
  expect((await post(product, who, '/accounts/me/password', body)).status).toBe(200);
  expect([await statusOf(who), await statusOf(other.who)]).toEqual([200, 401]);
});

describe('a session without work', () => {
  test('ends after thirty minutes, renewal included', async () => {
    const { email, password } = await makeSettledPerson(product, office, 'idle@example.test');
    const { who, cookie } = await computer(email, password);
    pass({ minutes: 29 });
    expect(await statusOf(who)).toBe(200);
    pass({ minutes: 2 });
    const renewed = await renew(cookie);
    expect([renewed.status, renewed.body.error.message]).toEqual([401, expect.stringMatching(/请重新登录/)]);
    expect(await statusOf(who)).toBe(401);
    // it is gone, not asleep
    resetClock();
    expect(await statusOf(who)).toBe(401);
  });

  test('is not kept alive by a page that looks for news, but by a person at work', async () => {
    const { email, password } = await makeSettledPerson(product, office, 'polls@example.test');
    const polling = await computer(email, password);
    const working = await computer(email, password);
    for (let turn = 0; turn < 4; turn += 1) {
      pass({ minutes: 10 });
      await get(product, polling.who, DESK);
      await post(product, working.who, '/accounts/me/activity');
    }
    expect([await statusOf(polling.who), await statusOf(working.who)]).toEqual([401, 200]);
  });

  test('is no session of the API: a department’s system keeps its token', async () => {
    const answer = await call(`${product.url}/api/auth/local`, {
      method: 'POST',
      body: { identifier: 'audit-editor@example.test', password: product.demoPassword },
    });
    pass({ minutes: 120 });
    const me = await call(`${product.url}/api/users/me`, { headers: bearer(answer.body.jwt).headers });
    expect(me.status).toBe(200);
  });
});

test('signing out ends the session for the server, too', async () => {
  const { email, password } = await makeSettledPerson(product, office, 'leaves@example.test');
  const { who, cookie } = await computer(email, password);
  expect((await post(product, who, '/admin/logout')).status).toBe(200);
  expect(await statusOf(who)).toBe(401);
  expect((await renew(cookie)).status).toBe(401);
});

test('a disabled person is out at the API as well, and comes back when she is enabled', async () => {
  const demo = 'health-editor@example.test';
  const apiLogin = () =>
    call(`${product.url}/api/auth/local`, {
      method: 'POST',
      body: { identifier: demo, password: product.demoPassword },
    });
  const { jwt } = (await apiLogin()).body;
  const me = () => call(`${product.url}/api/users/me`, { headers: bearer(jwt).headers });
  const [{ id }] = (await get(product, office, `/accounts/people?q=${demo}`)).body.data;
  expect((await post(product, office, `/accounts/people/${id}/disable`, { reason: '休假' })).status).toBe(
    200,
  );
  expect((await me()).status).toBe(401);
  expect((await apiLogin()).status).toBe(400);
  expect((await login(product, demo, product.demoPassword)).code).toBe('NOT_ALLOWED');
  expect((await login(product, demo, 'wrong')).code).toBe('INVALID_CREDENTIALS');
  expect((await post(product, office, `/accounts/people/${id}/enable`)).status).toBe(200);
  expect((await me()).status).toBe(200);
  expect((await login(product, demo, product.demoPassword)).status).toBe(200);
});
