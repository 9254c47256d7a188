import type { TimeLimitRule } from '../rules/time-limit-rule';
import { createCalendar } from '../rules/working-days';
import { computeCoverage, type PublicationFact, type RowFacts } from './compute';
import { parsePeriod } from './period';
import { subPeriodsEnding } from './sub-periods';

const calendar = createCalendar([]);

describe('a period', () => {
  test.each([
    ['2026', '2026年', '2026-01-01', '2026-12-31'],
    ['2026-Q1', '2026年第1季度', '2026-01-01', '2026-03-31'],
    ['2026-Q3', '2026年第3季度', '2026-07-01', '2026-09-30'],
    ['2026-Q4', '2026年第4季度', '2026-10-01', '2026-12-31'],
    ['2026-11', '2026年11月', '2026-11-01', '2026-11-30'],
    ['2028-02', '2028年2月', '2028-02-01', '2028-02-29'],
    ['2026-12', '2026年12月', '2026-12-01', '2026-12-31'],
  ])('%s', (code, name, from, to) => {
    expect(parsePeriod(code)).toEqual({ code, name, from, to });
  });
});

describe('the sub-periods of a recurring rule', () => {
  const ends = (rule: TimeLimitRule, code: string): string[] => {
    const { from, to } = parsePeriod(code);
    return subPeriodsEnding(rule, from, to, calendar).map((sub) => `${sub.from} ${sub.to}`);
  };
  const periodic = (unit: string, every = 1): TimeLimitRule => ({ kind: 'periodic', every, unit });

  test.each<[string, TimeLimitRule, string, string[]]>([
    ['a year', { kind: 'annual' }, '2026', ['2026-01-01 2026-12-31']],
    ['a year, in a quarter before its end', { kind: 'annual' }, '2026-Q3', []],
    ['a year, in its last month', { kind: 'annual' }, '2026-12', ['2026-01-01 2026-12-31']],
    ['two years', periodic('year', 2), '2027', ['2026-01-01 2027-12-31']],
    [
      'quarters',
      periodic('quarter'),
      '2026',
      ['2026-01-01 2026-03-31', '2026-04-01 2026-06-30', '2026-07-01 2026-09-30', '2026-10-01 2026-12-31'],
    ],
    ['quarters, in a month that ends one', periodic('quarter'), '2026-09', ['2026-07-01 2026-09-30']],
    ['quarters, in a month within one', periodic('quarter'), '2026-08', []],
    ['half-years', periodic('months', 6), '2026', ['2026-01-01 2026-06-30', '2026-07-01 2026-12-31']],
    [
      'months',
      periodic('month'),
      '2026-Q1',
      ['2026-01-01 2026-01-31', '2026-02-01 2026-02-28', '2026-03-01 2026-03-31'],
    ],
    // 2026-11-01 is a Sunday: the week that ends on it belongs to the month
    [
      'weeks',
      periodic('week'),
      '2026-11',
      [
        '2026-10-26 2026-11-01',
        '2026-11-02 2026-11-08',
        '2026-11-09 2026-11-15',
        '2026-11-16 2026-11-22',
        '2026-11-23 2026-11-29',
      ],
    ],
    ['an unknown unit', periodic('moon'), '2026', []],
  ])('%s', (_what, rule, code, expected) => {
    expect(ends(rule, code)).toEqual(expected);
  });

  test('every 20 working days: counted anew from 1 January, over holidays and make-up days', () => {
    // 2026: 元旦 1–3 January off, Sunday 4 January worked; 20th working day from there is Thursday 29 January
    const [first, second] = subPeriodsEnding(
      periodic('working_days', 20),
      '2026-01-01',
      '2026-12-31',
      calendar,
    );
    expect(first).toEqual({ name: '2026-01-01至2026-01-29', from: '2026-01-01', to: '2026-01-29' });
    expect(second?.from).toBe('2026-01-30');
    expect(calendar.countWorkingDays('2025-12-31', '2026-01-29')).toBe(20);
    expect(calendar.countWorkingDays('2026-01-29', String(second?.to))).toBe(20);
  });

  test('days: one for each', () => {
    expect(ends(periodic('day'), '2026-11')).toHaveLength(30);
  });
});

