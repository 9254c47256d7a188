import { withDecisionLimits } from './decision-limits';
import { computeDueDate } from './due-date';
import type { TimeLimitRule } from './time-limit-rule';
import { createCalendar } from './working-days';

const ROW: TimeLimitRule = { kind: 'working_days', days: 20, from: 'formation_or_change' };
const dueOn = (decisionType: string | null, label: string | null, rules: readonly TimeLimitRule[] = [ROW]) =>
  computeDueDate({
    rules: withDecisionLimits(rules, decisionType),
    events: { formation: '2026-09-18', decision: '2026-09-18' },
    appliesTo: label,
    calendar: createCalendar([]),
  });

describe('国办发〔2018〕118号: the clock of a decision, whatever its catalogue row says', () => {
  test.each([
    ['licence', '行政许可'],
    ['penalty', '行政处罚'],
  ])(
    'a %s of 2026-09-18 is to be public by 2026-09-29: 7 working days, Sunday 20th worked, 25th to 27th off',
    (type, label) => {
      const due = dueOn(type, label);
      expect(due.dueOn).toBe('2026-09-29');
      expect(due.steps.find(({ chosen }) => chosen)?.article).toBe('国办发〔2018〕118号');
    },
  );
  test('another decision of enforcement has 20 working days', () => {
    expect(dueOn('coercion', '行政强制', []).dueOn).toBe('2026-10-22');
  });
  test('what is no decision keeps the limits of its row', () => {
    expect(withDecisionLimits([ROW], null)).toEqual([ROW]);
  });
  test('a row that has the limit already does not get it twice', () => {
    const own: TimeLimitRule = {
      kind: 'working_days',
      days: 7,
      from: 'decision',
      applies_to: ['行政许可', '行政处罚'],
    };
    expect(withDecisionLimits([ROW, own], 'licence')).toEqual([ROW, own]);
  });
});
