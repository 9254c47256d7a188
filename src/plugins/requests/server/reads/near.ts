import type { Core } from '@strapi/strapi';
import { watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import type { RequestRow } from '../store/rows';

/** A request that may have to do with another one. */
export type Near = {
  id: string;
  /** by the same applicant */
  same: boolean;
  /** share of the pairs of characters of the smaller text that both have */
  alike: number;
  /** the same of the larger text: near 1 where both ask for the same */
  whole: number;
};

/** From here on texts are shown as similar, and as the same. */
export const ALIKE = 0.6;
const VERY_ALIKE = 0.8;
const SAME_TEXT = 0.8;
const SHOWN = 10;
/** The newest requests that are compared, and the newest of the applicant: what the look costs does not grow with the archive. */
const COMPARED = 5_000;
const OF_APPLICANT = 200;
/** Pairs below which a text says too little to be like another one. */
const FEWEST_PAIRS = 4;

/** How alike two texts are, in words. Pure. */
export function likenessOf({ alike, whole }: Pick<Near, 'alike' | 'whole'>): string | null {
  if (whole >= SAME_TEXT) return '内容几乎相同';
  if (alike >= VERY_ALIKE) return '内容很相似';
  return alike >= ALIKE ? '内容相似' : null;
}

/** Whether two requests ask for the same, as far as letters tell. Pure. */
export const isSameText = ({ whole }: Pick<Near, 'whole'>): boolean => whole >= SAME_TEXT;

/** Requests of the same applicant, and requests of others for something similar; the likest first. */
export async function nearRequests(strapi: Core.Strapi, member: Member, row: RequestRow): Promise<Near[]> {
  const owner = watches(member) ? null : member.department;
  const own = owner === null ? '' : 'where owner = :owner';
  const { rows } = await strapi.db.connection.raw(
    `with compared as (
       select id, applicant_key, submitted_at, traces from information_requests ${own} order by submitted_at desc limit ${COMPARED}
     ), near as (
       (select id, applicant_key, submitted_at, traces from information_requests
         where applicant_key = :applicant ${owner === null ? '' : 'and owner = :owner'}
         order by submitted_at desc limit ${OF_APPLICANT})
       union
       select * from compared where traces && :traces::bigint[]
     ), counted as (
       select id, applicant_key = :applicant as same, submitted_at, cardinality(traces) as pairs,
              (select count(*) from unnest(traces) as t where t = any(:traces::bigint[])) as common
         from near where id <> :id
     )
     select id, same,
            common::float / greatest(${FEWEST_PAIRS}, least(pairs, cardinality(:traces::bigint[]))) as alike,
            common::float / greatest(${FEWEST_PAIRS}, pairs, cardinality(:traces::bigint[])) as whole
       from counted order by same desc, alike desc, submitted_at desc limit ${SHOWN * 3}`,
    { id: row.id, ...(owner === null ? {} : { owner }), applicant: row.applicantKey, traces: row.traces },
  );
  return (rows as Near[]).filter(({ same, alike }) => same || alike >= ALIKE).slice(0, SHOWN);
}
