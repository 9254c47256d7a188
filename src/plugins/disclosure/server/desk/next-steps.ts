import type { Core } from '@strapi/strapi';
import { toMember } from '../gate/actor';
import { nameOfDepartment } from '../reference-data/departments';
import { decide } from '../rules/decide';
import type { Member, State, Subject } from '../types';
import { VERB_TABLE, type WorkflowVerb } from '../verbs';
import type { DeskNextStep } from './contract';

const MEMBERSHIP = 'plugin::disclosure.membership';
/** People of a department that are looked at, and named. */
const MOST_PEOPLE = 200;
const MOST_NAMED = 12;

/** The step that brings a document on, by where it stands. */
const NEXT: Partial<Record<State, WorkflowVerb>> = {
  draft: 'submit',
  returned: 'submit',
  submitted: 'approve',
  approved: 'publish',
};

/** The verb that brings a document on; null where nothing has to be done. Pure. */
export const nextVerb = ({ state, awaitsRatification, live }: Subject): WorkflowVerb | null =>
  NEXT[state ?? 'draft'] ?? (live && awaitsRatification ? 'ratify' : null);

/** The people whom the gate would let take a step. Pure. */
export const whoMay = (verb: WorkflowVerb, subject: Subject, people: readonly Member[]): string[] =>
  people
    .filter((actor) => {
      const request = { actor, subject, input: { reason: '—' }, responsible: [] };
      return decide({ transition: VERB_TABLE[verb], ...request }) === null;
    })
    .map(({ name }) => name);

/** The next step of a document with the people who can take it now. */
export async function findNextSteps(strapi: Core.Strapi, subject: Subject): Promise<DeskNextStep[]> {
  const verb = nextVerb(subject);
  if (!verb) return [];
  const transition = VERB_TABLE[verb];
  const department = String(transition.who === 'reviewing' ? subject.reviewedBy : subject.owner);
  const people = whoMay(verb, subject, await membersOf(strapi, department));
  return [
    {
      verb,
      label: transition.label,
      department: await nameOfDepartment(strapi, department),
      people: people.slice(0, MOST_NAMED),
    },
  ];
}

/** The people of a department who sign in to the panel. */
async function membersOf(strapi: Core.Strapi, department: string): Promise<Member[]> {
  const rows = await strapi.db.query(MEMBERSHIP).findMany({
    where: { department, active: true, adminUser: { id: { $notNull: true } } },
    orderBy: { id: 'asc' },
    limit: MOST_PEOPLE,
  });
  const members = await Promise.all(
    rows.map((row) => toMember(strapi, row as Parameters<typeof toMember>[1], 'admin')),
  );
  return members.filter((member) => member !== null);
}
