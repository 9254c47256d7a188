import { PERIODS } from './periods';
import type { PlanType } from './plan';

export type TimelinePlan = {
  documentId: string;
  title: string;
  url: string;
  owner: string;
  ownerName: string;
  planLevel: string;
  planType: PlanType;
  periodFrom: number;
  periodTo: number;
  approvedBy: string | null;
  adoptedOn: string | null;
  /** documentId of the plan before it */
  predecessor: string | null;
};

export type PeriodState =
  /** a plan of national economy and social development is there */
  | 'published'
  /** none is there: a gap in the history */
  | 'gap'
  /** the period has not begun */
  | 'not-yet'
  /** no plan was made for these years */
  | 'no-plan';

const THE_PLAN: PlanType = 'economic-social';

/**
 * The plans laid over the five-year periods, oldest first. A plan that lasts longer (国土空间规划
 * 2021—2035) stands in every period that it touches. A period without a plan of national economy and
 * social development is a gap and is shown as one. Pure.
 */
export function buildTimeline(plans: readonly TimelinePlan[], today: string) {
  const byId = new Map(plans.map((plan) => [plan.documentId, plan]));
  const chained = plans.map((plan) => ({
    ...plan,
    // one that was withdrawn breaks the chain
    predecessorTitle: plan.predecessor ? (byId.get(plan.predecessor)?.title ?? null) : null,
  }));
  const thisYear = Number(today.slice(0, 4));
  const periods = PERIODS.map((period) => {
    const own = chained
      .filter((plan) => touches(plan, period))
      .sort((a, b) => a.periodFrom - b.periodFrom || a.title.localeCompare(b.title, 'zh'));
    return {
      ...period,
      state: stateOf(own, period, thisYear),
      plans: own,
    };
  });
  return {
    periods,
    gaps: periods
      .filter(({ state }) => state === 'gap')
      .map(({ code, name, from, to }) => ({ code, name, from, to })),
    // plans of periods that the table does not know
    others: chained.filter((plan) => !PERIODS.some((period) => touches(plan, period))),
  };
}

const touches = (
  { periodFrom, periodTo }: TimelinePlan,
  { from, to }: { from: number; to: number },
): boolean => periodFrom <= to && from <= periodTo;

function stateOf(
  plans: readonly TimelinePlan[],
  { from, note }: { from: number; note: string | null },
  thisYear: number,
): PeriodState {
  if (plans.some(({ planType }) => planType === THE_PLAN)) return 'published';
  if (note) return 'no-plan';
  return from > thisYear ? 'not-yet' : 'gap';
}
