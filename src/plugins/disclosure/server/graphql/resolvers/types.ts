import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../../domain/registry';
import { listPublications } from '../../read-model/list-publications';
import { publicationDetailQuerySchema, publicationQuerySchema } from '../../read-model/query-schema';
import { readConnection } from '../../replica/read-connection';
import type { Resolver } from '../context';
import { namesOf } from '../schema/names';
import { addedFields } from '../schema/type-schema';
import { parseArgs } from './arguments';
import { detailOf, publicationLinks } from './links';
import { requireLive } from './live';

/** The list and the single of a type: from the read model, so only what is public. */
export function typeReads(
  strapi: Core.Strapi,
  { uid, domain, manifest }: RegisteredType,
): Record<string, Resolver> {
  const { list, one } = namesOf({ domain, manifest });
  // a type with a kind of its own is found by the index of the kinds
  const only = { type: uid, domain: domain.slug, ...(manifest.kind ? { kind: manifest.kind } : {}) };
  return {
    [list]: (_root, args) =>
      listPublications(readConnection(strapi), { ...only, ...parseArgs(publicationQuerySchema, args) }),
    [one]: (_root, { documentId, ...args }) =>
      requireLive(strapi, documentId, { uid, ...parseArgs(publicationDetailQuerySchema, args) }),
  };
}

/** The fields of a published document of the type: the links of every publication, and its own attributes. */
export function typeFields(strapi: Core.Strapi, type: RegisteredType): Record<string, Resolver> {
  const own = Object.keys(addedFields(type)).map((name): [string, Resolver] => [
    name,
    async (parent, _args, context) => {
      const { attributes } = await detailOf(strapi, parent, context);
      return (attributes as Record<string, unknown> | undefined)?.[name] ?? null;
    },
  ]);
  return { ...publicationLinks(strapi), ...Object.fromEntries(own) };
}
