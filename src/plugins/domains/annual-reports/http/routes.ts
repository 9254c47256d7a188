import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';
import { byDomain } from '../../../disclosure/server/response-cache/tags';
import { SLUG } from '../common';

const desk = panelRoutesOf('desk');
const ofDomain = byDomain(SLUG);
const page = (path: string, handler: string) => ({
  ...{ method: 'GET' as const, path, handler },
  config: { auth: false, cacheable: ofDomain },
});

/** What everybody may read beside the reads that every domain has. */
export const publicRoutes = [
  page('/pages', 'pages.list'),
  page('/pages/:documentId', 'pages.view'),
  page('/published/:documentId/xlsx', 'pages.xlsx'),
];

/** The panel's page 年度报告. */
export const panelRoutes = {
  type: 'admin',
  routes: [
    desk('GET', '/desk', 'list'),
    desk('POST', '/desk', 'begin'),
    desk('GET', '/desk/:documentId', 'view'),
    desk('PUT', '/desk/:documentId', 'save'),
    desk('POST', '/desk/:documentId/submit', 'submit'),
    desk('POST', '/desk/:documentId/figures', 'figures'),
    desk('GET', '/desk/:documentId/cell', 'cell'),
    desk('GET', '/desk/:documentId/files/:format', 'file'),
  ],
};