const LIMIT: TimeLimitRule = { kind: 'working_days', days: 20, from: 'formation_or_change' };
const facts = (changes: Partial<RowFacts> = {}): RowFacts => ({
  rules: [LIMIT],
  since: null,
  tally: { due: 0, late: 0 },
  publications: [],
  ever: true,
  standing: true,
  editionDays: [],
  drafts: [],
  ...changes,
});
const compute = (changes: Partial<RowFacts>, code = '2026', today = '2026-11-24') =>
  computeCoverage(facts(changes), { period: parsePeriod(code), today, calendar });
const figures = ({ due, inTime, late, missing, noPublications }: ReturnType<typeof compute>) => ({
  due,
  inTime,
  late,
  missing,
  noPublications,
});
const publication = (changes: Partial<PublicationFact>): PublicationFact => ({
  documentId: 'd',
  uid: 'plugin::x.record',
  title: '标题',
  dueOn: '2026-11-30',
  publishedOn: '2026-11-20',
  withdrawnOn: null,
  ...changes,
});

describe('publications', () => {
  test('the figures are those of all, whatever part of them is named', () => {
    const row = compute({ tally: { due: 120, late: 7 }, publications: [publication({})] });
    expect(figures(row)).toEqual({ due: 120, inTime: 113, late: 7, missing: 0, noPublications: false });
    expect(row.items).toHaveLength(1);
    expect(row.explanation).toContain(
      '2026年内到期并已公开120条：按期113条，迟7条；没有期限的以首次公开日计。',
    );
  });

  test.each<[string, Partial<PublicationFact>, string, string]>([
    ['before the last day', {}, 'in-time', '公开期限为2026-11-30，2026-11-20首次公开，按期。'],
    [
      'on the last day',
      { publishedOn: '2026-11-30' },
      'in-time',
      '公开期限为2026-11-30，2026-11-30首次公开，按期。',
    ],
    [
      'a day later',
      { publishedOn: '2026-12-01' },
      'late',
      '公开期限为2026-11-30，2026-12-01首次公开，迟1天。',
    ],
    ['without a limit', { dueOn: null }, 'in-time', '没有可以计算的期限，以首次公开日2026-11-20计，按期。'],
    [
      'withdrawn since',
      { withdrawnOn: '2026-11-21' },
      'in-time',
      '公开期限为2026-11-30，2026-11-20首次公开，按期；已于2026-11-21撤回。',
    ],
  ])('%s', (_what, changes, state, explanation) => {
    const [item] = compute({ tally: { due: 1, late: 0 }, publications: [publication(changes)] }).items;
    expect(item).toMatchObject({ kind: 'publication', state, explanation });
  });
});

describe('event-driven rows', () => {
  test.each<[string, readonly TimeLimitRule[]]>([
    ['a limit in working days', [LIMIT]],
    ['a limit in calendar days', [{ kind: 'calendar_days', days: 7, from: 'decision' }]],
    ['real time', [{ kind: 'realtime' }]],
    ['promptly', [{ kind: 'promptly' }]],
    ['at once', [{ kind: 'immediate' }]],
    ['a least time', [{ kind: 'min_publicity_period', days: 5, unit: 'working' }]],
    ['before an event', [{ kind: 'before_event', event: 'meeting', days: 7 }]],
    ['at an event', [{ kind: 'at_event', event: 'acquisition_start' }]],
    ['with an event', [{ kind: 'with_event', event: 'procurement_notice' }]],
    ['no rule at all', []],
  ])('with nothing published are not called missing: %s', (_what, rules) => {
    const row = compute({ rules, ever: false, standing: false });
    expect(figures(row)).toEqual({ due: 0, inTime: 0, late: 0, missing: 0, noPublications: true });
    expect(row.explanation.at(-1)).toBe('没有公开过信息。事项可能尚未发生，不计为缺。');
  });

  test('with something in another period owe nothing', () => {
    expect(figures(compute({ ever: true }))).toMatchObject({ due: 0, noPublications: false });
  });
});

