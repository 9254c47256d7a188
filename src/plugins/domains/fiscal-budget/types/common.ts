import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../../disclosure/server/domain/base-fields';
import type { Choice, Field } from '../../../disclosure/server/domain/field';
import type { Issue } from '../../../disclosure/server/gate/completeness';
import type { Values } from '../../../disclosure/server/types';

export const SLUG = 'fiscal-budget';

/** Amounts are in 万元, as the tables of budgets and final accounts are. */
export const amount = (label: string): Field => ({ label: `${label}（万元）`, type: 'decimal' });

export const choice = (label: string, choices: readonly Choice[], more: Partial<Field> = {}): Field => ({
  label,
  type: 'choice',
  choices,
  ...more,
});

export const year = (label = '年度'): Field => ({
  label,
  type: 'integer',
  requiredToSubmit: true,
  hint: '如：2026',
});

const FIRST_YEAR = 1949;
const LAST_YEAR = 2100;

export const isYear = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= FIRST_YEAR && Number(value) <= LAST_YEAR;

/** A year that is none. Nothing is said of one that is missing: the gate does. */
export const yearIssues = ({ year: value }: Values): Issue[] =>
  value == null || isYear(value) ? [] : [{ field: 'year', message: '“年度”须为四位年份，如 2026' }];

/** What must be there at a stage, by name and Chinese name. */
export const missing = (values: Values, names: Record<string, string>): Issue[] =>
  Object.entries(names)
    .filter(([name]) => values[name] == null || values[name] === '')
    .map(([field, label]) => ({ field, message: `请填写“${label}”` }));

export const negative = (values: Values, names: Record<string, string>): Issue[] =>
  Object.entries(names)
    .filter(([name]) => Number(values[name] ?? 0) < 0)
    .map(([field, label]) => ({ field, message: `“${label}”不能是负数` }));

/** A type whose responsibility is one scope of this domain, not a row. */
export const ownScope = (scope: string) => ({
  base: 'record' as const,
  only: STRUCTURED,
  adjust: TEXT_IS_OPTIONAL,
  scopeOf: () => `${SLUG}/${scope}`,
  scopeHint: '',
});
