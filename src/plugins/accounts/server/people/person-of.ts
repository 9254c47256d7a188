import type { Core } from '@strapi/strapi';
import { findMember } from '../../../disclosure/server/gate/actor';
import type { Actor } from '../../../disclosure/server/types';
import { PANEL_USER } from '../types';

/** An administrator of the panel who belongs to no department, as the audit log and the addresses name her. */
export const administratorId = (userId: number): string => `admin-${userId}`;

/** Who an account of the panel stands for, where no request says so yet: at sign-in. */
export async function personOf(strapi: Core.Strapi, userId: number): Promise<Actor | null> {
  const member = await findMember(strapi, 'admin', userId);
  if (member) return member;
  const user = await strapi.db.query(PANEL_USER).findOne({ where: { id: userId } });
  return user
    ? { kind: 'administrator', personId: administratorId(userId), name: user.firstname ?? user.email }
    : null;
}
