import type { Core } from '@strapi/strapi';
import columns from '../../../../../database/seeds/columns.json';
import departments from '../../../../../database/seeds/departments.json';
import { appendAuditEntry } from '../audit/append';
import type { DomainManifest } from '../domain/manifest';
import { allDomains } from '../domain/registry';
import { runInsideGate } from '../gate/storage';
import type { DocumentUid, SystemActor, Transaction, Values } from '../types';
import { CATALOGUE_ITEM } from './catalogue-items';
import { COLUMN } from './columns';
import { DEPARTMENT } from './departments';
import { RESPONSIBILITY } from './responsibilities';

const SEEDER: SystemActor = { kind: 'system', name: 'reference-seed' };
/** Instances that start together seed one after the other. */
const LOCK = 'disclosure-seed';

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

/**
 * Loads each part of the reference data once. What the office changes or deletes afterwards is hers:
 * a later start brings nothing back.
 */
export async function seedReferenceData(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'plugin', name: 'disclosure' });
  for (const seed of seeds(allDomains(strapi))) {
    const key = `seeded:${seed.name}`;
    if (await store.get({ key })) continue;
    await strapi.db.transaction(async ({ trx }) => {
      await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [LOCK]);
      if (await store.get({ key })) return;
      const rows = seed.rows();
      await runInsideGate(async () => {
        for (const data of rows) await strapi.documents(seed.uid as DocumentUid).create({ data } as never);
      });
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
