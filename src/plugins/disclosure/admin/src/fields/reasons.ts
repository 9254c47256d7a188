/** What is known of an item: that it does not apply, or when it was formed (`YYYY-MM-DD`). */
export type Plan = { notApplicable: string } | { formedOn: string };
export type Plans = Record<string, Plan>;
export type PlanKind = 'open' | 'notApplicable' | 'formedOn';

export const kindOf = (plan: Plan | undefined): PlanKind =>
  !plan ? 'open' : 'notApplicable' in plan ? 'notApplicable' : 'formedOn';

export function withPlan(plans: Plans, item: string, plan: Plan | null): Plans {
  const { [item]: _old, ...rest } = plans;
  return plan ? { ...rest, [item]: plan } : rest;
}

/** The plan of a newly chosen kind, still to be filled in. */
export const emptyPlan = (kind: PlanKind): Plan | null => {
  if (kind === 'notApplicable') return { notApplicable: '' };
  return kind === 'formedOn' ? { formedOn: '' } : null;
};

/** How many of the items are marked, in words; null for none. */
export function summary(plans: Plans, items: readonly string[]): string | null {
  const count = (kind: PlanKind) =>
    items.filter((item) => plans[item] && kindOf(plans[item]) === kind).length;
  const parts = [
    [count('notApplicable'), '项不适用'],
    [count('formedOn'), '项已形成'],
  ].filter(([number]) => Number(number) > 0);
  return parts.length > 0 ? parts.map((part) => part.join('')).join('，') : null;
}
