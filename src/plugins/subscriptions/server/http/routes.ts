import { panelRoute } from '../../../disclosure/server/http/panel-route';

const open = (method: 'GET' | 'POST', path: string, action: string) => ({
  method,
  path,
  handler: `public.${action}`,
  config: { auth: false },
});

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [
      open('POST', '/', 'subscribe'),
      open('GET', '/confirm', 'askConfirm'),
      open('POST', '/confirm', 'confirm'),
      open('GET', '/unsubscribe', 'askUnsubscribe'),
      open('POST', '/unsubscribe', 'unsubscribe'),
      open('GET', '/manage', 'manage'),
      open('POST', '/manage', 'change'),
    ],
  },
  admin: {
    type: 'admin',
    routes: [panelRoute('GET', '/figures', 'desk.figures')],
  },
};
