import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';
import { LINKS, ofDocument, type TagRule } from '../../../disclosure/server/response-cache/tags';

const open = (method: 'GET' | 'POST', path: string, handler: string) => ({
  method,
  path,
  handler,
  config: { auth: false },
});

/** Its validity changes with what others say of it. */
const ofItsPage: TagRule = ({ params }) => [ofDocument(String(params.documentId)), LINKS];

const desk = panelRoutesOf('desk');

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      open('GET', '/callback', 'callback.verify'),
      open('POST', '/callback', 'callback.receive'),
      open('GET', '/articles', 'articles.list'),
      open('GET', '/articles/:documentId', 'articles.one'),
      { ...open('GET', '/pages/:documentId', 'pages.one'), config: { auth: false, cacheable: ofItsPage } },
    ],
  },
  admin: {
    type: 'admin',
    routes: [
      desk('GET', '/documents/:uid/:documentId', 'view'),
      desk('PUT', '/documents/:uid/:documentId', 'choose'),
      desk('POST', '/documents/:uid/:documentId/preview', 'preview'),
      desk('POST', '/documents/:uid/:documentId/retry', 'retry'),
      desk('POST', '/documents/:uid/:documentId/settle', 'settle'),
      desk('GET', '/office', 'page'),
      desk('PUT', '/office', 'save'),
      desk('POST', '/office/resume', 'resume'),
    ],
  },
};
