import { plainPage } from '../../../disclosure/server/http/plain-page';
import { READING_STYLE, scrolling } from '../../../disclosure/server/http/reading';
import type { Labelled } from '../../../disclosure/server/official-copies/document/model';
import type { Tombstone } from '../../../disclosure/server/read-model/find-publication';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { Values } from '../../../disclosure/server/types';

type Link = { href: string; name: string };

/** Pictures fit the screen; a paragraph is indented as it was written, and facts are not broken. */
const STYLE = `${READING_STYLE}<style>
article{margin:0 0 1rem}article p{text-indent:0}
img{display:block;max-width:100%;height:auto;margin:0 auto;text-indent:0}
.facts{color:#5c6370;font-size:1rem}.facts span{display:inline-block;margin-right:1em;overflow-wrap:anywhere}
</style>`;

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const day = (value: unknown): string => text(value).slice(0, 10);

/**
 * A publication for who has come from WeChat to a site without a portal of its own: everything that there is to read, and
 * the files. Pure. `body` is the sanitised HTML of the publication.
 */
export function readingPage(publication: Values, fields: readonly Labelled[]): string {
  const facts = [
    ['公开机构', text(publication.ownerName)],
    ['文号', text(publication.docNo)],
    ['索引号', text(publication.indexNo)],
    ['成文日期', day(publication.formedOn)],
    ['公开日期', day(publication.publishedAt)],
    ['有效性', text(publication.validity)],
  ].flatMap(([label, value]) => (value ? [`<span>${escapeHtml(`${label}：${value}`)}</span>`] : []));
  const body = text(publication.body);
  const rows = fields.map(({ label, value }) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`);
  return plainPage(
    text(publication.title),
    `${STYLE}<p class="facts">${facts.join('')}</p>
${rows.length > 0 ? `<section><dl>${rows.join('')}</dl></section>` : ''}
${body ? `<article>${scrolling(body)}</article>` : ''}
${listOf('附件', attachmentsOf(publication))}${listOf('下载', copiesOf(publication))}`,
  );
}

/** In the place of what is not public any more. */
export const withdrawnPage = ({ title, ownerName, reason, withdrawnAt }: Tombstone): string =>
  plainPage(
    '信息已撤回',
    `<p>“${escapeHtml(title)}”已由${escapeHtml(ownerName)}于${escapeHtml(withdrawnAt.slice(0, 10))}撤回。</p>
<p>理由：${escapeHtml(reason)}</p>`,
  );

/** In the place of what never was. */
export const unknownPage = (): string =>
  plainPage('没有这条信息', '<p>网址可能不完整，请回到公众号，重新发送关键词查找。</p>');

const listOf = (heading: string, links: readonly Link[]): string => {
  const items = links.map(
    ({ href, name }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(name)}</a></li>`,
  );
  return items.length > 0 ? `<section><h2>${heading}</h2><ul>${items.join('')}</ul></section>` : '';
};

const attachmentsOf = ({ attachments, roster }: Values): Link[] => [
  ...((attachments ?? []) as { name: string; url: string }[]).map(({ name, url }) => ({ href: url, name })),
  ...(roster ? [{ href: `${text((roster as Values).url)}.xlsx`, name: '名单（XLSX）' }] : []),
];

function copiesOf({ copies }: Values): Link[] {
  const { docx, pdf } = (copies ?? {}) as { docx?: string; pdf?: string };
  return [
    ...(docx ? [{ href: docx, name: 'Word 文档（DOCX）' }] : []),
    ...(pdf ? [{ href: pdf, name: 'PDF 文档' }] : []),
  ];
}
