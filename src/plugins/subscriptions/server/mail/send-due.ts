import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { pageAddress, publicAddress, siteOf } from '../../../disclosure/server/site/addresses';
import type { Transaction } from '../../../disclosure/server/types';
import { describe, labelsOf } from '../../../exchange/server/describe-interest';
import { filtersSchema } from '../../../exchange/server/interest';
import { codeOf, isAddressUnknown } from '../../../notifications/server/mail/answers';
import { mailRows, sendInTurn, waitAfter } from '../../../notifications/server/mail/send-in-turn';
import { sendMail } from '../../../notifications/server/mail/send-mail';
import { openAddress, tokenFor } from '../secrets';
import { settingsOf } from '../settings';
import { composeConfirmation, composeNews, type News } from './compose';

/** Subscriptions of one look; the rest follow at once. */
const AT_ONCE = 200;
const DAY = 86_400_000;

const ROWS = mailRows('subscriptions', 'id');

type Row = {
  id: string;
  interest_id: string;
  address: string;
  state: 'pending' | 'active';
  position: string;
  attempts: number;
  created_at: Date;
};

/**
 * Sends what is due, each mail in the transaction that claims it and notes how far she has been told: two instances
 * never send it both. A crash between the mail server's yes and the commit repeats it with the same Message-ID.
 *
 * @returns the instant of the next mail; null when none waits
 */
export async function sendDueNews(strapi: Core.Strapi, now = new Date()): Promise<Date | null> {
  const knex = strapi.db.connection;
  let taken: Row | undefined;
  const mails = {
    due: () =>
      knex('subscriptions')
        .where('due_at', '<=', now)
        .orderBy('due_at')
        .limit(AT_ONCE)
        .pluck('id') as Promise<string[]>,
    send: (id: string) =>
      inTransaction(strapi, async (trx) => {
        taken = undefined;
        taken = await ROWS.claim<Row>(trx, id, now);
        if (taken) await serve(strapi, trx, taken);
      }),
    postpone: async (_id: string, error: unknown) => {
      if (taken) await postpone(strapi, taken, error, now);
    },
    nextAt: () => ROWS.nextAt(knex),
  };
  return sendInTurn(strapi, 'A mail of a subscription', mails, now);
}

async function serve(strapi: Core.Strapi, trx: Transaction, row: Row): Promise<void> {
  const position =
    row.state === 'pending' ? await askToConfirm(strapi, row) : await tellNews(strapi, trx, row);
  await trx('subscriptions')
    .where({ id: row.id })
    .update({ due_at: null, attempts: 0, last_error: null, position });
}

async function askToConfirm(
  strapi: Core.Strapi,
  { id, address, created_at, position }: Row,
): Promise<string> {
  const site = siteOf(strapi);
  const { confirmDays } = settingsOf(strapi);
  const until = new Date(created_at.getTime() + confirmDays * DAY);
  const path = `/api/subscriptions/confirm?token=${tokenFor(strapi, 'confirm', id, until)}`;
  await sendMail(strapi, {
    to: openAddress(strapi, id, address),
    ...composeConfirmation(nameOf(site.name), publicAddress(site, path), confirmDays),
    id: `subscription-${id}-confirm`,
  });
  return position;
}

const nameOf = (name: string): string => name || '政务公开网站';

/** @returns how far she has been told */
async function tellNews(
  strapi: Core.Strapi,
  trx: Transaction,
  { id, interest_id, address, position }: Row,
): Promise<string> {
  const { rows } = (await trx.raw(
    `select p.document_id, max(h.seq) as seq, bool_and(c.change = 'corrected') as corrected, p.title, p.owner_name,
            p.published_at, p.summary->>'url' as url, p.state
       from subscription_hits h join exchange_changes c on c.seq = h.seq
       join publications p on p.document_id = h.document_id
      where h.interest_id = ? and h.seq > ?
      group by p.document_id order by max(h.seq) desc limit 1000`,
    [interest_id, position],
  )) as { rows: Found[] };
  const told = rows.reduce((last, { seq }) => (BigInt(seq) > BigInt(last) ? seq : last), position);
  // what was withdrawn meanwhile is not told
  const live = rows.filter(({ state }) => state === 'live');
  if (live.length === 0) return told;
  const site = siteOf(strapi);
  const interest = await trx('subscription_interests').where({ id: interest_id }).first('filters');
  const wanted = describe(filtersSchema.parse(fromJson(interest?.filters)), await labelsOf(strapi), false);
  const token = tokenFor(strapi, 'manage', id);
  const links = {
    manage: publicAddress(site, `/api/subscriptions/manage?token=${token}`),
    unsubscribe: publicAddress(site, `/api/subscriptions/unsubscribe?token=${token}`),
  };
  const news = live.map(
    (one): News => ({
      title: one.title,
      ownerName: one.owner_name,
      publishedAt: shanghaiInstant(one.published_at),
      isCorrection: one.corrected,
      address: pageAddress(site, { documentId: one.document_id, url: one.url }),
    }),
  );
  await sendMail(strapi, {
    to: openAddress(strapi, id, address),
    ...composeNews(nameOf(site.name), wanted, news, links),
    id: `subscription-${id}-${told}`,
    unsubscribe: links.unsubscribe,
    oneClick: true,
  });
  return told;
}

type Found = {
  document_id: string;
  seq: string;
  corrected: boolean;
  title: string;
  owner_name: string;
  published_at: Date;
  url: string;
  state: 'live' | 'withdrawn';
};

/** Puts a mail off. In the end an address that does not exist is forgotten; others are told with the next news. */
async function postpone(
  strapi: Core.Strapi,
  { id, attempts, state }: Row,
  error: unknown,
  now: Date,
): Promise<void> {
  const knex = strapi.db.connection;
  const wait = waitAfter(attempts + 1);
  if (wait === null && (state === 'pending' || isAddressUnknown(error))) {
    await knex('subscriptions').where({ id }).delete();
    return;
  }
  const told = { attempts: wait === null ? 0 : attempts + 1, last_error: codeOf(error) };
  await ROWS.putOff(knex, id, now, wait, told);
}
