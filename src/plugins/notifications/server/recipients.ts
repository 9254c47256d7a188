import type { Duty, State } from '../../disclosure/server/types';
import type { NoticeKind } from './contract';

/** Somebody who can be told: in force, with an account of the panel. */
export type Person = {
  personId: string;
  name: string;
  department: string;
  duties: readonly Duty[];
  email: string | null;
};

/** What is told, as far as it decides who is told. */
export type Facts = {
  owner: string;
  /** the department that reviews: the owner, or the regulator of a public institution */
  reviewedBy: string;
  state: State;
  contributors: readonly string[];
  /** who did it: she knows */
  by: string | null;
};

const WORKING: readonly Duty[] = ['editor', 'reviewer', 'publisher'];

const has = (person: Person, duty: Duty): boolean => person.duties.includes(duty);
const works = (person: Person): boolean => WORKING.some((duty) => has(person, duty));

const reviewers = (people: readonly Person[], { reviewedBy, contributors }: Facts): Person[] =>
  people.filter(
    (person) =>
      person.department === reviewedBy && has(person, 'reviewer') && !contributors.includes(person.personId),
  );

const ofOwner = (people: readonly Person[], { owner }: Facts, duty: Duty): Person[] =>
  people.filter((person) => person.department === owner && has(person, duty));

const colleagues = (people: readonly Person[], { owner }: Facts): Person[] =>
  people.filter((person) => person.department === owner && works(person));

/** The department, and the office that watches over it. */
function colleaguesAndOffice(people: readonly Person[], facts: Facts): Person[] {
  const office = people.filter((person) => has(person, 'supervisor') && person.department !== facts.owner);
  return [...colleagues(people, facts), ...office];
}

/** Those who wrote it, as long as they are in the department; else whoever enters there. */
function authors(people: readonly Person[], facts: Facts): Person[] {
  const own = people.filter(
    ({ personId, department }) => department === facts.owner && facts.contributors.includes(personId),
  );
  return own.length > 0 ? own : ofOwner(people, facts, 'editor');
}

/** In whose hands an unfinished document is. */
function holders(people: readonly Person[], facts: Facts): Person[] {
  if (facts.state === 'submitted') return reviewers(people, facts);
  if (facts.state === 'approved' || facts.state === 'scheduled') return ofOwner(people, facts, 'publisher');
  return ofOwner(people, facts, 'editor');
}

const RULES: Record<NoticeKind, (people: readonly Person[], facts: Facts) => Person[]> = {
  submitted: reviewers,
  ratify: reviewers,
  returned: authors,
  approved: (people, facts) => ofOwner(people, facts, 'publisher'),
  passed: authors,
  published: authors,
  'schedule-failed': (people, facts) => ofOwner(people, facts, 'publisher'),
  withdrawn: colleagues,
  transferred: colleagues,
  evaluation: colleagues,
  regulation: colleagues,
  interpretation: colleagues,
  'annual-report': colleagues,
  due: holders,
  wechat: (people, facts) => ofOwner(people, facts, 'publisher'),
  'wechat-stopped': (people) => people.filter((person) => has(person, 'supervisor')),
  'webhook-paused': (people) => people.filter((person) => has(person, 'supervisor')),
  overdue: colleaguesAndOffice,
  'request-new': colleagues,
  'request-applicant': colleagues,
  'request-due': colleagues,
  'request-overdue': colleaguesAndOffice,
  'request-deadline': colleagues,
  'request-frequent': colleagues,
  'request-review': reviewers,
  'request-answer': authors,
};

/** Who is told of something; never whoever did it. Pure. */
export const recipientsOf = (kind: NoticeKind, facts: Facts, people: readonly Person[]): Person[] =>
  RULES[kind](people, facts).filter(({ personId }) => personId !== facts.by);
