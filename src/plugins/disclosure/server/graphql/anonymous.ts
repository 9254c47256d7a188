import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { spend } from '../rate-limits/spend';

type AuthService = {
  register: (
    type: string,
    strategy: { name: string; authenticate: (ctx: Context) => unknown; verify: () => void },
  ) => void;
};

/**
 * Lets requests without valid credentials through to GraphQL, as REST lets them through to its public
 * routes: they read what is public, and a write is refused by the gate with a code. Strapi's plugin
 * would answer 401 to all of them once the public role has no permission at all. Registered after every
 * other strategy, so it decides only where no other has, and counts what it lets through; a route with a scope refuses it.
 */
export function admitAnonymous(strapi: Core.Strapi): void {
  const endpoint = strapi.config.get('plugin::graphql.endpoint', '/graphql');
  (strapi.get('auth') as AuthService).register('content-api', {
    name: 'anonymous',
    async authenticate(ctx) {
      // without any credentials it has been counted already (rate-limits/middlewares.ts)
      if (ctx.path === endpoint && ctx.get('authorization')) await spend(strapi, ctx, 'graphql');
      return { authenticated: true, credentials: null };
    },
    verify: () => {
      throw new errors.UnauthorizedError();
    },
  });
}
