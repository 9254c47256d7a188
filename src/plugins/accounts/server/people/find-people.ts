import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import { DUTIES } from '../../../disclosure/server/types';
import { now } from '../clock';
import type { PersonState } from '../contract';
import { SUPER_ADMIN } from '../types';

export const PAGE_SIZE = 50;

export type PeopleFilter = {
  q?: string | undefined;
  department?: string | undefined;
  state?: PersonState | undefined;
  id?: string | undefined;
};

/** A person with her accounts, as the database has them. */
export type PersonRow = {
  id: string;
  name: string;
  department: string | null;
  department_name: string | null;
  active: boolean;
  user_id: number | null;
  email: string | null;
  api_user_id: number | null;
  api_token_id: number | null;
  is_administrator: boolean;
  must_change: boolean;
  last_sign_in_at: Date | null;
  locked_until: Date | null;
  has_second_factor: boolean;
  sessions: string | number;
  is_active: boolean;
} & Record<(typeof DUTIES)[number], boolean | null>;

const DUTY_COLUMNS = DUTIES.map((duty) => `m.${duty}`).join(', ');
const NO_DUTIES = DUTIES.map(() => 'false').join(', ');

/** Members, and accounts of the panel that are no member's: administrators, and what was left over. */
const PEOPLE = `
  select m.document_id as id, m.name, m.department, coalesce(m.active, false) as active, m.admin_user_id as user_id,
         m.api_user_id, m.api_token_id, ${DUTY_COLUMNS}
    from disclosure_memberships m
  union all
  select 'admin-' || u.id, coalesce(u.firstname, u.email), null, true, u.id, null, null, ${NO_DUTIES}
    from admin_users u
   where not exists (select 1 from disclosure_memberships m where m.admin_user_id = u.id)`;

/** The same with what is known of their accounts; the one binding is the present. */
const DESCRIBED = `
  select p.*, d.name as department_name, u.email, f.locked_until,
         p.active and coalesce(u.is_active, true) as is_active,
         exists (select 1 from admin_users_roles_lnk l join admin_roles r on r.id = l.role_id
                  where l.user_id = p.user_id and r.code = '${SUPER_ADMIN}') as is_administrator,
         coalesce(s.must_change, false) as must_change, s.last_sign_in_at,
         t.confirmed_at is not null as has_second_factor,
         (select count(*) from panel_sessions n where n.user_id = p.user_id) as sessions
    from (${PEOPLE}) p
    left join admin_users u on u.id = p.user_id
    left join disclosure_departments d on d.code = p.department
    left join account_states s on s.door = 'panel' and s.user_id = p.user_id
    left join second_factors t on t.user_id = p.user_id
    left join sign_in_failures f on f.account = 'panel:' || p.user_id and f.locked_until > ?`;

const STATES: Record<PersonState, string> = {
  disabled: 'not is_active',
  locked: 'is_active and locked_until is not null',
  initial: 'is_active and must_change',
  active: 'is_active and locked_until is null and not must_change',
};

/** Which of the states a row is in; one that is locked and new counts as locked. */
export function stateOf(row: PersonRow): PersonState {
  if (!row.is_active) return 'disabled';
  if (row.locked_until) return 'locked';
  return row.must_change ? 'initial' : 'active';
}

const literal = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

function filtered(knex: Knex, { q, department, state, id }: PeopleFilter): Knex.QueryBuilder {
  const query = knex<PersonRow>(knex.raw(`(${DESCRIBED}) as people`, [now()]) as never);
  if (id) query.where({ id });
  if (department) query.where({ department });
  if (state) query.whereRaw(STATES[state]);
  if (q) query.whereRaw('(name ilike ? or email ilike ?)', [literal(q), literal(q)]);
  return query;
}

/** One page of people, by department and name, and how many there are. */
export async function findPeople(
  strapi: Core.Strapi,
  filter: PeopleFilter,
  page: number,
): Promise<{ rows: PersonRow[]; total: number }> {
  const knex = strapi.db.connection;
  const rows = await filtered(knex, filter)
    .select('*')
    .orderByRaw('department nulls first, name, id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE);
  const [{ count }] = await filtered(knex, filter).count({ count: '*' });
  return { rows, total: Number(count) };
}
