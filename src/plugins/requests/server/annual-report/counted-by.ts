/**
 * SQL: who handled request `r` at the end of a day: before its next assignment, else now. That it was handed on before its
 * registration does not count: nobody had received it yet.
 */
export const handledBy = (day: string): string => `coalesce((
  select a.data->>'from' from information_request_records a
   where a.request_id = r.id and a.type = 'assigned' and a.on_day > ${day}
     and a.recorded_at >= (select min(e.recorded_at) from information_request_events e
                            where e.request_id = r.id and e.type = 'received')
   order by a.id limit 1), r.owner)`;

/** SQL: the day of the first answer, which the tables count. */
export const ANSWERED_ON = 'coalesce(r.first_answered_on, r.answered_on)';

/**
 * SQL: the day from which request `r` counts as received. A part that is split off in a later year counts as new in that
 * year: the report of the year before has told one request, not its parts.
 */
export const RECEIVED_ON = `greatest(r.received_on,
  case when r.split_from is not null then (r.submitted_at at time zone 'Asia/Shanghai')::date end)`;

/**
 * SQL: the department whose reports count request `r`, in every year: who handled it when it was answered, or else on 31
 * December of the year in which it was received. So who has carried it forward in a report carries it over and counts its result,
 * also where another department answers it in the new year; the sums of both, 上年结转 and the district's total
 * come out, and nothing is counted twice. The form (国办公开办函〔2021〕30号) does not say it (待核实).
 */
export const COUNTED_BY = handledBy(
  `least(${ANSWERED_ON}, make_date(extract(year from ${RECEIVED_ON})::int, 12, 31))`,
);
