const get = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler,
  config: { auth: false, publicRead: true },
});
/** Robots look for these at the root. */
const atRoot = (path: string, handler: string) => ({
  method: 'GET',
  path,
  handler,
  config: { auth: false, publicRead: true, prefix: '' },
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
