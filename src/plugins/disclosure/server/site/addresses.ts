import type { Core } from '@strapi/strapi';
import type { Values } from '../types';
import type { Site } from './settings';

/** Whose site this is; `url` without a slash at its end. */
export function siteOf(strapi: Core.Strapi): Site {
  const site = strapi.plugin('disclosure').config('site') as Site;
  return { ...site, url: site.url.replace(/\/+$/, '') };
}

/**
 * The site with an address in any case, for what must name absolute ones (feeds, examples): where the district has set none it is
 * that at which the server listens, never the one that a request claims to come to.
 */
export function siteWithAddress(strapi: Core.Strapi): Site {
  const site = siteOf(strapi);
  const own = String(strapi.config.get('server.absoluteUrl', ''));
  return site.url ? site : { ...site, url: own.replace(/\/+$/, '') };
}

/** A path of this server as the public reaches it; the path alone where no address is set. */
export const publicAddress = ({ url }: Pick<Site, 'url'>, path: string): string => `${url}${path}`;

/** The path of a publication's page at this server, beside that of its data. */
export const pagePathOf = (url: unknown): string => `${String(url)}/page`;

/** Where people read a publication: its page on the portal where one is set, otherwise its page here. */
export const pageAddress = (
  site: Pick<Site, 'url' | 'page'>,
  { documentId, url }: Values & { documentId?: unknown; url?: unknown },
): string =>
  site.page
    ? site.page.replace(/\{documentId\}|%7BdocumentId%7D/gi, encodeURIComponent(String(documentId)))
    : publicAddress(site, pagePathOf(url));

/** Where people begin: the portal where one is set. */
export const homeAddress = (site: Pick<Site, 'url' | 'page'>): string =>
  site.page ? new URL('/', site.page).href : publicAddress(site, '/');
