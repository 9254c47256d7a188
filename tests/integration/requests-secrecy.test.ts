/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { getIntrospectionQuery } from 'graphql';
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { call } from './helpers/call';
import { graphql } from './helpers/graphql';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { APPLICANT, answerRequest, type RequestDesk, requestDesk } from './helpers/request-desk';
import { registeredRoutes } from './helpers/routes';

/**
 * Nobody but the department that handles a request and the office sees anything of it: whoever asks, at whatever
 * address. No question contains a whole secret, so that an answer which repeats the question tells nothing.
 */
const today = todayInShanghai();
const MARKER = '绝不外泄标记';
const secret = (what: string) => `${MARKER}${what}`;
const ID_NUMBER = APPLICANT.idNumber;
const SECRETS = [
  ...[
    '姓名',
    '地址',
    '名称',
    '描述',
    '补正事项',
    '收费说明',
    '审查意见',
    '答复正文',
    '答复理由',
    '争议事由',
  ].map(secret),
  ...[ID_NUMBER, '13712345678'],
];
const at = (index: number) => String(SECRETS[index]);

let product: Product;
let desk: RequestDesk;
let id: string;
let number: string;
let routes: string[];
const askers: Record<string, Credentials> = {};

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, [
    ...['finance-editor', 'finance-reviewer', 'health-editor', 'health-reviewer', 'office-supervisor'],
  ]);
  const entered = await desk.enter(today, {
    applicant: { ...APPLICANT, name: at(0), address: at(1), phone: '13712345678' },
    wanted: { name: at(2), description: at(3) },
  });
  id = entered.id;
  await desk.act('finance-editor', id, 'askCorrection', {
    ...{ on: today, until: addDays(today, 10), items: at(4) },
  });
  await desk.act('finance-editor', id, 'proposeFee', { basis: 'volume', pages: 99, reason: at(5) });
  await desk.act('finance-editor', id, 'saveAnswer', {
    answer: { outcome: 'partialGrant', text: at(7), reasons: at(8) },
  });
  await desk.act('finance-editor', id, 'submit');
  const opinion = { result: 'returned', opinion: at(6) };
  await desk.act('finance-reviewer', id, 'legalReview', opinion);
  const answer = { outcome: 'partialGrant', text: at(7), reasons: at(8) };
  await answerRequest(desk, id, { answer, on: today });
  await desk.act('finance-reviewer', id, 'fileDispute', {
    ...{ on: today, kind: 'reconsideration', organ: '区人民政府', note: at(9) },
  });
  number = String((await desk.look('finance-editor', id)).number);
  routes = Object.keys(await registeredRoutes(product));

  const tokens = product.strapi.service('admin::api-token-content-api') as unknown as {
    create: (attributes: object) => Promise<{ accessKey: string }>;
  };
  for (const type of ['full-access', 'read-only']) {
    const made = await tokens.create({ name: type, type, lifespan: null, description: '' });
    askers[`an API token (${type})`] = { headers: { authorization: `Bearer ${made.accessKey}` }, state: {} };
  }
  askers['another department at the API'] = await signInApi(
    ...([product, 'health-editor@example.test', product.demoPassword] as const),
  );
  askers['its own department at the API'] = await signInApi(
    ...([product, 'finance-editor@example.test', product.demoPassword] as const),
  );
  askers.administrator = await signInPanel(product, 'admin@example.test', product.adminPassword);
  for (const who of ['health-editor', 'health-reviewer']) askers[who] = desk.people[who] as Credentials;
  askers.anonymous = { headers: {}, state: {} };
});
afterAll(() => product.stop());

test('the department that handles it finds every secret: the test can see what it looks for', async () => {
  const told = JSON.stringify(await desk.look('finance-editor', id));
  expect(SECRETS.filter((text) => told.includes(text)).sort()).toEqual(SECRETS.slice(2, 10).sort());
  const { headers } = desk.people['finance-editor'] as Credentials;
  const clear = await call(`${product.url}/requests/requests/${id}/identity`, {
    ...{ method: 'POST', body: { purpose: '核实身份' }, headers },
  });
  expect(clear.body.data).toMatchObject({ name: at(0), address: at(1), idNumber: ID_NUMBER });
});

const UIDS = ['plugin::requests.request', 'plugin::disclosure.membership', 'plugin::fiscal-budget.record'];
const VALUES: Record<string, () => string[]> = {
  ':id': () => [id],
  ':documentId': () => [id],
  ':model': () => UIDS,
  ':uid': () => UIDS,
  ':letter': () => ['answer', 'correction', 'extension'],
  ':domain': () => ['requests'],
  ':type': () => ['requests', id],
};

/** Every address that a route stands for. */
function addressesOf(path: string): string[] {
  return path
    .split('/')
    .reduce<string[]>(
      (found, part) => {
        const values = VALUES[part]?.() ?? [part.startsWith(':') ? id : part];
        return found.flatMap((before) =>
          values.map((value) => (before || value ? `${before}/${value}` : '')),
        );
      },
      [''],
    )
    .map((path) => path.replace(/^\/+/, '/'));
}

