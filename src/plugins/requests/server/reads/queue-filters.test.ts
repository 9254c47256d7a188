import { addDays } from '../../../disclosure/server/rules/dates';
import { createCalendar } from '../../../disclosure/server/rules/working-days';
import { clockOf } from '../clock/clock';
import { clockSettingsSchema } from '../clock/settings';
import { numbersMeant, spanOf } from './queue-filters';

const calendar = createCalendar([]);
const settings = clockSettingsSchema.parse({});

// due on Monday 30 March and, before a holiday, on Friday 3 April
test.each(['2026-03-02', '2026-03-06'])(
  'the filter by urgency finds on every day what the clock calls so: received on %s',
  (on) => {
    const events = [{ type: 'received' as const, on }];
    for (let day = 10; day <= 40; day += 1) {
      const today = addDays('2026-03-01', day);
      const { urgency, dueOn } = clockOf({ events, calendar, settings, today });
      const found = (['overdue', 'red', 'amber'] as const).filter((one) => {
        const { from, before } = spanOf(one, settings, calendar, today);
        return (!from || String(dueOn) >= from) && (!before || String(dueOn) < before);
      });
      expect([today, found]).toEqual([today, urgency === 'none' ? [] : [urgency]]);
    }
  },
);

test.each([
  ['2026-0012', 1, '2026-0012'],
  ['12', 20, '2026-0012'],
  ['abc', 1, 'abc'],
])('%s may mean %d numbers, the first %s', (typed, many, first) => {
  const meant = numbersMeant(typed, 2026);
  expect([meant.length, meant[0]]).toEqual([many, first]);
});
