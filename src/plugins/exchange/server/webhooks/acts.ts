import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { appendAuditEntry } from '../../../disclosure/server/audit/append';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Actor, Transaction } from '../../../disclosure/server/types';
import { profilesOf } from '../format/profiles';
import { assertKnown, filtersSchema } from '../interest';
import { lastPlace } from '../log/changes';
import { settingsOf } from '../settings';
import { problemOf } from './allowed-address';
import { newSecret } from './sign';
import { findTarget, sealSecret, type Target } from './targets';

/** Targets of an installation: nobody has as many platforms above her. */
const MOST_TARGETS = 100;

export const targetSchema = z.strictObject({
  name: z.string('请填写名称').trim().min(1, '请填写名称').max(60, '名称不能超过60个字'),
  url: z.string('请填写网址').trim().max(1000, '网址过长'),
  filters: filtersSchema.prefault({}),
  profile: z.string().default('default'),
  /** whether everything that is public already is sent as well */
  fromBeginning: z.boolean().default(false),
});
export type TargetInput = z.infer<typeof targetSchema>;

export const actSchema = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('pause') }),
  z.strictObject({ act: z.literal('resume') }),
  z.strictObject({ act: z.literal('renew-secret') }),
  z.strictObject({ act: z.literal('remove') }),
  // from an entry of the log on; null: from its beginning
  z.strictObject({ act: z.literal('replay'), seq: z.int().min(1).nullable() }),
]);
export type ActInput = z.infer<typeof actSchema>;

/** @throws DisclosureError INVALID_INPUT for an address that webhooks never reach, or an unknown filter or profile */
export async function createTarget(
  strapi: Core.Strapi,
  actor: Actor,
  { name, url, filters, profile, fromBeginning }: TargetInput,
): Promise<{ target: Target; secret: string }> {
  const problem = problemOf(url, settingsOf(strapi).privateNetworks);
  if (problem) throw new DisclosureError('INVALID_INPUT', problem);
  if (!profilesOf(strapi).has(profile)) throw new DisclosureError('INVALID_INPUT', `没有字段方案 ${profile}`);
  await assertKnown(strapi, filters);
  const id = randomUUID();
  const secret = newSecret();
  const target = await inTransaction(strapi, async (trx) => {
    const { rows } = await trx.raw('select count(*)::int as n from webhook_targets');
    if (rows[0].n >= MOST_TARGETS)
      throw new DisclosureError('INVALID_INPUT', `最多${MOST_TARGETS}个推送地址`);
    await trx('webhook_targets').insert({
      id,
      name,
      url,
      secret: sealSecret(strapi, id, secret),
      filters: JSON.stringify(filters),
      profile,
      position: fromBeginning ? 0 : await lastPlace(trx),
      created_by: nameOf(actor),
    });
    await record(strapi, trx, actor, 'webhook-create', id, { name, url, filters, profile });
    return (await findTarget(trx, id)) as Target;
  });
  return { target, secret };
}

/**
 * Does something about a target, with its entry in the audit log.
 *
 * @returns the new secret, where there is one
 * @throws DisclosureError NOT_FOUND
 */
export function actOnTarget(
  strapi: Core.Strapi,
  actor: Actor,
  id: string,
  input: ActInput,
): Promise<string | null> {
  return inTransaction(strapi, async (trx) => {
    const target = await findTarget(trx, id);
    if (!target) throw new DisclosureError('NOT_FOUND', '没有这个推送地址');
    const secret = input.act === 'renew-secret' ? newSecret() : null;
    await apply(strapi, trx, target, input, secret);
    const details = { name: target.name, ...(input.act === 'replay' ? { from: input.seq } : {}) };
    await record(strapi, trx, actor, `webhook-${input.act}`, id, details);
    return secret;
  });
}

async function apply(
  strapi: Core.Strapi,
  trx: Transaction,
  { id }: Target,
  input: ActInput,
  secret: string | null,
): Promise<void> {
  const rows = () => trx('webhook_targets').where({ id });
  if (input.act === 'pause') await rows().update({ state: 'paused', pause_reason: null });
  if (input.act === 'remove') await rows().delete();
  if (secret) await rows().update({ secret: sealSecret(strapi, id, secret) });
  if (input.act === 'resume') {
    await rows().update({ state: 'active', pause_reason: null, failing_since: null });
    await trx('webhook_waiting').where({ target_id: id }).update({ next_try_at: trx.fn.now() });
  }
  if (input.act === 'replay') {
    // what waits comes again with the rest
    await trx('webhook_waiting').where({ target_id: id }).delete();
    await rows().update({ position: input.seq === null ? 0 : input.seq - 1 });
  }
}

const nameOf = (actor: Actor): string => ('personId' in actor ? actor.personId : actor.name);

const record = (
  strapi: Core.Strapi,
  trx: Transaction,
  actor: Actor,
  verb: string,
  documentId: string,
  details: Record<string, unknown>,
) =>
  appendAuditEntry(strapi, trx, {
    verb,
    outcome: 'done',
    actor,
    type: 'exchange.webhook',
    documentId,
    owner: null,
    version: null,
    editionNo: null,
    reason: null,
    details,
  });
