import { isStandingOrder } from '../jobs/standing-order';
import type { Member, Subject, VerbName } from '../types';

type Topics = Partial<Record<VerbName, string>>;

/** What other systems and instances are told: the public sees something else. */
const PUBLIC: Topics = {
  publish: 'publication.published',
  expedite: 'publication.published',
  withdraw: 'publication.withdrawn',
  transfer: 'publication.transferred',
};

/** What the clocks of all instances are told. */
const CLOCK: Topics = { schedule: 'document.scheduled', unschedule: 'document.unscheduled' };

/** Another document has changed, repealed or confirmed this one, or does so no longer. */
export const STANDING_CHANGED = 'publication.standing-changed';

/** What people are told: a document waits for somebody else now, or is public. */
const DESK: Topics = {
  submit: 'document.submitted',
  return: 'document.returned',
  approve: 'document.approved',
  publish: 'document.published',
  expedite: 'document.expedited',
  withdraw: 'document.withdrawn',
  transfer: 'document.transferred',
};

/**
 * The topics under which a verb is announced. What an import of the command line or the demo brings in by
 * the thousand is no news of the desk; what a person has put off to an instant is.
 */
export function topicsOf(verb: VerbName, subject: Pick<Subject, 'live'>, actor: Member): string[] {
  if (verb === 'unschedule' && isStandingOrder(actor)) return ['document.schedule-failed'];
  const isPublic = verb !== 'transfer' || subject.live;
  const isBulk = actor.via === 'job' && !isStandingOrder(actor);
  const topics = [isPublic ? PUBLIC[verb] : null, CLOCK[verb], isBulk ? null : DESK[verb]];
  return topics.filter((topic): topic is string => Boolean(topic));
}

/** Everything after which the public sees something else. */
export const PUBLIC_TOPICS: readonly string[] = [...new Set(Object.values(PUBLIC)), STANDING_CHANGED];

export const isPublicTopic = (topic: string): boolean => topic.startsWith('publication.');
