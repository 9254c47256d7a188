/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { makePdf } from '../support/office-files';
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';

/** An upload is served to everybody from its publication until its withdrawal; otherwise to its department. */
let product: Product;
let documents: Documents;
let editor: Credentials;
const uploaded: Uploaded[] = [];
const viewers: Record<string, string> = {};

/** The cookie that the panel gets with its first request. */
async function viewerCookie({ headers }: Credentials): Promise<string> {
  const answer = await call(`${product.url}/admin/users/me`, { headers });
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('disclosure_files=')) ?? '';
  expect(cookie).toMatch(/path=\/uploads; samesite=strict; httponly/i);
  return cookie.split(';')[0] ?? '';
}

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  editor = await signIn('housing-construction-editor');
  viewers.colleague = await viewerCookie(await signIn('housing-construction-reviewer'));
  viewers.office = await viewerCookie(await signIn('office-supervisor'));
  viewers.stranger = await viewerCookie(await signIn('civil-affairs-editor'));
});
afterAll(async () => {
  removeUploads(product, uploaded);
  await product.stop();
});

async function attached(): Promise<{ documentId: string; file: Uploaded }> {
  const file = await upload(product, editor, 'plan.pdf', makePdf([['Plan']]));
  uploaded.push(file);
  return { file, documentId: await documents.make('draft', { attachments: [file.id] }) };
}
const ask = (path: string, cookie?: string) =>
  call(`${product.url}${path}`, { headers: cookie ? { cookie } : {} });
const statusOf = async (path: string, cookie?: string) => (await ask(path, cookie)).status;
const bring = async (
  documentId: string,
  verbs: readonly ('submit' | 'approve' | 'publish' | 'withdraw')[],
) => {
  for (const verb of verbs) {
    const actor = verb === 'submit' ? documents.editor : documents.reviewer;
    await act(product.strapi, actor, {
      verb,
      documentId,
      input: verb === 'withdraw' ? { reason: '有误' } : {},
    });
  }
};

test('a draft’s attachment is not there for the public, and its department and the office open it', async () => {
  const { file } = await attached();
  const answer = await ask(file.url);
  expect(answer.status).toBe(404);
  expect(answer.text).toContain('没有这个文件，或者它还没有公开');
  expect(answer.text).toBe((await ask('/uploads/nothing_0123456789.pdf')).text);
  expect(await statusOf(file.url, viewers.stranger)).toBe(404);
  for (const who of ['colleague', 'office']) {
    const opened = await ask(file.url, viewers[who]);
    expect({ who, status: opened.status }).toEqual({ who, status: 200 });
    expect(opened.headers.get('cache-control')).toBe('private, no-store');
  }
});

test('what nobody has attached yet is its uploader’s department’s alone', async () => {
  const file = await upload(product, editor, 'loose.pdf', makePdf([['Loose']]));
  uploaded.push(file);
  expect(await statusOf(file.url)).toBe(404);
  expect(await statusOf(file.url, viewers.stranger)).toBe(404);
  expect(await statusOf(file.url, viewers.colleague)).toBe(200);
});

test('a publication opens its files to everybody, a withdrawal closes them', async () => {
  const { documentId, file } = await attached();
  await bring(documentId, ['submit', 'approve']);
  expect(await statusOf(file.url)).toBe(404);
  await bring(documentId, ['publish']);
  expect(await statusOf(file.url)).toBe(200);
  await bring(documentId, ['withdraw']);
  expect(await statusOf(file.url)).toBe(404);
});

test('a correction takes away what it no longer shows, once it is public itself', async () => {
  const { documentId, file } = await attached();
  await bring(documentId, ['submit', 'approve', 'publish']);
  const by = documents.editor;
  await act(product.strapi, by, { verb: 'correct', documentId, input: { reason: '附件有误' } });
  await act(product.strapi, by, { verb: 'edit', documentId, data: { attachments: [] }, input: {} });
  expect(await statusOf(file.url)).toBe(200);
  await bring(documentId, ['submit', 'approve', 'publish']);
  expect(await statusOf(file.url)).toBe(404);
});

test('no other spelling of the address leads past', async () => {
  const { file } = await attached();
  const name = file.url.slice('/uploads/'.length);
  for (const path of [
    `/%75ploads/${name}`,
    `//uploads/${name}`,
    `/uploads//${name}`,
    `/uploads/%2e/${name}`,
    `/x%2f..%2fuploads%2f${name}`,
    `/uploads%2f${name}`,
    `/uploads/%${name.charCodeAt(0).toString(16)}${name.slice(1)}`,
    `${file.url}?x=1`,
  ]) {
    expect({ path, status: await statusOf(path) }).not.toEqual({ path, status: 200 });
  }
});

test('a cookie that was made up or changed opens nothing, nor one whose session has ended', async () => {
  const { file } = await attached();
  const [name = '', value = ''] = (viewers.colleague ?? '').split('=');
  const [user, session, signature = ''] = value.split('.');
  for (const cookie of [
    `${name}=${user}.${session}`,
    `${name}=${user}.${session}.${signature.slice(0, -2)}xx`,
    `${name}=1.${session}.${signature}`,
    `${name}=..`,
  ]) {
    expect({ cookie, status: await statusOf(file.url, cookie) }).toEqual({ cookie, status: 404 });
  }
  const leaving = await signInPanel(
    product,
    'housing-construction-editor@example.test',
    product.demoPassword,
  );
  const cookie = await viewerCookie(leaving);
  expect(await statusOf(file.url, cookie)).toBe(200);
  await call(`${product.url}/admin/logout`, { method: 'POST', headers: leaving.headers, body: {} });
  expect(await statusOf(file.url, cookie)).toBe(404);
});
