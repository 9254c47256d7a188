/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { type Documents, documentsOf, type Standing } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { type Credentials, makeMember, NOBODY, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { expectRefusal } from './helpers/witness';

const TYPE = 'major-construction-projects.record';
const RECORDS = '/api/major-construction-projects/records';
const STATE = '{ documentId state version owner title catalogueItem indexNo dueOn }';

let product: Product;
let documents: Documents;
let people: Record<'editor' | 'reviewer' | 'supervisor', Credentials>;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInApi(product, `${account}@example.test`, product.demoPassword);
  people = {
    editor: await signIn('housing-construction-editor'),
    reviewer: await signIn('housing-construction-reviewer'),
    supervisor: await signIn('office-supervisor'),
  };
});
afterAll(() => product.stop());

const create = (data: Record<string, unknown>, who?: Pick<Credentials, 'headers'>) =>
  graphql(
    product,
    `mutation ($data: MajorConstructionProjectsRecordInput!) { done: createMajorConstructionProjectsRecord(data: $data) ${STATE} }`,
    { data },
    who,
  );
const update = (documentId: string, data: Record<string, unknown>, expectedVersion?: number | null) =>
  graphql(
    product,
    `mutation ($id: ID!, $data: MajorConstructionProjectsRecordInput!, $version: Int) {
      done: updateMajorConstructionProjectsRecord(documentId: $id, data: $data, expectedVersion: $version) ${STATE}
    }`,
    { id: documentId, data, version: expectedVersion },
    people.editor,
  );
const remove = (documentId: string, expectedVersion?: number) =>
  graphql(
    product,
    'mutation ($id: ID!, $version: Int) { done: deleteMajorConstructionProjectsRecord(documentId: $id, expectedVersion: $version) { documentId state } }',
    { id: documentId, version: expectedVersion },
    people.editor,
  );
const verb = (name: string, documentId: string, who: Pick<Credentials, 'headers'>, args = '') =>
  graphql(
    product,
    `mutation ($id: ID!) { done: ${name}Document(type: "${TYPE}", documentId: $id ${args}) ${STATE} }`,
    { id: documentId },
    who,
  );
const rest = (method: string, path: string, who: Pick<Credentials, 'headers'>, body?: unknown) =>
  call(`${product.url}${RECORDS}${path}`, { method, headers: who.headers, body });

