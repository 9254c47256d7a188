import type { Fields } from '../domain/field';
import { plainPage } from '../http/plain-page';
import { scrollingTables } from '../http/scrolling-tables';
import { describeFields } from '../official-copies/document/describe-publication';
import type { Tombstone } from '../read-model/find-publication';
import type { PublicFile } from '../read-model/public-content';
import { escapeHtml } from '../rules/escape-html';
import { pagePathOf } from '../site/addresses';
import { pubDate } from '../site/gov-meta';
import type { PageOf } from '../site/page-of';
import type { Values } from '../types';
import { linksOfPage } from './links-of-page';

/** Beside the look of every plain page: room for an official document, whose tables scroll by themselves on a phone. */
const STYLE = `<style>
main{max-width:60rem}
nav,footer{color:#5c6370;font-size:1rem}nav{margin:0 0 1rem}
section li{padding:.3rem 0}li>a{display:inline;padding:0}
article{background:#fff;border-radius:.5rem;padding:1rem;margin:0 0 1rem;overflow-wrap:anywhere}
article img{display:block;max-width:100%;height:auto;margin:0 auto}
.wide{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.5}
th,td{border:1px solid #8a919f;padding:.35rem .5rem;text-align:left;vertical-align:top}
td p,th p{margin:0}
.facts th{background:#f5f6f8;font-weight:600;width:8em}
</style>`;

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value));

type Row = { label: string; value: string };

/** A publication for whoever follows a link to it: its content, its files, the documents around it. Pure. */
export function renderPage(publication: Values & Partial<PageOf>, fields: Fields): string {
  const { title, body, breadcrumbs = [], canonicalUrl = '', govMeta } = publication;
  const head = `${govMeta?.html ?? ''}\n<link rel="canonical" href="${escapeHtml(canonicalUrl)}">`;
  return plainPage(
    text(title),
    [
      STYLE,
      breadcrumbs.length
        ? `<nav aria-label="位置">${escapeHtml(breadcrumbs.map(({ name }) => name).join(' › '))}</nav>`
        : '',
      warningOf(publication),
      table([...factsOf(publication), ...describeFields(publication, fields)]),
      body ? `<article>${scrollingTables(text(body))}</article>` : '',
      filesOf(publication),
      linksOfPage(publication),
      `<footer>${escapeHtml(text(publication.ownerName))}公开。<a href="${escapeHtml(text(publication.url))}">本页的数据</a></footer>`,
    ]
      .filter(Boolean)
      .join('\n'),
    head,
  );
}

/** What holds no longer is not to be taken for law. */
function warningOf({ validity }: Values): string {
  if (validity !== '废止' && validity !== '失效' && validity !== '未生效') return '';
  const words = validity === '未生效' ? '本文件还没有施行。' : `本文件已经${text(validity)}。`;
  return `<p class="alert" role="note">${words}</p>`;
}

const factsOf = (publication: Values): Row[] =>
  [
    { label: '索引号', value: text(publication.indexNo) },
    { label: '文号', value: text(publication.docNo) },
    { label: '公开机构', value: text(publication.ownerName) },
    { label: '成文日期', value: text(publication.formedOn) },
    { label: '公开时间', value: pubDate(text(publication.publishedAt)) },
    { label: '有效性', value: text(publication.validity) },
  ].filter(({ value }) => value !== '');

const table = (rows: readonly Row[]): string =>
  `<div class="wide"><table class="facts">${rows
    .map(
      ({ label, value }) =>
        `<tr><th scope="row">${escapeHtml(label)}</th><td class="words">${escapeHtml(value)}</td></tr>`,
    )
    .join('')}</table></div>`;

/** Attached files, the roster, and the document as a file. */
function filesOf({ attachments, roster, copies }: Values): string {
  const files = ((attachments ?? []) as PublicFile[]).map(({ url, name, size }) =>
    link(url, `${name}（${sizeOf(size)}）`),
  );
  const { url: rows } = (roster ?? {}) as { url?: string };
  const lists = rows ? [link(`${rows}.xlsx`, '名单（XLSX）'), link(`${rows}.csv`, '名单（CSV）')] : [];
  const { docx, pdf } = (copies ?? {}) as { docx?: string; pdf?: string };
  const made = docx && pdf ? [link(docx, '公文排版（Word）'), link(pdf, '公文排版（PDF）')] : [];
  const all = [...files, ...lists, ...made];
  return all.length ? `<section><h2>附件和下载</h2><ul>${all.join('')}</ul></section>` : '';
}

const link = (url: string, words: string): string =>
  `<li><a href="${escapeHtml(url)}">${escapeHtml(words)}</a></li>`;

const sizeOf = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What is told of a publication that is public no longer: why, since when, and what took its place. Pure. */
export const renderTombstone = ({ title, reason, withdrawnAt, ownerName, successor }: Tombstone): string =>
  plainPage(
    '该信息已撤回',
    `<section><h2>${escapeHtml(title)}</h2><dl>
<dt>公开机构</dt><dd>${escapeHtml(ownerName)}</dd>
<dt>撤回时间</dt><dd>${escapeHtml(pubDate(withdrawnAt))}</dd>
<dt>理由</dt><dd>${escapeHtml(reason)}</dd></dl>
${successor ? `<p><a href="${escapeHtml(pagePathOf(`/api/disclosure/publications/${successor}`))}">替代它的信息</a></p>` : ''}</section>`,
  );

/** What is told where nothing is, or never was. */
export const NOTHING_HERE = plainPage(
  '没有找到该信息',
  '<p>地址可能不完整，请从原来的网页、邮件或者公众号重新打开。</p>',
);
