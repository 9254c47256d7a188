import { type Refusal, refuse } from '../errors';
import type { Actor, Duty, Member, Subject } from '../types';

/** Who may use a verb on a document. */
export type Who =
  /** 责任主体: a department responsible for the scope */
  | 'responsible'
  /** the department that owns the document (谁公开谁负责) */
  | 'owner'
  /** the department that reviews: the owner, or the regulator of a public institution */
  | 'reviewing'
  /** the owner, or the district office by an order */
  | 'owner-or-office'
  /** the district office alone */
  | 'office';

export const isMember = (actor: Actor | null): actor is Member => actor?.kind === 'member';

export const hasDuty = (actor: Actor | null, duty: Duty): boolean =>
  isMember(actor) && actor.duties.includes(duty);

/** Departments, people, duties, catalogue and calendar: kept by the office and the administrator. */
export const mayKeepReferenceData = (actor: Actor | null): boolean =>
  actor?.kind === 'administrator' || actor?.kind === 'system' || hasDuty(actor, 'supervisor');

/** The office's supervisor acting on a document of another department. */
export const isOfficeOrder = (actor: Actor, subject: Subject): boolean =>
  hasDuty(actor, 'supervisor') && isMember(actor) && actor.department !== subject.owner;

/**
 * 谁公开谁负责 (条例第十条: the organ that makes the information publishes it). Refused by default.
 *
 * @param responsible the departments responsible for the document's scope
 */
export function checkOwnership(
  who: Who,
  actor: Actor | null,
  subject: Subject,
  responsible: readonly string[],
): Refusal | null {
  if (!isMember(actor)) return refuse('NO_ACTOR');
  switch (who) {
    case 'responsible':
      return responsible.includes(actor.department) ? null : refuse('NOT_RESPONSIBLE');
    case 'owner':
      return actor.department === subject.owner ? null : refuse('NOT_OWNER');
    case 'reviewing':
      if (actor.department === subject.reviewedBy) return null;
      return actor.department === subject.owner
        ? refuse('DUTY_REQUIRED', '公共企事业单位的信息由其主管部门审核')
        : refuse('NOT_OWNER');
    case 'owner-or-office':
      if (actor.department === subject.owner || hasDuty(actor, 'supervisor')) return null;
      return refuse('NOT_OWNER');
    case 'office':
      if (hasDuty(actor, 'supervisor')) return null;
      return actor.department === subject.owner
        ? refuse('DUTY_REQUIRED', '该操作由区政务公开办办理')
        : refuse('NOT_OWNER');
    default:
      return refuse('NOT_ALLOWED');
  }
}

/** Those who look at the whole district: the office and the auditors. */
export const watches = (actor: Actor | null): boolean =>
  hasDuty(actor, 'supervisor') || hasDuty(actor, 'auditor');

/** Who may look at a working copy: its owner, who reviews it, and those who look at the whole district. */
export const mayRead = (actor: Actor | null, { owner, reviewedBy }: Subject): boolean =>
  isMember(actor) && (actor.department === owner || actor.department === reviewedBy || watches(actor));
