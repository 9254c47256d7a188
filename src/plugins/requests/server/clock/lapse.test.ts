import { createCalendar } from '../../../disclosure/server/rules/working-days';
import { lapseNotice } from '../notices/deadlines';
import { clockOf } from './clock';
import type { Consulted, RequestEvent } from './events';
import { lapseOf } from './lapse';
import { clockSettingsSchema } from './settings';

const RECEIVED: RequestEvent = { type: 'received', on: '2026-03-02' };
const at = (today: string, ...more: RequestEvent[]) => {
  const input = {
    ...{ events: [RECEIVED, ...more], calendar: createCalendar([]), today },
    settings: clockSettingsSchema.parse({}),
  };
  const clock = clockOf(input);
  const lapse = lapseOf(input, clock);
  return { lapse, notice: lapseNotice('r', lapse, clock) };
};
const asked = (of: Consulted): RequestEvent[] => [
  { type: 'consulted', on: '2026-03-03', consultation: 'a', of },
  { type: 'consultationReceived', on: '2026-03-04', consultation: 'a' },
];
const correction: RequestEvent = { type: 'correctionAsked', on: '2026-03-04', until: '2026-03-11' };
const reason: RequestEvent = { type: 'reasonAsked', on: '2026-03-04', until: '2026-03-11' };

test.each<[string, RequestEvent[], string, string]>([
  ['the applicant, who was to correct (条例第三十条)', [correction], '2026-03-11', 'correction'],
  ['the applicant, who was to say why (条例第三十五条)', [reason], '2026-03-11', 'reason'],
  // fifteen working days after 4 March
  ['a third party (条例第三十二条)', asked('thirdParty'), '2026-03-25', 'thirdParty'],
  ['a co-maker (条例第三十四条)', asked('coMaker'), '2026-03-25', 'coMaker'],
])(
  '%s has until the end of the last day, and lets the desk go on from the next',
  (_who, events, until, of) => {
    const next = `${until.slice(0, 8)}${String(Number(until.slice(8)) + 1)}`;
    expect(at(until, ...events).lapse).toBeNull();
    expect(at(next, ...events).lapse).toEqual({ of, until });
  },
);

test('another organ has no term in the law: it is waited for', () => {
  expect(at('2026-05-20', ...asked('otherOrgan')).lapse).toBeNull();
});

test('nobody lets a term pass who has answered, late as well', () => {
  const late: RequestEvent = { type: 'consultationReplied', on: '2026-03-27', consultation: 'a' };
  expect(at('2026-03-27', ...asked('thirdParty'), late).lapse).toBeNull();
  expect(at('2026-03-20', reason, { type: 'reasonGiven', on: '2026-03-12' }).lapse).toBeNull();
  expect(at('2026-03-20', correction, { type: 'corrected', on: '2026-03-12' }).lapse).toBeNull();
});

test('who lets a term pass lets it pass no more when the term of the answer begins anew, or it was answered', () => {
  const anew: RequestEvent[] = [
    { type: 'answered', on: '2026-03-26' },
    { type: 'reopened', on: '2026-04-10' },
  ];
  expect(at('2026-03-26', ...asked('thirdParty'), ...anew.slice(0, 1)).lapse).toBeNull();
  expect(at('2026-04-13', ...asked('thirdParty'), ...anew).lapse).toBeNull();
});

test('as long as one of several is waited for, nothing can be gone on with', () => {
  const other: RequestEvent = { type: 'consulted', on: '2026-03-20', consultation: 'b', of: 'otherOrgan' };
  expect(at('2026-03-27', ...asked('thirdParty'), other).lapse).toBeNull();
});

test('the silence of who was asked is told once, with the day on which the answer is due now', () => {
  const { notice } = at('2026-03-26', ...asked('thirdParty'));
  expect(notice).toMatchObject({ key: 'request-lapsed:r:thirdParty:2026-03-25' });
  expect(notice?.detail).toMatch(/第三方到2026-03-25没有提出意见.*答复期限是2026-\d\d-\d\d/);
  // of the applicant's own the notice of the term tells
  expect(at('2026-03-12', correction).notice).toBeNull();
});
