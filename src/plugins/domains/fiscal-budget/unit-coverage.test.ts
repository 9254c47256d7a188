import {
  type AccountPublication,
  type BudgetUnit,
  buildUnitCoverage,
  type CoverageInput,
} from './unit-coverage';

const unit = (documentId: string, changes: Partial<BudgetUnit> = {}): BudgetUnit => ({
  documentId,
  name: documentId,
  owner: 'finance',
  parent: null,
  firstYear: 2020,
  lastYear: null,
  ...changes,
});
const account = (changes: Partial<AccountPublication> = {}): AccountPublication => ({
  documentId: 'b',
  owner: 'finance',
  unit: null,
  account: 'budget',
  title: '部门预算',
  url: '/x',
  firstPublishedAt: new Date('2026-02-10T02:00:00Z'),
  dueOn: '2026-02-20',
  ...changes,
});
const coverageOf = (changes: Partial<CoverageInput> = {}) =>
  buildUnitCoverage({
    year: 2026,
    today: '2026-11-24',
    departments: [{ code: 'finance', name: '区财政局' }],
    units: [],
    publications: [],
    ...changes,
  });
const rowsOf = (changes: Partial<CoverageInput>) => coverageOf(changes).departments[0]?.units ?? [];

test.each<[string, Partial<CoverageInput>, string, string]>([
  ['of this year with nothing public', {}, 'missing', 'not-due'],
  ['of last year with nothing public', { year: 2025 }, 'missing', 'missing'],
  ['of next year with nothing public', { year: 2027 }, 'not-due', 'not-due'],
  ['with its budget', { publications: [account()] }, 'published', 'not-due'],
  [
    'with its budget a minute after the last day in Shanghai',
    { publications: [account({ firstPublishedAt: new Date('2026-02-20T16:01:00Z') })] },
    'late',
    'not-due',
  ],
  [
    'with final accounts before they are due',
    { publications: [account({ account: 'final-accounts' })] },
    'missing',
    'published',
  ],
  ['with the budget of a unit alone', { publications: [account({ unit: 'u' })] }, 'missing', 'not-due'],
  [
    'with the budget of another department',
    { publications: [account({ owner: 'health' })] },
    'missing',
    'not-due',
  ],
])('a department %s', (_what, changes, budget, finalAccounts) => {
  expect(rowsOf(changes)[0]).toMatchObject({
    unit: null,
    budget: { state: budget },
    finalAccounts: { state: finalAccounts },
  });
});

test('units stand below their parents, each once, in the department that owns them', () => {
  const units = [
    unit('grandchild', { parent: 'child' }),
    unit('child', { parent: 'parent' }),
    unit('parent'),
    unit('orphan', { parent: 'gone' }),
    unit('other', { owner: 'health' }),
  ];
  expect(rowsOf({ units }).map(({ unit: id, depth }) => [id, depth])).toEqual([
    [null, 0],
    ['parent', 1],
    ['child', 2],
    ['grandchild', 3],
    ['orphan', 1],
  ]);
});

test('units that name each other as parents are not lost, and nothing hangs', () => {
  const rows = rowsOf({ units: [unit('a', { parent: 'b' }), unit('b', { parent: 'a' })] });
  expect(rows.map(({ unit: id }) => id)).toEqual([null, 'a', 'b']);
});

test.each([
  [2019, ['old']],
  [2020, ['old', 'new']],
  [2022, ['new']],
])('in %i there are the units of that year', (year, expected) => {
  const units = [unit('old', { firstYear: 2010, lastYear: 2021 }), unit('new', { firstYear: 2020 })];
  const found = rowsOf({ year, units }).map(({ unit: id }) => id);
  expect(found).toEqual([null, ...expected.filter((id) => id === 'new' || year <= 2021)]);
});

test('the counts of the departments add up to those of the year', () => {
  const coverage = coverageOf({
    year: 2025,
    departments: [
      { code: 'finance', name: '区财政局' },
      { code: 'health', name: '区卫健委' },
    ],
    units: [unit('u')],
    publications: [
      account({ unit: 'u', dueOn: '2025-02-20' }),
      account({ owner: 'health', account: 'final-accounts' }),
    ],
  });
  expect(coverage).toMatchObject({ expected: 6, published: 2, late: 1, missing: 4 });
  for (const key of ['expected', 'published', 'late', 'missing'] as const) {
    expect(coverage.departments.reduce((sum, department) => sum + department[key], 0)).toBe(coverage[key]);
  }
});
