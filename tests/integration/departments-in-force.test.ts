/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { demoMember, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';
import { expectRefusal } from './helpers/witness';

/** 机构改革: departments are dissolved and merged; what they made public stays theirs until it is handed over. */
let product: Product;
let documents: Documents;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product, 'audit');
});
afterAll(() => product.stop());

const TODAY = todayInShanghai();
const dissolve = (validUntil: string | null, validFrom: string | null = null) =>
  product.query('update disclosure_departments set valid_until = $1, valid_from = $2 where code = $3', [
    validUntil,
    validFrom,
    'audit',
  ]);
afterEach(() => dissolve(null));

const create = async () => {
  const { headers } = await signInApi(product, 'audit-editor@example.test', product.demoPassword);
  return call(`${product.url}/api/major-construction-projects/records`, {
    method: 'POST',
    headers,
    body: { data: documents.values({ item: 'MP8-01' }) },
  });
};

test.each([
  ['dissolved today', TODAY, null],
  ['dissolved long ago', '2020-01-01', null],
  ['set up only from tomorrow', null, addDays(TODAY, 1)],
])('the people of a department that is %s act for nobody: 403 NO_ACTOR', async (_what, until, from) => {
  await dissolve(until, from);
  await expectRefusal(product.query, 'NO_ACTOR', async () => {
    expect(await create()).toMatchObject({ status: 403, code: 'NO_ACTOR' });
  });
});

test.each([
  ['will be dissolved tomorrow', addDays(TODAY, 1), null],
  ['was set up today', null, TODAY],
])('those of a department that %s still act for it', async (_what, until, from) => {
  await dissolve(until, from);
  expect((await create()).status).toBe(201);
});

test('what a dissolved department has published stays public under its name', async () => {
  const documentId = await documents.make('published');
  await dissolve(TODAY);
  const { status, body } = await read(product, `${PUBLICATIONS}/${documentId}`);
  expect(status).toBe(200);
  expect(body.data).toMatchObject({ owner: 'audit', ownerName: '区审计局' });
});

test('the office hands its documents over to a department in force, never to a dissolved one', async () => {
  const office = await demoMember(product.strapi, 'office-supervisor');
  const others = await documentsOf(product, 'housing-construction');
  const own = await documents.make('published');
  const other = await others.make('published');
  await dissolve(TODAY);
  const hand = (documentId: string, department: string) =>
    act(product.strapi, office, { verb: 'transfer', documentId, input: { reason: '机构改革', department } });
  await expect(hand(other, 'audit')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await hand(own, 'finance');
  expect((await read(product, `${PUBLICATIONS}/${own}`)).body.data).toMatchObject({ owner: 'finance' });
});

test('the index number of a document stays when it moves', async () => {
  const office = await demoMember(product.strapi, 'office-supervisor');
  const documentId = await documents.make('published');
  const { indexNo } = (await read(product, `${PUBLICATIONS}/${documentId}`)).body.data;
  await act(product.strapi, office, {
    verb: 'transfer',
    documentId,
    input: { reason: '机构改革', department: 'finance' },
  });
  const editor = await demoMember(product.strapi, 'finance-editor');
  const reviewer = await demoMember(product.strapi, 'finance-reviewer');
  await act(product.strapi, editor, { verb: 'correct', documentId });
  await act(product.strapi, editor, { verb: 'edit', documentId, data: { title: '接手后的更正' } });
  await act(product.strapi, editor, { verb: 'submit', documentId });
  await act(product.strapi, reviewer, { verb: 'approve', documentId });
  await act(product.strapi, reviewer, { verb: 'publish', documentId });
  expect((await read(product, `${PUBLICATIONS}/${documentId}`)).body.data).toMatchObject({
    indexNo,
    owner: 'finance',
    title: '接手后的更正',
    editionNo: 2,
  });
});
