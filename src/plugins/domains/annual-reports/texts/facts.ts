import type { Core } from '@strapi/strapi';
import { allDomains } from '../../../disclosure/server/domain/registry';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { requestFacts } from '../../../requests/server/analysis/load-facts';
import type { FigureCode } from '../shared/figures';

/** What the product knows of a year beyond the tables. */
export type Facts = {
  /** publications that became public for the first time in the year, by domain */
  published: { name: string; count: number }[];
  /** … of them published after their due date */
  late: number;
  /** what is public now */
  live: number;
  /** interpretations published in the year */
  interpretations: number;
  decisions: Partial<Record<FigureCode, number>>;
  /** mean working days from receipt to answer; null: nothing was answered */
  meanDays: number | null;
  overdue: number;
  extended: number;
};

const FIGURE_OF: Record<string, FigureCode> = {
  licence: 'licences',
  penalty: 'penalties',
  coercion: 'coercions',
};

export async function loadFacts(
  strapi: Core.Strapi,
  departments: readonly string[],
  year: number,
): Promise<Facts> {
  const knex = strapi.db.connection;
  const day = `(first_published_at at time zone 'Asia/Shanghai')::date`;
  const inYear = `owner = any(?) and ${day} between ?::date and ?::date`;
  const bindings = [[...departments], `${year}-01-01`, `${year}-12-31`];
  const [published, decisions, live, requests] = await Promise.all([
    knex.raw(
      `select domain, kind, count(*)::int as count, count(*) filter (where due_on < ${day})::int as late
         from publications where ${inYear} group by domain, kind`,
      bindings,
    ),
    knex.raw(
      `select detail->>'decisionType' as type, count(*)::int as count
         from publications where state = 'live' and kind = 'decision' and ${inYear} group by 1`,
      bindings,
    ),
    knex('publications')
      .where({ state: 'live' })
      .whereIn('owner', [...departments])
      .count('* as n')
      .first(),
    requestFacts(knex, await loadCalendar(strapi), { departments, year }),
  ]);
  type Published = { domain: string; kind: string; count: number; late: number };
  const rows = published.rows as Published[];
  const sum = (list: readonly Published[], of: 'count' | 'late') =>
    list.reduce((all, row) => all + row[of], 0);
  const answered = requests.filter(({ answeredOn }) => answeredOn?.startsWith(`${year}-`));
  const days = answered.map(({ workingDays }) => workingDays ?? 0);
  return {
    published: allDomains(strapi)
      .map(({ slug, name }) => ({
        name,
        count: sum(
          rows.filter(({ domain }) => domain === slug),
          'count',
        ),
      }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    late: sum(rows, 'late'),
    live: Number(live?.n ?? 0),
    interpretations: sum(
      rows.filter(({ kind }) => kind === 'interpretation'),
      'count',
    ),
    decisions: Object.fromEntries(
      (decisions.rows as { type: string | null; count: number }[])
        .filter(({ type }) => type && FIGURE_OF[type])
        .map(({ type, count }) => [FIGURE_OF[String(type)], count]),
    ),
    meanDays: days.length > 0 ? days.reduce((all, one) => all + one, 0) / days.length : null,
    overdue: answered.filter(({ isOverdue }) => isOverdue).length,
    extended: answered.filter(({ isExtended }) => isExtended).length,
  };
}
