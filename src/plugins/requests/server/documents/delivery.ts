import type { Core } from '@strapi/strapi';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { Member, Transaction } from '../../../disclosure/server/types';
import { isMailReady } from '../../../notifications/server/mail/ready';
import type { InputOf } from '../acts/inputs';
import { audit } from '../acts/submit';
import { findVisible } from '../reads/detail';
import type { RequestRow } from '../store/rows';
import type { RequestVerb } from '../workflow/verbs';
import type { Issued } from './issue';
import { isAnswer } from './kinds';
import { deliveriesOf, mailsOf, queueMail, recordDelivery } from './store/deliveries';
import { findNotice, type NoticeRow, noticesOf } from './store/notices';

/** Who works at the request: whoever only watches looks at no names. @throws DisclosureError */
export async function findForHandler(strapi: Core.Strapi, member: Member, id: string): Promise<RequestRow> {
  const row = await findVisible(strapi, member, id);
  if (member.duties.some((duty) => duty === 'editor' || duty === 'reviewer' || duty === 'supervisor'))
    return row;
  throw toError(refuse('DUTY_REQUIRED'));
}

/** A notice of a request that the member works at. @throws DisclosureError NOT_FOUND, DUTY_REQUIRED */
export async function findNoticeForHandler(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  noticeId: string,
): Promise<{ row: RequestRow; notice: NoticeRow }> {
  const row = await findForHandler(strapi, member, requestId);
  const notice = await findNotice(strapi.db.connection, requestId, noticeId);
  if (!notice) throw new DisclosureError('NOT_FOUND', '没有这份文书');
  return { row, notice };
}

/** Tries a mail that was given up once more. */
export async function mailAgain(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  noticeId: string,
): Promise<void> {
  const { row, notice } = await findNoticeForHandler(strapi, member, requestId, noticeId);
  if (row.delivery !== 'email')
    throw new DisclosureError('INVALID_TRANSITION', '申请人没有选择电子邮件，请用其选择的方式送达');
  if (!isMailReady(strapi))
    throw new DisclosureError('MAIL_NOT_CONFIGURED', '没有设置邮件服务器，请用其他方式送达');
  const mail = (await mailsOf(strapi.db.connection, requestId)).find((one) => one.noticeId === noticeId);
  if (!mail || mail.sentAt || mail.dueAt)
    throw new DisclosureError('INVALID_TRANSITION', '只有没有送出的邮件可以重发');
  await inTransaction(strapi, async (trx) => {
    await queueMail(trx, noticeId);
    await audit(strapi, trx, {
      ...{
        verb: 'request-notice-mail',
        actor: member,
        id: requestId,
        owner: row.owner,
        version: row.version,
      },
      details: { number: notice.number },
    });
  });
}

type Act = { verb: RequestVerb; input: unknown; actor: Member; row: RequestRow; issued: Issued | null };

/** What an act tells of the delivery of a notice: sent with it, or served. */
export async function recordOfAct(strapi: Core.Strapi, trx: Transaction, act: Act): Promise<void> {
  const { verb, input, actor, row, issued } = act;
  const byName = actor.name;
  if (verb === 'send' && issued) {
    const { method, on, tracking } = input as InputOf<'send'>;
    // the machine sends what was chosen to come by mail, and writes that down itself
    const isQueued = method === 'email' && (await isMailQueued(trx, issued.id));
    if (isQueued) return;
    const what = 'dispatched';
    await recordDelivery(strapi, trx, row.id, {
      noticeId: issued.id,
      what,
      method,
      on,
      byName,
      record: { tracking },
    });
  }
  if (verb === 'noteConsultationReceipt') {
    const { on, consultation, method, ...record } = input as InputOf<'noteConsultationReceipt'>;
    const { receivedBy, refusal, tracking, how } = record;
    const asked = (await noticesOf(trx, row.id)).find((notice) => notice.consultation === consultation);
    if (!asked) return;
    await recordDelivery(strapi, trx, row.id, {
      ...{ noticeId: asked.id, what: 'served', method, on, byName },
      record: { receivedBy, refusal, tracking, how },
    });
  }
  if (verb === 'noteService') {
    const { on, how, method, receivedBy, refusal } = input as InputOf<'noteService'>;
    const notice = (await noticesOf(trx, row.id)).findLast(({ kind }) => isAnswer(kind));
    if (!notice) return;
    const sent = (await deliveriesOf(strapi, trx, row.id)).findLast(({ noticeId }) => noticeId === notice.id);
    await recordDelivery(strapi, trx, row.id, {
      ...{ noticeId: notice.id, what: 'served', on, byName },
      method: method ?? sent?.method ?? row.delivery,
      record: { how, receivedBy, refusal },
    });
  }
}

async function isMailQueued(trx: Transaction, noticeId: string): Promise<boolean> {
  return Boolean(await trx('information_notice_mails').where({ notice_id: noticeId }).first('notice_id'));
}
