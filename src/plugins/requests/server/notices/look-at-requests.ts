import type { Core } from '@strapi/strapi';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { Transaction } from '../../../disclosure/server/types';
import type { DailyNews } from '../../../notifications/server/daily-looks';
import { clockWhenReceived } from '../clock/clock';
import { lapseOf } from '../clock/lapse';
import { settingsOf } from '../settings';
import { clockInputOf } from '../store/clock-input';
import type { RequestRow } from '../store/rows';
import { deadlineNotice, lapseNotice } from './deadlines';
import { type DeskNotice, nameOf, REQUEST_PAGE } from './tell-desk';

/** Requests that are looked at on a day, the most urgent first. */
const MOST = 2_000;

type Row = Pick<RequestRow, 'id' | 'number' | 'owner' | 'state' | 'kind' | 'submittedAt'>;

/** What the departments are reminded of on a working day: terms that end, applicants who did not answer, what nobody has registered. */
export async function lookAtRequests(
  strapi: Core.Strapi,
  trx: Transaction,
  today: string,
): Promise<DailyNews[]> {
  const calendar = await loadCalendar(strapi);
  const { amber } = settingsOf(strapi).clock;
  const { rows } = await trx.raw(
    `select id, number, owner, state, kind, submitted_at as "submittedAt" from information_requests
      where state in ('submitted', 'handling', 'reviewing', 'approved') and (due_on is null or due_on <= ? or exists (
        select from information_request_events e where e.request_id = information_requests.id
           and e.type in ('consultationReceived', 'reasonAsked')))
      order by due_on nulls last limit ${MOST}`,
    [calendar.addWorkingDays(today, amber + 1)],
  );
  const news: DailyNews[] = [];
  for (const row of rows as Row[]) {
    const notices = row.state === 'submitted' ? [unregistered(row, today)] : await ofClock(row);
    for (const notice of notices) if (notice) news.push({ ...notice, ...placed(row) });
  }
  return news;

  async function ofClock(row: Row): Promise<(ToldNotice | null)[]> {
    const input = await clockInputOf(strapi, trx, row, today);
    const clock = clockWhenReceived(input);
    if (!clock) return [];
    // who is silent lets the desk go on; once an answer is under review, it has
    const lapse = row.state === 'handling' ? lapseOf(input, clock) : null;
    return [deadlineNotice(row.id, clock, today), lapseNotice(row.id, lapse, clock)] as (ToldNotice | null)[];
  }
}

type ToldNotice = DeskNotice & Pick<DailyNews, 'kind'>;

/** The term begins when both sides have confirmed the receipt (条例第三十一条第三项): nobody gains by waiting. */
const unregistered = ({ id, submittedAt }: Row, today: string): ToldNotice | null =>
  shanghaiDateOf(submittedAt) < today
    ? {
        kind: 'request-new',
        key: `request-unregistered:${id}:${today}`,
        detail: `${shanghaiDateOf(submittedAt)}提交的网上申请还没有登记，请与申请人确认收到日期`,
      }
    : null;

const placed = ({ id, number, owner }: Row) => ({
  ...{ documentId: id, type: REQUEST_PAGE, owner },
  title: nameOf({ number }),
});