test('an entry goes through its whole life, seen at once where the public reads', async () => {
  const { editor, reviewer } = people;
  const made = await create(documents.values({ title: '经 GraphQL 录入' }), editor);
  expect(made.errors).toEqual([]);
  expect(made.data.done).toMatchObject({
    state: 'draft',
    version: 1,
    owner: 'housing-construction',
    title: '经 GraphQL 录入',
    catalogueItem: expect.stringMatching(/^D01-/),
    indexNo: null,
    dueOn: expect.stringMatching(/^2026-/),
  });
  const { documentId } = made.data.done;

  const edited = await update(documentId, { title: '改过的标题', docNo: null }, 1);
  expect(edited.data.done).toMatchObject({ title: '改过的标题', version: 2 });
  expect((await verb('submit', documentId, editor)).data.done.state).toBe('submitted');
  expect((await verb('return', documentId, reviewer, 'comment: "请补充"')).data.done.state).toBe('returned');
  expect((await verb('submit', documentId, editor, 'expectedVersion: 4')).data.done.state).toBe('submitted');
  expect((await verb('approve', documentId, reviewer)).data.done.state).toBe('approved');
  const published = (await verb('publish', documentId, reviewer)).data.done;
  expect(published).toMatchObject({ state: 'published', indexNo: expect.stringMatching(/\d{4}-\d{5}$/) });

  const seen = await graphql(
    product,
    `query ($id: ID!, $project: ID!) {
      publication(documentId: $id) { title indexNo editionNo }
      publications(indexNo: "${published.indexNo}") { data { documentId } }
      chain: majorConstructionProjectsChain(documentId: $project) { classes { items { publications { documentId } } } }
    }`,
    { id: documentId, project: documents.project },
  );
  expect(seen.data.publication).toEqual({ title: '改过的标题', indexNo: published.indexNo, editionNo: 1 });
  expect(seen.data.publications.data).toEqual([{ documentId }]);
  expect(JSON.stringify(seen.data.chain)).toContain(documentId);

  expect((await verb('correct', documentId, editor, 'reason: "笔误"')).data.done.state).toBe('draft');
  const withdrawn = await verb('withdraw', documentId, reviewer, 'reason: "内容有误,依申请更正"');
  expect(withdrawn.data.done.state).toBe('withdrawn');

  const gone = await graphql(
    product,
    'query ($id: ID!) { publication(documentId: $id) { title } editions(documentId: $id) { title } }',
    { id: documentId },
  );
  const tombstone = await call(`${product.url}/api/disclosure/publications/${documentId}`);
  expect(tombstone.status).toBe(410);
  expect(gone.data).toEqual({ publication: null, editions: null });
  for (const error of gone.errors) expect(error.extensions.error).toEqual(tombstone.body.error);
  expect(tombstone.body.error.details).toMatchObject({
    code: 'WITHDRAWN',
    reason: '内容有误,依申请更正',
  });

  const log = await graphql(
    product,
    'query ($id: ID!) { audit(documentId: $id) { data { verb outcome } } }',
    { id: documentId },
    editor,
  );
  expect(log.data.audit.data.map((entry: { verb: string }) => entry.verb).reverse()).toEqual([
    'create',
    'edit',
    'submit',
    'return',
    'submit',
    'approve',
    'publish',
    'correct',
    'withdraw',
  ]);
});

test('a write answers what REST answers', async () => {
  const byGraphql = (await create(documents.values(), people.editor)).data.done;
  const byRest = (await rest('POST', '', people.editor, { data: documents.values() })).body.data;
  expect(byGraphql).toEqual({ ...byRest, documentId: byGraphql.documentId });
  const removed = await remove(byGraphql.documentId, 1);
  expect(removed.data.done).toEqual({ documentId: byGraphql.documentId, state: null });
  expect((await rest('DELETE', `/${byRest.documentId}?expectedVersion=1`, people.editor)).status).toBe(204);
});

test('the office hands a document over', async () => {
  const documentId = await documents.make('published');
  const moved = await verb(
    'transfer',
    documentId,
    people.supervisor,
    'department: "finance", reason: "机构改革"',
  );
  expect(moved.data.done.owner).toBe('finance');
  const seen = await graphql(
    product,
    'query ($id: ID!) { publication(documentId: $id) { owner department { code } } }',
    { id: documentId },
  );
  expect(seen.data.publication).toEqual({ owner: 'finance', department: { code: 'finance' } });
});

/** One attempt, by both doors, that is refused alike. */
type Case = {
  standing?: Standing;
  graphql: (
    id: string,
  ) => Promise<{ errors: { message: string; extensions: { error?: object } }[]; code: string | null }>;
  rest: (id: string) => ReturnType<typeof rest>;
  code: string;
};

