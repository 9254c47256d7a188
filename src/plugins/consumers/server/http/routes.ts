import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const route = panelRoutesOf('consumers');

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      route('GET', '/registered', 'list'),
      route('POST', '/registered', 'register'),
      route('PUT', '/registered/:id', 'change'),
      route('POST', '/registered/:id/key', 'renew'),
      route('POST', '/registered/:id/revoke', 'revoke'),
    ],
  },
};
