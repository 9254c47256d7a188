import type { Core } from '@strapi/strapi';
import { readCoverage } from '../coverage/read-coverage';
import type { DeskDepartmentWork } from '../desk/contract';
import { refuse, toError } from '../errors';
import { toDayNumber, todayInShanghai } from '../rules/dates';
import { isMember, watches } from '../rules/ownership';
import { lookFrom } from './looker';
import { fromOpenWork } from './open-work';
import { type Group, watchedGroups } from './work-groups';

type Counts = { owner: string; oldest: string | null } & Record<Group['key'], number>;

/**
 * How every department stands, the latest first: whose oldest overdue document is older, then who has
 * more of them, then of what more is missing.
 *
 * @throws DisclosureError NO_ACTOR, NOT_ALLOWED but to those who look at the whole district
 */
export async function viewDepartments(strapi: Core.Strapi): Promise<DeskDepartmentWork[]> {
  const { actor, names } = await lookFrom(strapi);
  if (isMember(actor) && !watches(actor)) throw toError(refuse('NOT_ALLOWED', '只能查看本部门的工作台'));
  const today = todayInShanghai();
  const [counts, coverage] = await Promise.all([
    countWork(strapi, watchedGroups(today), [...names.keys()]),
    readCoverage(strapi, {}),
  ]);
  const missing = new Map(coverage.departments.map(({ department, totals }) => [department, totals.missing]));
  return [...names]
    .map(([department, name]) => {
      const found = counts.get(department);
      const oldestDueOn = found?.oldest ?? null;
      return {
        department,
        name,
        overdue: found?.overdue ?? 0,
        oldestDueOn,
        daysLate: oldestDueOn ? toDayNumber(today) - toDayNumber(oldestDueOn) : 0,
        soon: found?.soon ?? 0,
        returned: found?.returned ?? 0,
        review: found?.review ?? 0,
        publish: found?.publish ?? 0,
        ratify: found?.ratify ?? 0,
        missing: missing.get(department) ?? 0,
      };
    })
    .sort((a, b) => b.daysLate - a.daysLate || b.overdue - a.overdue || b.missing - a.missing);
}

async function countWork(
  strapi: Core.Strapi,
  groups: readonly Group[],
  owners: readonly string[],
): Promise<Map<string, Counts>> {
  const knex = strapi.db.connection;
  const query = fromOpenWork(strapi, owners).from('work').select('owner').groupBy('owner');
  for (const { key, condition } of groups)
    query.select(
      knex.raw(`(count(*) filter (where ${condition.sql}))::int as "${key}"`, condition.bindings as never),
    );
  const overdue = groups.find(({ key }) => key === 'overdue');
  if (overdue) {
    const { sql, bindings } = overdue.condition;
    query.select(knex.raw(`(min(due_on) filter (where ${sql}))::text as oldest`, bindings as never));
  }
  return new Map(((await query) as Counts[]).map((row) => [row.owner, row]));
}
