import { type DateRule, dateProblem } from './date-rules';

const AFTER: DateRule = { notBefore: { field: 'formedOn', name: '成文日期' } };

test.each<[unknown, DateRule, Record<string, unknown>, string | null]>([
  ['2026-11-24', { past: true }, {}, null],
  ['2026-11-25', { past: true }, {}, '不能晚于今天'],
  ['2099-01-01', {}, {}, null],
  ['2026-11-02', AFTER, { formedOn: '2026-11-02' }, null],
  ['2026-11-01', AFTER, { formedOn: '2026-11-02' }, '不能早于成文日期（2026-11-02）'],
  ['2026-11-01', AFTER, { formedOn: null }, null],
  ['2026-11-01', AFTER, { formedOn: '' }, null],
  ['2026-11-01', AFTER, {}, null],
  [null, { past: true, ...AFTER }, {}, null],
  ['', { past: true }, {}, null],
])('%j with %j beside %j: %s', (date, rule, values, problem) => {
  expect(dateProblem(date, rule, values, '2026-11-24')).toBe(problem);
});
