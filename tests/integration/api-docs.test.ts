/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import vm from 'node:vm';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { buildSchema } from 'graphql';
import { ROOT } from '../../src/cli/start/paths';
import type { OpenApi } from '../../src/plugins/api-docs/server/openapi/document';
import { examplesFor } from '../../src/plugins/api-docs/server/page/examples';
import { MANIFESTS } from '../support/manifests';
import { call } from './helpers/call';
import { type Documents, documentsOf } from './helpers/documents';
import { readSchema } from './helpers/graphql';
import { type Credentials, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { read } from './helpers/reads';
import table from './routes.table.json';

/** The description of the interface, against the routes, the answers and generated clients of the running product. */
let product: Product;
let openapi: OpenApi;
let documents: Documents;
let editor: Credentials;

beforeAll(async () => {
  product = await startProduct();
  openapi = (await read(product, '/api/openapi.json')).body;
  documents = await documentsOf(product);
  editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
});
afterAll(() => product.stop());

const run = promisify(execFile);

/** Runs Node with a text as its input. */
function runWith(input: string, args: readonly string[]) {
  const running = run(process.execPath, [...args], { cwd: ROOT });
  running.child.stdin?.end(input);
  return running;
}

/** `METHOD /path` of every operation, with `:name` for parameters. */
const operations = () =>
  Object.entries(openapi.paths).flatMap(([address, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${address.replace(/\{(\w+)\}/g, ':$1')}`),
  );

describe('the document', () => {
  test('is OpenAPI 3.1 by a validator', async () => {
    // the validator is an ES module, which jest's own loader does not take
    const script = `import { Validator } from '@seriousme/openapi-schema-validator';
      let text = ''; for await (const part of process.stdin) text += part;
      console.log(JSON.stringify(await new Validator().validate(JSON.parse(text))));`;
    const { stdout } = await runWith(JSON.stringify(openapi), ['--input-type=module', '--eval', script]);
    expect(JSON.parse(stdout)).toEqual({ valid: true });
  });

  test('has every route of the public and of departments’ systems, each described', () => {
    const wanted = Object.entries(table)
      .filter(([route, who]) => / \/(api\/|sitemap|robots)/.test(route) && /everybody|department/.test(who))
      .flatMap(([route]) =>
        route.includes(' /api/:domain/:type')
          ? MANIFESTS.flatMap(({ slug, types }) =>
              types.map(({ plural }) => route.replace(':domain', slug).replace(':type', plural)),
            )
          : [route],
      );
    expect(
      operations()
        .filter((route) => route !== 'POST /graphql')
        .sort(),
    ).toEqual(wanted.sort());
    const undescribed = Object.entries(openapi.paths).flatMap(([address, methods]) =>
      Object.entries(methods)
        .filter(([, { summary }]) => summary === '(尚无说明)')
        .map(([method]) => `${method} ${address}`),
    );
    // say what they are with describeRoutes() of disclosure/server/api-description
    expect(undescribed).toEqual([]);
  });

  test('says in Chinese what each route is, and that signing in needs no sign-in', () => {
    const summaries = Object.values(openapi.paths).flatMap((methods) =>
      Object.values(methods).map(({ summary }) => summary),
    );
    // a name of the code, as in “重大建设项目:chain”, says nothing to a reader
    expect(summaries.filter((summary) => /[:：][A-Za-z/]|^[^\u4e00-\u9fff]*$/.test(summary))).toEqual([]);
    expect(openapi.paths['/api/auth/local']?.post?.security).toContainEqual({});
  });

  test('says of parameters what reads them', () => {
    const parameters = openapi.paths['/api/disclosure/publications']?.get?.parameters ?? [];
    const limit = parameters.find(({ name }) => name === 'limit');
    expect(limit).toMatchObject({
      in: 'query',
      required: false,
      description: '不填为20',
      schema: { type: 'integer', minimum: 1, maximum: 100 },
    });
    expect(parameters.find(({ name }) => name === 'domain')?.description).toMatch(/领域/);
  });

  test('is made once: the same bytes, a tag, and 304', async () => {
    const first = await read(product, '/api/openapi.json');
    const tag = first.headers.get('etag') ?? '';
    const again = await call(`${product.url}/api/openapi.json`, { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await read(product, '/api/openapi.json?x=1')).status).toBe(400);
  });
});

const compiled = new Map<string, ValidateFunction>();
let ajv: Ajv2020 | undefined;

/** The schema of a successful answer, closed: what it does not name must not be there. */
function validatorOf(address: string): ValidateFunction {
  const known = compiled.get(address);
  if (known) return known;
  const responses = openapi.paths[address]?.get?.responses ?? {};
  const [response] = Object.entries(responses).flatMap(([status, one]) =>
    status.startsWith('2') ? [one] : [],
  );
  const { content } = (response ?? {}) as { content?: Record<string, { schema: object }> };
  const schema = content?.['application/json']?.schema;
  if (!schema) throw new Error(`${address} has no schema`);
  if (!ajv) {
    ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
    ajv.addSchema(closed({ $id: 'openapi', components: openapi.components }) as object);
  }
  const validate = ajv.compile(closed(relocated(schema)) as object);
  compiled.set(address, validate);
  return validate;
}
const relocated = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"openapi#/components/'));
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (value === null || typeof value !== 'object') return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  const isShape = 'properties' in inner && inner.type === 'object' && !('additionalProperties' in inner);
  return isShape ? { ...inner, additionalProperties: false } : inner;
}

async function expectToFit(address: string, asked: string, who?: Credentials): Promise<void> {
  const { status, body, text } = await call(`${product.url}${asked}`, { headers: who?.headers ?? {} });
  expect({ asked, status, text: status === 200 ? '' : text }).toEqual({ asked, status: 200, text: '' });
  const validate = validatorOf(address);
  validate(body);
  const problems = (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  );
  expect({ asked, problems: [...new Set(problems.map((text) => text.replace(/\/\d+/g, '/n')))] }).toEqual({
    asked,
    problems: [],
  });
}

describe('what the product answers fits what the document says', () => {
  test('of the public reads that take no more than parameters', async () => {
    const simple = Object.entries(openapi.paths).filter(
      ([address, { get }]) =>
        get &&
        !address.includes('{') &&
        'application/json' in ((get.responses['200'] as { content?: object } | undefined)?.content ?? {}) &&
        get.security.some((way) => Object.keys(way).length === 0),
    );
    expect(simple.length).toBeGreaterThan(40);
    for (const [address, { get }] of simple) {
      const needed = (get?.parameters ?? [])
        .filter(({ required }) => required)
        .map(({ name }) => `${String(name)}=施工`);
      await expectToFit(address, `${address}${needed.length ? `?${needed.join('&')}` : ''}`);
    }
  });

  test('of the reads of one thing', async () => {
    const { data } = (await read(product, '/api/disclosure/publications?limit=100&count=true')).body;
    for (const { documentId } of data)
      await expectToFit(
        '/api/disclosure/publications/{documentId}',
        `/api/disclosure/publications/${documentId}`,
      );
    const withRoster = await product.query<{ document_id: string }>(
      "select document_id from publications where state = 'live' and detail->'roster' <> 'null'::jsonb limit 1",
    );
    for (const { document_id: id } of withRoster)
      await expectToFit(
        '/api/disclosure/publications/{documentId}/roster',
        `/api/disclosure/publications/${id}/roster?count=true`,
      );
    await expectToFit(
      '/api/disclosure/publications/{documentId}/editions',
      `/api/disclosure/publications/${data[0].documentId}/editions`,
    );
    await expectToFit('/api/disclosure/domains/{slug}', '/api/disclosure/domains/social-assistance');
    await expectToFit('/api/disclosure/catalogue-items/{code}', '/api/disclosure/catalogue-items/D01-01');
    await expectToFit('/api/disclosure/search', '/api/disclosure/search?q=施工&facets=true');
    await expectToFit('/api/disclosure/coverage', '/api/disclosure/coverage?domain=fiscal-budget');
    await expectToFit('/api/fiscal-budget/unit-coverage/{year}', '/api/fiscal-budget/unit-coverage/2026');
    await expectToFit('/api/policy/gazette/{year}', '/api/policy/gazette/2026');
    await expectToFit(
      '/api/major-construction-projects/projects/{documentId}/chain',
      `/api/major-construction-projects/projects/${documents.project}/chain`,
    );
    const records = (await read(product, '/api/major-construction-projects/records')).body.data;
    await expectToFit(
      '/api/major-construction-projects/records/{documentId}',
      `/api/major-construction-projects/records/${records[0].documentId}?populate=attachments`,
    );
  });

  test('of what departments’ systems read', async () => {
    const draft = await documents.make('submitted');
    await expectToFit(
      '/api/major-construction-projects/records/{documentId}/workflow',
      `/api/major-construction-projects/records/${draft}/workflow`,
      editor,
    );
    await expectToFit('/api/disclosure/audit', '/api/disclosure/audit?limit=50', editor);
    await expectToFit('/api/users/me', '/api/users/me', editor);
  });

  test('of refusals', async () => {
    const ajv = new Ajv2020({ strict: false });
    const validate = ajv.compile(openapi.components.schemas.Error as object);
    for (const asked of [
      '/api/disclosure/publications?x=1',
      '/api/disclosure/publications/nowhere',
      '/api/disclosure/audit',
    ]) {
      const { body } = await read(product, asked);
      validate(body);
      expect({ asked, errors: validate.errors }).toEqual({ asked, errors: null });
    }
  });
});

describe('a client', () => {
  test('that is generated from the document reads, writes and uses verbs', async () => {
    const folder = fs.mkdtempSync(path.join(ROOT, '.tmp-client-'));
    try {
      // the paths that the client calls: the compiler takes its time with all of them
      const called = Object.entries(openapi.paths).filter(([address]) => CLIENT.includes(`'${address}'`));
      const part = { ...openapi, paths: Object.fromEntries(called) };
      fs.writeFileSync(path.join(folder, 'openapi.json'), JSON.stringify(part));
      await run(process.execPath, [
        path.join(ROOT, 'node_modules/openapi-typescript/bin/cli.js'),
        path.join(folder, 'openapi.json'),
        '-o',
        path.join(folder, 'api.d.ts'),
      ]);
      fs.writeFileSync(path.join(folder, 'client.ts'), CLIENT);
      // its types hold: what the document says can be called can be called so
      await run(
        process.execPath,
        [
          path.join(ROOT, 'node_modules/typescript/bin/tsc'),
          '--noEmit',
          '--strict',
          '--skipLibCheck',
          '--module',
          'nodenext',
          '--moduleResolution',
          'nodenext',
          '--target',
          'es2022',
          '--types',
          'node',
          path.join(folder, 'client.ts'),
        ],
        { cwd: ROOT },
      ).catch((error: { stdout: string }) => {
        throw new Error(error.stdout);
      });
      const { stdout } = await run(
        process.execPath,
        ['--require', 'tsx/cjs', path.join(folder, 'client.ts')],
        {
          cwd: ROOT,
          env: {
            ...process.env,
            BASE: product.url,
            PASSWORD: product.demoPassword,
            PROJECT: documents.project,
          },
        },
      );
      expect(JSON.parse(stdout)).toEqual({
        titles: 5,
        same: true,
        state: 'submitted',
        refused: 'INVALID_QUERY',
      });
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  });

  test('of GraphQL finds in the file the schema that the server has', async () => {
    const file = buildSchema((await read(product, '/api/schema.graphql')).text);
    const running = await readSchema(product);
    const own = Object.keys(file.getTypeMap()).sort();
    expect(own.filter((name) => !running.getType(name))).toEqual([]);
    expect(Object.keys(file.getQueryType()?.getFields() ?? {}).sort()).toEqual(
      Object.keys(running.getQueryType()?.getFields() ?? {}).sort(),
    );
  });
});

const CLIENT = `
import createClient from 'openapi-fetch';
import type { paths } from './api';

async function main() {
  const client = createClient<paths>({ baseUrl: process.env.BASE ?? '' });
  const list = await client.GET('/api/disclosure/publications', { params: { query: { limit: 5, sort: 'newest' } } });
  const first = list.data?.data[0];
  const one = await client.GET('/api/disclosure/publications/{documentId}', { params: { path: { documentId: first?.documentId ?? '' } } });
  const signedIn = await client.POST('/api/auth/local', { body: { identifier: 'housing-construction-editor@example.test', password: process.env.PASSWORD ?? '' } });
  const headers = { authorization: 'Bearer ' + signedIn.data?.jwt };
  const made = await client.POST('/api/major-construction-projects/records', {
    headers,
    body: { data: { title: '参建单位信息', project: process.env.PROJECT ?? '', item: 'MP6-02', kind: 'document', formedOn: '2026-11-02', body: '<p>正文</p>' } },
  });
  const submitted = await client.POST('/api/major-construction-projects/records/{documentId}/{verb}', {
    headers,
    params: { path: { documentId: made.data?.data.documentId ?? '', verb: 'submit' } },
    body: {},
  });
  const wrong = await client.GET('/api/disclosure/publications', { params: { query: { from: 'yesterday' } } });
  console.log(JSON.stringify({
    titles: list.data?.data.length,
    same: one.data?.data.title === first?.title,
    state: submitted.data?.data.state ?? submitted.error,
    refused: wrong.error?.error.details.code,
  }));
}
void main();
`;

describe('the examples', () => {
  const withFiles = async (work: (folder: string) => Promise<void>) => {
    // below the root, where @strapi/client is found
    const folder = fs.mkdtempSync(path.join(ROOT, '.tmp-examples-'));
    try {
      for (const { file, text } of examplesFor(product.url)) fs.writeFileSync(path.join(folder, file), text);
      await work(folder);
    } finally {
      fs.rmSync(folder, { recursive: true, force: true });
    }
  };

  test('for curl, fetch and @strapi/client run as they stand', () =>
    withFiles(async (folder) => {
      const { stdout: answered } = await run('sh', [path.join(folder, 'example.sh')]);
      expect(answered).toContain('"nextCursor"');
      const live = await product.query(
        "select from publications where state = 'live' and domain = 'major-construction-projects'",
      );
      const { stdout: listed } = await run(process.execPath, [path.join(folder, 'example.mjs')]);
      expect(listed.trim().split('\n')).toHaveLength(live.length);
      const { stdout: projects } = await run(process.execPath, [path.join(folder, 'example-strapi.mjs')]);
      expect(projects.split('\n')[0]).toMatch(/^[a-z0-9]{24} \S/);
    }));

  test('for a mini-program fills its page', async () => {
    const { text } = examplesFor(product.url).find(({ file }) => file.includes('mini')) ?? { text: '' };
    type MiniPage = {
      data: { publications: unknown[] };
      setData: (data: object) => void;
      onLoad: () => void;
    };
    const page = await new Promise<MiniPage>((resolve, reject) => {
      // what WeChat provides, over the real network
      const wx = {
        request: ({
          url,
          data,
          success,
        }: {
          url: string;
          data: Record<string, string>;
          success: (answer: object) => void;
        }) =>
          void fetch(`${url}?${new URLSearchParams(data)}`)
            .then(async (response) => success({ statusCode: response.status, data: await response.json() }))
            .catch(reject),
      };
      const Page = (made: MiniPage) => {
        made.setData = (data) => {
          Object.assign(made.data, data);
          resolve(made);
        };
        made.onLoad();
      };
      vm.runInNewContext(text, { wx, Page });
    });
    expect(page.data.publications).toHaveLength(10);
  });

  test('stand on the page, which asks nothing of anybody else, and in the README', async () => {
    const { text, headers } = await read(product, '/api/docs');
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(text).not.toMatch(/<script(?![^>]*&)|<link|src=|@import/);
    for (const { name } of examplesFor('')) expect(text).toContain(name);
    const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8');
    for (const { text: example } of examplesFor('http://127.0.0.1:1337').slice(0, 3))
      expect(readme).toContain(example);
  });
});
