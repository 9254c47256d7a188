type Env = typeof import('@strapi/utils').env;

export default ({ env }: { env: Env }) => ({
  host: env('HOST', '127.0.0.1'),
  port: env.int('PORT', 1337),
  // whom a request counts for (rate limits): the last addresses of X-Forwarded-For, one for each trusted proxy
  proxy: { koa: env.int('TRUST_PROXY', 0) > 0, maxIpsCount: env.int('TRUST_PROXY', 0) },
  app: { keys: env.array('APP_KEYS') },
  webhooks: { populateRelations: false },
  // Moving a whole installation's content over HTTP is not among the ways to read or write here.
  transfer: { remote: { enabled: false } },
  logger: {
    config: { level: 'warn' },
    // `npm start` prints its own last lines, and nothing asks a registry for newer versions.
    startup: { enabled: false },
    updates: { enabled: false },
  },
});
