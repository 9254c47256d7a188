import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import {
  findPartStarts,
  type PartStart,
  readPart,
} from '../../../disclosure/server/read-model/sitemap-parts';
import { pageAddress, publicAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Site } from '../../../disclosure/server/site/settings';
import { toXml } from '../render/xml';

const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';
/** Milliseconds after which the starts are looked up anew: what is brought in with early dates moves them. */
const KEPT_MS = 10 * 60_000;

type Known = { starts: PartStart[]; since: number };
const known = new WeakMap<object, Known>();

/** The starts of the parts; those found before are continued, which reads no more than the last part. */
async function startsOf(strapi: Core.Strapi): Promise<PartStart[]> {
  const before = known.get(strapi);
  const isFresh = before !== undefined && Date.now() - before.since < KEPT_MS;
  const starts = await findPartStarts(strapi.db.connection, isFresh ? before.starts : []);
  known.set(strapi, { starts, since: isFresh ? before.since : Date.now() });
  return starts;
}

/** @throws DisclosureError NOT_FOUND where the site has no address: a map of paths leads nowhere */
function siteOnTheMap(strapi: Core.Strapi): Site {
  const site = siteOf(strapi);
  if (!site.url) {
    throw new DisclosureError('NOT_FOUND', '还没有网站地图:请用环境变量 PUBLIC_URL 设置本站对外的地址');
  }
  return site;
}

export const partAddress = (number: number): string => `/sitemaps/${number}.xml`;

/** The index of all parts. */
export async function renderIndex(strapi: Core.Strapi): Promise<string> {
  const site = siteOnTheMap(strapi);
  const starts = await startsOf(strapi);
  return toXml({
    sitemapindex: {
      '@xmlns': NAMESPACE,
      sitemap: starts.map((_start, index) => ({ loc: publicAddress(site, partAddress(index + 1)) })),
    },
  });
}

/** A part, counted from one. @throws DisclosureError NOT_FOUND */
export async function renderPart(strapi: Core.Strapi, number: number): Promise<string> {
  const site = siteOnTheMap(strapi);
  const starts = await startsOf(strapi);
  const start = starts[number - 1];
  if (!start) throw new DisclosureError('NOT_FOUND', `网站地图没有第${number}部分`);
  const entries = await readPart(strapi.db.connection, start, starts[number]);
  return toXml({
    urlset: {
      '@xmlns': NAMESPACE,
      url: entries.map((entry) => ({
        loc: pageAddress(site, entry),
        lastmod: entry.changedAt.toISOString(),
      })),
    },
  });
}

/** What robots are asked to do; the map is named where there is one. */
export const renderRobots = ({ url }: Site): string =>
  ['User-agent: *', 'Disallow: /admin', ...(url ? [`Sitemap: ${url}/sitemap.xml`] : []), ''].join('\n');
