import type { Core } from '@strapi/strapi';
import { textOf } from '../acts/submit';
import { contentOf, type RequestRow } from '../store/rows';

const LONGEST = 60;

/** What is asked for, in one line; null once it has been forgotten. */
export function wantedLine(strapi: Core.Strapi, row: RequestRow): string | null {
  const content = contentOf(strapi, row);
  return content && textOf(content.wanted).replace(/\s+/g, ' ');
}

/** Its beginning, as lists show it. */
export function titleOf(strapi: Core.Strapi, row: RequestRow): string {
  const line = wantedLine(strapi, row) ?? '（内容已按期删除）';
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}
