import type { DeskRule } from '../../../server/desk/contract';

type Part = 'days' | 'from' | 'event' | 'every' | 'cycle' | 'unit';

/** The kinds of time limits with what each needs. */
export const RULE_KINDS: Record<string, { label: string; parts: readonly Part[] }> = {
  working_days: { label: '若干个工作日内', parts: ['days', 'from'] },
  calendar_days: { label: '若干个自然日内', parts: ['days', 'from'] },
  realtime: { label: '实时公开', parts: [] },
  promptly: { label: '及时公开', parts: [] },
  immediate: { label: '第一时间公开', parts: [] },
  long_term: { label: '长期公开', parts: [] },
  annual: { label: '每年公开', parts: [] },
  periodic: { label: '定期更新', parts: ['every', 'cycle'] },
  min_publicity_period: { label: '公示期不少于', parts: ['days', 'unit'] },
  before_event: { label: '某事之前', parts: ['event', 'days', 'unit'] },
  at_event: { label: '某事之时', parts: ['event'] },
  with_event: { label: '随某事同时', parts: ['event'] },
};

export const CYCLES: Record<string, string> = {
  day: '日',
  week: '周',
  month: '个月',
  quarter: '个季度',
  year: '年',
  working_days: '个工作日',
};
export const DAY_UNITS: Record<string, string> = { working: '工作日', calendar: '自然日' };

const DEFAULTS: Record<Part, Record<string, unknown>> = {
  days: { days: 20 },
  from: { from: 'formation_or_change' },
  event: { event: 'meeting' },
  every: { every: 1 },
  cycle: { unit: 'quarter' },
  unit: { unit: 'working' },
};

/** A rule of a kind with usual values; what it is limited to stays. */
export function ruleOfKind(kind: string, before?: DeskRule): DeskRule {
  const parts = RULE_KINDS[kind]?.parts ?? [];
  const kept = Object.fromEntries(
    ['applies_to', 'channel'].filter((name) => before?.[name]).map((name) => [name, before?.[name]]),
  );
  return Object.assign({ kind }, ...parts.map((part) => DEFAULTS[part]), kept) as DeskRule;
}
