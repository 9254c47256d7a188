import { type Refusal, refuse } from '../../../disclosure/server/errors';
import { checkOwnership, hasDuty } from '../../../disclosure/server/rules/ownership';
import type { Actor, Subject } from '../../../disclosure/server/types';

/**
 * Who decides whether a publication goes to the 公众号: people of the department that owns it (谁公开谁负责). What is
 * public already is decided by those who publish, because it goes out without a further review.
 */
export function whyNotChoose(actor: Actor | null, subject: Subject): Refusal | null {
  const refusal = checkOwnership('owner', actor, subject, []);
  if (refusal) return refusal;
  if (subject.live)
    return hasDuty(actor, 'publisher')
      ? null
      : refuse('DUTY_REQUIRED', '信息已经公开，是否发布到公众号由有发布职责的人员决定');
  return hasDuty(actor, 'editor') || hasDuty(actor, 'reviewer') || hasDuty(actor, 'publisher')
    ? null
    : refuse('DUTY_REQUIRED');
}

/**
 * Who tries again, or says that something is done in the account: the same, and the office, whose people work in the account.
 * What goes there stays the department's decision.
 */
export const whyNotAttend = (actor: Actor | null, subject: Subject): Refusal | null =>
  hasDuty(actor, 'supervisor') ? null : whyNotChoose(actor, subject);
