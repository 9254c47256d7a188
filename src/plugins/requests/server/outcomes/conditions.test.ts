import { createCalendar } from '../../../disclosure/server/rules/working-days';
import type { RequestEvent } from '../clock/events';
import { clockSettingsSchema } from '../clock/settings';
import { refusalOfOutcome } from './conditions';

const received: RequestEvent = { type: 'received', on: '2026-03-02' };
const asked: RequestEvent = { type: 'correctionAsked', on: '2026-03-05', until: '2026-03-20' };
const reasonAsked: RequestEvent = { type: 'reasonAsked', on: '2026-03-05', until: '2026-03-20' };
const fee: RequestEvent = { type: 'feeNotified', on: '2026-03-05' };

const refusal = (outcome: string, events: RequestEvent[], today: string) =>
  refusalOfOutcome(outcome, {
    ...{ events: [received, ...events], today },
    calendar: createCalendar([]),
    settings: clockSettingsSchema.parse({}),
  })?.message ?? null;

test.each<[string, RequestEvent[], string, boolean]>([
  ['other.overdueCorrection', [], '2026-04-30', false],
  ['other.overdueCorrection', [asked], '2026-03-20', false],
  ['other.overdueCorrection', [asked], '2026-03-21', true],
  ['other.overdueFee', [asked], '2026-04-30', false],
  ['other.overdueFee', [fee], '2026-04-02', false],
  ['other.overdueFee', [fee], '2026-04-03', true],
  ['other.overdueFee', [fee, { type: 'feePaid', on: '2026-03-09' }], '2026-04-30', false],
  ['notProcessed.massiveRequests', [], '2026-04-30', false],
  ['notProcessed.massiveRequests', [reasonAsked], '2026-03-20', false],
  ['notProcessed.massiveRequests', [reasonAsked], '2026-03-21', true],
  [
    'notProcessed.massiveRequests',
    [reasonAsked, { type: 'reasonGiven', on: '2026-03-06' }],
    '2026-03-06',
    true,
  ],
  ['unableToProvide.unclear', [asked], '2026-03-21', false],
  ['unableToProvide.unclear', [asked, { type: 'corrected', on: '2026-03-09' }], '2026-03-09', true],
  ['granted', [], '2026-03-02', true],
])('%s after %j, on %s: %s', (outcome, events, today, isFounded) => {
  expect(refusal(outcome, events, today) === null).toBe(isFounded);
});
