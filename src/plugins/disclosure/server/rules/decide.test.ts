import type { Actor, Duty, Member, State, Subject } from '../types';
import { DUTIES, STATES, VERBS } from '../types';
import { VERB_TABLE, WORKFLOW_VERBS } from '../verbs';
import { decide, nextState } from './decide';
import { mayRead } from './ownership';

const OWNER = 'housing-construction';

const member = (department: string, duties: readonly Duty[], personId = 'p1'): Member => ({
  kind: 'member',
  personId,
  name: '测试员',
  department,
  duties,
  via: 'api',
});

const subject = (state: State | null, changes: Partial<Subject> = {}): Subject => ({
  uid: 'plugin::test.record',
  documentId: state === null ? null : 'd1',
  owner: state === null ? null : OWNER,
  state,
  version: 3,
  reviewedBy: state === null ? null : OWNER,
  awaitsRatification: false,
  contributors: [],
  live: false,
  everPublic: false,
  scope: 'D05-03',
  ...changes,
});

const everything = member(OWNER, DUTIES);
const codeOf = (
  verb: keyof typeof VERB_TABLE,
  actor: Actor | null,
  on: Subject,
  input = { reason: '理由' } as object,
) => decide({ transition: VERB_TABLE[verb], actor, subject: on, input, responsible: [OWNER] })?.code ?? null;

/** The first state from which a verb is possible, live where the verb needs it. */
const possible = (verb: keyof typeof VERB_TABLE): Subject => {
  const { from, live, unratified } = VERB_TABLE[verb];
  return subject(from[0] ?? null, {
    live: live === true,
    everPublic: live === true,
    awaitsRatification: unratified === true,
  });
};

describe('nobody without a department does anything', () => {
  const nobodies: [string, Actor | null][] = [
    ['an anonymous caller', null],
    ['the administrator', { kind: 'administrator', personId: 'a1', name: 'admin' }],
    ['a system job', { kind: 'system', name: 'job' }],
  ];
  test.each(VERBS.flatMap((verb) => nobodies.map(([who, actor]) => [verb, who, actor] as const)))(
    '%s by %s is NO_ACTOR',
    (verb, _who, actor) => {
      expect(codeOf(verb, actor, possible(verb))).toBe('NO_ACTOR');
    },
  );
});

describe('谁公开谁负责 (条例第十条): another department is refused, whatever her duties', () => {
  const others = member('finance', ['editor', 'reviewer', 'publisher']);
  test.each(VERBS.filter((verb) => verb !== 'create'))('%s is NOT_OWNER', (verb) => {
    expect(codeOf(verb, others, possible(verb))).toBe('NOT_OWNER');
  });
  test('create is NOT_RESPONSIBLE', () => {
    expect(codeOf('create', others, possible('create'))).toBe('NOT_RESPONSIBLE');
  });
  test('nobody is responsible for a scope that no department has', () => {
    const transition = VERB_TABLE.create;
    const refusal = decide({
      transition,
      actor: everything,
      subject: subject(null),
      input: {},
      responsible: [],
    });
    expect(refusal?.code).toBe('NOT_RESPONSIBLE');
  });
});

describe('the district office', () => {
  const office = member('district-office', ['supervisor']);
  test('orders a withdrawal with a reason', () => {
    expect(codeOf('withdraw', office, subject('published', { live: true }))).toBeNull();
  });
  test('does not order one without a reason', () => {
    expect(codeOf('withdraw', office, subject('published', { live: true }), {})).toBe('REASON_REQUIRED');
  });
  test('transfers a document', () => {
    expect(codeOf('transfer', office, subject('published'))).toBeNull();
  });
  test.each(VERBS.filter((verb) => !['create', 'withdraw', 'transfer'].includes(verb)))(
    'never touches the text or the review of a department: %s is NOT_OWNER',
    (verb) => {
      expect(codeOf(verb, office, possible(verb))).toBe('NOT_OWNER');
    },
  );
});

