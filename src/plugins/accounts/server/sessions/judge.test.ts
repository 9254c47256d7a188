import { judge, type SessionFacts } from './judge';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 24) + minutes * 60_000);
const facts = (changes: Partial<SessionFacts> = {}): SessionFacts => ({
  lastUsedAt: at(0),
  secondFactor: false,
  hasSecondFactor: false,
  needsSecondFactor: false,
  mustChange: false,
  ...changes,
});

test.each<[string, Partial<SessionFacts>, number, ReturnType<typeof judge>]>([
  ['somebody at work', {}, 1, { isAlive: true, next: null }],
  ['the last minute', {}, 30, { isAlive: true, next: null }],
  ['a minute later', {}, 30.1, { isAlive: false, why: 'idle' }],
  ['an initial password', { mustChange: true }, 1, { isAlive: true, next: 'password' }],
  ['an obliged person', { needsSecondFactor: true }, 1, { isAlive: true, next: 'second-factor' }],
  ['both', { mustChange: true, needsSecondFactor: true }, 1, { isAlive: true, next: 'password' }],
  [
    'an obliged person who has it',
    { needsSecondFactor: true, hasSecondFactor: true, secondFactor: true },
    1,
    { isAlive: true, next: null },
  ],
  // begun with the password alone before she set it up elsewhere
  ['a session without its factor', { hasSecondFactor: true }, 1, { isAlive: false, why: 'unproved' }],
])('%s', (_name, changes, minutes, expected) => {
  expect(judge(facts(changes), at(minutes), 30)).toEqual(expected);
});
