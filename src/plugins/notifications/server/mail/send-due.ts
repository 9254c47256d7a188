import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { findPerson } from '../people';
import { panelAddress } from './address';
import { composeMail } from './compose';
import {
  claimPerson,
  listAddressees,
  nextMailAt,
  postpone,
  type QueuedNotice,
  settle,
  takeDue,
} from './queue';
import { isMailReady } from './ready';
import { sendMail } from './send-mail';

/** People of one look; the rest follow at once. */
const AT_ONCE = 200;
/** Milliseconds until a person whom another instance writes to is looked at again. */
const AGAIN_MS = 5_000;

/**
 * Sends what is due, one mail a person. What a mail tells of is claimed in the transaction in which it is
 * sent, so that two instances never send it both; the mail has the same Message-ID in every try, so that
 * one which a crash made go out twice is known for what it is.
 *
 * @returns the instant of the next mail; null when none waits
 */
export async function sendDueMails(strapi: Core.Strapi, now = new Date()): Promise<Date | null> {
  if (!isMailReady(strapi)) return null;
  const knex = strapi.db.connection;
  let taken = true;
  for (const personId of await listAddressees(knex, now, AT_ONCE)) {
    let notices: QueuedNotice[] = [];
    try {
      await inTransaction(strapi, async (trx) => {
        taken = await claimPerson(trx, personId);
        notices = taken ? await takeDue(trx, personId, now) : [];
        if (notices.length === 0) return;
        // what she has read in the panel meanwhile needs no mail
        const unread = notices.filter(({ read_at }) => read_at === null);
        const read = notices.filter(({ read_at }) => read_at !== null);
        const sent = await sendTo(strapi, personId, unread);
        await settle(trx, unread, sent ? now : null);
        await settle(trx, read, null);
      });
    } catch (error) {
      strapi.log.warn(`E-mail could not be sent: ${String(error)}`);
      if (notices.length > 0) await postpone(knex, notices, String(error), now);
    }
  }
  const next = await nextMailAt(knex);
  return next && next <= now ? new Date(Date.now() + AGAIN_MS) : next;
}

/** @returns false where there is nobody to write to, or nothing to say */
async function sendTo(
  strapi: Core.Strapi,
  personId: string,
  notices: readonly QueuedNotice[],
): Promise<boolean> {
  const person = notices.length > 0 ? await findPerson(strapi, personId) : null;
  if (!person?.email) return false;
  const items = notices.map(({ kind, title, count, type, document_id }) => ({
    kind,
    title,
    count,
    uid: type,
    documentId: document_id,
  }));
  const mail = composeMail(person.name, items, panelAddress(strapi));
  await sendMail(strapi, {
    to: person.email,
    ...mail,
    id: `notice-${notices[0]?.id}-${notices.length}-${personId}`,
    unsubscribe: `${panelAddress(strapi)}/plugins/notifications/preferences`,
  });
  return true;
}
