import type { Core } from '@strapi/strapi';
import type { z } from 'zod';

/** What a route answers where all goes well. */
export type AnswerDescription =
  /** `{ data: … }`, of a type of the GraphQL schema, e.g. `[Domain!]!`: both interfaces answer the same;
   * `with`: fields that REST has beside them */
  | { data: string; with?: Readonly<Record<string, string | z.ZodType>> }
  /** a type of the GraphQL schema that has `data` and `meta` itself */
  | { page: string }
  /** `{ data: …, meta? }` of a shape of its own */
  | { schema: z.ZodType }
  /** the answer of Strapi's REST for a type: one, or a page */
  | { record: string; isPage?: true }
  /** bytes, by content type */
  | { files: readonly string[] }
  | { nothing: true };

/** What is known of a route beyond its path: what the description of the interface (OpenAPI) is made of. */
export type RouteDescription = {
  summary: string;
  /** the group it stands in */
  tag: string;
  details?: string;
  /** anybody may call it, though its route is not of ours and does not say so */
  isOpen?: true;
  /** the very schema that reads its query string */
  query?: z.ZodType;
  /** the very schema that reads its body */
  body?: z.ZodType;
  /** a file may come in the field `file` */
  takesFile?: true;
  /** values of parameters of the path, where they are a closed list */
  params?: Readonly<Record<string, readonly string[]>>;
  answer: AnswerDescription;
  status?: number;
};

/** `METHOD /path below the plugin's prefix` → what is known of it. */
export type RouteDescriptions = Readonly<Record<string, RouteDescription>>;

const described = new WeakMap<object, Map<string, RouteDescription>>();

const tableOf = (strapi: Core.Strapi): Map<string, RouteDescription> => {
  const found = described.get(strapi) ?? new Map<string, RouteDescription>();
  described.set(strapi, found);
  return found;
};

/** Called by a plugin at its register. Not on the routes themselves: Strapi sends those to the panel. */
export function describeRoutes(strapi: Core.Strapi, plugin: string, descriptions: RouteDescriptions): void {
  const table = tableOf(strapi);
  for (const [route, description] of Object.entries(descriptions))
    table.set(`${plugin} ${route}`, description);
}

/** @param route `METHOD /path`, as the plugin has registered it */
export const descriptionOf = (
  strapi: Core.Strapi,
  plugin: string,
  route: string,
): RouteDescription | undefined => tableOf(strapi).get(`${plugin} ${route}`);
