import type { Core } from '@strapi/strapi';
import { findType } from '../../../disclosure/server/domain/registry';
import { pageAddress, publicAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Values } from '../../../disclosure/server/types';
import type { Choice } from '../choice/choices';
import { toArticle, type WrittenArticle } from './to-article';

/** A publication as an article. @param pictureOf where the article finds a picture; default: at this server */
export function articleOf(
  strapi: Core.Strapi,
  publication: Values,
  choice: Pick<Choice, 'cover' | 'digest'> | null,
  pictureOf: (url: string) => string | null = (url) => absolute(strapi, url),
): WrittenArticle {
  return toArticle({
    publication,
    fields: findType(strapi, String(publication.type))?.attributes ?? {},
    pageUrl: pageAddress(siteOf(strapi), publication),
    cover: choice?.cover,
    digest: choice?.digest,
    pictureOf,
  });
}

/** The address under which the public reaches a file of the media library. */
export const absolute = (strapi: Core.Strapi, url: string): string =>
  url.startsWith('/') ? publicAddress(siteOf(strapi), url) : url;
