import { standingOrder } from '../jobs/standing-order';
import type { Member, VerbName } from '../types';
import { backoff, DELIVERY } from './backoff';
import { topicsOf } from './topics';

const person: Member = {
  kind: 'member',
  personId: 'p1',
  name: '测试员',
  department: 'finance',
  duties: [],
  via: 'admin',
};

test.each<[VerbName, boolean, string[]]>([
  ['submit', false, ['document.submitted']],
  ['approve', true, ['document.approved']],
  ['publish', false, ['publication.published', 'document.published']],
  ['expedite', false, ['publication.published', 'document.expedited']],
  ['withdraw', true, ['publication.withdrawn', 'document.withdrawn']],
  ['transfer', true, ['publication.transferred', 'document.transferred']],
  ['transfer', false, ['document.transferred']],
  ['unschedule', false, ['document.unscheduled']],
  ['edit', true, []],
  ['delete', false, []],
])('%s (live: %s) is announced as %j', (verb, live, topics) => {
  expect(topicsOf(verb, { live }, person)).toEqual(topics);
});

test('an import of the command line tells the public, and no person of the desk', () => {
  const job: Member = { ...person, via: 'job' };
  expect(topicsOf('submit', { live: false }, job)).toEqual([]);
  expect(topicsOf('publish', { live: false }, job)).toEqual(['publication.published']);
  expect(topicsOf('schedule', { live: false }, job)).toEqual(['document.scheduled']);
});

test('a schedule that the job gives back has failed; a person has only taken it back', () => {
  const job = standingOrder('schedule', '定时发布', 'finance');
  expect(topicsOf('unschedule', { live: false }, job)).toEqual(['document.schedule-failed']);
});

test('waits grow to an hour, and end', () => {
  const waits = Array.from({ length: DELIVERY.attempts }, (_, i) => backoff(i + 1));
  expect(waits.slice(0, 3)).toEqual([2_000, 4_000, 8_000]);
  expect(waits.at(-1)).toBeNull();
  expect(Math.max(...waits.map((wait) => wait ?? 0))).toBeLessThanOrEqual(3_600_000);
});
