/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { demoMember, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { queryOf, read } from './helpers/reads';

/** Words that stand only in what nobody has published. */
const DRAFT = '从未公开的草稿';
const CORRECTION = '尚未公开的更正';
const COMMENT = '内部审核意见';
const WITHDRAWN = '撤回以后不再公开的正文';
const SECRETS = [DRAFT, CORRECTION, COMMENT, WITHDRAWN];
/** Book-keeping and people of the back office. */
const PRIVATE = [
  'createdBy',
  'updatedBy',
  'contributors',
  'reviewComment',
  'published_by',
  'publishedBy',
  'example.test',
  '录入员',
  '审核员',
];

let product: Product;
let documents: Documents;
let live: string;
let ids: string[];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const secret = { title: DRAFT, body: `<p>${DRAFT}</p>`, abstract: DRAFT, keywords: DRAFT, theme: DRAFT };
  const draft = await documents.make('draft', secret);
  const submitted = await documents.make('submitted', secret);
  const approved = await documents.make('approved', secret);
  live = await documents.make('published');
  await act(product.strapi, documents.editor, {
    verb: 'correct',
    documentId: live,
    input: { reason: CORRECTION },
  });
  const correction = { title: CORRECTION, body: `<p>${CORRECTION}</p>`, theme: CORRECTION };
  await act(product.strapi, documents.editor, { verb: 'edit', documentId: live, data: correction });
  await act(product.strapi, documents.editor, { verb: 'submit', documentId: live });
  await act(product.strapi, documents.reviewer, {
    verb: 'return',
    documentId: live,
    input: { reason: COMMENT },
  });
  const withdrawn = await documents.make('published', { body: `<p>${WITHDRAWN}</p>` });
  await act(product.strapi, documents.reviewer, {
    verb: 'withdraw',
    documentId: withdrawn,
    input: { reason: '有误' },
  });
  const planner = await demoMember(product.strapi, 'development-reform-editor');
  const project = await act(product.strapi, planner, {
    uid: 'plugin::major-construction-projects.project' as never,
    verb: 'create',
    data: { title: DRAFT, projectCode: DRAFT, legalPerson: DRAFT, scope: DRAFT },
  });
  ids = [draft, submitted, approved, live, withdrawn, project.documentId, documents.project];
});
afterAll(() => product.stop());

type Route = { method: string; path: string; handler: unknown; config?: { auth?: unknown } };
type Router = { type?: string; prefix?: string; routes: Route[] };

const OWN = /^\/(disclosure|major-construction-projects)\//;

/** Every route of the engine and of the domains that asks for no sign-in, from what is registered. */
function publicRoutes(): string[] {
  return Object.entries(product.strapi.plugins).flatMap(([name, plugin]) =>
    Object.values((plugin as { routes: Record<string, Router> }).routes)
      .filter(({ type }) => type === 'content-api')
      .flatMap(({ routes, prefix = `/${name}` }) =>
        routes.map((route) => ({ ...route, path: `${prefix}${route.path}` })),
      )
      .filter(({ method, path, config }) => method === 'GET' && config?.auth === false && OWN.test(path))
      .map(({ path }) => `/api${path}`),
  );
}

/** Addresses of a route for every document, with the parameters that could ask for more. */
function addressesOf(path: string): string[] {
  const filled = path.includes(':documentId')
    ? ids.map((id) => path.replace(':documentId', id))
    : [path.replace(':slug', 'major-construction-projects')];
  const words = SECRETS.map((word) => queryOf({ q: word }));
  const filters = SECRETS.flatMap((word) => [
    queryOf({ 'filters[title][$contains]': word }),
    queryOf({ 'filters[theme][$eq]': word, status: 'draft' }),
    queryOf({ theme: word, count: 'true' }),
  ]);
  const queries = [
    '',
    '?status=draft',
    '?status=published',
    '?limit=100',
    '?pagination[pageSize]=100',
    ...words,
    ...filters,
  ];
  return filled.flatMap((address) => queries.map((query) => `${address}${query}`));
}

/** The words of an answer that its own question did not hold. */
const leaks = (text: string, words: readonly string[]): string[] =>
  words.filter((word) => text.includes(word));

