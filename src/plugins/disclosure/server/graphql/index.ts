import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { allDomains, allTypes } from '../domain/registry';
import { DisclosureError } from '../errors';
import { admitAnonymous } from './anonymous';
import type { ApolloPlugin } from './apollo';
import { createErrorFormat } from './errors/format';
import { createErrorsPlugin } from './errors/plugin';
import { LANDING_PAGE } from './landing-page';
import { LIMITS } from './limits/limits';
import { limitsPlugin, limitsRule } from './limits/plugin';
import { createResolvers } from './resolvers';
import { schemaTypes } from './schema';

const PLUGIN = 'plugin::graphql';

/** The same as of strapi::body, which leaves this endpoint out. */
const BODY_LIMIT = '1mb';

type ExtensionService = { use: (extension: () => Record<string, unknown>) => void };

/**
 * Gives Strapi's GraphQL plugin the engine's schema, resolvers, limits and errors. The plugin asks for
 * them when every domain has registered.
 */
export function registerGraphql(strapi: Core.Strapi): void {
  const extension = strapi.plugin('graphql').service('extension') as ExtensionService;
  extension.use(() => {
    const resolvers = createResolvers(strapi);
    return {
      types: schemaTypes(allDomains(strapi), allTypes(strapi)),
      resolvers,
      resolversConfig: openTo(resolvers),
    };
  });
  strapi.config.set(`${PLUGIN}.depthLimit`, LIMITS.depth);
  strapi.config.set(`${PLUGIN}.landingPage`, () => landingPage);
  strapi.config.set(`${PLUGIN}.apolloServer`, serverConfig(strapi));
}

/** Strapi's plugin asks for a permission named after each field; the resolvers ask for those of REST. */
const openTo = (resolvers: Record<string, Record<string, unknown>>): Record<string, { auth: false }> =>
  Object.fromEntries(
    ['Query', 'Mutation'].flatMap((type) =>
      Object.keys(resolvers[type] ?? {}).map((field) => [`${type}.${field}`, { auth: false }]),
    ),
  );

const landingPage: ApolloPlugin = {
  serverWillStart: async () => ({ renderLandingPage: async () => ({ html: LANDING_PAGE }) }),
};

function serverConfig(strapi: Core.Strapi): Record<string, unknown> {
  const anonymous: ApolloPlugin = {
    serverWillStart: async () => {
      admitAnonymous(strapi);
      return undefined;
    },
  };
  return {
    // the schema is public, as everything that can be read by it
    introspection: true,
    includeStacktraceInErrorResponses: false,
    allowBatchedHttpRequests: false,
    persistedQueries: false,
    // the process ends in the order of its own, with the signals that it handles itself
    stopOnTerminationSignals: false,
    // strapi::cors has answered already
    cors: false,
    bodyParserConfig: { enableTypes: ['json'], jsonLimit: BODY_LIMIT, onerror: refuseBody },
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [limitsRule],
    formatError: createErrorFormat((error) => strapi.log.error(error as Error)),
    plugins: [limitsPlugin, createErrorsPlugin(strapi), anonymous],
  };
}

function refuseBody(error: Error & { status?: number }): never {
  if (error.status === 413) throw new errors.PayloadTooLargeError(`请求正文不能超过${BODY_LIMIT}`);
  throw new DisclosureError('INVALID_INPUT', '请求正文不是正确的 JSON');
}
