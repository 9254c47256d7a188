const desk = (method: 'GET' | 'POST' | 'PUT', path: string, action: string) => ({
  method,
  path,
  handler: `notifications.${action}`,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

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
