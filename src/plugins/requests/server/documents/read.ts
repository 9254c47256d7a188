import type { Core } from '@strapi/strapi';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import { isMailReady } from '../../../notifications/server/mail/ready';
import { labelIn, SERVICE_METHODS } from '../../shared/choices';
import type { NoticeForApplicant, NoticeTold } from '../../shared/notices';
import { partsOf, type RequestRow } from '../store/rows';
import { noticeKind } from './kinds';
import { type Delivery, deliveriesOf, mailsOf, type NoticeMail } from './store/deliveries';
import { type NoticeRow, noticesOf } from './store/notices';

/** The notices of a request with how far their delivery is, for the desk. */
export async function noticesTold(strapi: Core.Strapi, row: RequestRow): Promise<NoticeTold[]> {
  const knex = strapi.db.connection;
  const [notices, deliveries, mails] = await Promise.all([
    noticesOf(knex, row.id),
    deliveriesOf(strapi, knex, row.id),
    mailsOf(knex, row.id),
  ]);
  const isReady = isMailReady(strapi);
  return notices.map((notice) => {
    const own = deliveries.filter(({ noticeId }) => noticeId === notice.id);
    const mail = mails.find(({ noticeId }) => noticeId === notice.id) ?? null;
    return told(notice, own, mail, row.delivery === 'email' ? { isReady } : null);
  });
}

/** Pure. `byMail`: null where the applicant has not chosen it. */
export function told(
  notice: NoticeRow,
  deliveries: readonly Delivery[],
  mail: NoticeMail | null,
  byMail: { isReady: boolean } | null,
): NoticeTold {
  const kind = noticeKind(notice.kind);
  const served = deliveries.findLast(({ what }) => what === 'served');
  const toApplicant = kind.to === 'applicant';
  const isFailed = !served && Boolean(mail && !mail.sentAt && !mail.dueAt);
  const isOff = !served && toApplicant && byMail !== null && !mail && !byMail.isReady;
  const isSent = deliveries.some(({ what }) => what === 'dispatched');
  return {
    ...{ id: notice.id, kind: notice.kind, number: notice.number, madeOn: notice.madeOn },
    ...{ label: kind.label, to: toApplicant ? '申请人' : '被征求意见方', isReadable: notice.sealed !== null },
    delivery: served
      ? `${served.on}送达（${methodOf(served)}）`
      : [
          ...(mail ? [wordsOf(mail)] : []),
          ...(isOff && !isSent ? ['没有设置邮件服务器，请用其他方式送达'] : []),
          ...deliveries
            .filter(({ what, method }) => what !== 'dispatched' || method !== 'email' || !mail?.sentAt)
            .map(stepOf),
          ...(deliveries.length === 0 && !mail && !isOff
            ? [toApplicant ? '申请人可凭查询码下载' : '还没有登记寄出']
            : []),
        ].join('；'),
    servedOn: served?.on ?? null,
    needsAttention: isFailed || (isOff && !isSent),
    mayMail: isFailed && byMail?.isReady === true,
    record: recordOf(deliveries),
  };
}

const methodOf = ({ method }: Delivery): string => labelIn(SERVICE_METHODS, method);

const stepOf = (delivery: Delivery): string =>
  delivery.what === 'downloaded'
    ? `${delivery.on}申请人已下载`
    : `${delivery.on}发出（${methodOf(delivery)}）`;

const wordsOf = ({ dueAt, sentAt, lastError }: NoticeMail): string => {
  if (sentAt) return `${shanghaiDateOf(sentAt)}已发邮件`;
  if (dueAt) return lastError ? `邮件待重发（${lastError}）` : '邮件待发送';
  return `邮件没有送出（${lastError ?? ''}），请用其他方式送达`;
};

function recordOf(deliveries: readonly Delivery[]): NoticeTold['record'] {
  const pairs = deliveries.flatMap(({ record }) => [
    { label: '邮件号', value: record.tracking },
    { label: '签收人', value: record.receivedBy },
    { label: '拒收情况', value: record.refusal },
    { label: '送达情况', value: record.how },
  ]);
  return pairs.filter((pair): pair is { label: string; value: string } => Boolean(pair.value));
}

/** What an applicant may take: what was written to her, about the parts of a split application as well. */
export async function ownNotices(strapi: Core.Strapi, row: RequestRow): Promise<NoticeRow[]> {
  const knex = strapi.db.connection;
  const all = [row, ...(await partsOf(knex, row.id))];
  const notices = await Promise.all(all.map(({ id }) => noticesOf(knex, id)));
  return notices.flat().filter(({ kind, sealed }) => sealed && noticeKind(kind).to === 'applicant');
}

export const toldToApplicant = ({ id, kind, number, madeOn }: NoticeRow): NoticeForApplicant => ({
  ...{ id, label: noticeKind(kind).label, number, madeOn },
});
