import type { Fields } from '../domain/field';
import { renderPage, renderTombstone } from './render-page';

const publication = {
  documentId: 'abc',
  url: '/api/disclosure/publications/abc',
  title: '关于<低保>的通知',
  docNo: '青民字〔2026〕18号',
  indexNo: 'civil-affairs/2026-00002',
  ownerName: '区民政局',
  publishedAt: '2026-03-05T14:07:00+08:00',
  validity: '废止',
  body: '<p>正文</p><table style="text-align:left"><tr><td>1</td></tr></table>',
  attributes: { fee: '不收费' },
  attachments: [{ name: '附表"一".xlsx', url: '/uploads/a.xlsx', mime: 'x', size: 2048 }],
  copies: {
    docx: '/api/disclosure/publications/abc/copy.docx',
    pdf: '/api/disclosure/publications/abc/copy.pdf',
  },
  repealedBy: [
    {
      documentId: 'n',
      title: '新办法',
      docNo: null,
      day: '2026-01-01',
      url: '/api/disclosure/publications/n',
      live: true,
    },
  ],
  breadcrumbs: [
    { code: 'a', name: '基层政务公开标准目录', url: '' },
    { code: 'b', name: '社会救助', url: '' },
  ],
  canonicalUrl: 'https://gk.example.gov.cn/api/disclosure/publications/abc/page',
  govMeta: { tags: [], missing: [], note: null, html: '<meta name="ArticleTitle" content="x">' },
};
const fields: Fields = { fee: { label: '收费', type: 'string' } };

describe('the page of a publication', () => {
  const page = renderPage(publication, fields);

  test('shows its text, what is known of it, its files and what its head must say', () => {
    for (const part of [
      '<meta name="ArticleTitle" content="x">',
      '<link rel="canonical" href="https://gk.example.gov.cn/api/disclosure/publications/abc/page">',
      '基层政务公开标准目录 › 社会救助',
      '青民字〔2026〕18号',
      '2026-03-05 14:07',
      '<th scope="row">收费</th><td class="words">不收费</td>',
      '<p>正文</p>',
      '附表&quot;一&quot;.xlsx（2 KB）',
      '/api/disclosure/publications/abc/copy.pdf',
    ]) {
      expect(page).toContain(part);
    }
    expect(page).not.toContain('noindex');
  });

  test('escapes what people have typed', () => {
    expect(page).toContain('关于&lt;低保&gt;的通知');
    expect(page).not.toContain('<低保>');
  });

  test('says first that a repealed document holds no longer, and by what', () => {
    expect(page.indexOf('本文件已经废止')).toBeLessThan(page.indexOf('正文'));
    expect(page).toContain('<a href="/api/disclosure/publications/n/page">新办法</a>');
  });

  test('lets a wide table be moved by itself', () => {
    expect(page).toContain('aria-label="表格1"><table style="text-align:left">');
  });
});

test('the page of a withdrawn publication tells why and what took its place, never the text', () => {
  const page = renderTombstone({
    documentId: 'abc',
    indexNo: 'x',
    title: '旧通知',
    owner: 'civil-affairs',
    ownerName: '区民政局',
    reason: '内容有误<b>',
    withdrawnAt: '2026-03-05T14:07:00+08:00',
    orderedBy: null,
    successor: 'n',
  });
  expect(page).toContain('内容有误&lt;b&gt;');
  expect(page).toContain('href="/api/disclosure/publications/n/page"');
  expect(page).toContain('noindex');
});
