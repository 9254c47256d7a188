const desk = (method: 'GET' | 'POST', path: string, action: string) => ({
  method,
  path,
  handler: `targets.${action}`,
  config: { policies: ['admin::isAuthenticatedAdmin'] },
});

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
