import type { Column } from '../reference-data/columns';
import { columnMeta } from './gov-meta';
import { columnOfPage, pagesIn } from './page-of';
import { siteSchema } from './settings';

const columns = new Map(
  [
    { code: 'open', name: '政府信息公开', parent: null, position: 1 },
    { code: 'notices', name: '通知公告', parent: 'open', position: 1, description: '本区的通知公告' },
  ].map((column): [string, Column] => [column.code, column]),
);
const site = siteSchema.parse({
  url: 'https://gk.example.gov.cn',
  page: 'https://www.example.gov.cn/{documentId}.html',
  name: '青山区人民政府',
  idCode: '3601110001',
  columnTypes: { open: '信息公开目录' },
});
const publication = {
  documentId: 'abc',
  url: '/api/disclosure/publications/abc',
  title: '关于"…"的通知<b>\u0007',
  publishedAt: '2026-03-05T06:07:00Z',
  ownerName: '民政局',
  columns: ['notices'],
};

test('a publication has the prescribed tags in the prescribed order', () => {
  const { govMeta, canonicalUrl, breadcrumbs } = pagesIn(site, columns)(publication);
  expect(govMeta.tags.map(({ name, content }) => [name, content])).toEqual([
    ['SiteName', '青山区人民政府'],
    ['SiteDomain', 'www.example.gov.cn'],
    ['SiteIDCode', '3601110001'],
    ['ColumnName', '通知公告'],
    ['ColumnDescription', '本区的通知公告'],
    ['ColumnKeywords', '政府信息公开,通知公告'],
    ['ColumnType', '信息公开目录'],
    ['ArticleTitle', '关于"…"的通知<b>'],
    ['PubDate', '2026-03-05 14:07'],
    ['ContentSource', '民政局'],
    ['Url', 'https://www.example.gov.cn/abc.html'],
  ]);
  expect(govMeta).toMatchObject({ missing: [], note: null });
  expect(govMeta.html).toContain('<meta name="ArticleTitle" content="关于&quot;…&quot;的通知&lt;b&gt;">');
  expect(canonicalUrl).toBe('https://www.example.gov.cn/abc.html');
  expect(breadcrumbs.map(({ code }) => code)).toEqual(['open', 'notices']);
});

test('a column has those of the site and its own', () => {
  const { tags } = columnMeta(site, columnOfPage(columns, 'open'));
  expect(tags.map(({ name }) => name)).toEqual([
    'SiteName',
    'SiteDomain',
    'SiteIDCode',
    'ColumnName',
    'ColumnDescription',
    'ColumnKeywords',
    'ColumnType',
  ]);
});

test('what the district has not set is named, not invented', () => {
  const { govMeta } = pagesIn(siteSchema.parse({}), columns)(publication);
  expect(govMeta.missing).toEqual(['SiteName', 'SiteDomain', 'SiteIDCode', 'ColumnType']);
  expect(govMeta.note).toContain('SITE_ID_CODE');
  expect(govMeta.html).not.toContain('SiteName');
});

test('columns that stand in a circle end', () => {
  const circle = new Map(
    [
      { code: 'a', name: 'A', parent: 'b', position: 1 },
      { code: 'b', name: 'B', parent: 'a', position: 1 },
    ].map((column): [string, Column] => [column.code, column]),
  );
  expect(columnOfPage(circle, 'a').path.map(({ code }) => code)).toEqual(['b', 'a']);
});
