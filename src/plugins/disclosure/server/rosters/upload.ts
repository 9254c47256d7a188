import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { execute } from '../gate/execute';
import { perform } from '../gate/perform';
import { inTransaction } from '../gate/transaction';
import { loadWorkingCopy } from '../gate/working-copy';
import { privacySettings } from '../privacy/settings';
import { isMember } from '../rules/ownership';
import type { VerbInput } from '../types';
import { buildRoster } from './build';
import { type PublicColumn, toPublicColumn } from './column';
import { type ColumnWish, planColumns } from './plan';
import { readRows, type SourceRow, type Warning } from './read-rows';
import { rosterField } from './references';

/** The list to upload: its header and its rows, read once. */
export type RosterSource = { headers: string[]; rows: AsyncIterable<SourceRow>; notes: readonly string[] };

export type UploadTarget = { type: RegisteredType; documentId: string; input: VerbInput };

export type Uploaded = {
  rosterId: string;
  columns: PublicColumn[];
  rowCount: number;
  version: number;
  warnings: Warning[];
  notes: string[];
};

/** Ends a write that was only asked about. */
class Agreed extends Error {}

/**
 * Asks the gate whether the signed-in person may change the document now, before a large file is read. A
 * refusal is in the audit log like any other.
 *
 * @returns the name of the field that holds the roster
 * @throws DisclosureError as for a change, and INVALID_INPUT where the document is of a kind without a roster
 */
export async function assertMayUpload(
  strapi: Core.Strapi,
  { type, documentId, input }: UploadTarget,
): Promise<string> {
  const write = async () => {
    throw new Agreed();
  };
  try {
    await execute(strapi, { verb: 'edit', type, documentId, data: {}, input, write });
  } catch (error) {
    if (!(error instanceof Agreed)) throw error;
  }
  const name = rosterField(type);
  if (!name) throw new DisclosureError('INVALID_INPUT', '这类信息没有名单');
  const { kinds } = type.fields[name] ?? {};
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  if (kinds && !kinds.includes(String(draft?.kind))) {
    throw new DisclosureError('INVALID_INPUT', '请先把“信息类型”改为“名单台账”并保存，再上传名单');
  }
  return name;
}

/**
 * Makes a roster of a list and lets the working copy refer to it. Old rosters stay as they are: the public
 * sees the new one when the document is published.
 *
 * @throws DisclosureError PERSONAL_DATA_FOUND, INVALID_INPUT with the row and column of every problem; what
 * the gate refuses. In each case nothing has changed.
 */
export async function uploadRoster(
  strapi: Core.Strapi,
  target: UploadTarget,
  source: RosterSource,
  wishes: readonly ColumnWish[],
): Promise<Uploaded> {
  const { type, documentId, input } = target;
  const field = await assertMayUpload(strapi, target);
  const actor = await resolveActor(strapi);
  if (!isMember(actor)) throw toError(refuse('NO_ACTOR'));
  const plan = planColumns(source.headers, wishes);
  const warnings: Warning[] = [];
  const origin = { type: type.uid, documentId, owner: actor.department, createdBy: actor.personId };
  const rows = readRows(plan, source.rows, privacySettings(strapi), warnings);
  const roster = await buildRoster(strapi, origin, plan.columns, rows);
  try {
    await perform(strapi, { verb: 'edit', uid: type.uid, documentId, data: { [field]: roster.id }, input });
  } catch (error) {
    await removeRoster(strapi, roster.id, origin.owner);
    throw error;
  }
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  return {
    rosterId: roster.id,
    columns: roster.columns.map(toPublicColumn),
    rowCount: roster.rowCount,
    version: Number(draft?.version),
    warnings,
    notes: [...source.notes],
  };
}

/** Takes back a roster that no document came to refer to. */
function removeRoster(strapi: Core.Strapi, id: string, owner: string): Promise<void> {
  return inTransaction(strapi, async (trx) => {
    await trx.raw("select set_config('app.actor_dept', ?, true)", [owner]);
    await trx('rosters').where({ id }).delete();
  });
}
