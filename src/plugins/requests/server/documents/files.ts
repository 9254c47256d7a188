import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Member } from '../../../disclosure/server/types';
import { audit } from '../acts/submit';
import { findRequest, type RequestRow } from '../store/rows';
import { findNoticeForHandler } from './delivery';
import { isAnswer, noticeKind } from './kinds';
import { makeLetter } from './make-letter';
import { toOfficial } from './paper';
import { ownNotices } from './read';
import { serviceReceipt } from './service-receipt';
import { deliveriesOf, recordDelivery } from './store/deliveries';
import { type NoticeRow, paperOf } from './store/notices';
import type { LetterFormat } from './worker';

export type NoticeFile = { name: string; format: LetterFormat; bytes: Buffer };

/** The file of a notice, word for word as it was given. @throws DisclosureError once it has been forgotten */
export async function fileOf(
  strapi: Core.Strapi,
  notice: NoticeRow,
  format: LetterFormat,
): Promise<NoticeFile> {
  const paper = paperOf(strapi, notice);
  if (!paper) throw new DisclosureError('NOT_FOUND', '文书的内容已按期删除');
  const bytes = await makeLetter(toOfficial(paper), format);
  return { name: `${noticeKind(notice.kind).label}-${notice.number}`, format, bytes };
}

/** A notice, or its 送达回证, for who works at the request; each look is audited, for a name stands in it. */
export async function fileForDesk(
  strapi: Core.Strapi,
  member: Member,
  asked: { requestId: string; noticeId: string; format: LetterFormat; receipt: boolean },
): Promise<NoticeFile> {
  const { row, notice } = await findNoticeForHandler(strapi, member, asked.requestId, asked.noticeId);
  const file = asked.receipt
    ? await receiptOf(strapi, notice, asked.format)
    : await fileOf(strapi, notice, asked.format);
  await inTransaction(strapi, (trx) =>
    audit(strapi, trx, {
      ...{ verb: 'request-notice-viewed', actor: member, id: row.id, owner: row.owner, version: row.version },
      details: { number: notice.number, ...(asked.receipt ? { receipt: true } : {}) },
    }),
  );
  return file;
}

async function receiptOf(strapi: Core.Strapi, notice: NoticeRow, format: LetterFormat): Promise<NoticeFile> {
  const paper = paperOf(strapi, notice);
  if (!paper) throw new DisclosureError('NOT_FOUND', '文书的内容已按期删除');
  const deliveries = await deliveriesOf(strapi, strapi.db.connection, notice.requestId);
  const own = deliveries.filter(({ noticeId }) => noticeId === notice.id);
  const organ = await nameOfDepartment(strapi, notice.department);
  const bytes = await makeLetter(serviceReceipt({ paper, organ, deliveries: own }), format);
  return { name: `送达回证-${notice.number}`, format, bytes };
}

/** Which notice an applicant asks for: by its number here, or the answer. */
export type OwnNotice = { id: string } | 'answer';

/** A notice for its applicant; that she has taken it is written down. @throws DisclosureError NOT_FOUND */
export async function fileForApplicant(
  strapi: Core.Strapi,
  row: RequestRow,
  asked: OwnNotice,
  format: LetterFormat,
): Promise<NoticeFile> {
  const notice = (await ownNotices(strapi, row)).findLast(({ id, kind, requestId }) =>
    asked === 'answer' ? isAnswer(kind) && requestId === row.id : id === asked.id,
  );
  if (!notice) throw new DisclosureError('NOT_FOUND', asked === 'answer' ? '还没有答复' : '没有这份文书');
  const file = await fileOf(strapi, notice, format);
  await inTransaction(strapi, async (trx) => {
    const request = (await findRequest(trx, notice.requestId, true)) as RequestRow;
    const isFirst = !(await deliveriesOf(strapi, trx, request.id)).some(
      ({ noticeId, what }) => noticeId === notice.id && what === 'downloaded',
    );
    if (isFirst) {
      await recordDelivery(strapi, trx, request.id, {
        ...{ noticeId: notice.id, what: 'downloaded', method: 'online', on: todayInShanghai() },
        ...{ byName: '申请人', record: {} },
      });
    }
    await audit(strapi, trx, {
      ...{ verb: 'request-applicant-download', actor: null, id: request.id, owner: request.owner },
      ...{ version: request.version, details: { number: notice.number, format } },
    });
  });
  return file;
}
