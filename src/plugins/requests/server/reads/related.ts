import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Member } from '../../../disclosure/server/types';
import type { RequestTold } from '../../shared/contract';
import { stateLabel } from '../../shared/states';
import { findRequests, type RequestRow } from '../store/rows';
import { isSameText, likenessOf, type Near, nearRequests } from './near';
import { titleOf } from './title';

/** Earlier requests of the same applicant, and requests of others for something similar: for 重复申请 and earlier answers. */
export async function relatedTo(
  strapi: Core.Strapi,
  member: Member,
  row: RequestRow,
): Promise<RequestTold['related']> {
  const near = await nearRequests(strapi, member, row);
  const others = await findRequests(
    strapi.db.connection,
    near.map(({ id }) => id),
  );
  const byId = new Map(near.map((one) => [one.id, one]));
  return Promise.all(
    others.map(async (other) => {
      const found = byId.get(other.id) as Near;
      return {
        ...{ id: other.id, number: other.number, stateLabel: stateLabel(other.state) },
        title: titleOf(strapi, other),
        ownerName: await nameOfDepartment(strapi, other.owner),
        why: found.same ? ('sameApplicant' as const) : ('similar' as const),
        likeness: likenessOf(found),
        repeat: repeatOf(found, other, row),
      };
    }),
  );
}

/** An answer has gone out, and it was one: what was withdrawn or dropped has not been answered. */
export const isAnswered = ({ state, outcome, answeredOn }: RequestRow): boolean =>
  (state === 'sent' || state === 'served' || state === 'archived') &&
  answeredOn !== null &&
  outcome !== null &&
  !outcome.startsWith('other.');

/** 重复申请: the same applicant has been answered on the same before (条例第三十六条第六项); people decide. */
function repeatOf(
  near: Near,
  other: RequestRow,
  row: RequestRow,
): { number: string; answeredOn: string } | null {
  if (!near.same || !isSameText(near) || other.owner !== row.owner || !isAnswered(other)) return null;
  return other.number && other.answeredOn ? { number: other.number, answeredOn: other.answeredOn } : null;
}
