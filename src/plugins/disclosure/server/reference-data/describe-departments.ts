import type { Core } from '@strapi/strapi';
import { readConnection } from '../replica/read-connection';
import { allDepartments } from './departments';

/** Who is responsible, as the public sees it, with how much each department has made public. */
export async function describeDepartments(strapi: Core.Strapi) {
  const rows = await readConnection(strapi)('publications')
    .where('state', 'live')
    .groupBy('owner')
    .select('owner')
    .count('* as total');
  const counts = new Map(rows.map((row) => [String(row.owner), Number(row.total)]));
  return (await allDepartments(strapi)).map((department) => ({
    code: department.code,
    name: department.name,
    aliases: department.aliases ?? [],
    kind: department.kind,
    orgCode: department.orgCode,
    validFrom: department.validFrom,
    validUntil: department.validUntil,
    successor: department.successor,
    publications: counts.get(department.code) ?? 0,
  }));
}
