const route = (method: 'GET' | 'POST' | 'PUT', path: string, action: string) => ({
  method,
  path,
  handler: `consumers.${action}`,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

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
