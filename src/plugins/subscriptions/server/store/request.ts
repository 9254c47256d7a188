import { createHash, randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Transaction } from '../../../disclosure/server/types';
import { asksForNothing, assertKnown, type Filters, filtersSchema } from '../../../exchange/server/interest';
import { isMailReady } from '../../../notifications/server/mail/ready';
import { FREQUENCIES } from '../frequency';
import { fingerprint, fingerprints, sealAddress } from '../secrets';
import { type Settings, settingsOf } from '../settings';

export const requestSchema = z.strictObject({
  email: z.string('请填写邮箱').trim().max(254, '邮箱过长').pipe(z.email('邮箱格式有误')),
  filters: filtersSchema,
  frequency: z.enum(FREQUENCIES, 'frequency 只能是 instant、daily 或 weekly').default('daily'),
});
export type SubscriptionRequest = z.infer<typeof requestSchema>;

/**
 * Takes a request for a subscription. Whether the address is known, has too many, or has been asked too often
 * makes no difference to the caller: the owner of the address alone learns of it, by the mail that comes or not.
 *
 * @throws DisclosureError MAIL_NOT_CONFIGURED, INVALID_INPUT, TOO_MANY_REQUESTS (this client), BUSY (the site)
 */
export async function requestSubscription(
  strapi: Core.Strapi,
  { email, filters, frequency }: SubscriptionRequest,
  client: string,
): Promise<void> {
  if (!isMailReady(strapi)) throw new DisclosureError('MAIL_NOT_CONFIGURED');
  if (asksForNothing(filters)) {
    throw new DisclosureError('INVALID_INPUT', '请至少选择一个领域、部门、主题、对象,或填写检索词');
  }
  await assertKnown(strapi, filters);
  const addressHash = fingerprint(strapi, 'address', email.toLowerCase());
  const clientHash = fingerprint(strapi, 'client', client);
  await inTransaction(strapi, async (trx) => {
    await lock(trx, `client:${clientHash}`);
    await lock(trx, `address:${addressHash}`);
    const asked = await countAsked(
      trx,
      fingerprints(strapi, 'address', email.toLowerCase()),
      fingerprints(strapi, 'client', client),
    );
    const settings = settingsOf(strapi);
    assertWithinLimits(asked, settings);
    await trx('subscription_requests').insert({ address_hash: addressHash, client_hash: clientHash });
    if (asked.address >= settings.perAddress || asked.held >= settings.mostPerAddress) return;
    const id = randomUUID();
    await trx('subscriptions').insert({
      id,
      interest_id: await interestOf(trx, filters),
      address: sealAddress(strapi, id, email),
      address_hash: addressHash,
      frequency,
      state: 'pending',
      due_at: trx.fn.now(),
    });
  });
}

const lock = (trx: Transaction, name: string) =>
  trx.raw("select pg_advisory_xact_lock(hashtextextended('subscriptions:' || ?, 0))", [name]);

type Asked = { address: number; client: number; all: number; held: number };

async function countAsked(
  trx: Transaction,
  address: readonly string[],
  client: readonly string[],
): Promise<Asked> {
  const { rows } = (await trx.raw(
    `select (select count(*)::int from subscription_requests
              where address_hash = any(?) and at > now() - interval '1 day') as address,
            (select count(*)::int from subscription_requests
              where client_hash = any(?) and at > now() - interval '1 hour') as client,
            (select count(*)::int from subscription_requests where at > now() - interval '1 hour') as all,
            (select count(*)::int from subscriptions where address_hash = any(?)) as held`,
    [[...address], [...client], [...address]],
  )) as { rows: [Asked] };
  return rows[0];
}

function assertWithinLimits(asked: Asked, { perClient, perHour }: Settings): void {
  if (asked.client >= perClient) throw new DisclosureError('TOO_MANY_REQUESTS');
  if (asked.all >= perHour) throw new DisclosureError('BUSY', '订阅的人太多,请一小时后再试');
}

/** Those who ask for the same share one row. */
async function interestOf(trx: Transaction, filters: Filters): Promise<string> {
  const text = JSON.stringify(filters);
  const { rows } = await trx.raw(
    `insert into subscription_interests as i (key, filters) values (?, ?)
     on conflict (key) do update set key = i.key returning id`,
    [createHash('sha256').update(text).digest('base64url'), text],
  );
  return String(rows[0].id);
}
