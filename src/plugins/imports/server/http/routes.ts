import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const desk = panelRoutesOf('imports');

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      desk('GET', '/types', 'types'),
      desk('GET', '/jobs', 'list'),
      desk('POST', '/jobs', 'upload'),
      desk('GET', '/jobs/:id', 'view'),
      desk('DELETE', '/jobs/:id', 'remove'),
      desk('GET', '/jobs/:id/preview', 'preview'),
      desk('POST', '/jobs/:id/run', 'run'),
      desk('GET', '/jobs/:id/report', 'report'),
    ],
  },
};
