import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../../disclosure/server/gate/transaction';
import { todayInShanghai } from '../../../../disclosure/server/rules/dates';
import { publicAddress, siteOf } from '../../../../disclosure/server/site/addresses';
import { isAddressUnknown } from '../../../../notifications/server/mail/answers';
import { mailRows, sendInTurn, waitAfter } from '../../../../notifications/server/mail/send-in-turn';
import { sendMail } from '../../../../notifications/server/mail/send-mail';
import { contentOf, findRequest } from '../../store/rows';
import { fileOf } from '../files';
import { isAnswer, noticeKind } from '../kinds';
import { recordDelivery } from '../store/deliveries';
import { findNotice } from '../store/notices';
import { composeNoticeMail, errorWords } from './compose';
import { type FilesOfAnswer, filesOfAnswer } from './files-of-answer';

/** Mails of one look; the rest follow at once. */
const AT_ONCE = 50;

const NO_FILES: FilesOfAnswer = { attached: [], left: 0 };

const ROWS = mailRows('information_notice_mails', 'notice_id');

type Row = { notice_id: string; request_id: string; attempts: number };

/**
 * Sends the notices whose applicants have chosen e-mail, each in the transaction that claims it, after the one that made it:
 * two instances never send it both. A crash between the mail server's yes and the commit repeats it with the same Message-ID.
 *
 * @returns the instant of the next mail; null when none waits
 */
export async function sendDueNotices(strapi: Core.Strapi, now = new Date()): Promise<Date | null> {
  const knex = strapi.db.connection;
  const mails = {
    due: () =>
      knex('information_notice_mails as m')
        .join('information_notices as n', 'n.id', 'm.notice_id')
        .where('m.due_at', '<=', now)
        .orderBy('m.due_at')
        .limit(AT_ONCE)
        .select('m.notice_id', 'n.request_id', 'm.attempts') as Promise<Row[]>,
    send: (row: Row) => sendOne(strapi, row, now),
    postpone: async ({ notice_id, attempts }: Row, error: unknown) => {
      const wait = isAddressUnknown(error) ? null : waitAfter(attempts + 1);
      const told = { attempts: attempts + 1, last_error: errorWords(error) };
      await ROWS.putOff(knex, notice_id, now, wait, told);
    },
    nextAt: () => ROWS.nextAt(knex),
  };
  return sendInTurn(strapi, 'The mail of a notice', mails, now);
}

async function sendOne(strapi: Core.Strapi, { notice_id, request_id }: Row, now: Date): Promise<void> {
  const knex = strapi.db.connection;
  const notice = await findNotice(knex, request_id, notice_id);
  const request = await findRequest(knex, request_id);
  const to = request && contentOf(strapi, request)?.applicant.email;
  // before the transaction: a thread that makes a PDF holds no lock
  const file = notice?.sealed && to ? await fileOf(strapi, notice, 'pdf') : null;
  const files =
    file && request && notice && isAnswer(notice.kind) ? await filesOfAnswer(strapi, request) : NO_FILES;
  await inTransaction(strapi, async (trx) => {
    if (!(await ROWS.claim(trx, notice_id, now))) return;
    if (file && notice && to) {
      const label = noticeKind(notice.kind).label;
      await sendMail(strapi, {
        ...composeNoticeMail({
          ...{ label, number: notice.number, request: request.number ?? '' },
          files: {
            ...{ attached: files.attached.length, left: files.left },
            follow: publicAddress(siteOf(strapi), '/api/requests/follow'),
          },
        }),
        ...{ to, id: `information-notice-${notice_id}` },
        attachments: [
          { filename: `${file.name}.pdf`, content: file.bytes, contentType: 'application/pdf' },
          ...files.attached,
        ],
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
