import { isStandingOrder } from '../jobs/standing-order';
import type { Member, Subject, VerbName } from '../types';

/** What other systems and instances are told: the public sees something else. */
const PUBLIC: Partial<Record<VerbName, string>> = {
  publish: 'publication.published',
  expedite: 'publication.published',
  withdraw: 'publication.withdrawn',
  transfer: 'publication.transferred',
};

/** What people are told: a document waits for somebody else now. */
const DESK: Partial<Record<VerbName, string>> = {
  submit: 'document.submitted',
  return: 'document.returned',
  approve: 'document.approved',
  schedule: 'document.scheduled',
  unschedule: 'document.unscheduled',
  expedite: 'document.expedited',
  withdraw: 'document.withdrawn',
  transfer: 'document.transferred',
};

/** The topics under which a verb is announced. */
export function topicsOf(verb: VerbName, subject: Pick<Subject, 'live'>, actor: Member): string[] {
  const isPublic = verb !== 'transfer' || subject.live;
  const failed = verb === 'unschedule' && isStandingOrder(actor);
  return [
    ...(isPublic && PUBLIC[verb] ? [PUBLIC[verb]] : []),
    ...(failed ? ['document.schedule-failed'] : DESK[verb] ? [DESK[verb]] : []),
  ];
}

export const isPublicTopic = (topic: string): boolean => topic.startsWith('publication.');
