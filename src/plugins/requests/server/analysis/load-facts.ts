import type { Core } from '@strapi/strapi';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { ApplicantKind } from '../../shared/applicants';
import type { Channel } from '../../shared/choices';
import { COUNTED_BY } from '../annual-report/counted-by';

/** What the analysis knows of a request without opening anything of it. Days are `YYYY-MM-DD`. */
export type RequestFacts = {
  id: string;
  /** in whose annual report it counts */
  owner: string;
  applicantKind: ApplicantKind;
  channel: Channel;
  receivedOn: string;
  dueOn: string | null;
  answeredOn: string | null;
  outcome: string | null;
  isExtended: boolean;
  /** answered after its due date, or open and past it */
  isOverdue: boolean;
  /** from the day after the receipt to the day of the answer, whatever did not count in between; a withdrawal is none */
  workingDays: number | null;
  /** disputes that ended with 结果纠正 */
  lost: { reconsiderations: number; lawsuits: number };
};

type Asked = {
  departments: readonly string[] | null;
  year: number;
  today?: string;
  mentions?: readonly string[];
};
type Row = Omit<RequestFacts, 'isOverdue' | 'workingDays' | 'lost'> & {
  isWithdrawn: boolean;
  reconsiderations: number;
  lawsuits: number;
};

/**
 * The requests that were received or answered in a year; what was answered anew by its first answer, as the annual report counts it.
 *
 * @param departments null: all
 * @param mentions keyed pairs of characters that a request has to have, all of them
 */
export async function requestFacts(
  knex: Core.Strapi['db']['connection'],
  calendar: WorkingCalendar,
  { departments, year, today = `${year}-12-31`, mentions }: Asked,
): Promise<RequestFacts[]> {
  const [begin, end] = [`${year}-01-01`, `${year}-12-31`];
  const { rows } = await knex.raw(
    `select r.id, ${COUNTED_BY} as owner, r.applicant_kind as "applicantKind", r.channel, r.received_on::text as "receivedOn",
            r.due_on::text as "dueOn", coalesce(r.first_answered_on, r.answered_on)::text as "answeredOn",
            coalesce(r.first_outcome, r.outcome) as outcome,
            r.withdrawn_on is not null and r.first_answered_on is null as "isWithdrawn",
            exists (select from information_request_events e where e.request_id = r.id and e.type = 'extended')
              as "isExtended",
            (select count(*) from information_request_disputes d where d.request_id = r.id
                and d.result = 'corrected' and d.kind = 'reconsideration')::int as reconsiderations,
            (select count(*) from information_request_disputes d where d.request_id = r.id
                and d.result = 'corrected' and d.kind <> 'reconsideration' and not d.is_co_defendant)::int as lawsuits
       from information_requests r
      where r.kind = 'information'
        and (r.received_on between ?::date and ?::date or coalesce(r.first_answered_on, r.answered_on) between ?::date and ?::date)
        and (?::text[] is null or ${COUNTED_BY} = any(?::text[]))
        and (?::bigint[] is null or r.traces @> ?::bigint[])
      order by r.received_on, r.id`,
    [
      ...[begin, end, begin, end],
      ...[departments && [...departments], departments && [...departments]],
      ...[mentions ? [...mentions] : null, mentions ? [...mentions] : null],
    ],
  );
  return (rows as Row[]).map(({ reconsiderations, lawsuits, isWithdrawn, ...row }) => ({
    ...row,
    isOverdue: row.dueOn !== null && (row.answeredOn ?? today) > row.dueOn,
    workingDays:
      row.answeredOn && !isWithdrawn ? calendar.countWorkingDays(row.receivedOn, row.answeredOn) : null,
    lost: { reconsiderations, lawsuits },
  }));
}
