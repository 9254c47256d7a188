import type { Person } from '../recipients';
import { digestDue } from './digest-due';
import type { DueDocument } from './load-due';

const TODAY = '2026-11-24';
const document = (documentId: string, dueOn: string, owner = 'finance'): DueDocument => ({
  uid: 'plugin::x.record',
  documentId,
  title: documentId,
  owner,
  state: 'draft',
  contributors: [],
  dueOn,
});
const person = (personId: string, department: string, duty: Person['duties'][number]): Person => ({
  personId,
  name: personId,
  department,
  duties: [duty],
  email: null,
});
const PEOPLE = [
  person('finance-editor', 'finance', 'editor'),
  person('health-editor', 'health', 'editor'),
  person('office', 'district-office', 'supervisor'),
];
const digest = (documents: DueDocument[]) => digestDue(documents, PEOPLE, TODAY, (code) => code);

test('what is due today or later is told singly, what is late in one line a person', () => {
  const { due, overdue } = digest([
    document('a', '2026-11-20'),
    document('b', '2026-11-23'),
    document('c', '2026-11-23', 'health'),
    document('d', TODAY),
    document('e', '2026-11-27', 'health'),
  ]);
  expect(due.map((one) => [one.document.documentId, one.people.map(({ personId }) => personId)])).toEqual([
    ['d', ['finance-editor']],
    ['e', ['health-editor']],
  ]);
  const late = overdue.map((one) => [one.person.personId, one.documents.map(({ documentId }) => documentId)]);
  expect(Object.fromEntries(late)).toEqual({
    'finance-editor': ['a', 'b'],
    'health-editor': ['c'],
    office: ['a', 'b', 'c'],
  });
});

test('nothing due, nobody told', () => {
  expect(digest([])).toEqual({ due: [], overdue: [] });
});
