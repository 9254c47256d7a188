import type { Duty, State } from '../../disclosure/server/types';
import type { NoticeKind } from './contract';
import { type Facts, type Person, recipientsOf } from './recipients';

const person = (personId: string, department: string, ...duties: Duty[]): Person => ({
  personId,
  name: personId,
  department,
  duties,
  email: `${personId}@example.test`,
});

const PEOPLE = [
  person('writer', 'finance', 'editor'),
  person('colleague', 'finance', 'editor'),
  person('reviewer', 'finance', 'reviewer'),
  person('reviewer-who-wrote', 'finance', 'editor', 'reviewer'),
  person('publisher', 'finance', 'publisher'),
  person('auditor-of-finance', 'finance', 'auditor'),
  person('regulator', 'education', 'reviewer', 'publisher'),
  person('stranger', 'health', 'editor', 'reviewer', 'publisher'),
  person('office', 'district-office', 'supervisor'),
  person('watcher', 'district-office', 'auditor'),
];

const facts = (more: Partial<Facts> = {}): Facts => ({
  owner: 'finance',
  reviewedBy: 'finance',
  state: 'submitted',
  contributors: ['writer', 'reviewer-who-wrote'],
  by: null,
  ...more,
});
const told = (kind: NoticeKind, more: Partial<Facts> = {}, people = PEOPLE) =>
  recipientsOf(kind, facts(more), people).map(({ personId }) => personId);

test.each<[NoticeKind, Partial<Facts>, string[]]>([
  ['submitted', {}, ['reviewer']],
  ['submitted', { reviewedBy: 'education' }, ['regulator']],
  ['ratify', {}, ['reviewer']],
  ['returned', { state: 'returned' }, ['writer', 'reviewer-who-wrote']],
  ['approved', { state: 'approved' }, ['publisher']],
  ['passed', { state: 'approved' }, ['writer', 'reviewer-who-wrote']],
  ['published', { state: 'published' }, ['writer', 'reviewer-who-wrote']],
  ['schedule-failed', { state: 'approved' }, ['publisher']],
  ['withdrawn', {}, ['writer', 'colleague', 'reviewer', 'reviewer-who-wrote', 'publisher']],
  ['transferred', { owner: 'health' }, ['stranger']],
  ['due', { state: 'draft' }, ['writer', 'colleague', 'reviewer-who-wrote']],
  ['due', { state: 'returned' }, ['writer', 'colleague', 'reviewer-who-wrote']],
  ['due', { state: 'submitted' }, ['reviewer']],
  ['due', { state: 'approved' }, ['publisher']],
  ['due', { state: 'scheduled' }, ['publisher']],
  [
    'overdue',
    { state: 'draft' },
    ['writer', 'colleague', 'reviewer', 'reviewer-who-wrote', 'publisher', 'office'],
  ],
])('%s with %o is told to %j', (kind, more, expected) => {
  expect(told(kind, more)).toEqual(expected);
});

const EVERY: NoticeKind[] = [
  ...(['submitted', 'returned', 'approved', 'passed', 'published'] as const),
  ...(['ratify', 'schedule-failed', 'withdrawn', 'transferred', 'due', 'overdue'] as const),
];
test.each(EVERY)('%s is never told to another department, in no state', (kind) => {
  for (const state of ['draft', 'submitted', 'returned', 'approved', 'scheduled', 'published'] as State[]) {
    expect(told(kind, { state })).not.toContain('stranger');
    expect(told(kind, { state })).not.toContain('regulator');
    expect(told(kind, { state })).not.toContain('watcher');
  }
});
test.each(EVERY)('%s is never told to whoever did it', (kind) => {
  for (const { personId } of PEOPLE) expect(told(kind, { by: personId })).not.toContain(personId);
});

test('what comes back to people who have left goes to those who enter there now', () => {
  expect(told('returned', { contributors: ['gone'] })).toEqual(['writer', 'colleague', 'reviewer-who-wrote']);
});
test('who wrote it and has moved to another department is not told any more', () => {
  const moved = PEOPLE.map((one) => (one.personId === 'writer' ? { ...one, department: 'health' } : one));
  expect(told('returned', {}, moved)).toEqual(['reviewer-who-wrote']);
});
