/** The kinds of time limit that the standard catalogues use. */
export const TIME_LIMIT_KINDS = [
  'working_days',
  'calendar_days',
  'realtime',
  'promptly',
  'immediate',
  'long_term',
  'periodic',
  'annual',
  'min_publicity_period',
  'before_event',
  'at_event',
  'with_event',
] as const;

export type TimeLimitKind = (typeof TIME_LIMIT_KINDS)[number];

/** One rule of a catalogue row's 公开时限, in the shape that catalogue.json carries it. */
export type TimeLimitRule = {
  kind: TimeLimitKind;
  /** Number of days, working or calendar as `kind` or `unit` says. */
  days?: number;
  /** The event from which `days` run. */
  from?: string;
  /** The event that a before_event, at_event or with_event rule refers to. */
  event?: string;
  unit?: string;
  /** How many units lie between two updates (periodic). */
  every?: number;
  /** The channel that the rule is about, where a row has one rule per channel. */
  channel?: string;
  /** The kinds of information for which the rule counts; without it, for all. */
  applies_to?: string | readonly string[];
};

/** Dates of events, by the code that rules use in `from` and `event`. */
export type EventDates = Partial<Record<string, string>>;

/** 《政府信息公开条例》第二十六条: proactive disclosure within 20 working days of formation or change. */
export const GENERAL_LIMIT: TimeLimitRule = { kind: 'working_days', days: 20, from: 'formation_or_change' };

/** Events whose date is the formation date where no date of their own is known. */
const FORMATION_LIKE = new Set(['formation_or_change', 'made_or_obtained', 'obtained_formation_or_change']);

/** Names that different ministries' catalogues give to one and the same thing. */
const SYNONYMS = [['行政处罚', '行政处罚决定', '处罚决定', '依法公示的行政处罚']];

/** The names in `applies_to`; a text may list several with 、. Empty when the rule counts for everything. */
export function subjectsOf(rule: TimeLimitRule): string[] {
  const given = rule.applies_to;
  if (given === undefined) return [];
  if (typeof given !== 'string') return [...given];
  const parts = given.split('、').map((part) => part.trim());
  return parts.length > 1 ? [given, ...parts] : parts;
}

/** Whether the rule counts for information of the kind `appliesTo` (行政许可, 行政处罚 …). */
export function ruleApplies(rule: TimeLimitRule, appliesTo: string | null | undefined): boolean {
  const subjects = subjectsOf(rule);
  if (subjects.length === 0) return true;
  if (!appliesTo) return false;
  const names = SYNONYMS.find((group) => group.includes(appliesTo)) ?? [appliesTo];
  return names.some((name) => subjects.includes(name));
}

/** The event that the rule's date depends on; null for rules without one. */
export function eventOf(rule: TimeLimitRule): string | null {
  return rule.from ?? rule.event ?? null;
}

/** Whether the event is the formation of the information, or one that formation stands in for. */
export function isFormationLike(event: string): boolean {
  return event === 'formation' || FORMATION_LIKE.has(event);
}

/** The date of an event; formation stands in for those that mean "formed, made or obtained". Null when unknown. */
export function dateOfEvent(event: string, events: EventDates): string | null {
  return events[event] || (FORMATION_LIKE.has(event) && events.formation) || null;
}
