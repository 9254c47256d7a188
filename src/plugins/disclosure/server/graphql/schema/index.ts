import { buildSchema, type GraphQLNamedType, isSpecifiedScalarType } from 'graphql';
import type { DomainManifest } from '../../domain/manifest';
import type { RegisteredType } from '../../domain/registry';
import { readSchema } from './domain-reads';
import { ENGINE_SCHEMA } from './engine';
import { typeSchema } from './type-schema';
import { verbSchema } from './verbs';

/** The whole schema in SDL: the engine's own, the verbs, and what follows from the domains' manifests. */
export const schemaText = (domains: readonly DomainManifest[], types: readonly RegisteredType[]): string =>
  [ENGINE_SCHEMA, verbSchema(), ...types.map(typeSchema), ...domains.map(readSchema)].join('\n');

/**
 * The types of the schema, for Strapi's GraphQL plugin to take in. JSON is the plugin's own.
 *
 * @throws GraphQLError at start, when two domains want the same name
 */
export function schemaTypes(
  domains: readonly DomainManifest[],
  types: readonly RegisteredType[],
): GraphQLNamedType[] {
  const schema = buildSchema(schemaText(domains, types));
  return Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type) && type.name !== 'JSON',
  );
}
