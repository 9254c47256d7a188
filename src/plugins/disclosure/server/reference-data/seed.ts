import type { Core } from '@strapi/strapi';
import columns from '../../../../../database/seeds/columns.json';
import departments from '../../../../../database/seeds/departments.json';
import { appendAuditEntry } from '../audit/append';
import type { DomainManifest } from '../domain/manifest';
import { allDomains } from '../domain/registry';
import type { SystemActor, Transaction, Values } from '../types';
import { CATALOGUE_ITEM } from './catalogue-items';
import { COLUMN } from './columns';
import { DEPARTMENT } from './departments';
import { RESPONSIBILITY } from './responsibilities';

const SEEDER: SystemActor = { kind: 'system', name: 'reference-seed' };
/** Instances that start together seed one after the other. */
const LOCK = 'disclosure-seed';
const PREFIX = 'seeded:';

type Seed = { name: string; uid: string; rows: () => Values[] };

const departmentRows = (): Values[] =>
  departments.departments.map(({ named: _named, ...department }) => department);

const columnRows = (): Values[] => columns.map(({ order, ...column }) => ({ ...column, position: order }));

const catalogueRows = (domain: DomainManifest): Values[] =>
  domain.catalogue.map(({ provenance, ...row }) => ({
    ...row,
    domain: domain.slug,
    provenance: provenance.kind,
  }));

const responsibilityRows = (domain: DomainManifest): Values[] =>
  Object.entries(domain.responsibilities).flatMap(([scope, responsible]) =>
    responsible.map((department) => ({ scope, department, source: 'catalogue' })),
  );

const seeds = (domains: DomainManifest[]): Seed[] => [
  { name: 'departments', uid: DEPARTMENT, rows: departmentRows },
  { name: 'columns', uid: COLUMN, rows: columnRows },
  ...domains.flatMap((domain) => [
    { name: `catalogue:${domain.slug}`, uid: CATALOGUE_ITEM, rows: () => catalogueRows(domain) },
    { name: `responsibilities:${domain.slug}`, uid: RESPONSIBILITY, rows: () => responsibilityRows(domain) },
  ]),
];

/** The parts that are there, by one query: there are two for each domain. */
async function findSeeded(strapi: Core.Strapi): Promise<Set<string>> {
  const stored = 'plugin_disclosure_';
  const rows = (await strapi.db
    .query('strapi::core-store')
    .findMany({ where: { key: { $startsWith: `${stored}${PREFIX}` } } })) as { key: string }[];
  return new Set(rows.map(({ key }) => key.slice(stored.length)));
}

/**
 * Many rows by one statement. The document service would take 600 turns of its middlewares; what they
 * guard (who, and the audit entry) holds for a seed as a whole.
 */
async function insert(strapi: Core.Strapi, uid: string, rows: Values[]): Promise<void> {
  if (rows.length === 0) return;
  const publishedAt = new Date();
  await strapi.db.query(uid as never).createMany({ data: rows.map((row) => ({ ...row, publishedAt })) });
}

/**
 * Loads each part of the reference data once. What the office changes or deletes afterwards is hers:
 * a later start brings nothing back.
 */
export async function seedReferenceData(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'disclosure' });
  const done = await findSeeded(strapi);
  for (const seed of seeds(allDomains(strapi))) {
    const key = `${PREFIX}${seed.name}`;
    if (done.has(key)) continue;
    await strapi.db.transaction(async ({ trx }) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [LOCK]);
      if (await store.get({ key })) return;
      const rows = seed.rows();
      await insert(strapi, seed.uid, rows);
      await appendAuditEntry(strapi, trx as unknown as Transaction, {
        verb: 'reference-seed',
        outcome: 'done',
        actor: SEEDER,
        type: seed.uid,
        documentId: null,
        owner: null,
        version: null,
        editionNo: null,
        reason: null,
        details: { seed: seed.name, rows: rows.length },
      });
      await store.set({ key, value: true });
    });
  }
}