test('the public routes are those of the contract', () => {
  const routes = [...new Set(publicRoutes())];
  expect(routes).toEqual(
    expect.arrayContaining([
      '/api/disclosure/publications',
      '/api/disclosure/search',
      '/api/disclosure/domains',
    ]),
  );
  expect(routes.length).toBeGreaterThanOrEqual(14);
});

test('no public answer shows a draft, a correction before its publication, a comment or a withdrawn text', async () => {
  const found: string[] = [];
  let answered = 0;
  for (const path of new Set(publicRoutes())) {
    for (const address of addressesOf(path)) {
      const { status, text } = await read(product, address);
      expect(status).toBeLessThan(500);
      if (status === 200) answered++;
      found.push(...leaks(text, SECRETS).map((word) => `${address}: ${word}`));
    }
  }
  expect(found).toEqual([]);
  expect(answered).toBeGreaterThan(40);
});

test('no public answer names a person or the book-keeping of the back office', async () => {
  const found: string[] = [];
  let read200 = 0;
  for (const path of new Set(publicRoutes())) {
    for (const id of ids) {
      const { status, text } = await read(
        product,
        path.replace(':documentId', id).replace(':slug', 'major-construction-projects'),
      );
      found.push(...leaks(text, PRIVATE).map((word) => `${path}: ${word}`));
      read200 += Number(status === 200);
    }
  }
  expect(found).toEqual([]);
  expect(read200).toBeGreaterThan(20);
});

test('searching or filtering for secret words counts nothing', async () => {
  for (const word of SECRETS) {
    const search = await read(product, `/api/disclosure/search${queryOf({ q: `"${word}"`, count: 'true' })}`);
    expect(search.body).toMatchObject({ data: [], meta: { nextCursor: null, total: 0 } });
    for (const type of ['records', 'projects']) {
      const list = await read(
        product,
        `/api/major-construction-projects/${type}${queryOf({ 'filters[title][$contains]': word })}`,
      );
      expect(list.body.meta.pagination.total).toBe(0);
    }
  }
});

test('a file leads to no document that it is attached to', async () => {
  const files = product.strapi.db.query('plugin::upload.file');
  const rows = await product.query<{ id: number }>(
    'select id from major_construction_projects_records where document_id = any($1) order by id',
    [ids],
  );
  await files.create({
    data: {
      name: 'plan.pdf',
      hash: 'plan',
      ext: '.pdf',
      mime: 'application/pdf',
      size: 1,
      url: '/uploads/plan.pdf',
      provider: 'local',
      folderPath: '/1',
      related: rows.map(({ id }) => ({ id, __type: RECORD, __pivot: { field: 'attachments' } })),
    },
  });
  const path = `/api/major-construction-projects/records/${live}`;
  const { status, body } = await read(product, `${path}?populate=attachments`);
  expect(status).toBe(200);
  expect(body.data.attachments).toEqual([expect.objectContaining({ name: 'plan.pdf' })]);
  for (const nested of [
    'populate]=*',
    'populate]=related',
    'populate][related]=*',
    'populate][related][populate]=*',
    'populate][0]=related',
  ]) {
    for (const address of [path, '/api/major-construction-projects/records']) {
      const answer = await read(product, `${address}?populate[attachments][${nested}`);
      expect(leaks(answer.text, [...SECRETS, '"related"'])).toEqual([]);
      expect(answer.status).toBe(400);
    }
  }
});

test('a department’s own writes are answered without people or book-keeping, too', async () => {
  const editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
  const answer = await call(`${product.url}/api/major-construction-projects/records`, {
    method: 'POST',
    headers: editor.headers,
    body: { data: documents.values() },
  });
  expect(answer.status).toBe(201);
  expect(leaks(answer.text, PRIVATE)).toEqual([]);
  expect(Object.keys(answer.body.data)).toEqual(expect.arrayContaining(['documentId', 'state', 'version']));
});

test('a department cannot read another department’s working copy', async () => {
  const stranger = await signInApi(product, 'civil-affairs-reviewer@example.test', product.demoPassword);
  for (const id of ids) {
    const answer = await call(`${product.url}/api/major-construction-projects/records/${id}/workflow`, {
      headers: stranger.headers,
    });
    expect([403, 404]).toContain(answer.status);
    expect(leaks(answer.text, SECRETS)).toEqual([]);
  }
});
