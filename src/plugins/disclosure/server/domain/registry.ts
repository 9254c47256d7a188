import type { Core } from '@strapi/strapi';
import type { z } from 'zod';
import { DisclosureError } from '../errors';
import type { DocumentUid } from '../types';
import type { Fields } from './field';
import type { DomainManifest, TypeManifest } from './manifest';

/** A content type as the engine knows it: its manifest with everything that follows from it. */
export type RegisteredType = {
  uid: DocumentUid;
  domain: DomainManifest;
  manifest: TypeManifest;
  fields: Fields;
  /** the fields that only this type, or this kind of entry, has: told as a publication's `attributes` */
  attributes: Fields;
  managed: ReadonlySet<string>;
  /** input of a create; of an edit with every field optional */
  input: z.ZodType<Record<string, unknown>>;
};

export type Registry = { domains: Map<string, DomainManifest>; types: Map<string, RegisteredType> };

const KEY = 'disclosure.registry';

/** Makes the (empty) registry of a Strapi instance; domain plugins add themselves at their register. */
export const openRegistry = (strapi: Core.Strapi): void => {
  strapi.add(KEY, () => ({ domains: new Map(), types: new Map() }) satisfies Registry);
};

const registry = (strapi: Core.Strapi): Registry => strapi.get(KEY) as Registry;

export function registerDomain(strapi: Core.Strapi, domain: DomainManifest, types: RegisteredType[]): void {
  const { domains, types: known } = registry(strapi);
  domains.set(domain.slug, domain);
  for (const type of types) known.set(type.uid, type);
}

/** The domains in the order of their codes. */
export const allDomains = (strapi: Core.Strapi): DomainManifest[] =>
  [...registry(strapi).domains.values()].sort((a, b) => a.code.localeCompare(b.code));

export const findDomain = (strapi: Core.Strapi, slug: string): DomainManifest | undefined =>
  registry(strapi).domains.get(slug);

export const allTypes = (strapi: Core.Strapi): RegisteredType[] => [...registry(strapi).types.values()];

export const findType = (strapi: Core.Strapi, uid: string): RegisteredType | undefined =>
  registry(strapi).types.get(uid);

/** @throws DisclosureError NOT_FOUND for a type that is no disclosure type */
export function requireType(strapi: Core.Strapi, uid: string): RegisteredType {
  const type = findType(strapi, uid);
  if (!type) throw new DisclosureError('NOT_FOUND', '没有这种公开信息');
  return type;
}
