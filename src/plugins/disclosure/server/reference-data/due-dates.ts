import type { Core } from '@strapi/strapi';
import { DECISION_TYPES } from '../domain/kind-fields';
import type { RegisteredType } from '../domain/registry';
import { once } from '../gate/once';
import { withDecisionLimits } from '../rules/decision-limits';
import { computeDueDate, type DueDate, type TimeLimitRule } from '../rules/due-date';
import { type CalendarOverride, createCalendar, type WorkingCalendar } from '../rules/working-days';
import type { Values } from '../types';
import { findCatalogueItem } from './catalogue-items';

export const CALENDAR_DAY = 'plugin::disclosure.calendar-day';

/** A calendar counts the days of its years when it is first asked for them: the same table, the same calendar. */
let last: { table: string; calendar: WorkingCalendar } | null = null;

function calendarOf(overrides: CalendarOverride[]): WorkingCalendar {
  const table = JSON.stringify(overrides.map(({ date, kind, name }) => [date, kind, name]));
  if (last?.table !== table) last = { table, calendar: createCalendar(overrides) };
  return last.calendar;
}

/** The working-day calendar in force: the State Council's as shipped, with the office's table over it. */
export const loadCalendar = (strapi: Core.Strapi): Promise<WorkingCalendar> =>
  once('calendar', async () =>
    calendarOf((await strapi.db.query(CALENDAR_DAY).findMany({ limit: 5000 })) as CalendarOverride[]),
  );

const date = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** The last day for publishing a document in time, with the explanation of how it was found. */
export async function explainDueDate(
  strapi: Core.Strapi,
  type: RegisteredType,
  values: Values,
): Promise<DueDate> {
  const formedOn = date(values.formedOn);
  const own = Object.entries(type.manifest.eventsOf?.(values) ?? {}).filter(([, on]) => date(on));
  if (!formedOn && own.length === 0) return { dueOn: null, steps: [], provisional: false };
  const decidedOn = date(values.decidedOn) ?? formedOn;
  const decision = DECISION_TYPES.find((choice) => choice.value === values.decisionType);
  return computeDueDate({
    rules: withDecisionLimits(await rulesOf(strapi, type, values), decision?.value ?? null),
    events: { formation: formedOn, decision: decidedOn, ...Object.fromEntries(own) },
    appliesTo: decision?.label ?? null,
    calendar: await loadCalendar(strapi),
  });
}

async function rulesOf(
  strapi: Core.Strapi,
  type: RegisteredType,
  values: Values,
): Promise<readonly TimeLimitRule[]> {
  const own = type.manifest.timeLimitRulesOf?.(values);
  if (own) return own;
  const row = values.catalogueItem ? await findCatalogueItem(strapi, String(values.catalogueItem)) : null;
  return row?.timeLimitRules ?? [];
}
