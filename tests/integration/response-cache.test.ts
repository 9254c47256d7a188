/** @jest-environment ./tests/integration/helpers/environment.cjs */
import http from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { startServer, type TestServer } from '../support';
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { engine } from './helpers/native';
import { signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS } from './helpers/reads';
import { until } from './helpers/schedules';

/** Kept answers: the same for everybody, never older than what somebody has read before. */
let product: Product;
let documents: Documents;
let statements = 0;
const DOMAIN = 'major-construction-projects';
const REASON = { input: { reason: '测试用的理由' } };

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  product.strapi.db.connection.on('query', ({ sql }: { sql: string }) => {
    // as the lists ask; jobs ask for other things meanwhile
    if (/from "publications" where/.test(sql)) statements += 1;
  });
  await until('the cache', async () => store().isOn);
}, 300_000);
afterAll(() => product.stop());

const store = () =>
  engine<typeof import('../../src/plugins/disclosure/server/response-cache/cache')>(
    'response-cache/cache',
  ).responseCache(product.strapi);

type Raw = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** One request exactly as given: fetch would send headers of its own, and decode. */
const ask = (
  path: string,
  {
    method = 'GET',
    headers = {},
    body = '',
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
  { url }: { url: string } = product,
) =>
  new Promise<Raw>((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const request = http.request({ hostname, port, path, method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });

/** An answer, and whether the database was asked for it. */
async function counted(...[path, options]: Parameters<typeof ask>): Promise<Raw & { statements: number }> {
  const before = statements;
  const answer = await ask(path, options);
  return { ...answer, statements: statements - before };
}

let fresh = 0;
/** An address that nobody has asked for. */
const unread = () => {
  fresh += 1;
  return `${PUBLICATIONS}?limit=${(fresh % 90) + 5}&from=2020-01-${String(1 + Math.floor(fresh / 90)).padStart(2, '0')}`;
};

describe('a public answer', () => {
  test('is read once and given again, with the same bytes and headers', async () => {
    const path = unread();
    const first = await counted(path);
    const second = await counted(path);
    expect([first.statements > 0, second.statements]).toEqual([true, 0]);
    expect(second.body.equals(first.body)).toBe(true);
    expect(first.body.length).toBeGreaterThan(1_000);
    const { date: _first, ...of1 } = first.headers;
    const { date: _second, ...of2 } = second.headers;
    expect(of2).toEqual(of1);
    expect(of1).toMatchObject({
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'content-type': 'application/json; charset=utf-8',
      vary: expect.stringContaining('Accept-Encoding'),
      etag: expect.stringMatching(/^"[\w-]+"$/),
    });
  });

  test.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is given in %s once it is asked for again, under a tag of its own', async (encoding, decode) => {
    const path = unread();
    const plain = await ask(path);
    const headers = { 'accept-encoding': encoding };
    await until('the compressed answer', async () => {
      const answer = await ask(path, { headers });
      return answer.headers['content-encoding'] === encoding;
    });
    const packed = await counted(path, { headers });
    expect(decode(packed.body).equals(plain.body)).toBe(true);
    expect(packed.body.length).toBeLessThan(plain.body.length / 2);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    expect(packed.headers['content-length']).toBe(String(packed.body.length));
    // whoever has it in one encoding has it in the other
    const known = { ...headers, 'if-none-match': String(plain.headers.etag) };
    expect((await ask(path, { headers: known })).status).toBe(304);
  });

  test('is not sent to whoever has it, kept or not', async () => {
    const path = unread();
    const { headers } = await ask(path);
    for (const value of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
      const again = await counted(path, { headers: { 'if-none-match': String(value) } });
      expect([again.status, again.body.length, again.statements]).toEqual([304, 0, 0]);
      expect(again.headers['content-length']).toBeUndefined();
      expect(again.headers['cache-control']).toContain('max-age=');
    }
    store().clear();
    const computed = await counted(path, { headers: { 'if-none-match': String(headers.etag) } });
    expect([computed.status, computed.body.length, computed.statements > 0]).toEqual([304, 0, true]);
    // and the run that was answered with 304 has left the whole answer
    expect((await counted(path)).status).toBe(200);
  });

  test('HEAD tells what GET would, without the answer; either makes it for both', async () => {
    const path = unread();
    const head = await ask(path, { method: 'HEAD' });
    const get = await counted(path);
    const again = await ask(path, { method: 'HEAD' });
    expect([head.body.length, again.body.length, get.statements]).toEqual([0, 0, 0]);
    for (const { headers } of [head, again])
      expect([headers['content-length'], headers.etag]).toEqual([String(get.body.length), get.headers.etag]);
  });

  test.each(['bytes=0-10', 'bytes=-1', 'bytes=0-,1-,2-,3-', 'bytes=99999999999999999999-', 'lines=1'])(
    'is whole for Range: %s',
    async (range) => {
      const path = unread();
      const whole = await ask(path);
      for (let i = 0; i < 2; i++) {
        const answer = await ask(path, { headers: { range, 'if-range': '"x"' } });
        expect([answer.status, answer.body.equals(whole.body)]).toEqual([200, true]);
      }
    },
  );

  test.each([
    ['parameters in another order', (p: string) => p.replace(/\?(.*)&(.*)$/, '?$2&$1')],
    ['needless encodings', (p: string) => p.replace('limit', 'l%69mit')],
    ['empty parameters', (p: string) => `${p}&&`],
  ])('is the same for %s', async (_what, vary) => {
    const path = unread();
    const one = await ask(path);
    const other = await counted(vary(path));
    expect([other.statements, other.body.equals(one.body)]).toEqual([0, true]);
  });

  test.each([
    ['an encoded slash', (p: string) => p.replace('/publications', '%2Fpublications'), 404],
    ['an encoded letter in the path', (p: string) => p.replace('/publications', '/%70ublications'), 404],
    ['a duplicate parameter', (p: string) => `${p}&limit=7`, 400],
    ['an unknown parameter', (p: string) => `${p}&cachebust=1`, 400],
    ['half an encoding', (p: string) => `${p}&theme=%E8%B`, 200],
  ])('is no answer to %s', async (_what, vary, status) => {
    const path = unread();
    const one = await ask(path);
    for (let i = 0; i < 2; i++) {
      const other = await ask(vary(path));
      expect([other.status, other.body.equals(one.body)]).toEqual([status, false]);
    }
    expect((await ask(path)).body.equals(one.body)).toBe(true);
  });

  test('does not depend on the host that is asked for', async () => {
    const path = unread();
    const forged = await ask(path, { headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' } });
    const plain = await counted(path);
    expect(plain.statements).toBe(0);
    expect(JSON.stringify([forged.headers, plain.headers, plain.body.toString()])).not.toContain('evil');
  });

  test('has the headers of the origin that asks', async () => {
    const path = unread();
    for (const origin of ['https://a.example', 'https://b.example', 'https://a.example']) {
      const { headers } = await ask(path, { headers: { origin } });
      expect([headers['access-control-allow-origin'], headers.vary]).toEqual([
        origin,
        expect.stringMatching(/Origin/i),
      ]);
    }
    expect((await ask(path)).headers['access-control-allow-origin']).toBeUndefined();
  });
});

describe('what is somebody’s own', () => {
  test.each([
    ['a cookie', { cookie: 'a=b' }],
    ['credentials', { authorization: 'Bearer nonsense' }],
  ])('a request with %s is neither answered from the cache nor kept', async (_what, headers) => {
    const path = unread();
    expect((await counted(path, { headers })).statements).toBeGreaterThan(0);
    expect((await counted(path)).statements).toBeGreaterThan(0);
    expect((await counted(path)).statements).toBe(0);
    expect((await counted(path, { headers })).statements).toBeGreaterThan(0);
  });

  test('a false key is refused even where the answer is kept', async () => {
    const path = unread();
    await counted(path);
    expect((await counted(path)).statements).toBe(0);
    const refused = await fetch(`${product.url}${path}`, { headers: { 'x-api-key': 'false' } });
    expect(refused.status).toBe(401);
  });

  test('errors and refused reads are not kept', async () => {
    const before = store().size;
    for (const path of [
      `${PUBLICATIONS}?limit=0`,
      `${PUBLICATIONS}?x=1`,
      '/api/disclosure/audit',
      '/api/nothing',
    ])
      for (let i = 0; i < 2; i++) expect((await ask(path)).status).toBeGreaterThanOrEqual(400);
    expect(store().size).toBe(before);
  });

  test('a flood of headers is refused, and costs nobody else anything', async () => {
    const path = unread();
    const flood = Object.fromEntries(
      Array.from({ length: 3_000 }, (_v, i) => [`x-flood-${i}`, 'x'.repeat(20)]),
    );
    expect((await ask(path, { headers: flood })).status).toBe(431);
    for (let i = 0; i < 50; i++)
      await ask(path, { headers: { origin: `https://${'o'.repeat(400)}${i}.example` } });
    const { statements: asked, status } = await counted(path);
    expect([status, asked > 0]).toEqual([200, true]);
  });

  test('a read with a body is not kept', async () => {
    const path = unread();
    const headers = { 'content-length': '2', 'content-type': 'application/json' };
    await ask(path, { headers, body: '{}' });
    expect((await counted(path)).statements).toBeGreaterThan(0);
  });
});

test('200 who ask at once after an invalidation cost one query', async () => {
  const path = `${PUBLICATIONS}?domain=${DOMAIN}&limit=20`;
  await ask(path);
  store().invalidate([`domain:${DOMAIN}`]);
  const before = statements;
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask(path)));
  expect(statements - before).toBe(1);
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.toString()}`)).size).toBe(1);
});

const QUERY = `{ publications(domain: "${DOMAIN}", limit: 100) { data { documentId title } } }`;
const graphql = (body: object, of: { url: string } = product) => {
  const text = JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(text)) };
  return ask('/graphql', { method: 'POST', headers, body: text }, of);
};

describe('GraphQL', () => {
  const countedQuery = async (body: object) => {
    const before = statements;
    const answer = await graphql(body);
    return { ...answer, statements: statements - before };
  };

  test('an anonymous query is kept by its body, whatever the order of its members', async () => {
    const query = 'query ($a: Int) { publications(limit: $a) { data { title } } }';
    const first = await countedQuery({ query, variables: { a: 7 } });
    const second = await countedQuery({ variables: { a: 7 }, query: ` ${query}\n` });
    const other = await countedQuery({ query, variables: { a: 8 } });
    expect([first.status, first.statements > 0, second.statements, other.statements > 0]).toEqual([
      200,
      true,
      0,
      true,
    ]);
    expect(second.body.equals(first.body)).toBe(true);
  });

  test('what is refused is answered as before, and not kept', async () => {
    for (let i = 0; i < 2; i++) {
      const wrong = await graphql({ query: '{ nothing }' });
      expect([wrong.status, JSON.parse(wrong.body.toString()).errors.length]).toEqual([400, 1]);
      const write = await graphql({ query: 'mutation { nothing }' });
      expect(write.status).toBe(400);
    }
    const broken = await ask('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-length': '5' },
      body: '{"a":',
    });
    expect([broken.status, JSON.parse(broken.body.toString()).error.message]).toEqual([
      400,
      '请求正文不是正确的 JSON',
    ]);
  });
});

/** Every public place where a record of the domain is told of. */
const placesOf = (documentId: string): [string, (of: { url: string }) => Promise<string>][] => {
  const get = (path: string) => async (of: { url: string }) => {
    const answer = await ask(path, {}, of);
    return answer.status === 200 ? answer.body.toString() : String(answer.status);
  };
  return [
    ['its detail', get(`${PUBLICATIONS}/${documentId}`)],
    ['its editions', get(`${PUBLICATIONS}/${documentId}/editions`)],
    ['the newest', get(`${PUBLICATIONS}?limit=100`)],
    ['its domain', get(`${PUBLICATIONS}?domain=${DOMAIN}&limit=100`)],
    ['its type', get(`/api/${DOMAIN}/records?pagination[pageSize]=100&sort=publishedAt:desc`)],
    ['it in its type', get(`/api/${DOMAIN}/records/${documentId}`)],
    ['the chain of its project', get(`/api/${DOMAIN}/projects/${documents.project}/chain`)],
    ['GraphQL', async (of) => (await graphql({ query: QUERY }, of)).body.toString()],
  ];
};

describe('what costs something', () => {
  const from = (address: string) => ({ 'x-forwarded-for': address });
  const EXPORT = '/api/disclosure/publications/export?format=jsonl&indexNo=none';
  const search = (n: number) => `/api/disclosure/search/suggestions?q=${encodeURIComponent(`施工${n}`)}`;
  const query = JSON.stringify({ query: '{ columns { code } }' });
  const askGraphql = (headers: Record<string, string>) =>
    ask('/graphql', {
      method: 'POST',
      // past the cache, so that each of them counts
      headers: {
        cookie: 'a=b',
        'content-type': 'application/json',
        'content-length': String(query.length),
        ...headers,
      },
      body: query,
    });

  test.each([
    ['downloads', 30, (_n: number, headers: Record<string, string>) => ask(EXPORT, { headers })],
    ['search', 120, (n: number, headers: Record<string, string>) => ask(search(n), { headers })],
    ['GraphQL', 120, (_n: number, headers: Record<string, string>) => askGraphql(headers)],
  ])('%s: an address has so much a minute, and no other address pays for it', async (_what, most, asks) => {
    const statuses: number[] = [];
    for (let n = 0; n < most; n++) statuses.push((await asks(n, from('2001:db8:7:7::1'))).status);
    expect(new Set(statuses)).toEqual(new Set([200]));
    // the whole line, whichever of its addresses asks, and whatever it claims to have come from
    const refused = await asks(most, from('9.9.9.9, 2001:db8:7:7:ffff::2'));
    expect([refused.status, Number(refused.headers['retry-after']) > 0]).toEqual([429, true]);
    expect(JSON.parse(refused.body.toString()).error).toMatchObject({
      message: expect.stringMatching(/^请求太多，请在\d+秒后再试$/),
      details: { code: 'TOO_MANY_REQUESTS' },
    });
    expect((await asks(most, from('2001:db8:7:8::1'))).status).toBe(200);
    // this machine itself
    expect((await asks(most + 1, {})).status).toBe(200);
  });

  test('a kept answer costs nothing, and a refusal is nobody else’s answer', async () => {
    const headers = from('203.0.113.77');
    const path = search(5_000);
    for (let n = 0; n < 200; n++) expect((await ask(path, { headers })).status).toBe(200);
    for (let n = 0; n < 130; n++) await ask(search(6_000 + n), { headers });
    expect((await ask(search(7_000), { headers })).status).toBe(429);
    expect((await ask(search(7_000))).status).toBe(200);
    expect((await ask(path, { headers })).status).toBe(200);
  });
});

describe('with two instances', () => {
  let second: TestServer;
  beforeAll(async () => {
    second = await startServer({ demo: true, databaseUrl: product.databaseUrl });
  }, 300_000);
  afterAll(() => second?.stop());

  test('what is published, corrected and withdrawn shows at once here, and soon there', async () => {
    const title = `竣工验收备案表${Date.now()}`;
    const documentId = await documents.make('approved', { title });
    const places = placesOf(documentId);
    const shows = async (of: { url: string }, isThere: boolean) => {
      for (const [place, look] of places) {
        const text = await look(of);
        const isTold = /editions/.test(place)
          ? text.includes('editionNo')
          : text.includes(title) || text.includes(documentId);
        expect({ place, isTold }).toEqual({ place, isTold: isThere });
      }
    };
    const headers = (
      await signInApi(product, 'housing-construction-reviewer@example.test', product.demoPassword)
    ).headers;
    const verb = async (name: string, body: object) => {
      const answer = await call(`${product.url}/api/${DOMAIN}/records/${documentId}/${name}`, {
        method: 'POST',
        headers,
        body,
      });
      expect([name, answer.status]).toEqual([name, 200]);
    };
    await shows(product, false);
    await shows(second, false);
    await verb('publish', {});
    await shows(product, true);
    await until(
      'the other instance',
      async () => (await ask(`${PUBLICATIONS}/${documentId}`, {}, second)).status === 200,
      1_000,
    );
    await shows(second, true);
    await verb('withdraw', { reason: '内容有误' });
    await shows(product, false);
    expect((await ask(`${PUBLICATIONS}/${documentId}`)).status).toBe(410);
    await until(
      'the other instance',
      async () => (await ask(`${PUBLICATIONS}/${documentId}`, {}, second)).status === 410,
      1_000,
    );
    await shows(second, false);
  });

  test('a search shows what is published as soon as the index has it', async () => {
    const word = '竣工核验专用词';
    const path = `/api/disclosure/search?q=${encodeURIComponent(`"${word}"`)}`;
    const total = async (of: { url: string }) =>
      JSON.parse((await ask(path, {}, of)).body.toString()).meta.total;
    expect([await total(product), await total(second)]).toEqual([0, 0]);
    const documentId = await documents.make('published', { title: `${word}一` });
    for (const one of [product, second]) await until('the hit', async () => (await total(one)) === 1);
    await act(product.strapi, documents.reviewer, { verb: 'withdraw', documentId, ...REASON });
    for (const one of [product, second]) await until('no hit', async () => (await total(one)) === 0);
  });

  test('a department that is renamed has its name everywhere', async () => {
    const nameIn = async (of: { url: string }) =>
      (
        JSON.parse((await ask('/api/disclosure/departments', {}, of)).body.toString()).data as {
          code: string;
          name: string;
        }[]
      ).find(({ code }) => code === 'audit')?.name;
    const before = await nameIn(product);
    expect(await nameIn(second)).toBe(before);
    const departments = product.strapi.db.query('plugin::disclosure.department');
    await departments.update({ where: { code: 'audit' }, data: { name: '青云谱区审计局(测试)' } });
    expect(await nameIn(product)).toBe('青云谱区审计局(测试)');
    await until('the other instance', async () => (await nameIn(second)) === '青云谱区审计局(测试)', 1_000);
    await departments.update({ where: { code: 'audit' }, data: { name: before } });
  });

  test('an instance that does not hear the others keeps nothing until it hears them again', async () => {
    const path = unread();
    await ask(path);
    expect((await counted(path)).statements).toBe(0);
    await product.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query ~ '^(listen|select 1$)' and pid <> pg_backend_pid()",
    );
    await until('the loss', async () => !store().isOn);
    for (let i = 0; i < 2; i++) {
      const answer = await counted(path);
      expect([answer.statements > 0, answer.headers['cache-control']]).toEqual([true, 'no-cache']);
    }
    await until('the cache', async () => store().isOn);
    expect((await counted(path)).statements).toBeGreaterThan(0);
    expect((await counted(path)).statements).toBe(0);
  });
});
