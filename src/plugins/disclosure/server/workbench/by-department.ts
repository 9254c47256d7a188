import type { Core } from '@strapi/strapi';
import { type OldestMissing, readCoverage } from '../coverage/read-coverage';
import type { DeskDepartmentWork, DeskLatest } from '../desk/contract';
import { refuse, toError } from '../errors';
import { toDayNumber, todayInShanghai } from '../rules/dates';
import { isMember, watches } from '../rules/ownership';
import { lookFrom } from './looker';
import { fromOpenWork } from './open-work';
import { type Group, watchedGroups } from './work-groups';

type Counts = { owner: string; oldest: string | null } & Record<Group['key'], number>;

/**
 * How every department stands, the latest first: who has let something wait for longest, be it a document
 * past its date or information that the catalogue wants; then who has more of them.
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
  const covered = new Map(coverage.departments.map((one) => [one.department, one]));
  return [...names]
    .map(([department, name]) => {
      const found = counts.get(department);
      const owed = covered.get(department);
      return {
        department,
        name,
        overdue: found?.overdue ?? 0,
        latest: latestOf(found?.oldest ?? null, owed?.oldest ?? null, today),
        soon: found?.soon ?? 0,
        returned: found?.returned ?? 0,
        review: found?.review ?? 0,
        publish: found?.publish ?? 0,
        ratify: found?.ratify ?? 0,
        missing: owed?.totals.missing ?? 0,
      };
    })
    .sort(
      (a, b) =>
        (b.latest?.daysLate ?? 0) - (a.latest?.daysLate ?? 0) ||
        b.overdue - a.overdue ||
        b.missing - a.missing,
    );
}

/** The older of a department's oldest document past its date, and of what its rows have lacked for longest. */
function latestOf(documentDueOn: string | null, row: OldestMissing | null, today: string): DeskLatest | null {
  const daysLate = (dueOn: string) => toDayNumber(today) - toDayNumber(dueOn);
  if (row && (!documentDueOn || row.dueOn < documentDueOn)) {
    const { code, title, what, dueOn } = row;
    return { kind: 'row', what: `${code} ${title}：${what}没有公开`, dueOn, daysLate: daysLate(dueOn) };
  }
  if (!documentDueOn) return null;
  const what = '已录入的信息没有按期公开';
  return { kind: 'document', what, dueOn: documentDueOn, daysLate: daysLate(documentDueOn) };
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
