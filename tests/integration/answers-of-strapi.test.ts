/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { type Documents, documentsOf, RECORD } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { expectRefusal } from './helpers/witness';

/** What Strapi would answer by itself, in English or without a code, has the form of every other answer. */
let product: Product;
let documents: Documents;
let editor: Credentials;
let panelEditor: Credentials;
let panelReviewer: Credentials;
const RECORDS = '/api/major-construction-projects/records';
const MANAGER = `/content-manager/collection-types/${RECORD}`;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const account = (name: string) => `housing-construction-${name}@example.test`;
  editor = await signInApi(product, account('editor'), product.demoPassword);
  panelEditor = await signInPanel(product, account('editor'), product.demoPassword);
  panelReviewer = await signInPanel(product, account('reviewer'), product.demoPassword);
});
afterAll(() => product.stop());

const send = (path: string, who: Credentials, body: unknown, method = 'POST') =>
  call(`${product.url}${path}`, { method, headers: who.headers, body });

describe('a clear Chinese sentence with a code', () => {
  test('for a wrong password', async () => {
    const body = { identifier: 'housing-construction-editor@example.test', password: 'wrong' };
    const answer = await call(`${product.url}/api/auth/local`, { method: 'POST', body });
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_CREDENTIALS' });
    expect(answer.body.error.message).toBe('登录名或密码不正确');
  });

  test('for a body that is no JSON', async () => {
    const response = await fetch(`${product.url}${RECORDS}`, {
      method: 'POST',
      headers: { ...editor.headers, 'content-type': 'application/json' },
      body: '{"data": ',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      error: { message: expect.stringContaining('不是有效的 JSON'), details: { code: 'INVALID_INPUT' } },
    });
  });

  test('for an address that is none', async () => {
    const answer = await call(`${product.url}/api/disclosure/nothing-here`, {});
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(answer.body.error.message).toMatch(/没有这个接口/);
  });

  test.each(['filters[nope][$eq]=1', 'fields=nope', 'sort=nope'])(
    'for a field that is none: %s',
    async (query) => {
      const answer = await call(`${product.url}${RECORDS}?${query}`, {});
      expect(answer).toMatchObject({ status: 400, code: 'INVALID_QUERY' });
      expect(answer.body.error.message).toContain('没有“nope”这个字段');
    },
  );

  test('for an unknown attribute, also by field', async () => {
    const answer = await send(RECORDS, editor, { data: { nope: 1 } });
    expect(answer.body.error.details.issues).toEqual([
      { field: 'nope', message: '不认识或不能填写的字段：nope' },
    ]);
  });

  test('for an unknown field in a variable of GraphQL', async () => {
    const answer = await graphql(
      product,
      'mutation ($d: MajorConstructionProjectsRecordInput!) { createMajorConstructionProjectsRecord(data: $d) { documentId } }',
      { d: { title: 'x', nope: 1 } },
      editor,
    );
    expect(answer.errors[0]?.message).toBe(
      '请求有误：不认识或不能填写的字段：nope（MajorConstructionProjectsRecordInput）',
    );
  });
});

describe("the panel's own endpoints", () => {
  test('publish what was approved, as it was approved', async () => {
    const documentId = await documents.make('approved');
    const answer = await send(`${MANAGER}/${documentId}/actions/publish`, panelReviewer, {
      title: '审核之后改的',
    });
    expect(answer.status).toBe(200);
    const { body } = await call(`${product.url}/api/disclosure/publications/${documentId}`, {});
    expect(body.data.title).toBe(documents.values().title);
  });

  test('name the verb that was tried when it is refused', async () => {
    const documentId = await documents.make('submitted');
    await expectRefusal(product.query, 'INVALID_TRANSITION', async () => {
      const answer = await send(`${MANAGER}/${documentId}/actions/publish`, panelReviewer, {});
      expect(answer).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
      expect(answer.body.error.message).toContain('不能发布');
    });
    const rows = await product.query(
      "select verb from audit_entries where document_id = $1 and outcome = 'refused'",
      [documentId],
    );
    expect(rows).toEqual([{ verb: 'publish' }]);
  });

  test.each(['owner', 'state', 'indexNo', 'version'])('refuse a create that sets %s', async (name) => {
    const values = { ...documents.values(), [name]: name === 'version' ? 7 : 'finance' };
    const answer = await send(MANAGER, panelEditor, values);
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(answer.body.error.message).toContain(name);
  });
});

test('a browser gets its icon', async () => {
  const response = await fetch(`${product.url}/favicon.ico`);
  expect(response.status).toBe(200);
});
