import type { Core } from '@strapi/strapi';
import { siteOf } from '../../disclosure/server/site/addresses';
import type { Site } from '../../disclosure/server/site/settings';

/**
 * The site with an address in any case, because feeds must name absolute ones: where the district has set none it is
 * that at which the server listens, never the one that a request claims to come to.
 */
export function siteWithAddress(strapi: Core.Strapi): Site {
  const site = siteOf(strapi);
  const own = String(strapi.config.get('server.absoluteUrl', ''));
  return site.url ? site : { ...site, url: own.replace(/\/+$/, '') };
}
