import { createCalendar } from '../../disclosure/server/rules/working-days';
import { type Draft, isLate, mayFollow, missingInterpretation } from './plan';

const draft = (ready: boolean): Draft => ({ title: '解读', stateName: ready ? '待发布' : '草稿', ready });

test.each<[string, string, boolean, Draft[], boolean]>([
  ['together, with one that is approved', 'together', false, [draft(true)], true],
  ['together, with one that is public', 'together', true, [], true],
  ['together, with a draft alone', 'together', false, [draft(false)], false],
  ['together, with a draft and one that is approved', 'together', false, [draft(false), draft(true)], true],
  ['together, with none', 'together', false, [], false],
  ['that may follow, with none', 'follow', false, [], true],
  ['exempt', 'exempt', false, [], true],
])('a document %s may go: %#', (_what, plan, hasLive, drafts, may) => {
  expect(missingInterpretation(plan, hasLive, drafts) === null).toBe(may);
});

test('the reason names the draft and where it stands', () => {
  expect(missingInterpretation('together', false, [draft(false)])).toContain('《解读》还是“草稿”');
});

test.each([
  ['L05-01', false],
  ['L05-02', true],
])('a document of row %s may go before its interpretation: %s', (row, expected) => {
  expect(mayFollow(row, ['L05-01'])).toBe(expected);
});

test.each([
  ['2026-09-16', '2026-09-20'],
  ['2026-09-24', '2026-09-30'],
])('what is published on %s is interpreted by %s', (publishedOn, expected) => {
  expect(createCalendar([]).addWorkingDays(publishedOn, 3)).toBe(expected);
});

test.each([
  ['on its last day', '2026-09-20', 0, '2026-09-20', false],
  ['the day after', '2026-09-20', 0, '2026-09-21', true],
  ['the day after, with an interpretation', '2026-09-20', 1, '2026-09-21', false],
  ['without a day', null, 0, '2026-09-21', false],
])('late %s: %#', (_when, dueOn, interpretations, on, expected) => {
  expect(isLate(dueOn, interpretations, on)).toBe(expected);
});
