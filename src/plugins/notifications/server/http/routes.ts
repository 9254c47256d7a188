import { panelRoutesOf } from '../../../disclosure/server/http/panel-route';

const desk = panelRoutesOf('notifications');

export const routes = {
  admin: {
    type: 'admin',
    routes: [
      desk('GET', '/inbox', 'inbox'),
      desk('GET', '/unread', 'unread'),
      desk('POST', '/read', 'read'),
      desk('GET', '/preferences', 'preferences'),
      desk('PUT', '/preferences', 'savePreferences'),
      desk('GET', '/mail', 'mail'),
    ],
  },
};
