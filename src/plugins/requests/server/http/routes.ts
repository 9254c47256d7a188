import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';
import { aidRoutes } from './aid-routes';
import { fileRoutes } from './file-routes';
import { noticeRoutes } from './notice-routes';

type Method = 'GET' | 'POST';

/** Never kept by the response cache: every answer is one applicant's. */
const open = (method: Method, path: string, action: string) => ({
  ...{ method, path, handler: action },
  config: { auth: false, cacheable: false },
});
const desk = panelRoutesOf('desk');

const analysis = panelRoutesOf('analysis');
const analysisRoutes = [analysis('GET', '/analysis', 'view'), analysis('GET', '/analysis/cases', 'cases')];

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      open('POST', '/', 'public.submit'),
      open('POST', '/status', 'public.status'),
      open('POST', '/correction', 'public.correct'),
      open('POST', '/reason', 'public.giveReason'),
      open('POST', '/withdrawal', 'public.withdraw'),
      open('POST', '/answer', 'ownNotices.answer'),
      open('POST', '/notice', 'ownNotices.notice'),
      open('POST', '/suggestion', 'public.suggest'),
      open('GET', '/guide', 'guide.list'),
      open('GET', '/guide/:department', 'guide.page'),
      open('GET', '/guides', 'guide.listJson'),
      open('GET', '/guides/:department', 'guide.json'),
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
      ...analysisRoutes,
      desk('GET', '/requests', 'queue'),
      desk('POST', '/requests', 'enter'),
      desk('GET', '/requests/:id', 'view'),
      desk('POST', '/requests/:id/identity', 'identity'),
      ...noticeRoutes,
      ...aidRoutes,
      ...fileRoutes,
      desk('POST', '/requests/:id/:verb', 'act'),
    ],
  },
};
