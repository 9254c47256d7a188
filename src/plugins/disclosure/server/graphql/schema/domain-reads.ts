import type { DomainManifest, DomainRead } from '../../domain/manifest';
import { camelCase, pascalCase } from './names';

type GraphqlRead = DomainRead & { graphql: NonNullable<DomainRead['graphql']> };

/** The reads of a domain's own that stand in the schema as well. */
export const graphqlReads = ({ reads = [] }: DomainManifest): GraphqlRead[] =>
  reads.filter((read): read is GraphqlRead => read.graphql !== undefined);

/** `chain` of major-construction-projects → `majorConstructionProjectsChain` */
export const fieldOfRead = (domain: DomainManifest, { graphql }: GraphqlRead): string =>
  camelCase(domain.slug) + pascalCase(graphql.field);

/** The names of a read's path parameters. */
export const parametersOf = (path: string): string[] =>
  [...path.matchAll(/:(\w+)/g)].map((match) => String(match[1]));

/** The schema of a domain's own reads: the parameters of path and query string are the arguments. */
export const readSchema = (domain: DomainManifest): string =>
  graphqlReads(domain)
    .map((read) => {
      const { args: asked } = read.graphql;
      const args = [...parametersOf(read.path).map((name) => `${name}: ID!`), ...(asked ? [asked] : [])];
      const field = `${fieldOfRead(domain, read)}${args.length > 0 ? `(${args.join(', ')})` : ''}`;
      return `${read.graphql.typeDefs}\nextend type Query {\n  ${field}: ${read.graphql.type}\n}\n`;
    })
    .join('\n');
