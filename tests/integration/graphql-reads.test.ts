/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { GraphQLSchema } from 'graphql';
import { call } from './helpers/call';
import { demoProject } from './helpers/documents';
import { graphql, readSchema, selectionOf } from './helpers/graphql';
import { type Credentials, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { fillSearch } from './helpers/search';

let product: Product;
let schema: GraphQLSchema;
let supervisor: Credentials;
let project: string;
let record: string;

beforeAll(async () => {
  product = await startProduct();
  await fillSearch(product);
  schema = await readSchema(product);
  supervisor = await signInApi(product, 'office-supervisor@example.test', product.demoPassword);
  project = await demoProject(product);
  const [row] = await product.query<{ document_id: string }>(
    'select document_id from publications where subject_id = $1 order by published_at limit 1',
    [project],
  );
  record = String(row?.document_id);
});
afterAll(() => product.stop());

/** A read of REST, the same of GraphQL, and what of the answer of REST is the value of the field. */
type SameRead = { path: () => string; field: () => string; whole?: true };

const SAME: Record<string, SameRead> = {
  domains: { path: () => '/api/disclosure/domains', field: () => 'domains' },
  domain: {
    path: () => '/api/disclosure/domains/major-construction-projects',
    field: () => 'domain(slug: "major-construction-projects")',
  },
  'catalogue items': { path: () => '/api/disclosure/catalogue-items', field: () => 'catalogueItems' },
  'catalogue items of a department': {
    path: () => '/api/disclosure/catalogue-items?department=housing-construction',
    field: () => 'catalogueItems(department: "housing-construction")',
  },
  departments: { path: () => '/api/disclosure/departments', field: () => 'departments' },
  columns: { path: () => '/api/disclosure/columns', field: () => 'columns' },
  publications: {
    path: () => '/api/disclosure/publications?limit=3&count=true&sort=oldest&department=housing-construction',
    field: () => 'publications(limit: 3, count: true, sort: oldest, department: "housing-construction")',
    whole: true,
  },
  'publications of a subject, in a span of days': {
    path: () => `/api/disclosure/publications?subject=${project}&from=2020-01-01&to=2099-01-01&limit=100`,
    field: () => `publications(subject: "${project}", from: "2020-01-01", to: "2099-01-01", limit: 100)`,
    whole: true,
  },
  publication: {
    path: () => `/api/disclosure/publications/${record}`,
    field: () => `publication(documentId: "${record}")`,
  },
  editions: {
    path: () => `/api/disclosure/publications/${record}/editions`,
    field: () => `editions(documentId: "${record}")`,
  },
  search: {
    path: () => `/api/disclosure/search?q=${encodeURIComponent('工程')}&limit=5`,
    field: () => 'search(q: "工程", limit: 5)',
    whole: true,
  },
  'the chain of a project': {
    path: () => `/api/major-construction-projects/projects/${project}/chain`,
    field: () => `majorConstructionProjectsChain(documentId: "${project}")`,
  },
  audit: {
    path: () => `/api/disclosure/audit?documentId=${record}&limit=2`,
    field: () => `audit(documentId: "${record}", limit: 2)`,
    whole: true,
  },
  workflow: {
    path: () => `/api/major-construction-projects/records/${record}/workflow`,
    field: () => `workflow(type: "major-construction-projects.record", documentId: "${record}")`,
  },
};

test.each(Object.entries(SAME))(
  'GraphQL answers what REST answers: %s',
  async (_name, { path, field, whole }) => {
    const rest = await call(`${product.url}${path()}`, { headers: supervisor.headers });
    expect(rest.status).toBe(200);
    const expected = whole ? rest.body : rest.body.data;
    expect(JSON.stringify(expected).length).toBeGreaterThan(50);
    const name = /^\w+/.exec(field())?.[0] ?? '';
    const selection = selectionOf(schema.getQueryType()?.getFields()[name]?.type, expected);
    const answer = await graphql(product, `{ value: ${field()} ${selection} }`, undefined, supervisor);
    expect(answer.errors).toEqual([]);
    expect(answer.data.value).toEqual(expected);
  },
);

test('pages follow each other by the cursor', async () => {
  const page = async (cursor: string | null) =>
    (
      await graphql(
        product,
        'query ($cursor: String) { majorConstructionProjectsRecords(limit: 25, cursor: $cursor) { data { documentId } meta { nextCursor } } }',
        { cursor },
      )
    ).data.majorConstructionProjectsRecords;
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const { data, meta } = await page(cursor);
    seen.push(...data.map(({ documentId }: { documentId: string }) => documentId));
    cursor = meta.nextCursor;
  } while (cursor);
  const rows = await product.query<{ document_id: string }>(
    "select document_id from publications where state = 'live' and type = 'plugin::major-construction-projects.record' order by published_at desc, document_id desc",
  );
  expect(rows.length).toBeGreaterThan(25);
  expect(seen).toEqual(rows.map((row) => row.document_id));
});

