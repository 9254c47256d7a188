import type { TemplateText } from '../../shared/notices';
import { type NoticeKindCode, noticeKind, placeholdersOf } from './kinds';
import { type PlaceholderName, placeholderOf, type Values } from './placeholders';

const NAME = /\{\{\s*([^{}]*?)\s*\}\}/g;
const MOST = { title: 60, body: 5_000 };

/** What a text names between double braces. */
const namesIn = (text: string): string[] => [...text.matchAll(NAME)].map(([, name]) => String(name));

/** What is wrong with a template, in words; empty: it may be used. Pure. */
export function mistakesIn(code: NoticeKindCode, { title, body }: TemplateText): string[] {
  const named = new Set(namesIn(`${title}\n${body}`));
  const known: readonly string[] = placeholdersOf(code);
  const unknown = [...named].filter((name) => !known.includes(name));
  // mandatory are those of the text: a title alone tells nobody a deadline
  const inBody = new Set(namesIn(body));
  const missing = noticeKind(code).required.filter((name) => !inBody.has(name));
  const rest = `${title}\n${body}`.replace(NAME, '');
  return [
    ...(title.trim() ? [] : ['请填写标题']),
    ...(title.length > MOST.title ? [`标题最多${MOST.title}个字`] : []),
    ...(title.includes('\n') ? ['标题只能是一行'] : []),
    ...(body.trim() ? [] : ['请填写正文']),
    ...(body.length > MOST.body ? [`正文最多${MOST.body}个字`] : []),
    ...unknown.map((name) => `没有“{{${name}}}”这个占位符，请从列表中选择`),
    ...missing.map(
      (name) => `正文须有“{{${name}}}”：${noticeKind(code).label}不能缺少（${placeholderOf(name).hint}）`,
    ),
    ...(/\{\{|\}\}/.test(rest) ? ['占位符的大括号不成对，应写成“{{名称}}”'] : []),
  ];
}

/** Fills a text in, once: what a value holds is text, whatever it looks like. */
export const fill = (text: string, values: Values): string =>
  text.replace(NAME, (_whole, name: string) => values[name as PlaceholderName] ?? '');

/** The paragraphs of a filled-in text; those of which nothing is left are none. */
export const paragraphsOf = (body: string, values: Values): string[] =>
  body
    .split('\n')
    .flatMap((line) => fill(line, values).split('\n'))
    .map((line) => line.trim())
    .filter(Boolean);

/** What a preview shows where no request is named. */
export const sampleValues = (code: NoticeKindCode): Values =>
  Object.fromEntries(placeholdersOf(code).map((name) => [name, placeholderOf(name).sample]));
