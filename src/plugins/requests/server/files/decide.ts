import { type Refusal, refuse } from '../../../disclosure/server/errors';
import { isMember } from '../../../disclosure/server/rules/ownership';
import type { Actor, Member } from '../../../disclosure/server/types';
import type { FileRole } from '../../shared/files';
import { type RequestSubject, refusalOf } from '../workflow/decide';

const CONTENT_DUTIES: readonly Member['duties'][number][] = ['editor', 'reviewer', 'supervisor'];

/** Whether somebody may open files of a request that she sees: who handles it, not who only watches. */
export const mayReadFiles = (actor: Actor | null): boolean =>
  isMember(actor) && actor.duties.some((duty) => CONTENT_DUTIES.includes(duty));

/**
 * Whether somebody may add to, or take from, the files of a request now: the applicant's like registering and noting what
 * came in, those of the answer like drafting it. Null: she may.
 */
export function fileRefusal(role: FileRole, actor: Actor | null, subject: RequestSubject): Refusal | null {
  if (role !== 'application') return refusalOf('saveAnswer', actor, subject, null);
  const refusal = refusalOf(
    subject.state === 'submitted' ? 'register' : 'noteCorrection',
    actor,
    subject,
    null,
  );
  return refusal?.code === 'INVALID_TRANSITION'
    ? refuse('INVALID_TRANSITION', '申请已不在办理中，不能再增减附件')
    : refusal;
}
