/** @jest-environment ./tests/integration/helpers/environment.cjs */
import path from 'node:path';
import { ROOT } from '../../src/cli/start/paths';
import { applicationWith } from '../support/application-copy';
import { call } from './helpers/call';
import { graphql } from './helpers/graphql';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';

/** Adding a domain takes one folder: nothing else of the application is touched here. */
const SLUG = 'press-publication-copyright';
const FOLDER = path.join(ROOT, 'tests/fixtures/domains', SLUG);

let product: Product;
let editor: Credentials;
let reviewer: Credentials;
const application = applicationWith(FOLDER);

beforeAll(async () => {
  product = await startProduct({ distDir: application.distDir });
  const signIn = (account: string) => signInApi(product, `${account}@example.test`, product.demoPassword);
  editor = await signIn('culture-tourism-editor');
  reviewer = await signIn('culture-tourism-reviewer');
}, 600_000);
afterAll(async () => {
  await product?.stop();
  application.remove();
});

const post = (who: Credentials, where: string, body?: unknown) =>
  call(`${product.url}/api/${SLUG}/records${where}`, { method: 'POST', body, headers: who.headers });

const values = {
  title: '全民阅读月活动安排',
  catalogueItem: 'L90-02',
  kind: 'document',
  formedOn: '2026-11-02',
  body: '<p>在区图书馆举行。</p>',
};

test('the folder alone makes it a domain, with its rows and their departments, marked local and 待核实', async () => {
  const { status, body } = await read(product, `/api/disclosure/domains/${SLUG}`);
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ code: 'L90', name: '新闻出版版权', local: true, catalogueItems: 2 });
  expect(body.data.items).toMatchObject([
    { code: 'L90-01', departments: ['culture-tourism'], toBeConfirmed: true },
    { code: 'L90-02', departments: ['culture-tourism'], toBeConfirmed: true },
  ]);
});

test('a record goes from entry to the public, is found by its row, and REST and GraphQL tell the same', async () => {
  const created = await post(editor, '', { data: values });
  expect(created.status).toBe(201);
  const { documentId } = created.body.data;
  expect((await post(editor, `/${documentId}/submit`)).status).toBe(200);
  expect((await post(reviewer, `/${documentId}/approve`)).status).toBe(200);
  expect((await post(reviewer, `/${documentId}/publish`)).status).toBe(200);

  const { body } = await read(product, `${PUBLICATIONS}?catalogueItem=L90-02`);
  expect(body.data).toMatchObject([{ documentId, domain: SLUG, columns: [SLUG, 'statutory-05'] }]);
  const answer = await graphql(
    product,
    '{ pressPublicationCopyrightRecords { data { documentId catalogueItemInfo { code publications } } } }',
  );
  expect(answer.data.pressPublicationCopyrightRecords.data).toEqual([
    { documentId, catalogueItemInfo: { code: 'L90-02', publications: 1 } },
  ]);
});

test('a department that is not responsible is refused there as well', async () => {
  const stranger = await signInApi(product, 'finance-editor@example.test', product.demoPassword);
  expect(await post(stranger, '', { data: values })).toMatchObject({ status: 403, code: 'NOT_RESPONSIBLE' });
});

test('the panel shows it to the department, with Chinese labels', async () => {
  const { headers } = await signInPanel(product, 'culture-tourism-editor@example.test', product.demoPassword);
  const type = `plugin::${SLUG}.record`;
  const list = await call(`${product.url}/content-manager/collection-types/${type}`, { headers });
  expect(list.status).toBe(200);
  const view = await call(`${product.url}/content-manager/content-types/${type}/configuration`, { headers });
  expect(view.body.data.contentType.metadatas.catalogueItem.edit.label).toContain('目录事项');
});
