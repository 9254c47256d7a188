import type { Core } from '@strapi/strapi';
import { allDomains, findDomain } from '../domain/registry';
import { DisclosureError } from '../errors';
import { findResponsibleByScope } from '../read-model/list-catalogue';
import type { CoverageQuery } from '../read-model/query-schema';
import { type CatalogueItem, listCatalogueItems } from '../reference-data/catalogue-items';
import { allDepartments } from '../reference-data/departments';
import { loadCalendar } from '../reference-data/due-dates';
import { readConnection } from '../replica/read-connection';
import { addDays, todayInShanghai } from '../rules/dates';
import { computeCoverage, type Figures, type RowCoverage } from './compute';
import { groupBy } from './group-by';
import {
  keyOf,
  loadEditionDays,
  loadMembers,
  loadPresence,
  loadPublications,
  loadTallies,
  type Pair,
} from './load';
import { type Draft, loadDrafts } from './load-drafts';
import { type Period, parsePeriod } from './period';
import { isRecurring } from './sub-periods';

/** Publications that are named for each row and department; the figures count all of them. */
const NAMED_OF_DOMAIN = 10;
const NAMED_OF_DEPARTMENT = 50;
/** Sub-periods have ended, with their grace, at most so many days after the period. */
const GRACE_DAYS = 60;

export type CoverageRow = RowCoverage & {
  code: string;
  domain: string;
  title: string;
  toBeConfirmed: boolean;
  department: string;
  departmentName: string;
  /** whether the department is responsible for the row today, or only has published under it */
  responsible: boolean;
  timeLimit: string | null;
  /** every publication of the department under the row, whenever it was due */
  url: string;
};
export type Totals = Figures & { noPublications: number };
/** What has been missing for longest: the row, and what of it. */
export type OldestMissing = { code: string; title: string; what: string; dueOn: string };
export type Coverage = {
  period: Period;
  today: string;
  totals: Totals;
  domains: { domain: string; code: string; name: string; totals: Totals; url: string }[];
  departments: {
    department: string;
    name: string;
    totals: Totals;
    oldest: OldestMissing | null;
    url: string;
  }[];
  /** empty unless a domain or a department was asked for */
  rows: CoverageRow[];
};

type Options = { now?: Date /** the desk: overdue working copies count too */; withDrafts?: boolean };

/**
 * What was due in a period under each row in force and of each responsible department, published in
 * time, late or missing. Without a domain or department: the totals of each domain.
 *
 * @throws DisclosureError NOT_FOUND for an unknown domain or department
 */
export async function readCoverage(
  strapi: Core.Strapi,
  query: CoverageQuery,
  { now = new Date(), withDrafts = false }: Options = {},
): Promise<Coverage> {
  const today = todayInShanghai(now);
  const period = parsePeriod(query.period ?? today.slice(0, 4));
  const departments = new Map((await allDepartments(strapi)).map(({ code, name }) => [code, name]));
  if (query.domain && !findDomain(strapi, query.domain))
    throw new DisclosureError('NOT_FOUND', '没有这个公开领域');
  if (query.department && !departments.has(query.department))
    throw new DisclosureError('NOT_FOUND', '没有这个部门');
  const items = await listCatalogueItems(strapi, { domain: query.domain, inForce: true });
  const rows = await computeRows(strapi, { query, period, today, withDrafts, items });
  const named = rows.map(({ department, ...row }) => ({
    ...row,
    department,
    departmentName: departments.get(department) ?? department,
  }));
  return {
    period,
    today,
    totals: sum(named),
    domains: totalsByDomain(strapi, named),
    departments: totalsByDepartment(named),
    rows: query.domain || query.department ? named : [],
  };
}

type Asked = {
  query: CoverageQuery;
  period: Period;
  today: string;
  withDrafts: boolean;
  items: readonly CatalogueItem[];
};

