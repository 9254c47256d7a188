import type { Core } from '@strapi/strapi';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { resolveActor } from '../../../disclosure/server/gate/actor';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { mayKeepReferenceData } from '../../../disclosure/server/rules/ownership';
import type { Actor, Transaction } from '../../../disclosure/server/types';
import type { Consumer } from '../consumer';
import type { KeyAnswer } from '../contract';
import { makeKey, type NewKey } from '../keys/key';
import type { ConsumerInput } from './input';
import { insertConsumer, lockConsumer, updateConsumer } from './store';

/** @throws DisclosureError NO_ACTOR, DUTY_REQUIRED for everybody but the office and the administrator */
export async function requireOffice(strapi: Core.Strapi): Promise<Actor> {
  const actor = await resolveActor(strapi);
  if (!actor) throw toError(refuse('NO_ACTOR'));
  if (mayKeepReferenceData(actor)) return actor;
  throw new DisclosureError('DUTY_REQUIRED', '只有区政务公开办和系统管理员可以管理数据开放用户');
}

type Change = { verb: string; actor: Actor; id: number; reason?: string; details: Record<string, unknown> };

const record = (strapi: Core.Strapi, trx: Transaction, { verb, actor, id, reason, details }: Change) =>
  appendAuditEntry(strapi, trx, {
    verb,
    outcome: 'done',
    actor,
    type: 'api-consumer',
    documentId: `api-consumer-${id}`,
    owner: null,
    version: null,
    editionNo: null,
    reason: reason ?? null,
    details,
  });

const columnsOf = ({ perDay, perMinute, expiresOn, ...texts }: ConsumerInput) => ({
  ...texts,
  per_day: perDay,
  per_minute: perMinute,
  expires_on: expiresOn,
});
const keyColumns = ({ hash, start }: NewKey) => ({ key_hash: hash, key_start: start, key_since: new Date() });

/** Registers a consumer; the answer is the only place where the key is told. */
export async function registerConsumer(
  strapi: Core.Strapi,
  actor: Actor,
  input: ConsumerInput,
): Promise<KeyAnswer> {
  const key = makeKey();
  const id = await inTransaction(strapi, async (trx) => {
    const made = await insertConsumer(strapi, trx, { ...columnsOf(input), ...keyColumns(key) });
    await record(strapi, trx, {
      verb: 'consumer-register',
      actor,
      id: made,
      details: { ...input, key: key.start },
    });
    return made;
  });
  return { id, key: key.key };
}

/** Changes what is kept of a consumer; the key stays. */
export const changeConsumer = (
  strapi: Core.Strapi,
  actor: Actor,
  id: number,
  input: ConsumerInput,
): Promise<void> =>
  change(strapi, id, async (trx, { name, perDay, perMinute, expiresOn }) => {
    await updateConsumer(strapi, trx, id, columnsOf(input));
    const details = { before: { name, perDay, perMinute, expiresOn }, after: input };
    await record(strapi, trx, { verb: 'consumer-change', actor, id, details });
  });

/** A new key; the old one is good for nothing from now on. A consumer that was revoked is let in again. */
export async function renewKey(strapi: Core.Strapi, actor: Actor, id: number): Promise<KeyAnswer> {
  const key = makeKey();
  await change(strapi, id, async (trx, { name, keyStart }) => {
    await updateConsumer(strapi, trx, id, { ...keyColumns(key), revoked_at: null });
    const details = { name, before: keyStart, after: key.start };
    await record(strapi, trx, { verb: 'consumer-new-key', actor, id, details });
  });
  return { id, key: key.key };
}

/** @throws DisclosureError INVALID_TRANSITION for one that is revoked already */
export const revokeConsumer = (
  strapi: Core.Strapi,
  actor: Actor,
  id: number,
  reason: string,
): Promise<void> =>
  change(strapi, id, async (trx, { name, keyStart, revokedAt }) => {
    if (revokedAt) throw new DisclosureError('INVALID_TRANSITION', '这个密钥已经停用');
    await updateConsumer(strapi, trx, id, { revoked_at: new Date() });
    await record(strapi, trx, {
      verb: 'consumer-revoke',
      actor,
      id,
      reason,
      details: { name, key: keyStart },
    });
  });

const change = (
  strapi: Core.Strapi,
  id: number,
  work: (trx: Transaction, before: Consumer) => Promise<void>,
): Promise<void> =>
  inTransaction(strapi, async (trx) => {
    const before = await lockConsumer(strapi, trx, id);
    if (!before) throw new DisclosureError('NOT_FOUND', '没有这个数据开放用户');
    await work(trx, before);
  });
