import { limited } from '../rate-limits/middlewares';
import type { Cacheable } from '../response-cache/kept-routes';
import { byDocument, byDomainAsked, byPage, bySearch } from '../response-cache/tags';
import { panelRoutesOf } from './panel-route';
import { versionRoutes } from './version-routes';

const get = (path: string, action: string, cacheable: Cacheable = true) => ({
  method: 'GET',
  path,
  handler: `public.${action}`,
  config: { auth: false, cacheable },
});

const roster = (suffix: string, action: string) => ({
  method: 'GET',
  path: `/publications/:documentId/roster${suffix}`,
  handler: `roster.${action}`,
  config: { auth: false, cacheable: byDocument, ...(suffix ? { middlewares: limited('downloads') } : {}) },
});

const search = (suffix: string, action: string) => ({
  method: 'GET',
  path: `/search${suffix}`,
  handler: `public.${action}`,
  config: { auth: false, cacheable: bySearch, middlewares: limited('search') },
});

const copy = (format: string) => ({
  method: 'GET',
  path: `/publications/:documentId/copy.${format}`,
  handler: `copy.${format}`,
  config: { auth: false, middlewares: limited('downloads') },
});

const desk = panelRoutesOf('desk');
const workbench = panelRoutesOf('workbench');

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      get('/domains', 'domains'),
      get('/domains/:slug', 'domain'),
      get('/catalogue-items', 'catalogueItems'),
      get('/catalogue-items/:code', 'catalogueItem'),
      get('/coverage', 'coverage'),
      get('/departments', 'departments'),
      get('/columns', 'columns'),
      get('/publications', 'publications', byDomainAsked),
      {
        method: 'GET',
        path: '/publications/export',
        handler: 'export.publications',
        config: { auth: false, middlewares: limited('downloads') },
      },
      get('/publications/:documentId', 'publication', byDocument),
      get('/publications/:documentId/editions', 'editions', byDocument),
      {
        method: 'GET',
        path: '/publications/:documentId/page',
        handler: 'page.view',
        config: { auth: false, cacheable: byPage },
      },
      roster('', 'rows'),
      roster('.csv', 'csv'),
      roster('.xlsx', 'xlsx'),
      copy('docx'),
      copy('pdf'),
      search('', 'search'),
      search('/suggestions', 'suggestions'),
      // the only read that needs a sign-in
      { method: 'GET', path: '/audit', handler: 'public.audit', config: {} },
    ],
  },
  admin: {
    type: 'admin',
    routes: [
      workbench('GET', '/desk', 'worklist'),
      workbench('GET', '/work', 'work'),
      workbench('GET', '/owed', 'owed'),
      workbench('GET', '/recent', 'recent'),
      workbench('GET', '/departments', 'departments'),
      workbench('GET', '/prefill/:code', 'prefill'),
      ...versionRoutes,
      desk('GET', '/desk/:uid/:documentId', 'view'),
      desk('POST', '/desk/:uid/:documentId/mask-personal-data', 'mask'),
      desk('GET', '/desk/:uid/:documentId/roster', 'viewRoster'),
      desk('GET', '/desk/:uid/:documentId/roster/:format', 'downloadRoster'),
      desk('POST', '/desk/:uid/:documentId/roster', 'roster'),
      desk('POST', '/desk/:uid/:documentId/:verb', 'verb'),
      desk('POST', '/bulk/:uid', 'bulk'),
      desk('GET', '/choices/:source', 'choices'),
      desk('GET', '/catalogue', 'catalogue'),
      desk('POST', '/catalogue/:code/:act', 'catalogueAct'),
      desk('GET', '/coverage', 'coverage'),
    ],
  },
};
