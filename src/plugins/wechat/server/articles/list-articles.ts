import type { Core } from '@strapi/strapi';
import { findPublications } from '../../../disclosure/server/read-model/batch-publications';
import { listPublications } from '../../../disclosure/server/read-model/list-publications';
import type { Values } from '../../../disclosure/server/types';
import { type Choice, findChoices } from '../choice/choices';
import { isChosen } from '../choice/is-chosen';
import type { Article } from '../contract';
import { loadDefaults } from '../office/defaults';
import { absolute, articleOf } from './article-of';
import type { ArticlesQuery } from './query';

/** An article as a tool of the 公众号 pulls it. */
export type PulledArticle = Omit<Article, 'isTitleCut'> & {
  documentId: string;
  publishedAt: string;
  /** the department (or the office's default) wants it in the 公众号 */
  chosen: boolean;
};

/**
 * One page of articles, newest first: the list, the details and the choices, a statement each. What a department
 * has decided against is left out, so a page can be shorter than it was asked for.
 */
export async function listArticles(
  strapi: Core.Strapi,
  { since, column, limit, cursor }: ArticlesQuery,
): Promise<{ data: PulledArticle[]; meta: { nextCursor: string | null } }> {
  const knex = strapi.db.connection;
  const list = { from: since?.day, column, limit, cursor, sort: 'newest', count: false } as const;
  const page = await listPublications(knex, list);
  const isNew = ({ publishedAt }: Values) =>
    !since?.instant || new Date(String(publishedAt)) >= since.instant;
  const wanted = page.data.filter(isNew);
  const ids = wanted.map(({ documentId }) => String(documentId));
  const [details, choices, settings] = await Promise.all([
    findPublications(knex, ids),
    findChoices(knex, ids),
    loadDefaults(strapi),
  ]);
  const data = ids.flatMap((id) => {
    const publication = details.get(id);
    const choice = choices.get(id) ?? null;
    if (!publication || choice?.chosen === false) return [];
    return [pulled(strapi, publication, choice, isChosen(choice, settings, publication))];
  });
  // the rest of the day lies before the instant that was asked for
  const ended = wanted.length < page.data.length;
  return { data, meta: { nextCursor: ended ? null : page.meta.nextCursor } };
}

export function pulled(
  strapi: Core.Strapi,
  publication: Values,
  choice: Choice | null,
  chosen: boolean,
): PulledArticle {
  const {
    pictures: _pictures,
    isTitleCut: _isTitleCut,
    cover,
    ...article
  } = articleOf(strapi, publication, choice);
  return {
    documentId: String(publication.documentId),
    publishedAt: String(publication.publishedAt),
    ...article,
    cover: cover === null ? null : absolute(strapi, cover),
    chosen,
  };
}
