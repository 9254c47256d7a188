import type { AnalysisRow, Measure } from '../../shared/analysis';
import type { RequestFacts } from './load-facts';

/** Which requests a measure counts. A year's requests are those received or answered in it. */
export const FITS: Record<Measure, (facts: RequestFacts, year: number) => boolean> = {
  received: ({ receivedOn }, year) => receivedOn.startsWith(`${year}-`),
  answered: ({ answeredOn }, year) => answeredOn?.startsWith(`${year}-`) ?? false,
  open: ({ answeredOn }) => answeredOn === null,
  extended: ({ isExtended }) => isExtended,
  overdue: ({ isOverdue }) => isOverdue,
  lostReconsideration: ({ lost }) => lost.reconsiderations > 0,
  lostLawsuit: ({ lost }) => lost.lawsuits > 0,
};

/** What is counted of some requests, with the time that their answers took. Pure. */
export function rowOf(key: string, label: string, facts: readonly RequestFacts[], year: number): AnalysisRow {
  const counts = Object.fromEntries(
    Object.entries(FITS).map(([measure, fits]) => [measure, facts.filter((one) => fits(one, year)).length]),
  ) as AnalysisRow['counts'];
  const days = facts.flatMap(({ workingDays }) => (workingDays === null ? [] : [workingDays]));
  const sum = days.reduce((all, one) => all + one, 0);
  return {
    ...{ key, label, counts },
    meanDays: days.length > 0 ? Math.round((sum / days.length) * 10) / 10 : null,
    mostDays: days.length > 0 ? Math.max(...days) : null,
  };
}

type Group = { key: string; label: string; facts: RequestFacts[] };

/**
 * Requests in groups, in the order in which `labels` names them; what it does not name stands last.
 *
 * @param keyOf null: in no group
 */
export function groupBy(
  facts: readonly RequestFacts[],
  keyOf: (facts: RequestFacts) => string | null,
  labels: ReadonlyMap<string, string>,
): Group[] {
  const groups = new Map<string, RequestFacts[]>();
  for (const one of facts) {
    const key = keyOf(one);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  const order = [...labels.keys()];
  const place = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return [...groups]
    .map(([key, own]) => ({ key, label: labels.get(key) ?? key, facts: own }))
    .sort((a, b) => place(a.key) - place(b.key) || a.key.localeCompare(b.key));
}
