import { MINUTE_MS } from '../clock';
import type { NextStep } from '../contract';

/** What is known of a session at a request. */
export type SessionFacts = {
  lastUsedAt: Date;
  /** a code was shown at sign-in */
  secondFactor: boolean;
  hasSecondFactor: boolean;
  needsSecondFactor: boolean;
  mustChange: boolean;
};

export type Verdict = { isAlive: false; why: 'idle' | 'unproved' } | { isAlive: true; next: NextStep };

/** What a person has to do before anything else is answered. */
export const nextStep = (
  facts: Pick<SessionFacts, 'mustChange' | 'hasSecondFactor' | 'needsSecondFactor'>,
): NextStep => {
  if (facts.mustChange) return 'password';
  return facts.needsSecondFactor && !facts.hasSecondFactor ? 'second-factor' : null;
};

/** Whether a session still stands, and for what. */
export function judge(facts: SessionFacts, at: Date, idleMinutes: number): Verdict {
  if (at.getTime() - facts.lastUsedAt.getTime() > idleMinutes * MINUTE_MS)
    return { isAlive: false, why: 'idle' };
  // begun with the password alone, before the second factor was set up elsewhere
  if (facts.hasSecondFactor && !facts.secondFactor) return { isAlive: false, why: 'unproved' };
  return { isAlive: true, next: nextStep(facts) };
}
