import type { Issue } from '../gate/completeness';
import { decide } from '../rules/decide';
import type { Actor, Subject } from '../types';
import { VERB_TABLE, type WorkflowVerb } from '../verbs';
import type { DeskButton } from './contract';

export type ButtonVerb = WorkflowVerb | 'edit' | 'delete' | 'discard';

type Facts = {
  actor: Actor;
  subject: Subject;
  responsible: readonly string[];
  /** what is missing or wrong in the document */
  issues: readonly Issue[];
  /** what else must be ready before it may become public */
  releaseIssues?: readonly Issue[];
};

/** The verbs that ask for a complete document; the gate is the authority, this says it beforehand. */
const WANT_COMPLETE: ReadonlySet<ButtonVerb> = new Set(['submit']);

/** The verbs that bring a document to the public, now or by the clock. */
const WANT_RELEASE: ReadonlySet<ButtonVerb> = new Set(['publish', 'schedule', 'expedite']);

const stillMissing = (issues: readonly Issue[]): string =>
  `还缺：${issues.map(({ message }) => message).join('；')}`;

/** The same rule that refuses in the gate says here why a button is off. */
export function buttonOf<Verb extends ButtonVerb>(
  verb: Verb,
  { actor, subject, responsible, issues, releaseIssues = [] }: Facts,
): DeskButton<Verb> {
  const transition = VERB_TABLE[verb];
  const refusal = decide({ transition, actor, subject, responsible, input: { reason: '—' } });
  const mendable = refusal === null && WANT_COMPLETE.has(verb) && issues.length > 0;
  const waits = refusal === null && WANT_RELEASE.has(verb) && releaseIssues.length > 0;
  const missing = mendable ? issues : waits ? releaseIssues : null;
  return {
    verb,
    label: transition.label,
    allowed: refusal === null && missing === null,
    why: missing ? stillMissing(missing) : (refusal?.message ?? null),
    mendable,
    waits,
    reason: transition.reason,
  };
}
