import type { Core } from '@strapi/strapi';
import { findType } from '../../../disclosure/server/domain/registry';
import { pageAddress, publicAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Values } from '../../../disclosure/server/types';
import type { Choice } from '../choice/choices';
import { summarise, toArticle, type WrittenArticle } from './to-article';

/** A publication as an article. @param pictureOf where the article finds a picture; default: at this server */
export function articleOf(
  strapi: Core.Strapi,
  publication: Values,
  choice: Omit<Choice, 'chosen'> | null,
  pictureOf: (url: string) => string | null = (url) => absolute(strapi, url),
): WrittenArticle {
  return toArticle({
    publication,
    fields: fieldsOf(strapi, publication),
    pageUrl: pageOf(strapi, publication),
    title: choice?.title,
    cover: choice?.cover,
    digest: choice?.digest,
    pictureOf,
  });
}

const fieldsOf = (strapi: Core.Strapi, publication: Values) =>
  findType(strapi, String(publication.type))?.attributes ?? {};

/** What a publication says, in a few words: its abstract, its fields, or how it begins. */
export const summaryOf = (strapi: Core.Strapi, publication: Values): string =>
  summarise(publication, fieldsOf(strapi, publication));

/** Where a reader in WeChat opens a publication. */
export const pageOf = (strapi: Core.Strapi, publication: Values): string =>
  pageAddress(siteOf(strapi), publication);

/** The address under which the public reaches a file of the media library. */
export const absolute = (strapi: Core.Strapi, url: string): string =>
  url.startsWith('/') ? publicAddress(siteOf(strapi), url) : url;
