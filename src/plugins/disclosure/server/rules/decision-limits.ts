import type { TimeLimitRule } from './time-limit-rule';

/**
 * The clock of an administrative decision, whatever its catalogue row says: licences and penalties within
 * 7 working days, other decisions of enforcement within 20 (国办发〔2018〕118号). A row that already has a
 * limit of as many days from the decision keeps its own.
 */
const LIMITS: Record<string, TimeLimitRule> = {
  licence: { kind: 'working_days', days: 7, from: 'decision', applies_to: '行政许可' },
  penalty: { kind: 'working_days', days: 7, from: 'decision', applies_to: '行政处罚' },
  coercion: { kind: 'working_days', days: 20, from: 'decision', applies_to: '行政强制' },
};

/** The rules of a row with the limit that the type of decision brings. */
export function withDecisionLimits(
  rules: readonly TimeLimitRule[],
  decisionType: string | null,
): readonly TimeLimitRule[] {
  const limit = LIMITS[decisionType ?? ''];
  const known = rules.some(
    ({ kind, days, from }) => kind === limit?.kind && days === limit.days && from === 'decision',
  );
  return limit && !known ? [...rules, limit] : rules;
}
