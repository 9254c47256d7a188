import type { Core } from '@strapi/strapi';
import { fromJson } from '../read-model/json';
import { readConnection } from '../replica/read-connection';
import { shanghaiInstant } from '../rules/dates';
import type { Actor, Transaction } from '../types';
import type { ActContext, RowChange } from './acts/act';
import { ACT_NAMES, type ActName, type Evidence } from './input';
import type { TextChange } from './text-changes';

/** An act of a row's history, as everybody may read it: without the person. */
export type PublicChange = {
  at: string;
  act: keyof typeof ACT_NAMES;
  actName: string;
  reason: string;
  evidence: Evidence | null;
  changes: TextChange[];
  predecessors: string[];
  successors: string[];
};

export type Recorded = { act: ActName | 'add' | 'remove'; domain: string; reason: string; actor: Actor };

/** At most so many acts of one row are told; none comes near it. */
const MAX_CHANGES = 200;

/** Keeps for ever what an act did to each of the rows that it touched. */
export async function recordChanges(
  trx: Transaction,
  { act, domain, reason, actor }: Recorded,
  changes: readonly RowChange[],
): Promise<void> {
  await trx('catalogue_changes').insert(
    changes.map((change) => ({
      at: new Date(),
      act,
      domain,
      code: change.code,
      reason,
      actor: JSON.stringify(actor),
      evidence: change.evidence ? JSON.stringify(change.evidence) : null,
      changes: JSON.stringify(change.changes ?? []),
      predecessors: [...(change.predecessors ?? [])],
      successors: [...(change.successors ?? [])],
    })),
  );
}

type Row = Omit<PublicChange, 'at' | 'actName'> & { code: string; at: Date };

/** The history of many rows, the latest first: one statement. */
export async function findChanges(
  strapi: Core.Strapi,
  codes: readonly string[],
): Promise<Map<string, PublicChange[]>> {
  const { rows } = await readConnection(strapi).raw(
    `select code, latest.* from unnest(?::text[]) as code
       cross join lateral (
         select at, act, reason, evidence, changes, predecessors, successors from catalogue_changes
          where catalogue_changes.code = code.code order by id desc limit ${MAX_CHANGES}
       ) as latest`,
    [[...codes]],
  );
  const found = new Map<string, PublicChange[]>();
  for (const { code, ...row } of rows as Row[]) {
    const change = {
      ...row,
      at: shanghaiInstant(row.at),
      actName: ACT_NAMES[row.act],
      evidence: fromJson<Evidence | null>(row.evidence),
      changes: fromJson<TextChange[]>(row.changes),
    };
    const list = found.get(code);
    if (list) list.push(change);
    else found.set(code, [change]);
  }
  return found;
}

/** Every code that the domain ever had, removed rows included. */
export async function knownCodes({
  trx,
  row,
  rows,
}: Pick<ActContext, 'trx' | 'rows'> & { row: { domain: string } }): Promise<Set<string>> {
  const past = await trx('catalogue_changes').where({ domain: row.domain }).distinct('code');
  return new Set([...rows.keys(), ...past.map(({ code }) => String(code))]);
}
