import { type Refusal, refuse } from '../../../disclosure/server/errors';
import { hasDuty, isMember, watches } from '../../../disclosure/server/rules/ownership';
import type { Actor } from '../../../disclosure/server/types';
import { type RequestState, stateLabel } from '../../shared/states';
import { type RequestVerb, verbRow } from './verbs';

/** What the rules need to know of a request. */
export type RequestSubject = {
  owner: string;
  state: RequestState;
  version: number;
  /** persons who have written the answer */
  authors: readonly string[];
};

export type VerbTold = { reason?: string | undefined; expectedVersion?: number | undefined };

/** 谁公开谁负责: the handling department and the office alone see a request; to others it does not exist. */
export const maySee = (actor: Actor | null, { owner }: Pick<RequestSubject, 'owner'>): boolean =>
  isMember(actor) && (actor.department === owner || watches(actor));

/**
 * Whether somebody may use a verb on a request: the same function enables the button, answers the API and refuses in the
 * act. Refused by default. Null: she may.
 */
export function refusalOf(
  verb: RequestVerb,
  actor: Actor | null,
  subject: RequestSubject,
  told: VerbTold | null,
): Refusal | null {
  if (!isMember(actor)) return refuse('NO_ACTOR');
  if (!maySee(actor, subject)) return refuse('NOT_FOUND', '没有找到该申请');
  const row = verbRow(verb);
  const isOffice = hasDuty(actor, 'supervisor') && row.by !== 'department';
  const isDepartment = actor.department === subject.owner && row.by !== 'office';
  if (!isOffice && !isDepartment) {
    return row.by === 'office'
      ? refuse('DUTY_REQUIRED', '该操作由区政务公开办办理')
      : refuse('NOT_OWNER', '谁公开、谁负责：只有承办部门可以办理此操作');
  }
  if (!isOffice && !row.duties.some((duty) => actor.duties.includes(duty))) return refuse('DUTY_REQUIRED');
  if (!row.from.includes(subject.state)) {
    return refuse('INVALID_TRANSITION', `申请现在是“${stateLabel(subject.state)}”，不能${row.label}`);
  }
  if (row.second && subject.authors.includes(actor.personId)) {
    return refuse('NEEDS_SECOND_REVIEWER', '本人起草的答复须由另一位审核人员审核');
  }
  if (!told) return null;
  if (told.expectedVersion !== undefined && told.expectedVersion !== subject.version)
    return refuse('STALE_VERSION', '该申请已有新的办理情况，请刷新后再操作');
  return row.reason && !told.reason?.trim() ? refuse('REASON_REQUIRED') : null;
}
