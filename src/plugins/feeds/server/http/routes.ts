import { bySearch } from '../../../disclosure/server/response-cache/tags';

// a feed of a search follows the index as well
const get = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler,
  config: { auth: false, cacheable: bySearch },
});
/** Robots look for these at the root. */
const atRoot = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler,
  config: { auth: false, cacheable: true, prefix: '' },
});

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      get('/', 'feeds.list'),
      get('/deadlines.ics', 'feeds.calendar'),
      get('/publications.:format', 'feeds.publications'),
    ],
  },
  root: {
    type: 'admin',
    routes: [
      atRoot('/sitemap.xml', 'sitemap.index'),
      atRoot('/sitemaps/:part', 'sitemap.part'),
      atRoot('/robots.txt', 'sitemap.robots'),
    ],
  },
};
