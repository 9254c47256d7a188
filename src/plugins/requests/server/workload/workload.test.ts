import { createCalendar } from '../../../disclosure/server/rules/working-days';
import { countTallies, groupTallies, type Tally } from './workload';

const tally = (more: Partial<Tally>): Tally => ({
  ...{ owner: 'finance', handler: null, isOpen: true, isRegistered: true, count: 1 },
  ...{ receivedOn: '2026-03-02', dueOn: '2026-03-30', answeredOn: null, isWithdrawn: false },
  ...more,
});
const count = (...tallies: Tally[]) => countTallies(tallies, createCalendar([]), '2026-03-25');

test('what is open, due this week, overdue and waiting for the applicant is counted apart', () => {
  expect(
    count(
      tally({ dueOn: '2026-03-24' }),
      tally({ dueOn: '2026-03-25' }),
      tally({ dueOn: '2026-03-29', count: 2 }),
      tally({ dueOn: '2026-03-30' }),
      tally({ dueOn: null }),
      tally({ dueOn: null, isRegistered: false, receivedOn: null }),
    ),
  ).toMatchObject({ open: 7, dueThisWeek: 3, overdue: 1, waiting: 1, ended: 0, averageDays: null });
});

test('an answer of the day of receipt took no working day; an average weighs how many there were', () => {
  const answered = { isOpen: false, dueOn: null };
  expect(
    count(
      tally({ ...answered, answeredOn: '2026-03-02' }),
      tally({ ...answered, answeredOn: '2026-03-06', count: 3 }),
    ),
  ).toMatchObject({ ended: 4, averageDays: 3 });
});

test('a withdrawn request has ended, as the annual report counts it; how long an answer took it does not say', () => {
  const ended = { isOpen: false, dueOn: null };
  expect(
    count(
      tally({ ...ended, answeredOn: '2026-03-06' }),
      tally({ ...ended, answeredOn: '2026-03-03', isWithdrawn: true }),
    ),
  ).toMatchObject({ ended: 2, averageDays: 4 });
  // before its registration nobody had received it
  expect(count(tally({ ...ended, receivedOn: null, isWithdrawn: true }))).toMatchObject({ ended: 0 });
});

test('tallies are grouped by what is asked for', () => {
  const groups = groupTallies(
    [tally({ owner: 'a' }), tally({ owner: 'b' }), tally({ owner: 'a' })],
    ({ owner }) => owner,
  );
  expect([...groups].map(([owner, own]) => [owner, own.length])).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
});
