import type { Duty, Member } from '../../../disclosure/server/types';
import { STATES } from '../../shared/states';
import { maySee, type RequestSubject, refusalOf } from './decide';
import { VERB_NAMES, verbRow } from './verbs';

const member = (department: string, ...duties: Duty[]): Member => ({
  ...{
    kind: 'member',
    personId: `${department}-${duties.join('-')}`,
    name: '某人',
    department,
    duties,
    via: 'admin',
  },
});
const subject = (changes: Partial<RequestSubject> = {}): RequestSubject => ({
  ...{ owner: 'finance', state: 'handling', version: 3, authors: [] },
  ...changes,
});
const told = { reason: '理由' };
const owner = member('finance', 'editor', 'reviewer', 'publisher');
const office = member('district-office', 'supervisor');

describe.each(VERB_NAMES)('%s', (verb) => {
  const row = verbRow(verb);

  test.each(STATES.map(({ code }) => code))('from %s as the table says', (state) => {
    const actor = row.by === 'office' ? office : owner;
    const code = refusalOf(verb, actor, subject({ state }), told)?.code;
    expect(code).toBe(row.from.includes(state) ? undefined : 'INVALID_TRANSITION');
  });

  test('is refused to everybody else: for them the request does not exist', () => {
    for (const actor of [member('health', 'editor', 'reviewer', 'publisher'), member('finance')]) {
      const code = refusalOf(verb, actor, subject({ state: row.from[0] as never }), told)?.code;
      expect(code).toBe(
        actor.department === 'finance'
          ? row.by === 'office'
            ? 'DUTY_REQUIRED'
            : 'DUTY_REQUIRED'
          : 'NOT_FOUND',
      );
    }
    expect(refusalOf(verb, null, subject(), told)?.code).toBe('NO_ACTOR');
    expect(refusalOf(verb, { kind: 'administrator', personId: 'a', name: 'a' }, subject(), told)?.code).toBe(
      'NO_ACTOR',
    );
  });

  test('by the office only where it may act', () => {
    const code = refusalOf(verb, office, subject({ state: row.from[0] as never }), told)?.code;
    expect(code).toBe(row.by === 'department' ? 'NOT_OWNER' : undefined);
  });
});

test('who has written an answer does not approve it', () => {
  const answer = subject({ state: 'reviewing', authors: [owner.personId] });
  expect(refusalOf('approve', owner, answer, told)?.code).toBe('NEEDS_SECOND_REVIEWER');
  expect(refusalOf('approve', member('finance', 'reviewer'), answer, told)).toBeNull();
});

test('reasons and versions are asked for in the act, not for the button', () => {
  expect(refusalOf('extend', owner, subject(), null)).toBeNull();
  expect(refusalOf('extend', owner, subject(), { reason: ' ' })?.code).toBe('REASON_REQUIRED');
  expect(refusalOf('extend', owner, subject(), { ...told, expectedVersion: 2 })?.code).toBe('STALE_VERSION');
});

test('auditors see, and do nothing', () => {
  const auditor = member('district-office', 'auditor');
  expect(maySee(auditor, subject())).toBe(true);
  expect(refusalOf('extend', auditor, subject(), told)?.code).toBe('NOT_OWNER');
  expect(maySee(member('health', 'supervisor'), subject())).toBe(true);
});
