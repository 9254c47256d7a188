import type { Core } from '@strapi/strapi';
import { PANEL_ROLES } from '../../../disclosure/server/access/panel-roles';
import { MEMBERSHIP } from '../../../disclosure/server/demo/accounts';
import { runInsideGate } from '../../../disclosure/server/gate/storage';
import { DUTIES, type Duty } from '../../../disclosure/server/types';

/** What is written to memberships: guarded by the caller, audited by the caller. */
type Members = {
  create(params: { data: Record<string, unknown> }): Promise<{ documentId: string }>;
  update(params: { documentId: string; data: Record<string, unknown> }): Promise<unknown>;
};
const members = (strapi: Core.Strapi): Members => strapi.documents(MEMBERSHIP as never) as never;

export const createMember = (
  strapi: Core.Strapi,
  data: Record<string, unknown>,
): Promise<{ documentId: string }> => runInsideGate(() => members(strapi).create({ data }));

export const updateMember = (
  strapi: Core.Strapi,
  documentId: string,
  data: Record<string, unknown>,
): Promise<unknown> => runInsideGate(() => members(strapi).update({ documentId, data }));

export const dutyValues = (duties: readonly Duty[]): Record<Duty, boolean> =>
  Object.fromEntries(DUTIES.map((duty) => [duty, duties.includes(duty)])) as Record<Duty, boolean>;

/** The role of an account until her membership has given it another one (disclosure/server/access/follow.ts). */
export const firstRole = async (strapi: Core.Strapi): Promise<number> =>
  (await strapi.db.query('admin::role').findOne({ where: { code: PANEL_ROLES.department.code } })).id;
