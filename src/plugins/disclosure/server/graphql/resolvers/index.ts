import type { Core } from '@strapi/strapi';
import { allDomains, allTypes } from '../../domain/registry';
import { DisclosureError } from '../../errors';
import type { Resolver, ResolverMap } from '../context';
import { OTHER_PUBLICATION } from '../schema/base';
import { fieldOfRead, graphqlReads } from '../schema/domain-reads';
import { namesOf } from '../schema/names';
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
        const found = await read.read(strapi, args as Record<string, string>);
        if (found === null) throw new DisclosureError('NOT_FOUND');
        return found;
      },
    ]),
  );
  return Object.fromEntries(entries);
}
