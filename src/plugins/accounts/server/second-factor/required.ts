import type { Core } from '@strapi/strapi';
import { MEMBERSHIP } from '../../../disclosure/server/demo/accounts';
import { accountSettings } from '../settings';
import { PANEL_USER, SUPER_ADMIN } from '../types';

/** Whether somebody with these duties is obliged to have a second factor. */
export const isObliged = (
  strapi: Core.Strapi,
  person: { isAdministrator: boolean; duties: readonly string[] },
): boolean =>
  accountSettings(strapi).secondFactor.requiredFor.some((who) =>
    who === 'administrator' ? person.isAdministrator : person.duties.includes(who),
  );

/** The same for an account of the panel; asks the database only where somebody is obliged at all. */
export async function needsSecondFactor(strapi: Core.Strapi, userId: number): Promise<boolean> {
  const { requiredFor } = accountSettings(strapi).secondFactor;
  if (requiredFor.length === 0) return false;
  const user = await strapi.db.query(PANEL_USER).findOne({ where: { id: userId }, populate: ['roles'] });
  const membership = await strapi.db
    .query(MEMBERSHIP)
    .findOne({ where: { adminUser: { id: userId }, active: true } });
  return isObliged(strapi, {
    isAdministrator: Boolean(user?.roles?.some(({ code }: { code: string }) => code === SUPER_ADMIN)),
    duties: requiredFor.filter((who) => membership?.[who] === true),
  });
}
