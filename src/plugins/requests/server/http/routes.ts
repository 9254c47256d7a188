import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';
import { fileRoutes } from './file-routes';

type Method = 'GET' | 'POST';

/** Never kept by the response cache: every answer is one applicant's. */
const open = (method: Method, path: string, action: string) => ({
  ...{ method, path, handler: action },
  config: { auth: false, cacheable: false },
});
const desk = panelRoutesOf('desk');

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      open('POST', '/', 'public.submit'),
      open('POST', '/status', 'public.status'),
      open('POST', '/correction', 'public.correct'),
      open('POST', '/reason', 'public.giveReason'),
      open('POST', '/withdrawal', 'public.withdraw'),
      open('POST', '/answer', 'public.answer'),
      open('POST', '/file', 'files.download'),
      open('GET', '/form', 'pages.form'),
      open('POST', '/form', 'pages.submit'),
      open('GET', '/follow', 'pages.askKey'),
      open('POST', '/follow', 'pages.follow'),
    ],
  },
  admin: {
    type: 'admin',
    routes: [
      desk('GET', '/requests', 'queue'),
      desk('POST', '/requests', 'enter'),
      desk('GET', '/requests/:id', 'view'),
      desk('POST', '/requests/:id/identity', 'identity'),
      desk('GET', '/requests/:id/letters/:letter', 'letter'),
      ...fileRoutes,
      desk('POST', '/requests/:id/:verb', 'act'),
    ],
  },
};
