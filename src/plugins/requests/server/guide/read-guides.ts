import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { allDepartments, findDepartment } from '../../../disclosure/server/reference-data/departments';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';
import type { GuideData } from '../../shared/guide';
import { type FeeTier, feeStandard } from '../fees/standard';
import { findGuide } from './edit-guide';

export type PublicGuide = {
  department: string;
  departmentName: string;
  /** null: the organ has not published how it is reached */
  desk: GuideData | null;
  publishedOn: string | null;
  fees: { piece: FeeTier[]; volume: FeeTier[] };
  form: string;
};

export type DeskOfOrgan = {
  department: string;
  departmentName: string;
  phone: string | null;
  address: string | null;
  url: string;
};

/** @throws DisclosureError NOT_FOUND */
export async function readGuide(strapi: Core.Strapi, code: string): Promise<PublicGuide> {
  const department = await findDepartment(strapi, code, new Date());
  if (!department) throw new DisclosureError('NOT_FOUND', '没有这个机关');
  const row = await findGuide(strapi.db.connection, code);
  return {
    ...{ department: code, departmentName: department.name },
    desk: row?.published ? fromJson<GuideData>(row.published) : null,
    publishedOn: row?.published_at ? shanghaiDateOf(row.published_at) : null,
    fees: feeStandard(),
    form: `/api/requests/form?department=${encodeURIComponent(code)}`,
  };
}

/** Every organ that takes applications, and how it is reached: the catalogue of request desks. */
export async function listDesks(strapi: Core.Strapi): Promise<DeskOfOrgan[]> {
  const rows = (await strapi.db
    .connection('information_request_guides')
    .whereNotNull('published')
    .select('department', 'published')) as { department: string; published: unknown }[];
  const desks = new Map(rows.map((row) => [row.department, fromJson<GuideData>(row.published)]));
  const departments = await allDepartments(strapi);
  return departments.map(({ code, name }) => ({
    ...{ department: code, departmentName: name },
    ...{ phone: desks.get(code)?.phone ?? null, address: desks.get(code)?.address ?? null },
    url: `/api/requests/guide/${code}`,
  }));
}
