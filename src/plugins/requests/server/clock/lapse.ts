import type { Clock } from './clock';
import { ofType } from './events';
import type { ClockInput } from './input';

/** Who has let a term pass, and its last day. */
export type Lapse = {
  of: 'correction' | 'payment' | 'reason' | 'thirdParty' | 'coMaker';
  until: string;
};

/**
 * Whose silence lets the desk go on today: the applicant's on a correction, a payment or a reason (条例第三十条、第三十五条), a third
 * party's or a co-maker's on being asked (条例第三十二条、第三十四条). Null: nobody's, or somebody else is still waited for. Pure.
 */
export function lapseOf({ events, today }: Pick<ClockInput, 'events' | 'today'>, clock: Clock): Lapse | null {
  const { state, applicantBy, startedOn, pauses } = clock;
  if (state === 'awaitingCorrection' || state === 'awaitingPayment') {
    const of = state === 'awaitingPayment' ? 'payment' : 'correction';
    return applicantBy && applicantBy < today ? { of, until: applicantBy } : null;
  }
  if (state !== 'running') return null;
  const replied = ofType(events, 'consultationReplied').map(({ consultation }) => consultation);
  const silent = pauses.findLast(
    ({ consultation, lapsesOn, after }) =>
      lapsesOn && lapsesOn < today && after >= startedOn && !replied.includes(consultation),
  );
  // another organ has no term of its own, so it cannot let one pass
  if (silent?.lapsesOn && silent.of !== 'otherOrgan') return { of: silent.of, until: silent.lapsesOn };
  const asked = ofType(events, 'reasonAsked').findLast(({ on }) => on >= startedOn);
  const isGiven = asked && ofType(events, 'reasonGiven').some(({ on }) => on >= asked.on);
  return asked && !isGiven && asked.until < today ? { of: 'reason', until: asked.until } : null;
}
