import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const desk = panelRoutesOf('deskFiles');

/** Files of a request in the panel. Before the routes of verbs, which would take `files` for one. */
export const fileRoutes = [
  desk('GET', '/requests/:id/files', 'list'),
  desk('POST', '/requests/:id/files', 'add'),
  desk('GET', '/requests/:id/files/:file', 'download'),
  desk('GET', '/requests/:id/files/:file/pages/:page', 'page'),
  desk('POST', '/requests/:id/files/:file/redactions', 'redact'),
  desk('POST', '/requests/:id/files/:file/acceptance', 'accept'),
  desk('POST', '/requests/:id/files/:file/removal', 'remove'),
];
