import type { Core } from '@strapi/strapi';
import { PANEL_USER } from '../types';
import { authService } from './check-password';
import { rememberPassword } from './history';

/** Sets a password that has been looked at already; part of the caller's transaction. */
export async function setPanelPassword(
  strapi: Core.Strapi,
  userId: number,
  password: string,
  options: { mustChange: boolean },
): Promise<void> {
  const hash = await authService(strapi).hashPassword(password);
  await strapi.db.query(PANEL_USER).update({
    where: { id: userId },
    data: { password: hash, resetPasswordToken: null, resetPasswordTokenExpiresAt: null },
  });
  await rememberPassword(strapi, { door: 'panel', id: userId, hash }, options);
}
