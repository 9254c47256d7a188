import type { Actor, Duty } from '../../../disclosure/server/types';
import { mayChange, mayKeepPeople } from './rules';

const member = (personId: string, ...duties: Duty[]): Actor => ({
  kind: 'member',
  personId,
  name: personId,
  department: 'district-office',
  duties,
  via: 'admin',
});
const administrator = (personId: string): Actor => ({ kind: 'administrator', personId, name: personId });
const target = (id: string, isAdministrator = false) => ({ id, isAdministrator });

test.each<[string, Actor | null, string | null]>([
  ['nobody', null, 'NO_ACTOR'],
  ['an editor', member('a', 'editor'), 'NOT_ALLOWED'],
  ['a reviewer', member('a', 'editor', 'reviewer', 'publisher'), 'NOT_ALLOWED'],
  ['an auditor', member('a', 'auditor'), 'NOT_ALLOWED'],
  ['the office', member('a', 'supervisor'), null],
  ['an administrator', administrator('admin-1'), null],
])('%s keeps people: refused with %s', (_name, actor, code) => {
  expect(mayKeepPeople(actor)?.code ?? null).toBe(code);
});

test.each<[string, Actor, ReturnType<typeof target>, boolean]>([
  ['the office changes a member', member('office', 'supervisor'), target('other'), true],
  ['the office changes herself', member('office', 'supervisor'), target('office'), false],
  ['the office changes an administrator', member('office', 'supervisor'), target('admin-1', true), false],
  // an administrator may be a member as well
  [
    'the office changes a member who is an administrator',
    member('office', 'supervisor'),
    target('x', true),
    false,
  ],
  ['an administrator changes another', administrator('admin-1'), target('admin-2', true), true],
  ['an administrator changes herself', administrator('admin-1'), target('admin-1', true), false],
  ['an administrator changes a member', administrator('admin-1'), target('other'), true],
  ['an editor changes a colleague', member('a', 'editor'), target('other'), false],
])('%s: %s', (_name, actor, person, isAllowed) => {
  expect(mayChange(actor, person) === null).toBe(isAllowed);
});
