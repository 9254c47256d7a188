import type { Values } from '../types';

/** What Strapi's GraphQL plugin hands to every resolver: the state of the HTTP request. */
export type GraphqlContext = { state: { auth?: unknown } };

export type Args = Record<string, unknown>;

export type Resolver = (parent: Values, args: Args, context: GraphqlContext) => unknown;

/** Resolvers by type and field. */
export type ResolverMap = Record<string, Record<string, Resolver>>;
