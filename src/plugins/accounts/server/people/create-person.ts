import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { findDepartment } from '../../../disclosure/server/reference-data/departments';
import type { Actor, Transaction } from '../../../disclosure/server/types';
import { recordChange } from '../audit';
import { now } from '../clock';
import { authService } from '../passwords/check-password';
import { rememberPassword } from '../passwords/history';
import { initialPassword } from '../passwords/initial';
import { accountSettings } from '../settings';
import { PANEL_USER } from '../types';
import { createMember, dutyValues, firstRole } from './accounts';
import type { NewPerson } from './input';

/** An address that somebody signs in with already. */
export class AddressTaken extends DisclosureError {
  constructor() {
    super('INVALID_INPUT', '这个登录邮箱已有账号，请在列表里查找，或换一个邮箱');
  }
}

/**
 * Makes a person: her membership and her account of the panel, with a password that is good for the first
 * sign-in, at which she sets her own. It is told once and kept nowhere.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export async function createPerson(
  strapi: Core.Strapi,
  actor: Actor,
  { name, email, department, duties }: NewPerson,
): Promise<{ id: string; initialPassword: string }> {
  await requireDepartment(strapi, department);
  const password = initialPassword(accountSettings(strapi).password.minLength);
  const hash = await authService(strapi).hashPassword(password);
  const roles = [await firstRole(strapi)];
  return inTransaction(strapi, async (trx) => {
    await requireFree(strapi, trx, email);
    const user = await strapi.db.query(PANEL_USER).create({
      data: { email, firstname: name, password: hash, isActive: true, preferedLanguage: 'zh-Hans', roles },
    });
    await rememberPassword(strapi, { door: 'panel', id: user.id, hash }, { mustChange: true });
    const { documentId } = await createMember(strapi, {
      name,
      department,
      active: true,
      adminUser: user.id,
      ...dutyValues(duties),
    });
    const details = { name, email, department, duties };
    await recordChange(strapi, trx, { verb: 'account-create', actor, personId: documentId, details });
    return { id: documentId, initialPassword: password };
  });
}

/** @throws DisclosureError INVALID_INPUT for a department that is unknown or no longer in force */
export async function requireDepartment(strapi: Core.Strapi, code: string): Promise<void> {
  if (await findDepartment(strapi, code, now())) return;
  throw new DisclosureError('INVALID_INPUT', '没有这个部门，或者它已经撤并');
}

/** Two offices may enter the same person at the same moment: the address is locked until the commit. */
async function requireFree(strapi: Core.Strapi, trx: Transaction, email: string): Promise<void> {
  await strapi.db.connection
    .raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`account:${email}`])
    .transacting(trx);
  const taken = await strapi.db.query(PANEL_USER).findOne({ where: { email: { $eqi: email } } });
  if (taken) throw new AddressTaken();
}