describe('duties are kept apart', () => {
  const needed = VERBS.filter((verb) => verb !== 'transfer').map(
    (verb) => [verb, VERB_TABLE[verb].duty] as const,
  );
  test.each(needed)('%s needs the duty %s and no other one gives it', (verb, duty) => {
    const all = member(OWNER, [duty]);
    const rest = member(
      OWNER,
      DUTIES.filter((other) => other !== duty && other !== 'supervisor'),
    );
    expect(codeOf(verb, all, possible(verb))).toBeNull();
    expect(codeOf(verb, rest, possible(verb))).toBe('DUTY_REQUIRED');
  });
});

describe('条例第十七条: nobody reviews her own entry', () => {
  const own = subject('submitted', { contributors: ['p1'] });
  test('who wrote any of it cannot approve it, with every duty in her hands', () => {
    expect(codeOf('approve', everything, own)).toBe('NEEDS_SECOND_REVIEWER');
  });
  test('an editor who wrote it is told that it takes a second person', () => {
    expect(codeOf('approve', member(OWNER, ['editor']), own)).toBe('NEEDS_SECOND_REVIEWER');
  });
  test('a colleague approves it', () => {
    expect(codeOf('approve', member(OWNER, ['reviewer'], 'p2'), own)).toBeNull();
  });
});

describe('紧急发布: the review comes afterwards, by somebody who had no part in it', () => {
  const urgent = subject('published', { live: true, awaitsRatification: true, contributors: ['p1', 'p2'] });
  test('who wrote it may publish it at once, with a reason', () => {
    const own = subject('draft', { contributors: ['p1'] });
    expect(codeOf('expedite', everything, own)).toBeNull();
    expect(codeOf('expedite', everything, own, {})).toBe('REASON_REQUIRED');
  });
  test.each(['p1', 'p2'])('%s, who wrote or published it, cannot review it', (personId) => {
    expect(codeOf('ratify', member(OWNER, DUTIES, personId), urgent)).toBe('NEEDS_SECOND_REVIEWER');
  });
  test('a third person reviews it, once', () => {
    expect(codeOf('ratify', member(OWNER, ['reviewer'], 'p3'), urgent)).toBeNull();
    const ratified = { ...urgent, awaitsRatification: false };
    expect(codeOf('ratify', member(OWNER, ['reviewer'], 'p3'), ratified)).toBe('INVALID_TRANSITION');
  });
});

describe('公共企事业单位: its regulator reviews, it publishes itself', () => {
  const UNIT = 'district-school';
  const REGULATOR = 'education-sports';
  const owned = { owner: UNIT, reviewedBy: REGULATOR };
  const unit = member(UNIT, ['editor', 'reviewer', 'publisher']);
  const regulator = member(REGULATOR, ['editor', 'reviewer', 'publisher'], 'p2');
  const review: [keyof typeof VERB_TABLE, Subject][] = [
    ['approve', subject('submitted', owned)],
    ['return', subject('submitted', owned)],
    ['ratify', subject('published', { ...owned, live: true, awaitsRatification: true })],
  ];
  test.each(review)("%s is the regulator's, and not the institution's own", (verb, on) => {
    expect(codeOf(verb, regulator, on)).toBeNull();
    expect(codeOf(verb, unit, on)).toBe('DUTY_REQUIRED');
    expect(codeOf(verb, member('finance', DUTIES.slice(0, 3)), on)).toBe('NOT_OWNER');
  });
  test.each(['edit', 'submit', 'publish', 'correct', 'withdraw', 'delete'] as const)(
    '%s stays with the institution',
    (verb) => {
      const on = { ...possible(verb), ...owned };
      expect(codeOf(verb, unit, on)).toBeNull();
      expect(codeOf(verb, regulator, on)).toBe('NOT_OWNER');
    },
  );
  test('the regulator sees what its institution has entered, another department does not', () => {
    const draft = subject('draft', owned);
    expect(
      [regulator, unit, member('finance', DUTIES.slice(0, 3))].map((actor) => mayRead(actor, draft)),
    ).toEqual([true, true, false]);
  });
});

