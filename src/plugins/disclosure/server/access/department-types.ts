import type { Core } from '@strapi/strapi';
import { allTypes, type RegisteredType } from '../domain/registry';

/** What a department is responsible for, and the types in which it owns documents already. */
export type Holdings = { scopes: readonly string[]; owned: ReadonlySet<string> };

/** Where the scope is known only when values are entered, any scope of the domain makes the type hers. */
export function isResponsibleFor({ domain, manifest }: RegisteredType, scopes: readonly string[]): boolean {
  const fixed = manifest.scopeOf({});
  if (fixed) return scopes.includes(fixed);
  return scopes.some((scope) => scope.startsWith(`${domain.slug}/`) || scope.startsWith(`${domain.code}-`));
}

/** The types that a department works with, in the order of the domains: what its menu and role show. */
export function typesOf(types: readonly RegisteredType[], { scopes, owned }: Holdings): RegisteredType[] {
  return inOrder(types).filter((type) => owned.has(type.uid) || isResponsibleFor(type, scopes));
}

export const inOrder = (types: readonly RegisteredType[]): RegisteredType[] =>
  [...types].sort((a, b) => a.domain.code.localeCompare(b.domain.code));

/** The types of which each department owns documents, whatever it is responsible for today: one statement. */
export async function ownedTypes(strapi: Core.Strapi): Promise<Map<string, Set<string>>> {
  const knex = strapi.db.connection;
  const parts = allTypes(strapi).map(({ uid }) =>
    knex(String(strapi.contentType(uid).collectionName))
      .distinct(knex.raw('?::text as uid', [uid]), 'owner')
      .whereNotNull('owner'),
  );
  const rows = (await knex.unionAll(parts, true)) as unknown as { uid: string; owner: string }[];
  const owned = new Map<string, Set<string>>();
  for (const { uid, owner } of rows) owned.set(owner, (owned.get(owner) ?? new Set()).add(uid));
  return owned;
}

/** The same for some departments together, by index. */
export async function typesOwnedBy(
  strapi: Core.Strapi,
  departments: readonly string[],
): Promise<Set<string>> {
  const knex = strapi.db.connection;
  const parts = allTypes(strapi).map(({ uid }) =>
    knex(String(strapi.contentType(uid).collectionName))
      .select(knex.raw('?::text as uid', [uid]))
      .whereIn('owner', [...departments])
      .limit(1),
  );
  const rows = (await knex.unionAll(parts, true)) as unknown as { uid: string }[];
  return new Set(rows.map(({ uid }) => uid));
}
