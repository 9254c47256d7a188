import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { code } from '../../../disclosure/server/read-model/query-schema';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import { watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import { type Analysis, DIMENSIONS, type Dimension, MEASURES } from '../../shared/analysis';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { CHANNELS } from '../../shared/choices';
import type { CountedRequestTold } from '../../shared/counted';
import { OUTCOMES } from '../../shared/outcomes';
import { tellRequests } from '../annual-report/tell-counted';
import { FITS, groupBy, rowOf } from './analyse';
import { type RequestFacts, requestFacts } from './load-facts';
import { pairsOf, SUBJECTS } from './subjects';

const codes = <const T extends readonly { code: string }[]>(list: T) =>
  list.map((one) => one.code) as [T[number]['code'], ...T[number]['code'][]];

export const analysisSchema = z.strictObject({
  year: z
    .string()
    .regex(/^\d{4}$/, '年度须为四位年份，如 2026')
    .transform(Number)
    .optional(),
  department: code('department').optional(),
  dimension: z.enum(codes(DIMENSIONS), '没有这种分析').default('month'),
  /** what the requests mention */
  word: z.string().trim().min(2, '主题词至少两个字').max(20, '主题词最多20个字').optional(),
});
export const casesSchema = analysisSchema.extend({
  /** a row; without it, all */
  key: z.string().max(120).optional(),
  measure: z.enum(codes(MEASURES), '没有这个数'),
});
type Asked = z.infer<typeof analysisSchema>;
type Group = { key: string; label: string; facts: RequestFacts[] };

/** The requests of a year laid out by one thing: a member's own department's, or those of all who watch the district. */
export async function readAnalysis(strapi: Core.Strapi, member: Member, asked: Asked): Promise<Analysis> {
  const year = yearOf(asked);
  const facts = await factsFor(strapi, member, asked);
  const groups = await groupsOf(strapi, facts, asked, member);
  return {
    ...{ year, dimension: asked.dimension },
    rows: groups.map(({ key, label, facts: own }) => rowOf(key, label, own, year)),
    total: rowOf('', '合计', facts, year),
  };
}

/** The cases behind one number. */
export async function readCases(
  strapi: Core.Strapi,
  member: Member,
  asked: z.infer<typeof casesSchema>,
): Promise<CountedRequestTold[]> {
  const facts = await factsFor(strapi, member, asked);
  const groups = asked.key === undefined ? null : await groupsOf(strapi, facts, asked, member);
  const own = groups ? (groups.find(({ key }) => key === asked.key)?.facts ?? []) : facts;
  const fitting = own.filter((one) => FITS[asked.measure](one, yearOf(asked)));
  return tellRequests(
    strapi,
    fitting.map(({ id }) => id),
  );
}

const yearOf = ({ year }: Asked): number => year ?? Number(todayInShanghai().slice(0, 4));

async function factsFor(
  strapi: Core.Strapi,
  member: Member,
  asked: Asked,
  word = asked.word,
): Promise<RequestFacts[]> {
  const owner = watches(member) ? asked.department : member.department;
  const mentions = word ? pairsOf(strapi, word) : null;
  if (mentions?.length === 0) return [];
  return requestFacts(strapi.db.connection, await loadCalendar(strapi), {
    departments: owner ? [owner] : null,
    year: yearOf(asked),
    today: todayInShanghai(),
    ...(mentions ? { mentions } : {}),
  });
}

/** Subjects are looked up by their keyed pairs: one statement each, by the index over them. */
async function groupsOf(
  strapi: Core.Strapi,
  facts: readonly RequestFacts[],
  asked: Asked,
  member: Member,
): Promise<Group[]> {
  if (asked.dimension !== 'subject') {
    return groupBy(facts, KEYS[asked.dimension], await labelsOf(strapi, asked));
  }
  const shown = new Set(facts.map(({ id }) => id));
  const groups = await Promise.all(
    SUBJECTS.map(async (word) => ({
      ...{ key: word, label: word },
      facts: (await factsFor(strapi, member, asked, word)).filter(({ id }) => shown.has(id)),
    })),
  );
  const found = groups.filter((group) => group.facts.length > 0);
  const named = new Set(found.flatMap((group) => group.facts.map(({ id }) => id)));
  const others = facts.filter(({ id }) => !named.has(id));
  const sorted = found.sort((a, b) => b.facts.length - a.facts.length);
  return others.length > 0 ? [...sorted, { key: 'others', label: '其他', facts: others }] : sorted;
}

const KEYS: Record<Exclude<Dimension, 'subject'>, (facts: RequestFacts) => string | null> = {
  month: ({ receivedOn }) => receivedOn.slice(0, 7),
  department: ({ owner }) => owner,
  outcome: ({ outcome }) => outcome,
  applicant: ({ applicantKind }) => applicantKind,
  channel: ({ channel }) => channel,
};

async function labelsOf(strapi: Core.Strapi, { dimension }: Asked): Promise<ReadonlyMap<string, string>> {
  const lists: Partial<Record<Dimension, readonly { code: string; label: string }[]>> = {
    outcome: OUTCOMES,
    applicant: APPLICANT_KINDS,
    channel: CHANNELS,
  };
  if (dimension === 'department') {
    return new Map((await allDepartments(strapi)).map((one) => [one.code, one.name]));
  }
  return new Map((lists[dimension] ?? []).map((one) => [one.code, one.label]));
}
