import { type Core, factories } from '@strapi/strapi';
import { z } from 'zod';
import { describeDomainRoutes } from '../http/describe-domain-routes';
import { domainRoutes } from '../http/domain-routes';
import { createTypeController } from '../http/type-controller';
import type { DocumentUid } from '../types';
import { MANAGED_FIELDS, RECORD_FIELDS } from './base-fields';
import { buildContentType } from './content-type';
import { type Fields, toSchema } from './field';
import { KIND_FIELDS } from './kind-fields';
import { assertManifest, type DomainManifest, type TypeManifest } from './manifest';
import { type RegisteredType, registerDomain } from './registry';

const uidOf = (domain: DomainManifest, type: TypeManifest): DocumentUid =>
  `plugin::${domain.slug}.${type.singular}` as DocumentUid;

/**
 * Turns a domain's manifest into a Strapi plugin: content types, routes, controllers. The engine names
 * no domain; adding one touches one new folder.
 */
export function defineDomain(domain: DomainManifest) {
  assertManifest(domain);
  const types = domain.types.map((manifest) => toRegistered(domain, manifest));
  return {
    contentTypes: Object.fromEntries(
      types.map((type) => [type.manifest.singular, { schema: buildContentType(type) }]),
    ),
    controllers: Object.fromEntries(
      types.map((type) => [type.manifest.singular, createTypeController(type)]),
    ),
    services: Object.fromEntries(
      types.map((type) => [type.manifest.singular, factories.createCoreService(type.uid as never)]),
    ),
    routes: domainRoutes(domain),
    register: ({ strapi }: { strapi: Core.Strapi }) => {
      registerDomain(strapi, domain, types);
      describeDomainRoutes(strapi, domain, types);
    },
  };
}

function toRegistered(domain: DomainManifest, manifest: TypeManifest): RegisteredType {
  const fields: Fields = { ...ownFields(manifest), ...MANAGED_FIELDS };
  const rosters = Object.values(fields).filter(({ type }) => type === 'roster');
  // the public address of a roster is that of its publication
  if (rosters.length > 1) throw new Error(`${domain.slug}.${manifest.singular} 只能有一个名单字段`);
  const entered = Object.entries(fields).filter(([, field]) => !field.managed);
  return {
    uid: uidOf(domain, manifest),
    domain,
    manifest,
    fields,
    attributes: attributesOf(manifest, fields),
    managed: new Set(Object.keys(fields).filter((name) => fields[name]?.managed)),
    input: z.strictObject(
      Object.fromEntries(entered.map(([name, field]) => [name, toSchema(field).optional()])),
    ),
  };
}

const attributesOf = (manifest: TypeManifest, fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, { secret }]) =>
        !secret && (name in manifest.fields || (manifest.base === 'record' && name in KIND_FIELDS)),
    ),
  );

function ownFields(manifest: TypeManifest): Fields {
  if (manifest.base === 'plain') return manifest.fields;
  const { without = [], only, adjust = {} } = manifest;
  const base = Object.entries(RECORD_FIELDS)
    .filter(([name]) => !without.includes(name) && (only?.includes(name) ?? true))
    .map(([name, field]) => [name, { ...field, ...adjust[name] }] as const);
  const { title, ...rest } = Object.fromEntries(base) as Fields;
  return { ...(title ? { title } : {}), ...manifest.fields, ...rest };
}
