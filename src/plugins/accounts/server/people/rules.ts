import { type Refusal, refuse } from '../../../disclosure/server/errors';
import { mayKeepReferenceData } from '../../../disclosure/server/rules/ownership';
import type { Actor } from '../../../disclosure/server/types';

/** Who is to be changed. */
export type Target = { id: string; isAdministrator: boolean };

const personIdOf = (actor: Actor | null): string | null =>
  actor && 'personId' in actor ? actor.personId : null;

/** People are kept by the office and the administrator; everybody else learns nothing of them. */
export const mayKeepPeople = (actor: Actor | null): Refusal | null => {
  if (!actor) return refuse('NO_ACTOR');
  return mayKeepReferenceData(actor) ? null : refuse('NOT_ALLOWED', '人员和账号由区政务公开办和管理员维护');
};

/**
 * Whether somebody may change a person's account. Two rules separate the duties: nobody changes her own
 * account here, and an administrator's is kept by administrators alone, or the office could take her place.
 */
export function mayChange(actor: Actor | null, target: Target): Refusal | null {
  const refusal = mayKeepPeople(actor);
  if (refusal) return refusal;
  if (personIdOf(actor) === target.id) {
    return refuse(
      'NOT_ALLOWED',
      '不能在这里修改自己；密码和动态码在“我的账号”里维护，职责和部门由另一位办理',
    );
  }
  if (target.isAdministrator && actor?.kind === 'member') {
    return refuse('NOT_ALLOWED', '系统管理员的账号由系统管理员维护');
  }
  return null;
}
