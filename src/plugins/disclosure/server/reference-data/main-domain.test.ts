import { mainDomain } from './main-domain';

const DOMAINS = [
  { code: 'D02', leadDepartment: 'housing' },
  { code: 'D05', leadDepartment: 'civil-affairs' },
  { code: 'D06', leadDepartment: 'civil-affairs' },
  { code: 'D09', leadDepartment: 'education' },
];

test.each([
  ['the domain that it leads', ['D02-01', 'D02-02', 'D05-01'], 'D05'],
  ['of two that it leads, the one with more rows', ['D05-01', 'D06-01', 'D06-02'], 'D06'],
  ['the one with most rows where it leads none', ['D02-01', 'D09-01', 'D09-02'], 'D09'],
  ['the first of equals', ['D09-01', 'D02-01'], 'D02'],
  ['none without a row', ['major-construction-projects/x/y'], undefined],
])('a department begins in %s', (_which, scopes, expected) => {
  expect(mainDomain(DOMAINS, 'civil-affairs', scopes)?.code).toBe(expected);
});

test('the domains keep their order', () => {
  mainDomain(DOMAINS, 'education', ['D02-01', 'D09-01']);
  expect(DOMAINS.map(({ code }) => code)).toEqual(['D02', 'D05', 'D06', 'D09']);
});