describe('versions', () => {
  test('an old version is STALE_VERSION before anything is said of the state', () => {
    expect(codeOf('edit', everything, subject('submitted'), { expectedVersion: 2 })).toBe('STALE_VERSION');
  });
  test('the current version, or none, goes on', () => {
    expect(codeOf('edit', everything, subject('draft'), { expectedVersion: 3 })).toBeNull();
    expect(codeOf('edit', everything, subject('draft'), {})).toBeNull();
  });
  test('another department learns nothing of the version', () => {
    expect(codeOf('edit', member('finance', ['editor']), subject('draft'), { expectedVersion: 1 })).toBe(
      'NOT_OWNER',
    );
  });
});

describe('every state × verb × what is public', () => {
  const publicity = [
    { live: false, everPublic: false },
    { live: true, everPublic: true },
    { live: true, everPublic: true, awaitsRatification: true },
    { live: false, everPublic: true },
  ];
  const cases = VERBS.filter((verb) => verb !== 'create').flatMap((verb) =>
    STATES.flatMap((state) => publicity.map((now) => [verb, state, now] as const)),
  );
  test.each(cases)('%s from %s with %o is allowed exactly where the table says so', (verb, state, now) => {
    const { from, live, neverPublic, unratified } = VERB_TABLE[verb];
    const allowed =
      from.includes(state) &&
      (!live || now.live) &&
      (!neverPublic || !now.everPublic) &&
      (!unratified || now.awaitsRatification === true);
    expect(codeOf(verb, everything, subject(state, now))).toBe(allowed ? null : 'INVALID_TRANSITION');
  });
  test('a withdrawn document that is opened again cannot be deleted: its tombstone stays', () => {
    const reopened = subject('draft', { live: false, everPublic: true });
    expect(codeOf('delete', everything, reopened)).toBe('INVALID_TRANSITION');
  });
});

describe('the table itself', () => {
  test('says the way of a document from draft to withdrawn', () => {
    const way: [keyof typeof VERB_TABLE, State | null, State | null][] = [
      ['create', null, 'draft'],
      ['submit', 'draft', 'submitted'],
      ['return', 'submitted', 'returned'],
      ['submit', 'returned', 'submitted'],
      ['approve', 'submitted', 'approved'],
      ['publish', 'approved', 'published'],
      ['schedule', 'approved', 'scheduled'],
      ['unschedule', 'scheduled', 'approved'],
      ['publish', 'scheduled', 'published'],
      ['return', 'scheduled', 'returned'],
      ['correct', 'published', 'draft'],
      ['restore', 'withdrawn', 'draft'],
      ['restore', 'returned', 'draft'],
      ['expedite', 'draft', 'published'],
      ['ratify', 'published', 'published'],
      ['withdraw', 'published', 'withdrawn'],
      ['delete', 'draft', null],
    ];
    for (const [verb, from, to] of way) expect(nextState(VERB_TABLE[verb], subject(from))).toBe(to);
    expect(nextState(VERB_TABLE.discard, subject('draft', { live: true }))).toBe('published');
    expect(nextState(VERB_TABLE.transfer, subject('returned'))).toBe('returned');
  });
  test('never deletes what was public, and asks for a reason to return, expedite, withdraw and transfer', () => {
    expect(VERB_TABLE.delete.neverPublic).toBe(true);
    const reasoned = VERBS.filter((verb) => VERB_TABLE[verb].reason === 'required');
    expect(reasoned).toEqual(['return', 'expedite', 'withdraw', 'transfer']);
  });
  test('has a Chinese label for every verb, and a button for every step of the workflow', () => {
    for (const verb of VERBS) expect(VERB_TABLE[verb].label).toMatch(/^[\u4e00-\u9fa5]{2,6}$/);
    expect(new Set(WORKFLOW_VERBS).size).toBe(12);
  });
});