describe('recurring rows', () => {
  const quarterly: readonly TimeLimitRule[] = [{ kind: 'periodic', every: 1, unit: 'quarter' }];

  test('a quarter is missing once 20 working days have passed after its end without a publication', () => {
    // third quarter 2026 ends on 30 September; National Day 1–7 October, 10 October worked: the 20th working day
    // after it is Friday 30 October
    const days = calendar.addWorkingDays('2026-09-30', 20);
    const before = compute({ rules: quarterly }, '2026-Q3', days);
    expect(figures(before)).toMatchObject({ due: 0, missing: 0 });
    expect(before.explanation[2]).toContain('缺0期，1期尚未到期，暂不计');
    const after = compute({ rules: quarterly }, '2026-Q3', '2026-11-24');
    expect(figures(after)).toMatchObject({ due: 1, missing: 1, noPublications: false });
    expect(after.items[0]).toMatchObject({
      kind: 'sub-period',
      title: '2026年第3季度',
      state: 'missing',
      dueOn: days,
    });
  });

  test.each([
    ['within it', ['2026-08-01'], 0],
    ['on its first day', ['2026-07-01'], 0],
    ['a day before it', ['2026-06-30'], 1],
    ['in the grace after it', ['2026-10-12'], 0],
    ['after the grace', ['2026-11-20'], 1],
  ])('a publication or correction %s', (_when, editionDays, missing) => {
    expect(compute({ rules: quarterly, editionDays }, '2026-Q3').missing).toBe(missing);
  });

  test('a year counts each of its quarters, and the one that runs is open', () => {
    const row = compute({ rules: quarterly, editionDays: ['2026-02-03'] });
    // the first is there; second and third are missing; the fourth has not ended
    expect(figures(row)).toMatchObject({ due: 2, missing: 2 });
    expect(row.items.map(({ title }) => title)).toEqual(['2026年第2季度', '2026年第3季度']);
  });

  test('an annual row is missing only when the year and the grace are over', () => {
    const annual: readonly TimeLimitRule[] = [{ kind: 'annual' }];
    expect(compute({ rules: annual }, '2026', '2026-12-31').missing).toBe(0);
    expect(compute({ rules: annual }, '2026', '2027-06-01').missing).toBe(1);
    expect(compute({ rules: annual, editionDays: ['2027-01-15'] }, '2026', '2027-06-01').missing).toBe(0);
    expect(compute({ rules: annual }, '2026-Q2', '2027-06-01').missing).toBe(0);
  });

  test('a row that came from a split owes nothing for the time before', () => {
    expect(compute({ rules: quarterly, since: '2026-07-02' }, '2026').missing).toBe(0);
    expect(compute({ rules: quarterly, since: '2026-07-01' }, '2026').missing).toBe(1);
  });

  test('the due date of the publications in it counts beside it, each once', () => {
    const row = compute({ rules: quarterly, tally: { due: 3, late: 1 }, editionDays: ['2026-02-03'] });
    expect(figures(row)).toEqual({ due: 5, inTime: 2, late: 1, missing: 2, noPublications: false });
  });
});

describe('standing information', () => {
  const rules: readonly TimeLimitRule[] = [{ kind: 'long_term' }];

  test.each([
    ['something is public', true, '2026', { due: 0, missing: 0, noPublications: false }],
    ['nothing is public', false, '2026', { due: 1, missing: 1, noPublications: false }],
    ['the period is still to come', false, '2027', { due: 0, missing: 0, noPublications: true }],
  ])('%s', (_what, standing, code, expected) => {
    expect(figures(compute({ rules, standing, ever: standing }, code))).toMatchObject(expected);
  });

  test('is looked at on the last day of the period, or today', () => {
    const missingOn = (period: string) => compute({ rules, standing: false }, period).items[0]?.explanation;
    expect(missingOn('2026-Q3')).toContain('2026-09-30');
    expect(missingOn('2026')).toContain('2026-11-24');
  });

  test('was due on no day, so nobody reads that it is late since today', () => {
    expect(compute({ rules, standing: false }, '2026').items[0]).toMatchObject({ dueOn: null });
  });
});

test('overdue working copies, where they are told, count as missing with their state', () => {
  const drafts = [
    { documentId: 'w', uid: 'plugin::x.record', title: null, dueOn: '2026-11-02', stateName: '待审核' },
  ];
  const row = compute({ drafts, tally: { due: 1, late: 1 } });
  expect(figures(row)).toEqual({ due: 2, inTime: 0, late: 1, missing: 1, noPublications: false });
  expect(row.items[0]).toMatchObject({
    kind: 'draft',
    documentId: 'w',
    state: 'missing',
    explanation: '工作稿处于“待审核”状态，公开期限为2026-11-02，尚未公开。',
  });
});

test('every row is explained in Chinese, beginning with its time limit', () => {
  for (const rules of [[LIMIT], [], [{ kind: 'annual' } as const]]) {
    const { explanation } = compute({ rules });
    expect(explanation[0]).toMatch(/^目录/);
    for (const line of explanation) expect(line).toMatch(/[\u4e00-\u9fff].*。$/);
  }
});
