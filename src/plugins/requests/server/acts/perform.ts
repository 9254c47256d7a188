import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { DisclosureError, toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { parseBody } from '../../../disclosure/server/http/parse-body';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Actor, Member, Transaction } from '../../../disclosure/server/types';
import { type EventRefusal, refusalOf as refusalOfEvent } from '../clock/check-event';
import type { RequestEvent } from '../clock/events';
import { type Issued, issueForAct } from '../documents/issue';
import { wakeMails } from '../documents/mail/clock';
import { tellOfAct } from '../notices/tell-of-act';
import { progressOf } from '../records/progress-of';
import { record } from '../records/store';
import { clockInputOf } from '../store/clock-input';
import { findRequest, type RequestRow } from '../store/rows';
import { type By, recordEvent, refreshClock } from '../store/write';
import { refusalOf } from '../workflow/decide';
import { refusalByProgress } from '../workflow/progress';
import { type RequestVerb, verbRow } from '../workflow/verbs';
import { type ActContext, type Done, HANDLERS } from './handlers';
import { INPUTS, type InputOf } from './inputs';
import { audit } from './submit';

/**
 * Does something with a request, whole or not at all: lock, ownership, transition, the clock's rules, the write, its entry
 * in the audit log. A refusal is audited too.
 *
 * @throws DisclosureError with a code and a sentence
 */
export async function perform(
  strapi: Core.Strapi,
  actor: Actor | null,
  verb: RequestVerb,
  id: string,
  body: unknown,
): Promise<void> {
  const input = parseBody<InputOf<RequestVerb>>(INPUTS[verb], body);
  try {
    await inTransaction(strapi, (trx) => actIn(strapi, trx, actor, verb, id, input));
    wakeMails();
  } catch (error) {
    if (error instanceof DisclosureError) await auditRefusal(strapi, actor, verb, id, error);
    throw error;
  }
}

/** The same within a transaction of the caller's. @returns the notice that it has made */
export async function actIn(
  strapi: Core.Strapi,
  trx: Transaction,
  actor: Actor | null,
  verb: RequestVerb,
  id: string,
  input: InputOf<RequestVerb>,
): Promise<Issued | null> {
  const row = await findRequest(trx, id, true);
  if (!row) throw new DisclosureError('NOT_FOUND', '没有找到该申请');
  const refusal = refusalOf(verb, actor, row, input);
  if (refusal) throw toError(refusal);
  const member = actor as Member;
  const early = refusalByProgress(verb, member, await progressOf(strapi, trx, row));
  if (early) throw toError(early);
  const handle = HANDLERS[verb] as (told: unknown, context: ActContext) => Done | Promise<Done>;
  const done = await handle(input, { strapi, trx, row, actor: member });
  await apply(strapi, trx, row, done, {
    to: verbRow(verb).to,
    by: { name: member.name, department: member.department },
  });
  if (done.record) {
    const on = done.on ?? done.event?.on ?? todayInShanghai();
    await record(strapi, trx, id, done.record, { on, note: done.note, by: member });
  }
  const notice = await issueForAct(strapi, trx, { verb, input, actor: member, before: row, done });
  await audit(strapi, trx, {
    ...{ verb: `request-${verb}`, actor, id, owner: row.owner, version: row.version + 1 },
    // words that a record keeps sealed are not repeated where nothing is ever forgotten
    reason: done.record ? null : (input.reason ?? null),
    details: {
      ...done.details,
      ...(notice ? { notice: notice.number } : {}),
      ...(notice?.also ? { also: notice.also } : {}),
    },
  });
  await tellOfAct(strapi, trx, verb, id, member);
  return notice;
}

/** Writes what was done: the event, when the clock's rules allow it, the columns, and the clock computed anew. */
export async function apply(
  strapi: Core.Strapi,
  trx: Transaction,
  row: RequestRow,
  done: Done,
  { to, by }: { to: string | null; by: By },
): Promise<void> {
  const { event, patch } = done;
  if (event) {
    await assertInTime(strapi, trx, row, event);
    await recordEvent(strapi, trx, row.id, event, by, done.record ? undefined : done.note);
  }
  const state = done.to ?? to;
  await trx('information_requests')
    .where({ id: row.id })
    .update({
      ...patch,
      ...(state ? { state } : {}),
      version: row.version + 1,
      changed_at: trx.fn.now(),
    });
  await refreshClock(strapi, trx, row.id);
}

const CODES: Record<EventRefusal['code'], 'INVALID_INPUT' | 'INVALID_TRANSITION' | 'TOO_LATE'> = {
  FUTURE_DATE: 'INVALID_INPUT',
  BEFORE_RECEIPT: 'INVALID_INPUT',
  TOO_LONG: 'INVALID_INPUT',
  OUT_OF_ORDER: 'INVALID_TRANSITION',
  ALREADY_DONE: 'INVALID_TRANSITION',
  NOTHING_TO_ANSWER: 'INVALID_TRANSITION',
  ALREADY_ANSWERED: 'INVALID_TRANSITION',
  TOO_LATE: 'TOO_LATE',
};

async function assertInTime(
  strapi: Core.Strapi,
  trx: Transaction,
  row: RequestRow,
  event: RequestEvent,
): Promise<void> {
  const refusal = refusalOfEvent({ ...(await clockInputOf(strapi, trx, row)), event });
  if (refusal) throw new DisclosureError(CODES[refusal.code], refusal.message, { rule: refusal.code });
}

async function auditRefusal(
  strapi: Core.Strapi,
  actor: Actor | null,
  verb: RequestVerb,
  id: string,
  error: DisclosureError,
): Promise<void> {
  await inTransaction(strapi, (trx) =>
    appendAuditEntry(strapi, trx, {
      ...{ verb: `request-${verb}`, outcome: 'refused', code: error.code, actor, type: 'requests.request' },
      ...{
        documentId: id,
        owner: null,
        version: null,
        editionNo: null,
        reason: error.message,
        details: null,
      },
    }),
  );
}
