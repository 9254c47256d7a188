import { z } from 'zod';
import { DisclosureError } from '../../../../disclosure/server/errors';
import { initialPassword } from '../../passwords/initial';
import { setPanelPassword } from '../../passwords/set-password';
import { removeFactor } from '../../second-factor/factors';
import { endSessions } from '../../sessions/store';
import { accountSettings } from '../../settings';
import { accountKey, clearFailures } from '../../sign-in/failures';
import { API_USER, PANEL_USER } from '../../types';
import { dutyValues, updateMember } from '../accounts';
import { assertAdministratorStays } from '../administrators';
import { requireDepartment } from '../create-person';
import type { PersonRow } from '../find-people';
import { departmentSchema, dutiesSchema, nameSchema, reasonSchema } from '../input';
import { dutiesOf } from '../view';
import { type Act, type ActContext, accountOf, act, memberOf } from './act';

const withReason = z.strictObject({ reason: reasonSchema });
const withoutInput = z.strictObject({});
const changeSchema = z
  .strictObject({ name: nameSchema.optional(), duties: dutiesSchema.optional() })
  .refine(({ name, duties }) => name !== undefined || duties !== undefined, '没有要修改的内容');
const moveSchema = z.strictObject({ department: departmentSchema, reason: reasonSchema });

/** Name and duties. Her sessions end with her duties: the panel shows at sign-in what is hers. */
const change = act(changeSchema, async ({ strapi, person, input: { name, duties } }) => {
  await updateMember(strapi, memberOf(person), {
    ...(name === undefined ? {} : { name }),
    ...(duties === undefined ? {} : dutyValues(duties)),
  });
  if (person.user_id !== null) {
    if (name !== undefined)
      await strapi.db.query(PANEL_USER).update({ where: { id: person.user_id }, data: { firstname: name } });
    if (duties) await endSessions(strapi, person.user_id);
  }
  return {
    details: {
      from: { name: person.name, duties: dutiesOf(person) },
      to: { name: name ?? person.name, duties: duties ?? dutiesOf(person) },
    },
  };
});

/** To another department. What she entered stays with the old one: documents are a department's. */
const move = act(moveSchema, async ({ strapi, person, input: { department } }) => {
  const documentId = memberOf(person);
  if (department === person.department) throw new DisclosureError('INVALID_INPUT', '她已经在这个部门');
  await requireDepartment(strapi, department);
  await updateMember(strapi, documentId, { department });
  if (person.user_id !== null) await endSessions(strapi, person.user_id);
  return { details: { from: person.department, to: department } };
});

/** Every account that she has, at every door. */
async function setActive({ strapi, person }: ActContext<unknown>, isActive: boolean): Promise<void> {
  if (person.department !== null) await updateMember(strapi, person.id, { active: isActive });
  if (person.api_user_id !== null) {
    await strapi.db
      .query(API_USER)
      .update({ where: { id: person.api_user_id }, data: { blocked: !isActive } });
  }
  if (person.user_id === null) return;
  await strapi.db.query(PANEL_USER).update({ where: { id: person.user_id }, data: { isActive } });
  if (!isActive) await endSessions(strapi, person.user_id);
}

const disable = act(withReason, async (context) => {
  const { strapi, person } = context;
  if (!person.is_active) throw new DisclosureError('INVALID_TRANSITION', '账号已经停用');
  if (person.user_id !== null) await assertAdministratorStays(strapi, person.user_id, { isActive: false });
  await setActive(context, false);
  return {};
});

const enable = act(withoutInput, async (context) => {
  if (context.person.is_active) throw new DisclosureError('INVALID_TRANSITION', '账号没有停用');
  await setActive(context, true);
  return {};
});

const resetPassword = act(withReason, async ({ strapi, person }) => {
  const userId = accountOf(person);
  const password = initialPassword(accountSettings(strapi).password.minLength);
  await setPanelPassword(strapi, userId, password, { mustChange: true });
  await endSessions(strapi, userId);
  await clearFailures(strapi, keysOf(person));
  return { initialPassword: password };
});

const resetSecondFactor = act(withReason, async ({ strapi, person }) => {
  const userId = accountOf(person);
  if (!(await removeFactor(strapi, userId))) {
    throw new DisclosureError('INVALID_TRANSITION', '这个人员没有启用动态码');
  }
  await endSessions(strapi, userId);
  return {};
});

const keysOf = ({ user_id: panel, api_user_id: api }: PersonRow): string[] => [
  ...(panel === null ? [] : [accountKey('panel', panel)]),
  ...(api === null ? [] : [accountKey('api', api)]),
];

const unlock = act(withoutInput, async ({ strapi, person }) => {
  await clearFailures(strapi, keysOf(person));
  return {};
});

const endAll = act(withoutInput, async ({ strapi, person }) => ({
  details: { ended: await endSessions(strapi, accountOf(person)) },
}));

/** What can be done to a person's account. */
export const ACTS = {
  change,
  move,
  disable,
  enable,
  'reset-password': resetPassword,
  'reset-second-factor': resetSecondFactor,
  unlock,
  'end-sessions': endAll,
} satisfies Record<string, unknown>;
export type ActName = keyof typeof ACTS;

export const isAct = (name: string): name is ActName => Object.hasOwn(ACTS, name);
export const findAct = (name: ActName): Act<unknown> => ACTS[name] as unknown as Act<unknown>;
