import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { Mail } from '../../../notifications/server/mail/compose';

/** A publication as a mail tells of it: what is public anyway. */
export type News = {
  title: string;
  ownerName: string;
  publishedAt: string;
  isCorrection: boolean;
  address: string;
};

export type Links = { manage: string; unsubscribe: string };

/** Publications that one mail lists. */
const LISTED = 50;
const SUBJECT_TITLE = 40;

const link = (href: string, words: string): string =>
  `<a href="${escapeHtml(href)}">${escapeHtml(words)}</a>`;

/** The mail that asks whether the owner of an address wants it. Nothing in it was typed by whoever asked. Pure. */
export function composeConfirmation(site: string, confirm: string, days: number): Mail {
  const asked = `有人用这个邮箱在${site}订阅新公开的信息。`;
  const valid = `链接${days}天内有效。不是您本人操作的,不用理会:不确认就不会再收到邮件,邮箱也会从本系统删除。`;
  return {
    subject: `[政务公开] 请确认订阅`,
    text: [`您好:`, asked, `如果是您本人,请打开下面的链接确认:\n${confirm}`, valid].join('\n\n'),
    html: [
      `<p>您好:</p><p>${escapeHtml(asked)}</p>`,
      `<p>如果是您本人,请${link(confirm, '点这里确认订阅')}。</p>`,
      `<p style="color:#666">${escapeHtml(valid)}</p>`,
    ].join('\n'),
  };
}

/**
 * The mail that tells of what is new. Pure.
 *
 * @param wanted what she has subscribed to, in the site's words
 */
export function composeNews(
  site: string,
  wanted: string,
  news: readonly News[],
  { manage, unsubscribe }: Links,
): Mail {
  const listed = news.slice(0, LISTED);
  const rest = news.length > LISTED ? `另有${news.length - LISTED}条,请到网站查看。` : null;
  const why = `您订阅了${site}的“${wanted}”。`;
  const words = ({ title, isCorrection }: News) => `${isCorrection ? '【更正】' : ''}${title}`;
  const from = ({ ownerName, publishedAt }: News) => `${ownerName} ${publishedAt.slice(0, 10)}`;
  return {
    subject: `[政务公开] ${subjectOf(news, words)}`,
    text: [
      `您订阅的信息有${news.length}条更新:`,
      ...listed.map((one) => `- ${words(one)}(${from(one)})\n  ${one.address}`),
      ...(rest ? [rest] : []),
      `${why}本邮件自动发送,请勿回复。\n修改订阅:${manage}\n退订:${unsubscribe}`,
    ].join('\n\n'),
    html: [
      `<p>您订阅的信息有${news.length}条更新:</p>`,
      `<ul>${listed
        .map((one) => `<li>${link(one.address, words(one))}<br><small>${escapeHtml(from(one))}</small></li>`)
        .join('')}</ul>`,
      rest ? `<p>${rest}</p>` : '',
      `<p style="color:#666">${escapeHtml(why)}本邮件自动发送,请勿回复。${link(manage, '修改订阅')} ${link(unsubscribe, '退订')}</p>`,
    ].join('\n'),
  };
}

function subjectOf(news: readonly News[], words: (one: News) => string): string {
  const [only] = news;
  if (news.length !== 1 || !only) return `${news.length}条您订阅的信息`;
  const title = words(only).replace(/\s+/g, ' ');
  return title.length > SUBJECT_TITLE ? `${title.slice(0, SUBJECT_TITLE)}…` : title;
}
