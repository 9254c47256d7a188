import { nextCode } from './next-code';
import { isInForce, type Lineage, rowsInForce, statusOf } from './row-status';
import { textChanges } from './text-changes';
import { timeLimitRulesSchema } from './time-limit-input';

describe('the next free code', () => {
  test.each<[string, string[], string]>([
    ['of an empty catalogue', [], 'D05-01'],
    ['after the last', ['D05-01', 'D05-02'], 'D05-03'],
    ['never fills a gap: that code was given once', ['D05-01', 'D05-07'], 'D05-08'],
    ['grows to three digits', ['D05-99'], 'D05-100'],
    ['goes on with three digits', ['D05-100', 'D05-99'], 'D05-101'],
    ['minds only its own domain', ['D06-44', 'D05-02'], 'D05-03'],
  ])('%s', (_what, known, expected) => {
    expect(nextCode('D05', known)).toBe(expected);
  });
});

describe('where a row leads to', () => {
  const row = (code: string, rowStatus: Lineage['rowStatus'], successors: string[] = []): Lineage => ({
    code,
    rowStatus,
    successors,
  });
  const rows = new Map(
    [
      row('A', 'merged', ['B']),
      row('B', 'merged', ['C']),
      row('C', 'in-force'),
      row('S', 'split', ['A', 'N', 'C']),
      row('N', null),
      row('R', 'retired'),
      row('X', 'merged', ['Y']),
      row('Y', 'merged', ['X']),
      row('L', 'merged', ['gone']),
    ].map((one) => [one.code, one]),
  );

  test.each([
    ['a row in force to itself', 'C', ['C']],
    ['a row without a status to itself', 'N', ['N']],
    ['through a chain of merges', 'A', ['C']],
    ['a split one to all of its parts, each once', 'S', ['C', 'N']],
    ['a retired one to none', 'R', []],
    ['an unknown one to none', 'Z', []],
    ['one whose successor was removed to none', 'L', []],
    ['a circle, if ever there was one, to none', 'X', []],
  ])('%s', (_what, code, expected) => {
    expect(rowsInForce(code, rows).map((found) => found.code)).toEqual(expected);
  });

  test('a row seeded before there were statuses is in force', () => {
    expect(statusOf({ rowStatus: null })).toBe('in-force');
    expect(isInForce({ rowStatus: 'split' })).toBe(false);
  });
});

describe('the texts that a correction changes', () => {
  test('are told with their Chinese names, before and after', () => {
    expect(textChanges({ publisher: '甲' }, { publisher: '乙' })).toEqual([
      { field: 'publisher', label: '公开主体', before: '甲', after: '乙' },
    ]);
  });

  test.each([
    ['the same text', { publisher: '甲' }, { publisher: '甲' }],
    ['nothing and null', {}, { note: null }],
    [
      'the same rule with its parts in another order',
      { timeLimitRules: [{ kind: 'x', days: 1 }] },
      { timeLimitRules: [{ days: 1, kind: 'x' }] },
    ],
    ['what is no text of a row', { rowStatus: 'in-force' }, { rowStatus: 'retired' }],
  ])('are none for %s', (_what, before, after) => {
    expect(textChanges(before, after)).toEqual([]);
  });
});

describe('time-limit rules that the office enters', () => {
  test.each<[string, Record<string, unknown>]>([
    ['working days', { kind: 'working_days', days: 20, from: 'formation_or_change' }],
    ['calendar days', { kind: 'calendar_days', days: 20, from: 'people_congress_approval' }],
    ['real time', { kind: 'realtime' }],
    ['promptly', { kind: 'promptly', applies_to: '公告' }],
    ['at once', { kind: 'immediate' }],
    ['standing', { kind: 'long_term', applies_to: ['甲', '乙'] }],
    ['every quarter', { kind: 'periodic', every: 1, unit: 'quarter' }],
    ['every 20 working days', { kind: 'periodic', every: 20, unit: 'working_days' }],
    ['every year', { kind: 'annual' }],
    ['a least time', { kind: 'min_publicity_period', days: 5, unit: 'working' }],
    ['before an event', { kind: 'before_event', event: 'meeting', days: 7, unit: 'calendar' }],
    ['before an event, whenever', { kind: 'before_event', event: 'procurement' }],
    ['at an event, at a place', { kind: 'at_event', event: 'acquisition_start', channel: '村公示栏' }],
    ['with an event', { kind: 'with_event', event: 'procurement_notice' }],
  ])('%s', (_what, rule) => {
    expect(timeLimitRulesSchema.parse([rule])).toEqual([rule]);
  });

  test.each<[string, unknown]>([
    ['no list', { kind: 'annual' }],
    ['an unknown kind', [{ kind: 'soon' }]],
    ['no kind', [{ days: 3 }]],
    ['days missing', [{ kind: 'working_days', from: 'formation' }]],
    ['a start missing', [{ kind: 'working_days', days: 20 }]],
    ['no days', [{ kind: 'calendar_days', days: 0, from: 'formation' }]],
    ['days as text', [{ kind: 'calendar_days', days: '7', from: 'formation' }]],
    ['a thousand years', [{ kind: 'calendar_days', days: 365_000, from: 'formation' }]],
    ['a unit missing', [{ kind: 'periodic', every: 1 }]],
    ['an unknown unit', [{ kind: 'periodic', every: 1, unit: 'moon' }]],
    ['a cycle of nothing', [{ kind: 'periodic', every: 0, unit: 'month' }]],
    ['an event missing', [{ kind: 'before_event', days: 3 }]],
    ['figures that the kind ignores', [{ kind: 'long_term', days: 3 }]],
    ['an empty subject', [{ kind: 'long_term', applies_to: '' }]],
    ['hundreds of rules', Array.from({ length: 300 }, () => ({ kind: 'annual' }))],
  ])('but not %s, and the message is Chinese', (_what, rules) => {
    const result = timeLimitRulesSchema.safeParse(rules);
    expect(result.success).toBe(false);
    for (const { message } of result.error?.issues ?? [])
      expect(message).toMatch(/[\u4e00-\u9fff]|Unrecognized/);
  });
});
