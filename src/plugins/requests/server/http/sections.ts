import { escapeHtml } from '../../../disclosure/server/rules/escape-html';

/** A part of a page; `content` is HTML. */
export const section = (title: string, content: string): string =>
  `<section><h2>${escapeHtml(title)}</h2>${content}</section>`;

/** What somebody has typed, line by line as it was typed. */
export const words = (text: string): string => `<p class="words">${escapeHtml(text)}</p>`;
