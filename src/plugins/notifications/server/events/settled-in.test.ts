import type { State } from '../../../disclosure/server/types';
import { settledIn } from './settled-in';

test.each<[State, string[]]>([
  ['draft', ['submitted', 'returned', 'approved', 'schedule-failed']],
  ['submitted', ['returned', 'approved', 'schedule-failed']],
  ['returned', ['submitted', 'approved', 'schedule-failed']],
  ['approved', ['submitted', 'returned']],
  ['scheduled', ['submitted', 'returned', 'schedule-failed']],
  ['published', ['submitted', 'returned', 'approved', 'schedule-failed', 'due']],
])('once a document is %s, nobody need do anything about %j', (state, kinds) => {
  expect(settledIn(state)).toEqual(kinds);
});
