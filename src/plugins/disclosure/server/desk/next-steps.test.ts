import type { Duty, Member, State, Subject } from '../types';
import { nextVerb, whoMay } from './next-steps';

const person = (name: string, duties: Duty[], department = 'finance'): Member => ({
  kind: 'member',
  personId: name,
  name,
  department,
  duties,
  via: 'admin',
});
const subject = (state: State, more: Partial<Subject> = {}): Subject => ({
  uid: 'plugin::test.record',
  documentId: 'd1',
  owner: 'finance',
  state,
  version: 1,
  reviewedBy: 'finance',
  awaitsRatification: false,
  contributors: [],
  live: false,
  everPublic: false,
  scope: 'D05-03',
  ...more,
});

test.each<[string, Subject, string | null]>([
  ['a draft', subject('draft'), 'submit'],
  ['what was returned', subject('returned'), 'submit'],
  ['what waits for review', subject('submitted'), 'approve'],
  ['what was approved', subject('approved'), 'publish'],
  ['what is public', subject('published', { live: true }), null],
  ['what was published in urgency', subject('published', { live: true, awaitsRatification: true }), 'ratify'],
  ['what was withdrawn', subject('withdrawn'), null],
])('the next step of %s', (_what, of, verb) => {
  expect(nextVerb(of)).toBe(verb);
});

test('those are named whom the gate would let: with the duty, of the department, and not the writers', () => {
  const people = [
    person('李审核', ['reviewer']),
    person('王审核', ['reviewer', 'publisher']),
    person('张采集', ['editor']),
    person('外人', ['reviewer'], 'audit'),
  ];
  expect(whoMay('approve', subject('submitted'), people)).toEqual(['李审核', '王审核']);
  expect(whoMay('approve', subject('submitted', { contributors: ['王审核'] }), people)).toEqual(['李审核']);
  expect(whoMay('publish', subject('approved'), people)).toEqual(['王审核']);
  expect(whoMay('approve', subject('submitted', { reviewedBy: 'audit' }), people)).toEqual(['外人']);
  expect(whoMay('approve', subject('submitted'), [])).toEqual([]);
});
