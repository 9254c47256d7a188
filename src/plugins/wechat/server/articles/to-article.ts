import type { Fields } from '../../../disclosure/server/domain/field';
import { picturesIn } from '../../../disclosure/server/gate/keep-pictures';
import { describeFields } from '../../../disclosure/server/official-copies/document/describe-publication';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import { textOf } from '../../../disclosure/server/rules/sanitise-body';
import type { Values } from '../../../disclosure/server/types';
import type { Article } from '../contract';
import { LIMITS, shorten } from './limits';
import { STYLES } from './styles';
import { writeContent } from './write-content';

export type ArticleSource = {
  /** a publication with its details, or a working copy in its shape */
  publication: Values;
  /** the fields that only its type has */
  fields: Fields;
  /** where people read it */
  pageUrl: string;
  /** what the department has decided for the account */
  title?: string | null | undefined;
  cover?: string | null | undefined;
  digest?: string | null | undefined;
  pictureOf: (url: string) => string | null;
};

/** An article, and the pictures of the media library that it shows. */
export type WrittenArticle = Article & { pictures: string[] };

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
const PICTURE_FILE = /\.(png|jpe?g|gif|webp)$/i;
/** Characters of structured fields that an article shows before its text. */
const FIELD_LETTERS = 2_000;

/** The pictures of a publication that can be its cover: those of the text, then attached ones. */
export function coversOf(publication: Values): string[] {
  const files = (publication.attachments ?? []) as { name?: unknown; url?: unknown }[];
  const attached = files.map(({ url }) => text(url)).filter((url) => PICTURE_FILE.test(url));
  return [...new Set([...picturesIn(publication.body), ...attached])].slice(0, LIMITS.pictures);
}

/** A publication as an article of a 公众号, within the limits of draft/add. Pure. */
export function toArticle(source: ArticleSource): WrittenArticle {
  const { publication, pageUrl, pictureOf } = source;
  const title = text(publication.title);
  const covers = coversOf(publication);
  const cover = source.cover && covers.includes(source.cover) ? source.cover : (covers[0] ?? null);
  const head = headOf(source, title);
  const notes = notesOf(publication);
  const cutNote = paragraph('（篇幅所限，以上为部分内容，全文请点击“阅读原文”查看）', 'color:#888888');
  const room = LIMITS.content - head.length - notes.length - cutNote.length;
  const shown = new Set<string>();
  const body = writeContent(text(publication.body), {
    limit: room,
    pictureOf: (url) => {
      const address = shown.size < LIMITS.pictures || shown.has(url) ? pictureOf(url) : null;
      if (address) shown.add(url);
      return address;
    },
  });
  return {
    title: shorten(text(source.title).replace(/\s+/g, ' ') || title, LIMITS.title),
    isTitleCut: !text(source.title) && shorten(title, LIMITS.title) !== title,
    author: shorten(text(publication.ownerName), LIMITS.author),
    digest: shorten(digestOf(source), LIMITS.digest),
    content: head + body.html + (body.isCut ? cutNote : '') + notes,
    contentSourceUrl: Buffer.byteLength(pageUrl) <= LIMITS.sourceUrlBytes ? pageUrl : '',
    cover,
    isCut: body.isCut,
    pictures: body.pictures,
  };
}

const digestOf = ({ digest, publication, fields }: ArticleSource): string =>
  text(digest).replace(/\s+/g, ' ') || summarise(publication, fields);

/** What a publication says, in a few words: its abstract, how it begins, or the fields of a form without text. Pure. */
export function summarise(publication: Values, fields: Fields): string {
  const told = text(publication.abstract) || textOf(text(publication.body)).slice(0, 200);
  const words =
    told ||
    describeFields(publication, fields)
      .map(({ label, value }) => `${label}：${value.replace(/[。；;]+$/, '')}`)
      .join('；');
  return words.replace(/\s+/g, ' ').slice(0, 400);
}

const paragraph = (words: string, style = ''): string =>
  `<p style="${[STYLES.p, style].filter(Boolean).join(';')}">${escapeHtml(words)}</p>`;

/** What stands before the text: the whole title where the article has another one, and what the entry says in fields. */
function headOf({ publication, fields, title: own }: ArticleSource, title: string): string {
  const isWhole = (text(own) || title) === title && shorten(title, LIMITS.title) === title;
  const heading = isWhole ? '' : `<h1 style="${STYLES.h1}">${escapeHtml(title)}</h1>`;
  const docNo = text(publication.docNo);
  let left = FIELD_LETTERS;
  const rows = describeFields(publication, fields).flatMap(({ label, value }) => {
    const cell = value.length > left ? `${value.slice(0, Math.max(0, left))}…` : value;
    if (left <= 0) return [];
    left -= cell.length;
    return `<tr><th style="${STYLES.th};width:28%">${escapeHtml(label)}</th><td style="${STYLES.td}">${escapeHtml(cell)}</td></tr>`;
  });
  const table =
    rows.length > 0 ? `<table style="${STYLES.table};margin:0 0 1em">${rows.join('')}</table>` : '';
  return heading + (docNo ? paragraph(docNo, 'text-align:center') : '') + table;
}

/** Attachments noted by name; more than these are counted. */
const NAMED = 20;

/** What stands after the text: attachments as text, who published it and where the rest is. */
function notesOf(publication: Values): string {
  const files = (publication.attachments ?? []) as { name: string }[];
  const names = files.slice(0, NAMED).map(({ name }, at) => {
    const number = files.length > 1 ? String(at + 1) : '';
    return `附件${number}：${shorten(String(name), 100)}（请点击“阅读原文”下载）`;
  });
  if (files.length > NAMED) names.push(`共${files.length}个附件，请点击“阅读原文”查看`);
  const roster = publication.roster ? ['名单请点击“阅读原文”查看'] : [];
  const facts = [
    ['公开机构', text(publication.ownerName)],
    ['索引号', text(publication.indexNo)],
    ['公开日期', text(publication.publishedAt).slice(0, 10)],
  ].flatMap(([label, value]) => (value ? [`${label}：${value}`] : []));
  return (
    [...names, ...roster].map((line) => paragraph(line)).join('') +
    (facts.length > 0 ? paragraph(facts.join('　'), 'font-size:14px;color:#888888;text-align:left') : '')
  );
}
