import type { Core } from '@strapi/strapi';
import { allDepartments } from '../../../disclosure/server/reference-data/departments';
import { loadCalendar } from '../../../disclosure/server/reference-data/due-dates';
import { addDays, todayInShanghai } from '../../../disclosure/server/rules/dates';
import { watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import type { Workload } from '../../shared/workload';
import { countTallies, groupTallies, type Tally } from './workload';

const MEMBERSHIP = 'plugin::disclosure.membership';
const MOST_PEOPLE = 10_000;
const YEAR = 365;

/** Who has how much in hand: for the office everybody, for a department its own. */
export async function readWorkload(strapi: Core.Strapi, member: Member): Promise<Workload> {
  const today = todayInShanghai();
  const calendar = await loadCalendar(strapi);
  const tallies = await readTallies(strapi, watches(member) ? null : member.department, today);
  const names = new Map((await allDepartments(strapi)).map(({ code, name }) => [code, name]));
  const people = await namesOfPeople(strapi);
  const nameOf = (code: string) => names.get(code) ?? code;
  const departments = [...groupTallies(tallies, ({ owner }) => owner)].map(([code, own]) => ({
    ...{ code, name: nameOf(code) },
    ...countTallies(own, calendar, today),
  }));
  const handlers = [...groupTallies(tallies, ({ owner, handler }) => `${owner} ${handler ?? ''}`)].map(
    ([code, own]) => {
      const [first] = own as [Tally, ...Tally[]];
      const name = first.handler ? (people.get(first.handler) ?? '（已离岗）') : '还没有起草';
      return {
        ...{ code, name, departmentName: nameOf(first.owner) },
        ...countTallies(own, calendar, today),
      };
    },
  );
  return { departments: departments.sort(byNeed), handlers: handlers.sort(byNeed) };
}

/** Who is late stands first, then who has more. */
const byNeed = (a: { overdue: number; open: number }, b: { overdue: number; open: number }): number =>
  b.overdue - a.overdue || b.open - a.open;

async function readTallies(strapi: Core.Strapi, owner: string | null, today: string): Promise<Tally[]> {
  const { rows } = await strapi.db.connection.raw(
    `select owner, authors::jsonb ->> -1 as handler, state in ('submitted', 'handling', 'reviewing', 'approved') as "isOpen",
            state <> 'submitted' as "isRegistered", received_on::text as "receivedOn", due_on::text as "dueOn",
            answered_on::text as "answeredOn", withdrawn_on is not null as "isWithdrawn", count(*)::int as count
       from information_requests
      where (state in ('submitted', 'handling', 'reviewing', 'approved')
             or (answered_on >= :since and state in ('sent', 'served', 'archived', 'withdrawn')))
        ${owner === null ? '' : 'and owner = :owner'}
      group by 1, 2, 3, 4, 5, 6, 7, 8`,
    { since: addDays(today, -YEAR), ...(owner === null ? {} : { owner }) },
  );
  return rows as Tally[];
}

async function namesOfPeople(strapi: Core.Strapi): Promise<Map<string, string>> {
  const found = (await strapi.db
    .query(MEMBERSHIP)
    .findMany({ select: ['documentId', 'name'], limit: MOST_PEOPLE })) as {
    documentId: string;
    name: string;
  }[];
  return new Map(found.map(({ documentId, name }) => [documentId, name]));
}
