import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { openFor, sealFor, tracesOf } from '../store/keys';
import { type Content, contentOf, type RequestRow } from '../store/rows';
import type { Answer } from './answer';
import { textOf } from './submit';

/** The answer of a request, drafted or given. */
export const answerOf = (strapi: Core.Strapi, { id, answer }: RequestRow): Answer | null =>
  answer ? openFor<Answer>(strapi, id, answer) : null;

export function requireContent(strapi: Core.Strapi, row: RequestRow): Content {
  const content = contentOf(strapi, row);
  if (!content) throw new DisclosureError('INVALID_TRANSITION', '申请内容已按期删除');
  return content;
}

/** Columns of a request that asks for something else now; evidence that is not given anew stays. */
export const withWanted = (
  strapi: Core.Strapi,
  { id }: RequestRow,
  content: Content,
  wanted: Content['wanted'],
): Record<string, unknown> => ({
  sealed: sealFor(strapi, id, {
    ...content,
    wanted: content.wanted.evidence ? { evidence: content.wanted.evidence, ...wanted } : wanted,
  }),
  traces: tracesOf(strapi, textOf(wanted)),
});

/** Columns of an answer that somebody has written: who she is counts when it is reviewed. */
export const withAnswer = (
  strapi: Core.Strapi,
  { id, authors }: RequestRow,
  answer: Answer,
  author: string,
): Record<string, unknown> => ({
  answer: sealFor(strapi, id, answer),
  authors: JSON.stringify([...new Set([...authors, author])]),
});
