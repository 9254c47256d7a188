import { PERIODS } from './periods';
import { rowOfPlan } from './plan';
import { buildTimeline, type TimelinePlan } from './timeline';

const plan = (periodFrom: number, periodTo: number, changes: Partial<TimelinePlan> = {}): TimelinePlan => ({
  documentId: `p${periodFrom}`,
  title: `规划${periodFrom}`,
  url: '/x',
  owner: 'development-reform',
  ownerName: '区发改委',
  planLevel: 'county',
  planType: 'economic-social',
  periodFrom,
  periodTo,
  approvedBy: null,
  adoptedOn: null,
  predecessor: null,
  ...changes,
});
const TODAY = '2026-11-24';
const stateIn = (plans: TimelinePlan[], name: string, today = TODAY) =>
  buildTimeline(plans, today).periods.find((period) => period.name === name)?.state;

test('一五 to 十五五 follow each other without a hole, with the readjustment between', () => {
  expect(PERIODS.map(({ from, to }) => [from, to])).toEqual([
    [1953, 1957],
    [1958, 1962],
    [1963, 1965],
    ...Array.from({ length: 13 }, (_, i) => [1966 + 5 * i, 1970 + 5 * i]),
  ]);
  expect(PERIODS.at(-2)?.name).toBe('十四五');
  expect(new Set(PERIODS.map(({ code }) => code)).size).toBe(16);
});

test.each<[string, TimelinePlan[], string, string]>([
  ['with its plan', [plan(2021, 2025)], '十四五', 'published'],
  ['without a plan', [], '十四五', 'gap'],
  [
    'with another kind of plan alone',
    [plan(2021, 2035, { planType: 'territorial-spatial' })],
    '十四五',
    'gap',
  ],
  ['that has begun', [], '十五五', 'gap'],
  ['of the readjustment', [], '国民经济调整时期', 'no-plan'],
])('a period %s', (_what, plans, name, expected) => {
  expect(stateIn(plans, name)).toBe(expected);
});

test('a period that has not begun is no gap', () => {
  expect(stateIn([], '十五五', '2025-12-31')).toBe('not-yet');
});

test('gaps are listed, oldest first, and only those', () => {
  const plans = PERIODS.filter(({ name }) => name !== '九五' && name !== '二五').map(({ from, to }) =>
    plan(from, to),
  );
  expect(buildTimeline(plans, TODAY).gaps.map(({ name }) => name)).toEqual(['二五', '九五']);
});

test('a plan of fifteen years stands in each of its periods', () => {
  const spatial = plan(2021, 2035, { planType: 'territorial-spatial' });
  const { periods, others } = buildTimeline([spatial], TODAY);
  expect(periods.filter(({ plans }) => plans.length > 0).map(({ name }) => name)).toEqual([
    '十四五',
    '十五五',
  ]);
  expect(others).toEqual([]);
});

test('a plan names the one before it; one that was withdrawn is not named', () => {
  const plans = [
    plan(2016, 2020),
    plan(2021, 2025, { predecessor: 'p2016' }),
    plan(2026, 2030, { predecessor: 'gone' }),
  ];
  const described = buildTimeline(plans, TODAY).periods.flatMap((period) => period.plans);
  expect(described.map(({ predecessorTitle }) => predecessorTitle)).toEqual([null, '规划2016', null]);
});

test('a plan outside all periods is not lost', () => {
  expect(buildTimeline([plan(1950, 1952), plan(2031, 2035)], TODAY).others).toHaveLength(2);
});

test.each([
  ['economic-social', 2025, 'L01-01'],
  ['territorial-spatial', 2035, 'L01-02'],
  ['special', 2025, 'L01-03'],
  ['regional', 2025, 'L01-04'],
  ['economic-social', 2020, 'L01-05'],
  ['special', undefined, 'L01-03'],
  [undefined, 2025, null],
])('a plan of type %s until %s stands in row %s', (planType, periodTo, row) => {
  expect(rowOfPlan(planType, periodTo)).toBe(row);
});
