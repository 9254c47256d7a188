const get = (path: string, action: string) => ({
  method: 'GET',
  path,
  handler: `docs.${action}`,
  config: { auth: false, cacheable: true, prefix: '' },
});

export const routes = {
  'content-api': {
    type: 'content-api',
    routes: [get('/openapi.json', 'openapi'), get('/docs', 'page'), get('/schema.graphql', 'schema')],
  },
};
