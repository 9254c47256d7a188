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
import { sendInTurn } from './send-in-turn';
import { sendMail } from './send-mail';

/** People of one look; the rest follow at once. */
const AT_ONCE = 200;

/**
 * Sends what is due, one mail a person. What a mail tells of is claimed in the transaction in which it is
 * sent, so that two instances never send it both; the mail has the same Message-ID in every try, so that
 * one which a crash made go out twice is known for what it is.
 *
 * @returns the instant of the next mail; null when none waits
 */
export async function sendDueMails(strapi: Core.Strapi, now = new Date()): Promise<Date | null> {
  const knex = strapi.db.connection;
  let notices: QueuedNotice[] = [];
  const send = (personId: string) =>
    inTransaction(strapi, async (trx) => {
      notices = [];
      notices = (await claimPerson(trx, personId)) ? await takeDue(trx, personId, now) : [];
      if (notices.length === 0) return;
      // what she has read in the panel meanwhile needs no mail
      const unread = notices.filter(({ read_at }) => read_at === null);
      const read = notices.filter(({ read_at }) => read_at !== null);
      const sent = await sendTo(strapi, personId, unread);
      await settle(trx, unread, sent ? now : null);
      await settle(trx, read, null);
    });
  const mails = {
    send,
    due: () => listAddressees(knex, now, AT_ONCE),
    postpone: async (_personId: string, error: unknown) => {
      if (notices.length > 0) await postpone(knex, notices, String(error), now);
    },
    nextAt: () => nextMailAt(knex),
  };
  return sendInTurn(strapi, 'A mail to a person of the district', mails, now);
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
