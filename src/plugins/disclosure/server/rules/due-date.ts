import { addDays, toDayNumber } from './dates';
import { describeDaysOff } from './days-off';
import {
  dateOfEvent,
  type EventDates,
  eventOf,
  GENERAL_LIMIT,
  isFormationLike,
  ruleApplies,
  type TimeLimitRule,
} from './time-limit-rule';
import { aboutWhat, articleOf, eventName, ruleSentence } from './time-limit-text';
import { FIRST_RECORDED_YEAR, type WorkingCalendar } from './working-days';

export type { EventDates, TimeLimitKind, TimeLimitRule } from './time-limit-rule';

/** One line of the explanation of a due date; dates are `YYYY-MM-DD`. */
export type DueStep = {
  /** The rule, or what is missing, as a Chinese sentence. */
  rule: string;
  /** The article of law behind the rule; null when only the catalogue sets it. */
  article: string | null;
  /** Code of the event from which the rule counts. */
  from: string | null;
  /** The date of that event. */
  startOn: string | null;
  /** The last day by this rule. */
  dueOn: string | null;
  /** True for the rule that decides. */
  chosen: boolean;
  /** Holidays and weekends that were skipped, and 调休 days that were counted, as Chinese text. */
  daysOff: string[];
};

/** The last day on which publishing is in time, and how it was found. */
export type DueDate = { dueOn: string | null; steps: DueStep[]; provisional: boolean };

export type DueDateInput = {
  rules: readonly TimeLimitRule[];
  events: EventDates;
  /** 行政许可, 行政处罚 …: brings in the rules that are limited to it. */
  appliesTo?: string | null;
  calendar: WorkingCalendar;
};

/** A step and the working days it counted: after `after`, through `through`. */
type Computed = { step: DueStep; counted: { after: string; through: string } | null };

/**
 * The due date of a piece of information by the time limits of its catalogue row.
 *
 * Where several rules give a day the earliest decides. Where none does, the general limit of
 * 《政府信息公开条例》第二十六条 (20 working days from formation or change) is the latest day.
 * `provisional` is true when the count runs into a year whose holidays are not known yet.
 * An event that is not a `YYYY-MM-DD` throws RangeError with a Chinese message.
 */
export function computeDueDate(input: DueDateInput): DueDate {
  const { rules, events, appliesTo, calendar } = input;
  const applicable = rules.filter((rule) => ruleApplies(rule, appliesTo));
  const results = rules.map((rule) =>
    applicable.includes(rule) ? compute(rule, events, calendar) : notApplicable(rule),
  );
  const computable = results.some(({ step }) => step.dueOn);
  if (applicable.some((rule) => lacksFormation(rule, events)) || (!computable && !generalStart(events))) {
    return {
      dueOn: null,
      steps: [...results.map(({ step }) => step), note(FORMATION_MISSING)],
      provisional: false,
    };
  }
  if (!computable) results.push(generalLimit(events, calendar));

  const chosen = earliest(results);
  if (chosen) chosen.step.chosen = true;
  const unknownYears = chosen ? yearsWithoutArrangement(chosen, calendar) : [];
  return {
    dueOn: chosen?.step.dueOn ?? null,
    steps: [
      ...results.map(({ step }) => step),
      ...unknownYears.map((year) => note(arrangementMissing(year))),
    ],
    provisional: unknownYears.length > 0,
  };
}

const FORMATION_MISSING = '尚未填写信息形成的日期（成文日期），无法计算公开期限，请填写后再看。';

