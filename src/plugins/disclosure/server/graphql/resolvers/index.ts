import type { Core } from '@strapi/strapi';
import type { DomainRead } from '../../domain/manifest';
import { allDomains, allTypes } from '../../domain/registry';
import { DisclosureError } from '../../errors';
import { emptyQuerySchema } from '../../read-model/query-schema';
import type { Args, Resolver, ResolverMap } from '../context';
import { OTHER_PUBLICATION } from '../schema/base';
import { fieldOfRead, graphqlReads, parametersOf } from '../schema/domain-reads';
import { namesOf } from '../schema/names';
import { parseArgs } from './arguments';
import { publicationLinks, referenceLinks } from './links';
import { readResolvers } from './reads';
import { typeFields, typeReads } from './types';
import { typeWrites, verbWrites } from './writes';

/** Every resolver of the schema. */
export function createResolvers(strapi: Core.Strapi): ResolverMap {
  const types = allTypes(strapi);
  const nameOf = new Map(types.map((type) => [String(type.uid), namesOf(type).type]));
  return {
    ...referenceLinks(strapi),
    ...Object.fromEntries(types.map((type) => [namesOf(type).type, typeFields(strapi, type)])),
    [OTHER_PUBLICATION]: publicationLinks(strapi),
    SearchHit: publicationLinks(strapi),
    Publication: { __resolveType: ({ type }) => nameOf.get(String(type)) ?? OTHER_PUBLICATION },
    Query: Object.assign(
      readResolvers(strapi),
      domainReads(strapi),
      ...types.map((type) => typeReads(strapi, type)),
    ),
    Mutation: Object.assign(verbWrites(strapi), ...types.map((type) => typeWrites(strapi, type))),
  };
}

function domainReads(strapi: Core.Strapi): Record<string, Resolver> {
  const entries = allDomains(strapi).flatMap((domain) =>
    graphqlReads(domain).map((read): [string, Resolver] => [
      fieldOfRead(domain, read),
      async (_root, args) => {
        const { params, asked } = splitArgs(read, args);
        const found = await read.read(strapi, params, parseArgs(read.query ?? emptyQuerySchema, asked));
        if (found === null) throw new DisclosureError('NOT_FOUND');
        return found;
      },
    ]),
  );
  return Object.fromEntries(entries);
}

/** The arguments that stand in the path, and those of the query string. */
function splitArgs({ path }: DomainRead, args: Args): { params: Record<string, string>; asked: Args } {
  const named = new Set(parametersOf(path));
  const part = (isParameter: boolean) =>
    Object.fromEntries(Object.entries(args).filter(([name]) => named.has(name) === isParameter));
  return { params: part(true) as Record<string, string>, asked: part(false) };
}