test('a type has its own attributes, and links lead both ways', async () => {
  const { data, errors } = await graphql(
    product,
    `query ($record: ID!, $project: ID!) {
      record: majorConstructionProjectsRecord(documentId: $record) {
        item informationClass project attributes
        subject { __typename documentId title ... on MajorConstructionProjectsProject { projectCode investment } }
        department { code latest(limit: 10) { owner } }
        domainInfo { slug items { code } latest(limit: 1) { domain } }
        catalogueItemInfo { code domainInfo { slug } departmentsInfo { code } latest { catalogueItem } }
        columnsInfo { code }
      }
      project: majorConstructionProjectsProject(documentId: $project) {
        responsible parts(limit: 10) { __typename subjectId }
      }
      ofAnotherType: majorConstructionProjectsProject(documentId: $record) { title }
    }`,
    { record, project },
  );
  const { department, domainInfo, catalogueItemInfo, subject, attributes, ...own } = data.record;
  expect(own).toMatchObject({
    item: attributes.item,
    informationClass: attributes.informationClass,
    project,
  });
  expect(subject).toMatchObject({
    __typename: 'MajorConstructionProjectsProject',
    documentId: project,
    projectCode: expect.stringMatching(/^20/),
    investment: expect.any(Number),
  });
  expect(new Set(department.latest.map(({ owner }: { owner: string }) => owner))).toEqual(
    new Set([department.code]),
  );
  expect(domainInfo).toMatchObject({
    slug: 'major-construction-projects',
    latest: [{ domain: domainInfo.slug }],
  });
  expect(domainInfo.items).toHaveLength(26);
  expect(catalogueItemInfo.latest[0].catalogueItem).toBe(catalogueItemInfo.code);
  expect(catalogueItemInfo.domainInfo.slug).toBe(domainInfo.slug);
  expect(data.project.parts).toHaveLength(10);
  expect(data.project.parts[0]).toEqual({
    __typename: 'MajorConstructionProjectsRecord',
    subjectId: project,
  });
  expect(data.ofAnotherType).toBeNull();
  expect(errors.map(({ path, extensions }) => [path, extensions.error?.details])).toEqual([
    [['ofAnotherType'], { code: 'NOT_FOUND' }],
  ]);
});

test('a page of 20 asks the database no more often than a page of 2', async () => {
  const statements = async (limit: number) => {
    let count = 0;
    const listen = () => {
      count += 1;
    };
    product.strapi.db.connection.on('query', listen);
    const answer = await graphql(
      product,
      `{ publications(domain: "major-construction-projects", limit: ${limit}) { data {
        title body department { name publications latest(limit: 2) { title } } domainInfo { name publications items { code } }
        catalogueItemInfo { level1 departmentsInfo { name } } subject { title parts(limit: 2) { title } } columnsInfo { name }
      } } }`,
    );
    product.strapi.db.connection.off('query', listen);
    expect(answer.errors).toEqual([]);
    expect(answer.data.publications.data).toHaveLength(limit);
    return count;
  };
  const small = await statements(2);
  expect(small).toBeGreaterThan(5);
  expect(await statements(20)).toBe(small);
});

test('drafts cannot be asked for', () => {
  const { publications, majorConstructionProjectsRecords: records } =
    schema.getQueryType()?.getFields() ?? {};
  for (const field of [publications, records]) {
    expect(field?.args.map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/status|state/)]),
    );
  }
});

