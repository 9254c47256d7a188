import type { Core } from '@strapi/strapi';
import { inTransaction } from '../gate/transaction';
import type { Transaction } from '../types';

export type Permission = {
  action: string;
  subject?: string | null;
  properties?: { fields: string[] };
  conditions?: string[];
};
type Role = { code: string; name: string; description: string };
type Held = Permission & { id: number; role: { id: number } };

const ROLE = 'admin::role';
const PERMISSION = 'admin::permission';

/** Lets only one of several instances change roles at a time. */
const LOCK = 'disclosure-panel-roles';

/**
 * Makes the roles and gives each exactly its permissions. Only differences are written: Strapi's own
 * service compares every permission with every other, and writes them one by one.
 */
export async function assignPermissions(
  strapi: Core.Strapi,
  wanted: readonly [Role, readonly Permission[]][],
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [LOCK]);
    const ids = await ensureRoles(
      strapi,
      wanted.map(([role]) => role),
    );
    const held = await permissionsOf(strapi, [...ids.values()]);
    const stale: number[] = [];
    const missing: { role: number; permission: Permission }[] = [];
    for (const [{ code }, permissions] of wanted) {
      const role = Number(ids.get(code));
      const required = new Map(permissions.map((permission) => [keyOf(permission), permission]));
      for (const one of held.filter((permission) => permission.role.id === role))
        if (!required.delete(keyOf(one))) stale.push(one.id);
      missing.push(...[...required.values()].map((permission) => ({ role, permission })));
    }
    if (stale.length > 0) await strapi.db.query(PERMISSION).deleteMany({ where: { id: { $in: stale } } });
    await insert(strapi, trx, missing);
  });
}

async function ensureRoles(strapi: Core.Strapi, roles: readonly Role[]): Promise<Map<string, number>> {
  const query = strapi.db.query(ROLE);
  const known = (await query.findMany({
    where: { code: { $in: roles.map(({ code }) => code) } },
    limit: 2000,
  })) as (Role & { id: number })[];
  const ids = new Map<string, number>();
  for (const role of roles) {
    const found = known.find(({ code }) => code === role.code);
    if (!found) ids.set(role.code, (await query.create({ data: role })).id);
    else {
      ids.set(role.code, found.id);
      if (found.name !== role.name || found.description !== role.description)
        await query.update({ where: { id: found.id }, data: role });
    }
  }
  return ids;
}

const permissionsOf = async (strapi: Core.Strapi, roles: readonly number[]): Promise<Held[]> =>
  (await strapi.db.query(PERMISSION).findMany({
    where: { role: { id: { $in: [...roles] } } },
    populate: { role: { select: ['id'] } },
    limit: 100_000,
  })) as Held[];

const keyOf = ({ action, subject, properties, conditions }: Permission): string =>
  JSON.stringify([action, subject ?? null, [...(properties?.fields ?? [])].sort(), conditions ?? []]);

type JoinTable = { name: string; joinColumn: { name: string }; inverseJoinColumn: { name: string } };

/** A few hundred a statement. */
const BATCH = 500;

async function insert(
  strapi: Core.Strapi,
  trx: Transaction,
  missing: readonly { role: number; permission: Permission }[],
): Promise<void> {
  const { joinTable } = strapi.db.metadata.get(PERMISSION).attributes.role as unknown as {
    joinTable: JoinTable;
  };
  for (let start = 0; start < missing.length; start += BATCH) {
    const part = missing.slice(start, start + BATCH);
    const { ids } = await strapi.db.query(PERMISSION).createMany({
      data: part.map(({ permission }) => ({
        actionParameters: {},
        subject: null,
        properties: {},
        conditions: [],
        ...permission,
      })),
    });
    await trx(joinTable.name).insert(
      part.map(({ role }, index) => ({
        [joinTable.joinColumn.name]: ids[index],
        [joinTable.inverseJoinColumn.name]: role,
      })),
    );
  }
}
