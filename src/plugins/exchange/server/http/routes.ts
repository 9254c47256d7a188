import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const desk = panelRoutesOf('targets');

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [{ method: 'GET', path: '/changes', handler: 'changes.changes', config: { auth: false } }],
  },
  admin: {
    type: 'admin',
    routes: [
      desk('GET', '/targets', 'view'),
      desk('POST', '/targets', 'create'),
      desk('POST', '/targets/:id/acts', 'act'),
      desk('GET', '/targets/:id/deliveries', 'deliveries'),
    ],
  },
};