describe('wrong questions have the code of REST', () => {
  const CASES: Record<string, { rest: string; field: string; selection: string }> = {
    'a limit over 100': {
      rest: '/publications?limit=101',
      field: 'publications(limit: 101)',
      selection: '{ data { title } }',
    },
    'a limit of 0': {
      rest: '/publications?limit=0',
      field: 'publications(limit: 0)',
      selection: '{ data { title } }',
    },
    'a day that is none': {
      rest: '/publications?from=2026-02-30',
      field: 'publications(from: "2026-02-30")',
      selection: '{ data { title } }',
    },
    'a cursor of another list': {
      rest: '/publications?cursor=abc',
      field: 'publications(cursor: "abc")',
      selection: '{ data { title } }',
    },
    'an empty search': { rest: '/search?q=%20', field: 'search(q: " ")', selection: '{ data { title } }' },
    'an unknown domain': {
      rest: '/domains/nothing',
      field: 'domain(slug: "nothing")',
      selection: '{ name }',
    },
    'an unknown publication': {
      rest: '/publications/nothing',
      field: 'publication(documentId: "nothing")',
      selection: '{ title }',
    },
    'editions of nothing': {
      rest: '/publications/nothing/editions',
      field: 'editions(documentId: "nothing")',
      selection: '{ title }',
    },
    'an unknown parameter': {
      rest: '/publications?foo=1',
      field: 'publications(foo: 1)',
      selection: '{ data { title } }',
    },
    'an unknown sort': {
      rest: '/publications?sort=best',
      field: 'publications(sort: best)',
      selection: '{ data { title } }',
    },
  };
  test.each(Object.entries(CASES))('%s', async (_name, { rest, field, selection }) => {
    const refused = (await call(`${product.url}/api/disclosure${rest}`)).body.error;
    const [error] = (await graphql(product, `{ ${field} ${selection} }`)).errors;
    expect(error?.extensions.error?.details).toEqual(refused.details);
    expect(error?.extensions.error?.status).toBe(refused.status);
    expect(error?.message).toMatch(/\p{Script=Han}/u);
  });

  test.each([
    ['audit', '/api/disclosure/audit', '{ audit { data { seq } } }'],
    [
      'workflow',
      '/api/major-construction-projects/records/x/workflow',
      '{ workflow(type: "major-construction-projects.record", documentId: "x") { state } }',
    ],
  ])('%s without a sign-in', async (_name, path, query) => {
    const rest = await call(`${product.url}${path}`);
    const answer = await graphql(product, query);
    expect(rest.code).toBe('NO_ACTOR');
    expect(answer.code).toBe('NO_ACTOR');
    expect(answer.errors[0]?.message).toBe(rest.body.error.message);
  });
});

test('an error inside says nothing of the inside', async () => {
  await product.query('alter table disclosure_columns rename to disclosure_columns_away');
  try {
    const answer = await graphql(product, '{ columns { code } domains { slug } }');
    expect(answer.text).not.toMatch(/disclosure_columns|select|stack|relation/);
    expect(answer.errors).toEqual([
      expect.objectContaining({
        path: ['columns'],
        message: '服务器内部错误，请稍后再试',
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      }),
    ]);
    expect(answer.data.columns).toBeNull();
    expect(answer.data.domains).toContainEqual({ slug: 'major-construction-projects' });
  } finally {
    await product.query('alter table disclosure_columns_away rename to disclosure_columns');
  }
});

test('reading needs neither a valid token nor a permission of the public role', async () => {
  const nonsense = { headers: { authorization: 'Bearer nonsense' } };
  const { domains } = (await graphql(product, '{ domains { slug } }')).data;
  expect(domains.length).toBeGreaterThan(26);
  expect((await graphql(product, '{ domains { slug } }', undefined, nonsense)).data.domains).toEqual(domains);
  const permissions = product.strapi.db.query('plugin::users-permissions.permission');
  const held = await permissions.findMany({ where: { role: { type: 'public' } } });
  const { id: role } = await product.strapi.db
    .query('plugin::users-permissions.role')
    .findOne({ where: { type: 'public' } });
  await permissions.deleteMany({ where: { id: { $in: held.map(({ id }: { id: number }) => id) } } });
  try {
    expect((await graphql(product, '{ domains { slug } }')).data.domains).toEqual(domains);
    expect((await call(`${product.url}/api/users/me`)).status).toBe(401);
  } finally {
    for (const { action } of held) await permissions.create({ data: { action, role } });
  }
});
