/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { expectRefusal } from './helpers/witness';

/**
 * 条例第十七条: what is published has been examined, and nobody examines what she wrote herself. The
 * demo's reviewers hold all three duties, so only this rule stops them.
 */
let product: Product;
let documents: Documents;
let reviewer: Credentials;
let reviewerAtPanel: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const account = 'housing-construction-reviewer@example.test';
  reviewer = await signInApi(product, account, product.demoPassword);
  reviewerAtPanel = await signInPanel(product, account, product.demoPassword);
});
afterAll(() => product.stop());

const path = '/api/major-construction-projects/records';
const post = (address: string, who: Credentials, body: unknown = {}) =>
  call(`${product.url}${address}`, { method: 'POST', headers: who.headers, body });

const expectRefusedToApprove = (documentId: string, door: 'REST' | 'panel' = 'REST') =>
  expectRefusal(product.query, 'NEEDS_SECOND_REVIEWER', async () => {
    const answer =
      door === 'REST'
        ? await post(`${path}/${documentId}/approve`, reviewer)
        : await post(`/disclosure/desk/${RECORD}/${documentId}/approve`, reviewerAtPanel);
    expect(answer).toMatchObject({ status: 403, code: 'NEEDS_SECOND_REVIEWER' });
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
  });

const byReviewer = (verb: Parameters<typeof act>[2]['verb'], documentId: string, more = {}) =>
  act(product.strapi, documents.reviewer, { verb, documentId, ...more });
const byEditor = (verb: Parameters<typeof act>[2]['verb'], documentId: string, more = {}) =>
  act(product.strapi, documents.editor, { verb, documentId, ...more });
const REASON = { input: { reason: '数字有误' } };

describe('a reviewer is refused what', () => {
  test('she entered herself', async () => {
    const { body } = await post(path, reviewer, { data: documents.values() });
    await post(`${path}/${body.data.documentId}/submit`, reviewer);
    await expectRefusedToApprove(body.data.documentId);
  });

  test('she entered at the panel, when she tries at the API: one person at every door', async () => {
    const made = await post(
      `/content-manager/collection-types/${RECORD}`,
      reviewerAtPanel,
      documents.values(),
    );
    expect(made.status).toBe(201);
    const { documentId } = made.body.data;
    await byEditor('submit', documentId);
    await expectRefusedToApprove(documentId);
  });

  test('she entered at the API, when she tries at the panel', async () => {
    const { body } = await post(path, reviewer, { data: documents.values() });
    await byEditor('submit', body.data.documentId);
    await expectRefusedToApprove(body.data.documentId, 'panel');
  });

  test('a colleague entered and she changed', async () => {
    const documentId = await documents.make('draft');
    await byReviewer('edit', documentId, { data: { title: '审核员改过的标题' } });
    await byEditor('submit', documentId);
    await expectRefusedToApprove(documentId);
  });

  test('she changed after she had returned it', async () => {
    const documentId = await documents.make('returned');
    await byReviewer('edit', documentId, { data: { title: '审核员改过的标题' } });
    await byEditor('submit', documentId);
    await expectRefusedToApprove(documentId);
  });

  test('she copied from another document', async () => {
    const documentId = await documents.make('published');
    const copy = await byReviewer('clone', documentId);
    await byEditor('submit', copy.documentId);
    await expectRefusedToApprove(copy.documentId);
  });

  test('she corrected', async () => {
    const documentId = await documents.make('draft, live');
    await byReviewer('edit', documentId, { data: { title: '更正后的标题' } });
    await byReviewer('submit', documentId);
    await expectRefusedToApprove(documentId);
  });

  test('she wrote into a correction before the document was withdrawn', async () => {
    const documentId = await documents.make('draft, live');
    await byReviewer('edit', documentId, { data: { title: '没有人看过的标题' } });
    await byReviewer('withdraw', documentId, REASON);
    await byReviewer('correct', documentId, REASON);
    await byReviewer('submit', documentId);
    await expectRefusedToApprove(documentId);
  });
});

test('a reviewer may approve a correction of a colleague, though she wrote the first edition', async () => {
  const { documentId } = await act(product.strapi, documents.reviewer, {
    verb: 'create',
    data: documents.values(),
  });
  await byReviewer('submit', documentId);
  // nobody else of the department reviews, so the editor has the duty for once
  const { editor } = documents;
  await act(
    product.strapi,
    { ...editor, duties: [...editor.duties, 'reviewer'] },
    { verb: 'approve', documentId },
  );
  await byReviewer('publish', documentId);
  await byEditor('correct', documentId, REASON);
  await byEditor('edit', documentId, { data: { title: '编辑更正的标题' } });
  await byEditor('submit', documentId);
  await expect(byReviewer('approve', documentId)).resolves.toMatchObject({ documentId });
});
