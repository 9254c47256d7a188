import { mayDecideOn } from './may-decide';

const FINANCE = { code: 'finance', kind: 'department' };
const HEALTH = { code: 'health', kind: 'department' };
const OFFICE = { code: 'district-office', kind: 'office' };
const TOWN = { code: 'qingyunpu-town', kind: 'township' };
const SCHOOL = { code: 'school', kind: 'public-unit' };

test.each([
  ['a department', FINANCE, 'its own', FINANCE, true],
  ['a department', FINANCE, "another department's", HEALTH, false],
  ['a department', FINANCE, "the government's", OFFICE, false],
  ['the government', OFFICE, "a department's", HEALTH, true],
  ['the government', OFFICE, "a town's", TOWN, true],
  ['the government', OFFICE, "a public institution's", SCHOOL, false],
  ['a town', TOWN, "a department's", HEALTH, false],
])('%s may decide on %s document: %#', (_who, actor, _whose, owner, expected) => {
  expect(mayDecideOn(actor, owner)).toBe(expected);
});
