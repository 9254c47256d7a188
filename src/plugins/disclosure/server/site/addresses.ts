import type { Core } from '@strapi/strapi';
import type { Values } from '../types';
import type { Site } from './settings';

/** Whose site this is; `url` without a slash at its end. */
export function siteOf(strapi: Core.Strapi): Site {
  const site = strapi.plugin('disclosure').config('site') as Site;
  return { ...site, url: site.url.replace(/\/+$/, '') };
}

/** A path of this server as the public reaches it; the path alone where no address is set. */
export const publicAddress = ({ url }: Pick<Site, 'url'>, path: string): string => `${url}${path}`;

/** Where people read a publication: its page on the portal where one is set, otherwise its address here. */
export const pageAddress = (
  site: Pick<Site, 'url' | 'page'>,
  { documentId, url }: Values & { documentId?: unknown; url?: unknown },
): string =>
  site.page
    ? site.page.replace(/\{documentId\}|%7BdocumentId%7D/gi, encodeURIComponent(String(documentId)))
    : publicAddress(site, String(url));
