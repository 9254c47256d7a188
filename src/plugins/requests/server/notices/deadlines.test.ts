import { createCalendar } from '../../../disclosure/server/rules/working-days';
import { clockOf } from '../clock/clock';
import type { RequestEvent } from '../clock/events';
import { clockSettingsSchema } from '../clock/settings';
import { deadlineNotice } from './deadlines';

const on = (today: string, ...more: RequestEvent[]) => {
  const events: RequestEvent[] = [{ type: 'received', on: '2026-03-02' }, ...more];
  const settings = clockSettingsSchema.parse({});
  return deadlineNotice('r', clockOf({ events, calendar: createCalendar([]), settings, today }), today);
};

// received on 2 March 2026, due on 30 March
test.each([
  ['long before', '2026-03-10', null, null],
  ['from five working days on, once', '2026-03-23', 'request-due', 'request-amber:r:2026-03-30'],
  ['the day after it is the same notice', '2026-03-24', 'request-due', 'request-amber:r:2026-03-30'],
  ['from two working days on, once more', '2026-03-26', 'request-due', 'request-red:r:2026-03-30'],
  ['when it is over, every working day', '2026-03-31', 'request-overdue', 'request-overdue:r:2026-03-31'],
])('of a term is told %s', (_when, today, kind, key) => {
  const notice = on(today);
  expect([notice?.kind ?? null, notice?.key ?? null]).toEqual([kind, key]);
});

test('an applicant who did not correct in time is told of once (条例第三十条)', () => {
  const asked: RequestEvent = { type: 'correctionAsked', on: '2026-03-04', until: '2026-03-18' };
  expect(on('2026-03-18', asked)).toBeNull();
  expect(on('2026-03-20', asked)).toMatchObject({
    kind: 'request-applicant',
    key: 'request-lapsed:r:2026-03-18',
    detail: expect.stringContaining('没有补正'),
  });
});

test('nothing is told of what has been answered', () => {
  expect(on('2026-04-20', { type: 'answered', on: '2026-04-01' })).toBeNull();
});
