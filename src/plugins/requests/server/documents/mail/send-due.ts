import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../disclosure/server/gate/transaction';
import { backoff } from '../../../../disclosure/server/outbox/backoff';
import { todayInShanghai } from '../../../../disclosure/server/rules/dates';
import { PATIENCE } from '../../../../notifications/server/mail/queue';
import { isMailReady } from '../../../../notifications/server/mail/ready';
import { sendMail } from '../../../../notifications/server/mail/send-mail';
import { contentOf, findRequest } from '../../store/rows';
import { fileOf } from '../files';
import { noticeKind } from '../kinds';
import { recordDelivery } from '../store/deliveries';
import { findNotice } from '../store/notices';
import { composeNoticeMail, errorWords, isFinal } from './compose';

/** Mails of one look; the rest follow at once. */
const AT_ONCE = 50;
/** Milliseconds until what another instance works at is looked at again. */
const AGAIN_MS = 5_000;

type Row = { notice_id: string; request_id: string; attempts: number };

/**
 * Sends the notices whose applicants have chosen e-mail, each in the transaction that claims it, after the one that made it:
 * two instances never send it both. A crash between the mail server's yes and the commit repeats it with the same Message-ID.
 *
 * @returns the instant of the next mail; null when none waits
 */
export async function sendDueNotices(strapi: Core.Strapi, now = new Date()): Promise<Date | null> {
  if (!isMailReady(strapi)) return null;
  const knex = strapi.db.connection;
  const due = (await knex('information_notice_mails as m')
    .join('information_notices as n', 'n.id', 'm.notice_id')
    .where('m.due_at', '<=', now)
    .orderBy('m.due_at')
    .limit(AT_ONCE)
    .select('m.notice_id', 'n.request_id', 'm.attempts')) as Row[];
  for (const row of due) {
    try {
      await sendOne(strapi, row, now);
    } catch (error) {
      // an error of the mail server may name the address
      strapi.log.warn(`A notice could not be sent by mail (${errorWords(error)})`);
      await postpone(strapi, row, error, now);
    }
  }
  const next = await knex('information_notice_mails').whereNotNull('due_at').min('due_at as at').first();
  const at = (next?.at as Date | null) ?? null;
  return at && at <= now ? new Date(Date.now() + AGAIN_MS) : at;
}

async function sendOne(strapi: Core.Strapi, { notice_id, request_id }: Row, now: Date): Promise<void> {
  const knex = strapi.db.connection;
  const notice = await findNotice(knex, request_id, notice_id);
  const request = await findRequest(knex, request_id);
  const to = request && contentOf(strapi, request)?.applicant.email;
  // before the transaction: a thread that makes a PDF holds no lock
  const file = notice?.sealed && to ? await fileOf(strapi, notice, 'pdf') : null;
  await inTransaction(strapi, async (trx) => {
    const claimed = await trx('information_notice_mails')
      .where({ notice_id })
      .where('due_at', '<=', now)
      .forUpdate()
      .skipLocked()
      .first('notice_id');
    if (!claimed) return;
    if (file && notice && to) {
      const label = noticeKind(notice.kind).label;
      await sendMail(strapi, {
        ...composeNoticeMail({ label, number: notice.number, request: request.number ?? '' }),
        ...{ to, id: `information-notice-${notice_id}` },
        attachments: [{ filename: `${file.name}.pdf`, content: file.bytes, contentType: 'application/pdf' }],
      });
      await recordDelivery(strapi, trx, request_id, {
        ...{ noticeId: notice_id, what: 'dispatched', method: 'email', on: todayInShanghai() },
        ...{ byName: '系统', record: {} },
      });
    }
    await trx('information_notice_mails')
      .where({ notice_id })
      .update({ due_at: null, last_error: file ? null : '没有电子邮箱', sent_at: file ? now : null });
  });
}

async function postpone(
  strapi: Core.Strapi,
  { notice_id, attempts }: Row,
  error: unknown,
  now: Date,
): Promise<void> {
  const wait = isFinal(error) ? null : backoff(attempts + 1, PATIENCE);
  await strapi.db
    .connection('information_notice_mails')
    .where({ notice_id })
    .update({
      attempts: attempts + 1,
      last_error: errorWords(error),
      due_at: wait === null ? null : new Date(now.getTime() + wait),
    });
}
