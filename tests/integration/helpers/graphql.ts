import {
  buildClientSchema,
  type GraphQLSchema,
  type GraphQLType,
  getIntrospectionQuery,
  getNamedType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { type Answer, call } from './call';
import type { Credentials } from './people';
import type { Product } from './product';

export type GraphqlError = {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; error?: { status?: number; name: string; message: string; details: object } };
};

export type GraphqlAnswer = Answer & {
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into
  data: any;
  errors: GraphqlError[];
};

/** Asks GraphQL. */
export async function graphql(
  { url }: Pick<Product, 'url'>,
  query: string,
  variables?: Record<string, unknown>,
  who?: Pick<Credentials, 'headers'>,
): Promise<GraphqlAnswer> {
  const answer = await call(`${url}/graphql`, {
    method: 'POST',
    body: { query, variables },
    headers: who?.headers ?? {},
  });
  return { ...answer, data: answer.body?.data ?? null, errors: answer.body?.errors ?? [] };
}

/** The schema as a client sees it. */
export async function readSchema(product: Pick<Product, 'url'>): Promise<GraphQLSchema> {
  const { data } = await graphql(product, getIntrospectionQuery());
  return buildClientSchema(data);
}

/**
 * Asks for everything that a value of REST has: a field that the schema lacks makes the query fail.
 *
 * @param type the type that answers, e.g. `schema.getQueryType()?.getFields().publications?.type`
 */
export function selectionOf(type: GraphQLType | undefined, value: unknown): string {
  const named = type && getNamedType(type);
  if (!isObjectType(named) && !isInterfaceType(named)) return '';
  const samples = (Array.isArray(value) ? value : [value]).filter(
    (sample): sample is Record<string, unknown> => typeof sample === 'object' && sample !== null,
  );
  const names = [...new Set(samples.flatMap(Object.keys))];
  if (names.length === 0) return '{ __typename }';
  const fields = names.map((name) => {
    const inner = samples.flatMap((sample) => sample[name] ?? []);
    return `${name} ${selectionOf(named.getFields()[name]?.type, inner)}`;
  });
  return `{ ${fields.join(' ')} }`;
}