const SEARCH = encodeURIComponent(MARKER);
const questions = () => [
  '',
  `?_q=${SEARCH}`,
  `?q=${SEARCH}`,
  `?number=${number}&state=sent`,
  `?filters[id][$eq]=${id}&populate=*&status=draft`,
];

/** Questions that are on their way at once. */
const AT_ONCE = 16;

/** Addresses whose answers hold something of it, and those that gave none: silence proves nothing. */
async function leaksTo({ headers }: Credentials): Promise<{ leaking: string[]; silent: string[] }> {
  const asked = routes
    .filter((route) => route.startsWith('GET '))
    .flatMap((route) => addressesOf(route.slice('GET '.length)))
    .flatMap((address) => questions().map((question) => `${address}${question}`));
  const [leaking, silent]: [string[], string[]] = [[], []];
  const ask = async () => {
    for (let address = asked.pop(); address !== undefined; address = asked.pop()) {
      const text = await fetch(`${product.url}${address}`, { headers })
        .then((answer) => answer.text())
        .catch(() => null);
      if (text === null) silent.push(address);
      else if (SECRETS.some((one) => text.includes(one))) leaking.push(address);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return { leaking, silent };
}

test.each([
  'anonymous',
  'health-editor',
  'health-reviewer',
  'an API token (full-access)',
  'an API token (read-only)',
  'another department at the API',
  'its own department at the API',
  'administrator',
])(
  'no address tells %s anything of it: search, feeds, exports, uploads, audit log, content manager, settings',
  async (who) => {
    expect(await leaksTo(askers[who] as Credentials)).toEqual({ leaking: [], silent: [] });
  },
  400_000,
);

test.each(['anonymous', 'health-reviewer', 'an API token (full-access)', 'administrator'])(
  'whatever %s posts to it answers nothing of it, and changes nothing',
  async (who) => {
    const row = () => product.query('select * from information_requests where id = $1', [id]);
    const before = await row();
    const posts = [
      ...['noteService', 'archive', 'fileDispute', 'reopen', 'identity'].map(
        (verb) => `/requests/requests/${id}/${verb}`,
      ),
      ...['status', 'answer', 'correction', 'withdrawal'].map((path) => `/api/requests/${path}`),
      ...UIDS.map((uid) => `/content-manager/collection-types/${uid}/actions/bulkDelete`),
    ];
    const bodies = [
      {},
      { purpose: '随便看看' },
      { on: today, how: '签收', queryCode: id, idLast4: ID_NUMBER.slice(-4), documentIds: [id] },
    ];
    for (const path of posts) {
      for (const body of bodies) {
        const answer = await call(`${product.url}${path}`, {
          ...{ method: 'POST', body, headers: askers[who]?.headers ?? {} },
        });
        expect([path, answer.status >= 400 && answer.status < 500]).toEqual([path, true]);
        expect(SECRETS.filter((one) => answer.text.includes(one) && one !== ID_NUMBER)).toEqual([]);
      }
    }
    expect(await row()).toEqual(before);
    await product.query('delete from information_request_attempts');
  },
);

test.each(['anonymous', 'health-reviewer', 'an API token (full-access)', 'administrator'])(
  'GraphQL has no type for it and finds nothing of it for %s',
  async (who) => {
    const asker = askers[who] as Credentials;
    const { text } = await graphql(product, getIntrospectionQuery(), {}, asker);
    const names = [...text.matchAll(/"name":"(\w+)"/g)].map(([, name]) => name as string);
    expect(names.filter((name) => /information.?request|applicant|querycode/i.test(name))).toEqual([]);
    for (const query of [
      `{ search(q: "${MARKER}") { total } }`,
      `{ publications(q: "${MARKER}") { data { title } } }`,
      `{ informationRequests { id } }`,
      `{ requests { id applicant { name } } }`,
    ]) {
      const answer = await graphql(product, query, {}, asker);
      expect(SECRETS.filter((one) => answer.text.includes(one))).toEqual([]);
    }
  },
);

test('the audit log names what was done and by whom; to another department not even that', async () => {
  const audit = async (who: string) =>
    (await call(`${product.url}/api/disclosure/audit?limit=100`, { headers: askers[who]?.headers ?? {} }))
      .text;
  expect(await audit('another department at the API')).not.toContain(id);
  const [entry] = await product.query<{ n: number }>(
    `select count(*)::int as n from audit_entries where document_id = $1 and verb = 'request-fileDispute'`,
    [id],
  );
  expect(entry?.n).toBe(1);
});

test('a copy of the database holds none of it in clear: not in records, disputes, events, nor the audit log', async () => {
  const tables = await product.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  for (const { name } of tables) {
    const [found] = await product.query<{ n: number }>(
      `select count(*)::int as n from "${name}" as t
        where ${SECRETS.map((_secret, i) => `t::text like '%' || $${i + 1} || '%'`).join(' or ')}`,
      SECRETS,
    );
    expect([name, found?.n]).toEqual([name, 0]);
  }
});
