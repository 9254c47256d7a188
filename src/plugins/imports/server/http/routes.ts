const desk = (method: 'GET' | 'POST' | 'DELETE', path: string, action: string) => ({
  method,
  path,
  handler: `imports.${action}`,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

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
