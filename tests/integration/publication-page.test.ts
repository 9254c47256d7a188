/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { act, type Documents, documentsOf } from './helpers/documents';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';

/** What a person finds who follows a link in a mail, a feed, the map or the 公众号, where there is no portal. */
const SITE = 'https://gk.example.gov.cn';

let product: Product;
let documents: Documents;

beforeAll(async () => {
  product = await startProduct({ env: { PUBLIC_URL: SITE } });
  documents = await documentsOf(product);
});
afterAll(() => product.stop());

const pageOf = (documentId: string) => read(product, `${PUBLICATIONS}/${documentId}/page`);
const by = (
  verb: 'withdraw' | 'correct' | 'submit' | 'approve' | 'publish' | 'edit',
  documentId: string,
  rest = {},
) =>
  act(product.strapi, verb === 'submit' || verb === 'edit' ? documents.editor : documents.reviewer, {
    verb,
    documentId,
    input: { reason: '数字有误' },
    ...rest,
  });

test('feeds, the map and the document itself lead to a page with its text and its tags', async () => {
  const documentId = await documents.make('published', { title: '竣工<验收>公告', body: '<p>合格。</p>' });
  const { status, text, headers } = await pageOf(documentId);
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(text).toContain('<h1>竣工&lt;验收&gt;公告</h1>');
  expect(text).toContain('<p>合格。</p>');
  expect(text).toContain('<meta name="ArticleTitle" content="竣工&lt;验收&gt;公告">');

  const address = `${SITE}${PUBLICATIONS}/${documentId}/page`;
  expect(text).toContain(`<link rel="canonical" href="${address}">`);
  const { data } = (await read(product, `${PUBLICATIONS}/${documentId}`)).body;
  expect(data.canonicalUrl).toBe(address);
  for (const path of ['/api/feeds/publications.rss?limit=1', '/sitemaps/1.xml'])
    expect((await read(product, path)).text).toContain(address);
});

test('a correction is on it at once; a withdrawal takes the text away and tells why', async () => {
  const documentId = await documents.make('published', { title: '甲公告', body: '<p>原来的数字</p>' });
  expect((await pageOf(documentId)).text).toContain('原来的数字');
  await by('correct', documentId);
  await by('edit', documentId, {
    data: { body: '<p>更正的数字</p>', formedOn: addDays(todayInShanghai(), -1) },
  });
  for (const verb of ['submit', 'approve', 'publish'] as const) await by(verb, documentId);
  const corrected = (await pageOf(documentId)).text;
  expect([corrected.includes('更正的数字'), corrected.includes('原来的数字')]).toEqual([true, false]);

  await by('withdraw', documentId);
  const { status, text } = await pageOf(documentId);
  expect(status).toBe(410);
  expect(text).toContain('数字有误');
  expect(text).not.toContain('更正的数字');
});

test('what is not public is not there, and not told from what never was', async () => {
  const draft = await documents.make('draft', { title: '没有公开的' });
  const [one, other] = [await pageOf(draft), await pageOf('nothing')];
  expect([one.status, other.status]).toEqual([404, 404]);
  expect(one.text).toBe(other.text);
});

test('opens with the parameters that WeChat adds to an address', async () => {
  const documentId = await documents.make('published', { title: '转发到微信的公告' });
  const shared = await read(
    product,
    `${PUBLICATIONS}/${documentId}/page?from=singlemessage&isappinstalled=0`,
  );
  expect(shared).toMatchObject({ status: 200, text: (await pageOf(documentId)).text });
});
