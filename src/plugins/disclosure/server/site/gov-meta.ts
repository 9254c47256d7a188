import { shanghaiInstant } from '../rules/dates';
import type { Values } from '../types';
import type { Breadcrumb } from './breadcrumbs';
import type { Site } from './settings';

/** A page tag (网站标签): `<meta name="…" content="…">`. */
export type GovMetaTag = { name: string; content: string };

export type GovMeta = {
  /** in the prescribed order: site, column, article */
  tags: GovMetaTag[];
  /** mandatory tags that nobody has given a content yet: nothing is invented for them */
  missing: string[];
  /** what to do about them */
  note: string | null;
  /** the tags as a page's head takes them; those without a content are left out */
  html: string;
};

/** What the tags of a column are made of; the description is the column's own. */
export type ColumnOfPage = { path: readonly Breadcrumb[]; description: string | null };

/** Tags that a page may leave out (国办发〔2017〕47号, annex). */
const OPTIONAL = new Set(['Keywords', 'Description', 'Url']);

const HOW_TO_SET: Record<string, string> = {
  SiteName: '网站名称：环境变量 SITE_NAME',
  SiteDomain: '网站域名：环境变量 PAGE_URL 或 PUBLIC_URL',
  SiteIDCode: '网站标识码：环境变量 SITE_ID_CODE',
  ColumnType: '栏目类别：配置 disclosure.config.site.columnTypes',
  ColumnName: '栏目名称：后台“栏目”',
};

const hostOf = ({ page, url }: Site): string => {
  const address = page || url;
  return address ? new URL(address).hostname : '';
};

const siteTags = (site: Site): [string, string][] => [
  ['SiteName', site.name],
  ['SiteDomain', hostOf(site)],
  ['SiteIDCode', site.idCode],
];

function columnTags({ columnTypes }: Site, { path, description }: ColumnOfPage): [string, string][] {
  const own = path.at(-1);
  // the nearest column above that has one says what kind the column is
  const typed = [...path].reverse().find(({ code }) => columnTypes[code]);
  const names = path.map(({ name }) => name);
  return [
    ['ColumnName', own?.name ?? ''],
    ['ColumnDescription', description ?? (own ? `“${names.join('—')}”栏目公开的政府信息` : '')],
    ['ColumnKeywords', names.join(',')],
    ['ColumnType', typed ? (columnTypes[typed.code] ?? '') : (columnTypes['*'] ?? '')],
  ];
}

/** `2026-03-05T06:07:00Z` → `2026-03-05 14:07`, in Asia/Shanghai */
export const pubDate = (instant: string): string =>
  shanghaiInstant(new Date(instant)).slice(0, 16).replace('T', ' ');

const articleTags = (publication: Values, canonicalUrl: string): [string, string][] => [
  ['ArticleTitle', String(publication.title)],
  ['PubDate', pubDate(String(publication.publishedAt))],
  ['ContentSource', String(publication.ownerName)],
  ['Keywords', String(publication.keywords ?? '')],
  ['Description', String(publication.abstract ?? '')],
  ['Url', canonicalUrl],
];

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

/** Line breaks and other signs without a shape do not belong into an attribute. Pure. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
const oneLine = (text: string): string => text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();

const toTags = (pairs: [string, string][]): GovMetaTag[] =>
  pairs.map(([name, content]) => ({ name, content: oneLine(content) }));

function toGovMeta(all: readonly GovMetaTag[]): GovMeta {
  const tags = all.filter(({ name, content }) => content || !OPTIONAL.has(name));
  const missing = tags.filter(({ content }) => !content).map(({ name }) => name);
  return {
    tags,
    missing,
    note: missing.length
      ? `以下必填标签还没有内容，请设置后使用：${missing.map((name) => HOW_TO_SET[name] ?? name).join('；')}`
      : null,
    html: tags
      .filter(({ content }) => content)
      .map(({ name, content }) => `<meta name="${name}" content="${escapeHtml(content)}">`)
      .join('\n'),
  };
}

/** What a column's page and the pages in it have in common. Pure. */
export const tagsOfColumn = (site: Site, column: ColumnOfPage): GovMetaTag[] =>
  toTags([...siteTags(site), ...columnTags(site, column)]);

/** Tags of a column's page. Pure. */
export const columnMeta = (site: Site, column: ColumnOfPage): GovMeta =>
  toGovMeta(tagsOfColumn(site, column));

/** Tags of a publication's page, with those of its column. Pure. */
export const articleMeta = (
  ofColumn: readonly GovMetaTag[],
  publication: Values,
  canonicalUrl: string,
): GovMeta => toGovMeta([...ofColumn, ...toTags(articleTags(publication, canonicalUrl))]);
