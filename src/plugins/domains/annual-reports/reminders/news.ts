import type { ReportOf } from '../shared/sections';

/** A report that is not public yet, and whose last day comes near or has passed. */
export type Owed = {
  owner: string;
  reportOf: ReportOf;
  year: number;
  dueOn: string;
  documentId: string | null;
  title: string;
};

/** Days before the last day on which departments are reminded. */
const BEFORE = [30, 14, 7, 3, 1, 0];

/** Days after the last day after which only the list of reports shows what is late. */
const MOST_LATE = 120;

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** What is said of an owed report on a day, once for each stage, and every working day when it is late. Pure. */
export function newsOf(
  { owner, reportOf, year, dueOn }: Owed,
  today: string,
): { key: string; detail: string } | null {
  const left = daysBetween(today, dueOn);
  const name = `annual-report:${reportOf}:${owner}:${year}`;
  if (left < -MOST_LATE) return null;
  if (left < 0)
    return { key: `${name}:late:${today}`, detail: `公布期限${dueOn}已过${-left}天，请尽快报送、发布` };
  const stage = [...BEFORE].reverse().find((days) => left <= days);
  if (stage === undefined) return null;
  return { key: `${name}:${stage}`, detail: `请在${dueOn}前报送、发布，还有${left}天` };
}