const long = '字'.repeat(2001);
const CASES: Record<string, Case> = {
  'an old version': {
    standing: 'draft',
    graphql: (id) => update(id, { title: 'x' }, 7),
    rest: (id) => rest('PUT', `/${id}`, people.editor, { data: { title: 'x' }, expectedVersion: 7 }),
    code: 'STALE_VERSION',
  },
  'an old version of a deletion': {
    standing: 'draft',
    graphql: (id) => remove(id, 7),
    rest: (id) => rest('DELETE', `/${id}?expectedVersion=7`, people.editor),
    code: 'STALE_VERSION',
  },
  'a state that does not allow it': {
    standing: 'draft',
    graphql: (id) => verb('publish', id, people.reviewer),
    rest: (id) => rest('POST', `/${id}/publish`, people.reviewer, {}),
    code: 'INVALID_TRANSITION',
  },
  'approving her own': {
    standing: 'submitted',
    graphql: (id) => verb('approve', id, people.editor),
    rest: (id) => rest('POST', `/${id}/approve`, people.editor, {}),
    code: 'NEEDS_SECOND_REVIEWER',
  },
  'a return without a reason': {
    standing: 'submitted',
    graphql: (id) => verb('return', id, people.reviewer, 'reason: "  ", comment: null'),
    rest: (id) => rest('POST', `/${id}/return`, people.reviewer, { reason: '  ' }),
    code: 'REASON_REQUIRED',
  },
  'a withdrawal without a reason': {
    standing: 'published',
    graphql: (id) => verb('withdraw', id, people.reviewer),
    rest: (id) => rest('POST', `/${id}/withdraw`, people.reviewer, {}),
    code: 'REASON_REQUIRED',
  },
  'a successor that is not public': {
    standing: 'published',
    graphql: (id) => verb('withdraw', id, people.reviewer, 'reason: "重复", successor: "nothing"'),
    rest: (id) => rest('POST', `/${id}/withdraw`, people.reviewer, { reason: '重复', successor: 'nothing' }),
    code: 'INVALID_INPUT',
  },
  'a transfer to a department that is none': {
    standing: 'published',
    graphql: (id) => verb('transfer', id, people.supervisor, 'reason: "改革", department: "nobody"'),
    rest: (id) =>
      rest('POST', `/${id}/transfer`, people.supervisor, { reason: '改革', department: 'nobody' }),
    code: 'INVALID_INPUT',
  },
  'a document that is not there': {
    graphql: () => verb('submit', 'nothing', people.editor),
    rest: () => rest('POST', '/nothing/submit', people.editor, {}),
    code: 'NOT_FOUND',
  },
  'a document id longer than any': {
    graphql: () => verb('submit', 'x'.repeat(5000), people.editor),
    rest: () => rest('POST', '/nothing/submit', people.editor, {}),
    code: 'NOT_FOUND',
  },
  'a text that no database can hold': {
    graphql: () => create(documents.values({ body: 'a\0b' }), people.editor),
    rest: () => rest('POST', '', people.editor, { data: documents.values({ body: 'a\0b' }) }),
    code: 'INVALID_INPUT',
  },
  'an item that is none of the 54': {
    graphql: () => create(documents.values({ item: 'MP9-99' }), people.editor),
    rest: () => rest('POST', '', people.editor, { data: documents.values({ item: 'MP9-99' }) }),
    code: 'INVALID_INPUT',
  },
  "an item of a class that is another department's": {
    graphql: () => create(documents.values({ item: 'MP1-01' }), people.editor),
    rest: () => rest('POST', '', people.editor, { data: documents.values({ item: 'MP1-01' }) }),
    code: 'NOT_RESPONSIBLE',
  },
  'a day that is none': {
    graphql: () => create(documents.values({ formedOn: '2026-02-30' }), people.editor),
    rest: () => rest('POST', '', people.editor, { data: documents.values({ formedOn: '2026-02-30' }) }),
    code: 'INVALID_INPUT',
  },
  'a choice that is none': {
    graphql: () => create(documents.values({ kind: 'poem' }), people.editor),
    rest: () => rest('POST', '', people.editor, { data: documents.values({ kind: 'poem' }) }),
    code: 'INVALID_INPUT',
  },
  'a comment that is too long': {
    standing: 'submitted',
    graphql: (id) => verb('return', id, people.reviewer, `comment: "${long}"`),
    rest: (id) => rest('POST', `/${id}/return`, people.reviewer, { comment: long }),
    code: 'INVALID_INPUT',
  },
  'a version below 1': {
    standing: 'draft',
    graphql: (id) => update(id, { title: 'x' }, -1),
    rest: (id) => rest('PUT', `/${id}`, people.editor, { data: { title: 'x' }, expectedVersion: -1 }),
    code: 'INVALID_INPUT',
  },
};

