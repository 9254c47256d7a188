import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../audit/append';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { enqueue } from '../outbox/enqueue';
import { withFileTexts } from '../privacy/files/read-file-texts';
import { assertCleanInput } from '../privacy/input';
import { findResponsible } from '../reference-data/responsibilities';
import { decide } from '../rules/decide';
import { isMember } from '../rules/ownership';
import { endSchedule } from '../schedule/schedules';
import type { Member, Subject, Transaction, Values, VerbInput, VerbName } from '../types';
import { VERB_TABLE } from '../verbs';
import type { VerbContext, VerbResult } from '../verbs/verb';
import { resolveActor } from './actor';
import { inTurn } from './in-turn';
import { readingOnce } from './once';
import { prepareClone, prepareValues } from './prepare';
import { recordRefusal } from './refusals';
import { lockDocument, openSession } from './session';
import { assertResponsible, assertStaysResponsible } from './stays-responsible';
import { inTransaction } from './transaction';
import { nameUnstorable } from './unstorable';
import { loadSubject, loadWorkingCopy, toSubject } from './working-copy';

/** One attempt to use a verb, from whichever door it comes. */
export type Command = {
  verb: VerbName;
  type: RegisteredType;
  documentId?: string | undefined;
  data?: Values | undefined;
  input: VerbInput;
  /** Strapi's own write, run inside the transaction after every rule has agreed */
  write: (data?: Values) => Promise<unknown>;
};

/**
 * The write gate. Every change of a disclosure document comes through here, in this order: transaction,
 * lock, actor, ownership, version, transition, Strapi's write, edition and publication, audit, outbox,
 * commit. A refusal leaves the database as it was and an entry in the audit log.
 *
 * @throws DisclosureError with a code of the closed list
 */
export async function execute(strapi: Core.Strapi, command: Command): Promise<VerbResult> {
  const actor = await resolveActor(strapi);
  let subject: Subject | null = null;
  try {
    if (!isMember(actor)) throw toError(refuse('NO_ACTOR'));
    assertCleanInput(strapi, command.input);
    return await withFileTexts(strapi, () =>
      inTransaction(strapi, (trx) =>
        inTurn(trx, () =>
          readingOnce(trx, async () => {
            const context = await openContext(strapi, trx, command, actor);
            subject = context.subject;
            return applyVerb(context, command.verb);
          }),
        ),
      ),
    );
  } catch (failure) {
    const error = nameUnstorable(failure);
    if (error instanceof DisclosureError) await recordRefusal(strapi, command, actor, subject, error);
    throw error;
  }
}

async function openContext(
  strapi: Core.Strapi,
  trx: Transaction,
  command: Command,
  actor: Member,
): Promise<VerbContext> {
  const { type, documentId, input, write } = command;
  const now = new Date();
  const base = { strapi, trx, type, actor, input, now, write };
  if (!documentId) {
    refuseManaged(type, command.data ?? {});
    const data = await prepareValues({ ...base, draft: {}, data: command.data ?? {} });
    const subject = { ...toSubject(type, data, false), documentId: null, owner: null, state: null };
    return { ...base, subject, draft: {}, hasFiles: false, data };
  }
  await lockDocument(trx, documentId);
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  if (!draft) throw new DisclosureError('NOT_FOUND');
  const { subject, hasFiles } = await loadSubject(strapi, type, draft, trx);
  return { ...base, subject, draft, hasFiles, data: command.data ?? {} };
}

/** A new document has nothing that the engine keeps; whoever sends it would think that it counts. */
function refuseManaged(type: RegisteredType, data: Values): void {
  const sent = [...type.managed].filter((name) => data[name] !== undefined && data[name] !== null);
  if (sent.length > 0)
    throw new DisclosureError('INVALID_INPUT', `不认识或不能填写的字段：${sent.join('、')}`);
}

async function applyVerb(context: VerbContext, verbName: VerbName): Promise<VerbResult> {
  const { strapi, trx, actor, subject, input } = context;
  const verb = VERB_TABLE[verbName];
  const refusal = decide({
    transition: verb,
    actor,
    subject,
    input,
    // who is responsible decides only what is new: a document has its owner
    responsible: verb.who === 'responsible' ? await findResponsible(strapi, subject.scope) : [],
  });
  if (refusal) throw toError(refusal);
  await openSession(trx, actor, verbName, subject);
  const result = await verb.apply(await complete(context, verbName));
  await endSchedule(context, verb);
  await appendAuditEntry(strapi, trx, {
    verb: verbName,
    outcome: 'done',
    actor,
    type: context.type.uid,
    documentId: result.documentId,
    owner: subject.owner ?? actor.department,
    version: subject.documentId === result.documentId ? subject.version + 1 : 1,
    editionNo: result.editionNo ?? null,
    reason: input.reason ?? input.comment ?? null,
    details: result.details ?? null,
  });
  await enqueue(context, verbName, result);
  return result;
}

/** Completes the values of a write that changes the text: what the engine derives and keeps. */
async function complete(context: VerbContext, verb: VerbName): Promise<VerbContext> {
  if (verb === 'edit') {
    const data = await prepareValues(context);
    await assertStaysResponsible(context, data);
    return { ...context, data };
  }
  if (verb !== 'clone') return context;
  const data = await prepareClone(context);
  const { strapi, type, draft, actor } = context;
  await assertResponsible(strapi, type.manifest.scopeOf({ ...draft, ...data }), actor.department);
  return { ...context, data };
}
