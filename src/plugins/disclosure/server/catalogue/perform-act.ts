import type { Core } from '@strapi/strapi';
import { rolesSettled } from '../access/follow';
import { appendAuditEntry } from '../audit/append';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { inTurn } from '../gate/in-turn';
import { recordRefusal } from '../gate/refusals';
import { runInsideGate } from '../gate/storage';
import { inTransaction } from '../gate/transaction';
import { nameUnstorable } from '../gate/unstorable';
import { CHANNEL } from '../outbox/enqueue';
import { CATALOGUE_ITEM, findCatalogueItem, listCatalogueItems } from '../reference-data/catalogue-items';
import { todayInShanghai } from '../rules/dates';
import { mayKeepReferenceData } from '../rules/ownership';
import type { Actor, Transaction } from '../types';
import type { ActContext, RowChange } from './acts/act';
import { confirm } from './acts/confirm';
import { correct } from './acts/correct';
import { merge } from './acts/merge';
import { retire } from './acts/retire';
import { split } from './acts/split';
import { recordChanges } from './changes';
import { type ActInput, type ActName, parseActInput } from './input';
import { requireInForce } from './rows';

type Acts = { [A in ActName]: (context: ActContext, input: ActInput<A>) => Promise<RowChange[]> };
const ACTS: Acts = { confirm, correct, split, merge, retire };

/**
 * Maintains a row of a standard catalogue: what the office's page does. One transaction with its
 * history and its entry in the audit log; acts on one domain's catalogue come one after the other.
 *
 * @param body `{reason, …}`, see ACT_INPUTS
 * @returns the codes of the rows that were touched, new ones included; the act's own row first
 * @throws DisclosureError NO_ACTOR, NOT_ALLOWED, NOT_FOUND, REASON_REQUIRED, INVALID_INPUT
 */
export async function performAct<A extends ActName>(
  strapi: Core.Strapi,
  act: A,
  code: string,
  body: unknown,
): Promise<string[]> {
  const actor = await resolveActor(strapi);
  const known = await findCatalogueItem(strapi, code);
  try {
    if (!actor) throw toError(refuse('NO_ACTOR'));
    if (!mayKeepReferenceData(actor)) throw toError(refuse('NOT_ALLOWED', '标准目录由区政务公开办维护'));
    if (!known) throw new DisclosureError('NOT_FOUND', `没有目录事项 ${code}`);
    const input = parseActInput(act, body);
    const codes = await inTransaction(strapi, (trx) =>
      inTurn(trx, async () => {
        const context = await openContext(strapi, trx, known.domain, code);
        const changes = await runInsideGate(() => (ACTS[act] as Acts[A])(context, input));
        await finish(
          { strapi, trx, actor, act, reason: input.reason },
          known.domain,
          known.documentId,
          changes,
        );
        return changes.map((change) => change.code);
      }),
    );
    // a split or a merge moves responsibilities: whoever is answered finds what it opened to her
    await rolesSettled(strapi);
    return codes;
  } catch (failure) {
    const error = nameUnstorable(failure);
    if (error instanceof DisclosureError) {
      const documentId = known?.documentId;
      const command = { verb: `catalogue-${act}`, type: { uid: CATALOGUE_ITEM }, documentId, input: {} };
      await recordRefusal(strapi, command, actor, null, error);
    }
    throw error;
  }
}

/** The domain's catalogue as it is once nobody else changes it. */
export async function lockCatalogue(trx: Transaction, domain: string): Promise<void> {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`catalogue:${domain}`]);
}

async function openContext(
  strapi: Core.Strapi,
  trx: Transaction,
  domain: string,
  code: string,
): Promise<ActContext> {
  await lockCatalogue(trx, domain);
  const rows = new Map((await listCatalogueItems(strapi, { domain })).map((row) => [row.code, row]));
  return { strapi, trx, rows, row: requireInForce({ rows }, code), today: todayInShanghai() };
}

type Done = { strapi: Core.Strapi; trx: Transaction; actor: Actor; act: ActName; reason: string };

/** History, audit log, and word to whoever keeps answers. */
async function finish(
  { strapi, trx, actor, act, reason }: Done,
  domain: string,
  documentId: string,
  changes: readonly RowChange[],
): Promise<void> {
  await recordChanges(trx, { act, domain, reason, actor }, changes);
  await appendAuditEntry(strapi, trx, {
    verb: `catalogue-${act}`,
    outcome: 'done',
    actor,
    type: CATALOGUE_ITEM,
    documentId,
    owner: null,
    version: null,
    editionNo: null,
    reason,
    details: { domain, rows: changes },
  });
  await trx.raw('select pg_notify(?, ?)', [CHANNEL, JSON.stringify({ topic: 'catalogue.changed', domain })]);
}
