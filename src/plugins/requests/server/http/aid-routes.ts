import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const aid = panelRoutesOf('aid');

/** What helps the desk beside the acts themselves. */
export const aidRoutes = [
  aid('GET', '/requests/:id/beside', 'beside'),
  aid('GET', '/workload', 'workload'),
  aid('GET', '/proposals', 'proposals'),
  aid('POST', '/proposals/:id/accept', 'accept'),
  aid('POST', '/proposals/:id/decline', 'decline'),
  aid('GET', '/guide', 'guide'),
  aid('POST', '/guide', 'saveGuide'),
  aid('POST', '/guide/publication', 'publishGuide'),
];
