import type { Context } from 'koa';

/**
 * What an answer is made of, as far as changes are told: an answer is forgotten when one of its tags is named
 * (database/migrations: `tell_caches…`).
 */
export const EVERYTHING = 'all';
/** Any publication became public, changed or was withdrawn. */
export const ANY = 'any';
/** What any documents say of each other. */
export const LINKS = 'links';
/** The search index has become current. */
export const SEARCH = 'search';
export const ofDocument = (documentId: string): string => `document:${documentId}`;
export const ofDomain = (slug: string): string => `domain:${slug}`;

/** The tags of an answer, from the request and the text that is answered. */
export type TagRule = (ctx: Context, text: string) => string[];

/** Documents that one answer is about; more of them, and it depends on any. */
const MOST = 100;

/** One document: itself, and those that its answer names. */
const byNamed =
  (name: RegExp): TagRule =>
  (ctx, text) => {
    const { documentId } = ctx.params as { documentId: string };
    const named = new Set([documentId]);
    for (const [, id = ''] of text.matchAll(name)) named.add(id);
    return named.size > MOST ? [ANY, LINKS] : [...named].map(ofDocument);
  };

export const byDocument = byNamed(/"documentId":"([^"]{1,64})"/g);

/** The same for a page, which names documents by its links. */
export const byPage = byNamed(/\/publications\/([^/"]{1,64})\/page"/g);

/** A list: of its domain, where one is asked for. */
export const byDomainAsked: TagRule = (ctx) => {
  const { domain } = ctx.query;
  return [typeof domain === 'string' ? ofDomain(domain) : ANY];
};

/** What stands in one domain's tables. */
export const byDomain =
  (slug: string): TagRule =>
  (ctx, text) => [ofDomain(slug), ...('documentId' in ctx.params ? byDocument(ctx, text) : [])];

/** All publications. */
export const byAll: TagRule = () => [ANY];

/** A search: its index, and what stands in the read model. */
export const bySearch: TagRule = () => [ANY, SEARCH];

/** Whatever publications say, links included: where the answer does not tell which documents it is made of. */
export const byAnything: TagRule = () => [ANY, LINKS, SEARCH];
