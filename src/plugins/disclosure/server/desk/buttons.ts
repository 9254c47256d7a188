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
};

/** The verbs that ask for a complete document; the gate is the authority, this says it beforehand. */
const WANT_COMPLETE: ReadonlySet<ButtonVerb> = new Set(['submit']);

/** The same rule that refuses in the gate says here why a button is off. */
export function buttonOf<Verb extends ButtonVerb>(
  verb: Verb,
  { actor, subject, responsible, issues }: Facts,
): DeskButton<Verb> {
  const transition = VERB_TABLE[verb];
  const refusal = decide({ transition, actor, subject, responsible, input: { reason: '—' } });
  const mendable = refusal === null && WANT_COMPLETE.has(verb) && issues.length > 0;
  return {
    verb,
    label: transition.label,
    allowed: refusal === null && !mendable,
    why: mendable ? `还缺:${issues.map(({ message }) => message).join(';')}` : (refusal?.message ?? null),
    mendable,
    reason: transition.reason,
  };
}
