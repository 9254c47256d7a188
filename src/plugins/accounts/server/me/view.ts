import type { Core } from '@strapi/strapi';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { shanghaiInstant } from '../../../disclosure/server/rules/dates';
import { DUTY_NAMES } from '../../../disclosure/server/rules/decide';
import { isMember } from '../../../disclosure/server/rules/ownership';
import type { MyAccount, PanelSession } from '../contract';
import { findState } from '../passwords/states';
import { personOf } from '../people/person-of';
import { countRecoveryCodes, hasSecondFactor } from '../second-factor/factors';
import { needsSecondFactor } from '../second-factor/required';
import { nextStep } from '../sessions/judge';
import { listSessions, type SessionRow } from '../sessions/store';
import { accountSettings } from '../settings';
import type { Me } from './me';

/** Her own account, with the rules that hold for it. */
export async function viewMe(strapi: Core.Strapi, { user }: Me): Promise<MyAccount> {
  const person = await personOf(strapi, user.id);
  const member = isMember(person) ? person : null;
  const { mustChange, passwordSetAt } = await findState(strapi, 'panel', user.id);
  const isOn = await hasSecondFactor(strapi, user.id);
  const isRequired = await needsSecondFactor(strapi, user.id);
  const settings = accountSettings(strapi);
  return {
    name: member?.name ?? user.firstname ?? user.email,
    email: user.email,
    departmentName: member ? await nameOfDepartment(strapi, member.department) : null,
    dutyNames: member ? member.duties.map((duty) => DUTY_NAMES[duty]) : ['系统管理员'],
    next: nextStep({ mustChange, hasSecondFactor: isOn, needsSecondFactor: isRequired }),
    passwordSetAt: passwordSetAt ? shanghaiInstant(passwordSetAt) : null,
    policy: settings.password,
    secondFactor: {
      isOn,
      isRequired,
      recoveryCodes: isOn ? await countRecoveryCodes(strapi, user.id) : 0,
    },
    idleMinutes: settings.idleMinutes,
  };
}

const toPanelSession = (row: SessionRow, current: string | null): PanelSession => ({
  id: row.id,
  device: row.device,
  address: row.address,
  startedAt: shanghaiInstant(row.started_at),
  lastUsedAt: shanghaiInstant(row.last_used_at),
  isCurrent: row.id === current,
});

/** Sessions of an account, the one that asks marked. */
export const viewSessions = async (
  strapi: Core.Strapi,
  userId: number,
  current: string | null,
): Promise<PanelSession[]> => (await listSessions(strapi, userId)).map((row) => toPanelSession(row, current));