async function computeRows(
  strapi: Core.Strapi,
  asked: Asked,
): Promise<Omit<CoverageRow, 'departmentName'>[]> {
  const { query, period, today, items, withDrafts } = asked;
  const { department } = query;
  const knex = readConnection(strapi);
  const codes = items.map(({ code }) => code);
  const [membersByCode, responsible, calendar] = await Promise.all([
    loadMembers(knex, codes),
    findResponsibleByScope(strapi, codes),
    loadCalendar(strapi),
  ]);
  const members = [...membersByCode.values()].flat();
  const [tallies, drafts] = await Promise.all([
    loadTallies(knex, members, department, period),
    withDrafts ? loadDrafts(strapi, members, department, period, today) : ([] as Draft[]),
  ]);
  const talliesOf = groupBy(tallies, ({ member }) => member);
  const draftsOf = groupBy(drafts, ({ member }) => member);
  const pairs = items.flatMap(({ code }): Pair[] => {
    const own = membersByCode.get(code) ?? [code];
    const active = own.flatMap((member) => [...talliesOf(member), ...draftsOf(member)]);
    const departments = new Set([
      ...(responsible.get(code) ?? []),
      ...active.map((entry) => entry.department),
    ]);
    return [...departments]
      .filter((one) => !department || one === department)
      .map((one) => ({ code, department: one, members: own }));
  });
  const byCode = new Map(items.map((item) => [item.code, item]));
  const recurs = ({ code }: Pair) => (byCode.get(code)?.timeLimitRules ?? []).some(isRecurring);
  const lastDay = period.to < today ? period.to : today;
  const limit = department ? NAMED_OF_DEPARTMENT : NAMED_OF_DOMAIN;
  const isNamed = query.domain || department;
  const [presence, publications, editionDays] = await Promise.all([
    loadPresence(knex, pairs, lastDay),
    isNamed ? loadPublications(knex, pairs, period, limit) : null,
    loadEditionDays(
      knex,
      pairs.filter(recurs),
      addDays(period.from, -366 * 2),
      addDays(period.to, GRACE_DAYS),
    ),
  ]);
  return pairs.map((pair) => {
    const item = byCode.get(pair.code) as CatalogueItem;
    const isOwn = (entry: { department: string }) => entry.department === pair.department;
    const tally = { due: 0, late: 0 };
    for (const found of pair.members.flatMap(talliesOf).filter(isOwn)) {
      tally.due += found.due;
      tally.late += found.late;
    }
    const facts = {
      rules: item.timeLimitRules ?? [],
      since: item.since,
      tally,
      publications: publications?.get(keyOf(pair)) ?? [],
      ...(presence.get(keyOf(pair)) ?? { ever: false, standing: false }),
      editionDays: editionDays.get(keyOf(pair)) ?? [],
      drafts: pair.members.flatMap(draftsOf).filter(isOwn),
    };
    return {
      code: item.code,
      domain: item.domain,
      title: item.level2 ?? item.level1 ?? item.code,
      toBeConfirmed: item.provenance !== 'published',
      department: pair.department,
      responsible: responsible.get(item.code)?.includes(pair.department) ?? false,
      timeLimit: item.timeLimit,
      ...computeCoverage(facts, { period, today, calendar }),
      url: `/api/disclosure/publications?catalogueItem=${item.code}&department=${pair.department}`,
    };
  });
}

type Counted = Figures & { noPublications: boolean };

const sum = (rows: readonly Counted[]): Totals => ({
  due: rows.reduce((total, row) => total + row.due, 0),
  inTime: rows.reduce((total, row) => total + row.inTime, 0),
  late: rows.reduce((total, row) => total + row.late, 0),
  missing: rows.reduce((total, row) => total + row.missing, 0),
  noPublications: rows.filter((row) => row.noPublications).length,
});

function totalsByDomain(
  strapi: Core.Strapi,
  rows: readonly (Counted & { domain: string })[],
): Coverage['domains'] {
  return allDomains(strapi).flatMap(({ slug, code, name }) => {
    const own = rows.filter(({ domain }) => domain === slug);
    if (own.length === 0) return [];
    return [{ domain: slug, code, name, totals: sum(own), url: `/api/disclosure/coverage?domain=${slug}` }];
  });
}

function totalsByDepartment(rows: readonly CoverageRow[]): Coverage['departments'] {
  const rowsOf = groupBy(rows, ({ department }) => department);
  const names = new Map(rows.map(({ department, departmentName }) => [department, departmentName]));
  return [...names].map(([department, name]) => ({
    department,
    name,
    totals: sum(rowsOf(department)),
    oldest: oldestMissing(rowsOf(department)),
    url: `/api/disclosure/coverage?department=${department}`,
  }));
}

/** Standing information has no day on which it was due, so it is never the oldest. */
function oldestMissing(rows: readonly CoverageRow[]): OldestMissing | null {
  let oldest: OldestMissing | null = null;
  for (const { code, title, items } of rows) {
    for (const { state, dueOn, title: what } of items) {
      if (state === 'missing' && dueOn && (!oldest || dueOn < oldest.dueOn))
        oldest = { code, title, what, dueOn };
    }
  }
  return oldest;
}
