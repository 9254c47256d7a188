import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { NoticeKind } from '../contract';
import { KIND_NAMES, KINDS } from '../kinds';
import { placeOf } from '../place';

/** A notification as a mail tells it: the title and the link; neither the text nor what was said. */
export type MailItem = {
  kind: NoticeKind;
  title: string | null;
  count: number;
  uid: string | null;
  documentId: string | null;
};
export type Mail = { subject: string; text: string; html: string };

/** Entries of one kind that a mail lists; the panel lists the rest. */
const LISTED = 20;
const SUBJECT_TITLE = 40;

type Line = { words: string; link: string };
type Group = { name: string; total: number; lines: Line[] };

/**
 * The mail that tells a person of everything that waits for her. Pure.
 *
 * @param base address of the panel, e.g. `https://gk.example.gov.cn/admin`
 */
export function composeMail(name: string, items: readonly MailItem[], base: string): Mail {
  const groups = groupByKind(items, base);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const inbox = `${base}/plugins/notifications`;
  const preferences = `${inbox}/preferences`;
  return {
    subject: `[政务公开] ${subjectOf(items, total)}`,
    text: textOf(name, groups, inbox, preferences),
    html: htmlOf(name, groups, inbox, preferences),
  };
}

function subjectOf(items: readonly MailItem[], total: number): string {
  const [only] = items;
  if (items.length !== 1 || !only || only.count > 1 || !only.title) return `${total}件事项请您处理`;
  const title = only.title.length > SUBJECT_TITLE ? `${only.title.slice(0, SUBJECT_TITLE)}…` : only.title;
  // a header is one line
  return `${KINDS[only.kind].name}:${title}`.replace(/\s+/g, ' ');
}

function groupByKind(items: readonly MailItem[], base: string): Group[] {
  return KIND_NAMES.flatMap((kind) => {
    const own = items.filter((item) => item.kind === kind);
    if (own.length === 0) return [];
    const total = own.reduce((sum, { count }) => sum + count, 0);
    return [{ name: KINDS[kind].name, total, lines: own.slice(0, LISTED).map((item) => lineOf(item, base)) }];
  });
}

function lineOf({ title, count, uid, documentId }: MailItem, base: string): Line {
  if (!uid || !documentId) return { words: `共${count}件,见后台首页`, link: base };
  return {
    words: title ?? '（无标题）',
    link: `${base}${placeOf(uid, documentId)}`,
  };
}

function textOf(name: string, groups: readonly Group[], inbox: string, preferences: string): string {
  const parts = groups.map(({ name: kind, total, lines }) =>
    [
      `${kind}(${total}件)`,
      ...lines.map(({ words, link }) => `- ${words}\n  ${link}`),
      ...(total > lines.length && lines.length === LISTED ? [`- 其余见通知:${inbox}`] : []),
    ].join('\n'),
  );
  return [
    `${name},您好:`,
    ...parts,
    `全部通知:${inbox}`,
    `本邮件由政务公开系统自动发送,请勿回复。不想再收到或者要改变接收方式,请在这里设置:${preferences}`,
  ].join('\n\n');
}

function htmlOf(name: string, groups: readonly Group[], inbox: string, preferences: string): string {
  const link = (href: string, words: string) => `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;
  const parts = groups.map(({ name: kind, total, lines }) =>
    [
      `<h3>${escapeHtml(kind)}(${total}件)</h3>`,
      `<ul>${lines.map((line) => `<li>${link(line.link, line.words)}</li>`).join('')}</ul>`,
    ].join(''),
  );
  return [
    `<p>${escapeHtml(name)},您好:</p>`,
    ...parts,
    `<p>${link(inbox, '全部通知')}</p>`,
    `<p style="color:#666">本邮件由政务公开系统自动发送,请勿回复。不想再收到或者要改变接收方式,${link(preferences, '请在这里设置')}。</p>`,
  ].join('\n');
}
