import { addDays, toDayNumber } from '../../../disclosure/server/rules/dates';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { WorkloadLine } from '../../shared/workload';

/** Requests that have the same of all that counts, and how many they are. Days are `YYYY-MM-DD`. */
export type Tally = {
  owner: string;
  /** who has written the answer last; null: nobody */
  handler: string | null;
  isOpen: boolean;
  isRegistered: boolean;
  receivedOn: string | null;
  dueOn: string | null;
  answeredOn: string | null;
  isWithdrawn: boolean;
  count: number;
};

export type Counts = Omit<WorkloadLine, 'code' | 'name'>;

/** The Sunday on which a day's week ends. */
const sundayOf = (day: string): string => {
  // 1970-01-01, day 0, was a Thursday
  const weekday = (toDayNumber(day) + 3) % 7;
  return addDays(day, 6 - weekday);
};

/**
 * Counts tallies as the annual report does (办理结果): a withdrawn request is ended too. An average is that of working days from the day
 * after receipt to the answer, and a withdrawal is none. Pure.
 */
export function countTallies(tallies: readonly Tally[], calendar: WorkingCalendar, today: string): Counts {
  const sum = (counts: (tally: Tally) => boolean) =>
    tallies.filter(counts).reduce((total, { count }) => total + count, 0);
  const sunday = sundayOf(today);
  const ended = tallies.filter(({ isOpen, receivedOn, answeredOn }) => !isOpen && receivedOn && answeredOn);
  const answered = ended.filter(({ isWithdrawn }) => !isWithdrawn);
  const countOf = (some: readonly Tally[]) => some.reduce((all, { count }) => all + count, 0);
  const answers = countOf(answered);
  const days = answered.reduce(
    (all, { receivedOn, answeredOn, count }) =>
      all + count * calendar.countWorkingDays(String(receivedOn), String(answeredOn)),
    0,
  );
  return {
    open: sum(({ isOpen }) => isOpen),
    dueThisWeek: sum(({ isOpen, dueOn }) => isOpen && dueOn !== null && dueOn >= today && dueOn <= sunday),
    overdue: sum(({ isOpen, dueOn }) => isOpen && dueOn !== null && dueOn < today),
    waiting: sum(({ isOpen, isRegistered, dueOn }) => isOpen && isRegistered && dueOn === null),
    ended: countOf(ended),
    averageDays: answers === 0 ? null : Math.round((days / answers) * 10) / 10,
  };
}

/** Tallies by what a key says of them. Pure. */
export function groupTallies(
  tallies: readonly Tally[],
  keyOf: (tally: Tally) => string,
): Map<string, Tally[]> {
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    groups.set(key, [...(groups.get(key) ?? []), tally]);
  }
  return groups;
}