describe('a refusal is the one of REST, and changes nothing', () => {
  test.each(Object.entries(CASES))('%s', async (_name, { standing, code, ...doors }) => {
    const documentId = standing ? await documents.make(standing) : '';
    const byRest = await expectRefusal(product.query, code, () => doors.rest(documentId));
    const byGraphql = await expectRefusal(product.query, code, () => doors.graphql(documentId));
    expect(byRest.code).toBe(code);
    expect(byGraphql.errors).toHaveLength(1);
    expect(byGraphql.errors[0]?.extensions.error).toEqual(byRest.body.error);
    expect(byGraphql.errors[0]?.message).toBe(byRest.body.error.message);
  });

  test.each([
    ['what the engine keeps', { owner: 'finance' }],
    ['a field that nobody knows', { colour: 'red' }],
    ['a number where words belong', { title: 7 }],
  ])('%s, which the schema itself refuses', async (_name, more) => {
    const data = documents.values(more);
    const byRest = await expectRefusal(product.query, 'INVALID_INPUT', () =>
      rest('POST', '', people.editor, { data }),
    );
    const byGraphql = await expectRefusal(product.query, 'INVALID_INPUT', () => create(data, people.editor));
    expect([byRest.status, byRest.code]).toEqual([400, 'INVALID_INPUT']);
    expect([byGraphql.status, byGraphql.code]).toEqual([400, 'INVALID_INPUT']);
    expect(byGraphql.errors[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  test('a type that nobody knows', async () => {
    const answer = await graphql(
      product,
      'mutation { submitDocument(type: "nothing.record", documentId: "x") { state } }',
      undefined,
      people.editor,
    );
    expect(answer.code).toBe('NOT_FOUND');
  });
});

describe('whoever may not write at all', () => {
  type TokenService = { create: (values: object) => Promise<{ id: number; accessKey: string }> };

  /** A token that may only read, although it is bound to the owner. */
  async function readOnlyToken(): Promise<Pick<Credentials, 'headers'>> {
    const tokens = product.strapi.service('admin::api-token-content-api') as unknown as TokenService;
    const token = await tokens.create({ name: 'reader', type: 'read-only', lifespan: null, description: '' });
    await makeMember(product.strapi, {
      department: 'housing-construction',
      duties: ['editor'],
      apiToken: token.id,
    });
    return { headers: { authorization: `Bearer ${token.accessKey}` } };
  }

  test.each([
    ['nobody', 'NO_ACTOR', async () => NOBODY],
    ['a token that is none', 'NO_ACTOR', async () => ({ headers: { authorization: 'Bearer nonsense' } })],
    ['a token that may only read', 'NOT_ALLOWED', readOnlyToken],
  ])('%s', async (_name, code, credentials) => {
    const who = await credentials();
    const data = documents.values();
    const byRest = await expectRefusal(product.query, code, () => rest('POST', '', who, { data }));
    const byGraphql = await expectRefusal(product.query, code, () => create(data, who));
    expect(byRest.code).toBe(code);
    expect(byGraphql.errors[0]?.message).toBe(byRest.body.error.message);
    expect(byGraphql.errors[0]?.extensions.error).toMatchObject({
      status: 403,
      details: { code },
    });
  });
});

test('each mutation of a document stands for itself', async () => {
  const [first, second] = [await documents.make('draft'), await documents.make('submitted')];
  const answer = await graphql(
    product,
    `mutation { a: submitDocument(type: "${TYPE}", documentId: "${first}") { state } b: submitDocument(type: "${TYPE}", documentId: "${second}") { state } }`,
    undefined,
    people.editor,
  );
  expect(answer.data).toEqual({ a: { state: 'submitted' }, b: null });
  expect(answer.errors.map(({ path, extensions }) => [path, extensions.error?.details])).toEqual([
    [['b'], expect.objectContaining({ code: 'INVALID_TRANSITION' })],
  ]);
});