/** A rule becomes a step: with a last day where the figures and the date of the event are there, else with the reason why not. */
function compute(rule: TimeLimitRule, events: EventDates, calendar: WorkingCalendar): Computed {
  const from = eventOf(rule);
  const sentence = ruleSentence(rule);
  const step: DueStep = { ...note(`${sentence}。`), article: articleOf(rule), from };
  if (!from || !hasFigure(rule)) return { step, counted: null };

  const startOn = dateOfEvent(from, events);
  if (!startOn) {
    step.rule = `${sentence}。尚未填写“${eventName(from)}”的日期，暂不能按此计算；填写后期限可能变化。`;
    return { step, counted: null };
  }
  toDayNumber(startOn);
  const dueOn = lastDay(rule, startOn, calendar);
  const counted = countsWorkingDays(rule)
    ? { after: min(startOn, dueOn), through: max(startOn, dueOn) }
    : null;
  const daysOff = counted ? describeDaysOff(calendar, counted.after, counted.through) : [];
  return { step: { ...step, startOn, dueOn, daysOff }, counted };
}

function lastDay(rule: TimeLimitRule, startOn: string, calendar: WorkingCalendar): string {
  const days = rule.days ?? 0;
  switch (rule.kind) {
    case 'working_days':
      return calendar.addWorkingDays(startOn, days);
    case 'calendar_days':
      return addDays(startOn, days);
    case 'before_event':
      return countsWorkingDays(rule)
        ? calendar.addWorkingDays(startOn, -days)
        : addDays(startOn, -Math.max(days, 1));
    default:
      return startOn;
  }
}

function hasFigure(rule: TimeLimitRule): boolean {
  if (rule.kind === 'working_days' || rule.kind === 'calendar_days') return rule.days !== undefined;
  return rule.kind === 'before_event' || rule.kind === 'at_event' || rule.kind === 'with_event';
}

function countsWorkingDays(rule: TimeLimitRule): boolean {
  if (rule.kind === 'before_event') return Boolean(rule.days && rule.unit?.startsWith('working'));
  return rule.kind === 'working_days';
}

function generalLimit(events: EventDates, calendar: WorkingCalendar): Computed {
  const result = compute(GENERAL_LIMIT, events, calendar);
  const rule = `没有可以直接计算的时限，最迟按一般期限办理：${ruleSentence(GENERAL_LIMIT)}。`;
  return { ...result, step: { ...result.step, rule } };
}

function notApplicable(rule: TimeLimitRule): Computed {
  const reason = `本信息没有标明属于“${aboutWhat(rule)}”，不适用此项。`;
  return {
    step: { ...note(`${ruleSentence(rule)}。${reason}`), article: articleOf(rule), from: eventOf(rule) },
    counted: null,
  };
}

function generalStart(events: EventDates): string | null {
  return dateOfEvent('formation_or_change', events);
}

function lacksFormation(rule: TimeLimitRule, events: EventDates): boolean {
  if (!hasFigure(rule) || !rule.from || !isFormationLike(rule.from)) return false;
  return !dateOfEvent(rule.from, events);
}

/** The first result with the earliest last day. */
function earliest(results: readonly Computed[]): Computed | null {
  let best: Computed | null = null;
  for (const result of results) {
    const { dueOn } = result.step;
    if (dueOn && (!best?.step.dueOn || dueOn < best.step.dueOn)) best = result;
  }
  return best;
}

function yearsWithoutArrangement({ counted }: Computed, calendar: WorkingCalendar): number[] {
  if (!counted) return [];
  const years: number[] = [];
  const last = Number(counted.through.slice(0, 4));
  for (let year = Number(addDays(counted.after, 1).slice(0, 4)); year <= last; year++) {
    if (!calendar.isYearPublished(year)) years.push(year);
  }
  return years;
}

function arrangementMissing(year: number): string {
  return year < FIRST_RECORDED_YEAR
    ? `系统没有收录${year}年的放假安排，按周末推算。`
    : `${year}年放假安排尚未公布，暂按周末推算，公布后以更新的日期为准。`;
}

function note(rule: string): DueStep {
  return { rule, article: null, from: null, startOn: null, dueOn: null, chosen: false, daysOff: [] };
}

const min = (a: string, b: string): string => (a < b ? a : b);
const max = (a: string, b: string): string => (a < b ? b : a);
