import { type Refusal, refuse } from '../errors';
import type { Actor, Duty, State, Subject, VerbInput, VerbName } from '../types';
import { checkOwnership, hasDuty, isOfficeOrder, type Who } from './ownership';

export const STATE_NAMES: Record<State, string> = {
  draft: '草稿',
  submitted: '待审核',
  returned: '已退回',
  approved: '待发布',
  scheduled: '定时待发布',
  published: '已发布',
  withdrawn: '已撤回',
};

export const DUTY_NAMES: Record<Duty, string> = {
  editor: '采集',
  reviewer: '审核',
  publisher: '发布',
  supervisor: '公开办',
  auditor: '审计',
};

/** One row of the transition table: data only, so that guard, buttons, documentation and tests share it. */
export type Transition = {
  verb: VerbName;
  label: string;
  /** states of the working copy in which the verb is possible; empty: there is no document yet */
  from: readonly State[];
  /** `same`: the state stays; `restored`: published where a publication is live, else draft */
  to: State | 'same' | 'restored' | 'gone';
  /** only with a live publication */
  live?: true;
  /** only while it has never been public */
  neverPublic?: true;
  /** only for what was published in urgency and not reviewed yet */
  unratified?: true;
  who: Who;
  duty: Duty;
  reason: 'required' | 'optional' | 'none';
  /** 条例第十七条 review mechanism: none of the contributors may do it */
  secondPerson?: boolean;
  /** what to do instead when the state does not allow it */
  hint?: string;
};

export type Decision = {
  transition: Transition;
  actor: Actor | null;
  subject: Subject;
  input: VerbInput;
  responsible: readonly string[];
};

/**
 * The one function that says whether an actor may use a verb on a document: the gate refuses with it,
 * the panel enables its buttons with it.
 *
 * @returns the refusal, or null when the verb is allowed
 */
export function decide({ transition, actor, subject, input, responsible }: Decision): Refusal | null {
  return (
    checkOwnership(transition.who, actor, subject, responsible) ??
    checkVersion(subject, input) ??
    checkState(transition, subject) ??
    checkSecondPerson(transition, actor, subject) ??
    checkDuty(transition, actor, subject) ??
    checkReason(transition, input)
  );
}

function checkVersion(subject: Subject, input: VerbInput): Refusal | null {
  if (input.expectedVersion === undefined || input.expectedVersion === subject.version) return null;
  return refuse('STALE_VERSION', undefined, {
    expectedVersion: input.expectedVersion,
    currentVersion: subject.version,
  });
}

function checkState(transition: Transition, subject: Subject): Refusal | null {
  if (subject.state === null) return null;
  const wrongState = !transition.from.includes(subject.state);
  const notLive = transition.live === true && !subject.live;
  const wasPublic = transition.neverPublic === true && subject.everPublic;
  const ratified = transition.unratified === true && !subject.awaitsRatification;
  if (!wrongState && !notLive && !wasPublic && !ratified) return null;
  const hint = transition.hint ? `;${transition.hint}` : '';
  return refuse(
    'INVALID_TRANSITION',
    `该信息处于“${STATE_NAMES[subject.state]}”状态，不能${transition.label}${hint}`,
    { state: subject.state, verb: transition.verb, live: subject.live },
  );
}

function checkSecondPerson(transition: Transition, actor: Actor | null, subject: Subject): Refusal | null {
  if (!transition.secondPerson || actor?.kind !== 'member') return null;
  return subject.contributors.includes(actor.personId) ? refuse('NEEDS_SECOND_REVIEWER') : null;
}

function checkDuty(transition: Transition, actor: Actor | null, subject: Subject): Refusal | null {
  if (transition.who === 'office' || hasDuty(actor, transition.duty)) return null;
  if (transition.who === 'owner-or-office' && actor && isOfficeOrder(actor, subject)) return null;
  const needed = DUTY_NAMES[transition.duty];
  return refuse('DUTY_REQUIRED', `${transition.label}需要“${needed}”职责，请由本部门有该职责的人员办理`);
}

function checkReason(transition: Transition, input: VerbInput): Refusal | null {
  if (transition.reason !== 'required' || input.reason?.trim()) return null;
  return refuse('REASON_REQUIRED', `${transition.label}须填写理由`);
}

/** The state after the verb; null when the document is gone. */
export function nextState(transition: Transition, subject: Subject): State | null {
  switch (transition.to) {
    case 'gone':
      return null;
    case 'same':
      return subject.state;
    case 'restored':
      return subject.live ? 'published' : 'draft';
    default:
      return transition.to;
  }
}
