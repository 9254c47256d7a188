import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import type { RequestTold } from '../../shared/contract';
import { stateLabel } from '../../shared/states';
import { textOf } from '../acts/submit';
import { contentOf, findRequests, type RequestRow } from '../store/rows';

/** Share of the pairs of characters of the smaller text that both have. */
const ALIKE = 0.6;
const SHOWN = 10;
/** Of those that share a pair, the newest are compared. */
const COMPARED = 2_000;

/** Earlier requests of the same applicant, and requests of others for something similar: for 重复申请 and earlier answers. */
export async function relatedTo(
  strapi: Core.Strapi,
  member: Member,
  row: RequestRow,
): Promise<RequestTold['related']> {
  const owner = watches(member) ? null : member.department;
  const { rows } = await strapi.db.connection.raw(
    `with near as (
       select id, applicant_key, submitted_at, traces from information_requests
        where id <> :id and (:owner::text is null or owner = :owner)
          and (applicant_key = :applicant or traces && :traces::bigint[])
        order by submitted_at desc limit ${COMPARED}
     )
     select id, applicant_key = :applicant as same,
            (select count(*) from unnest(traces) as t where t = any(:traces::bigint[]))::float
              / greatest(1, least(cardinality(traces), cardinality(:traces::bigint[]))) as alike
       from near order by (applicant_key = :applicant) desc, alike desc, submitted_at desc limit ${SHOWN * 3}`,
    { id: row.id, owner, applicant: row.applicantKey, traces: row.traces },
  );
  const found = (rows as { id: string; same: boolean; alike: number }[])
    .filter(({ same, alike }) => same || alike >= ALIKE)
    .slice(0, SHOWN);
  const others = await findRequests(
    strapi.db.connection,
    found.map(({ id }) => id),
  );
  return Promise.all(
    others.map(async (other) => {
      const content = contentOf(strapi, other);
      return {
        ...{ id: other.id, number: other.number, stateLabel: stateLabel(other.state) },
        title: content ? textOf(content.wanted).replace(/\s+/g, ' ').slice(0, 60) : '(内容已按期删除)',
        ownerName: await nameOfDepartment(strapi, other.owner),
        why: other.applicantKey === row.applicantKey ? ('sameApplicant' as const) : ('similar' as const),
      };
    }),
  );
}
