import fc from 'fast-check';
import { addDays } from '../../../disclosure/server/rules/dates';
import { createCalendar } from '../../../disclosure/server/rules/working-days';
import { refusalOf } from './check-event';
import { clockOf } from './clock';
import type { RequestEvent } from './events';
import { inForce, isSuperseded } from './receipt';
import { clockSettingsSchema } from './settings';

const calendar = createCalendar([]);
const settings = clockSettingsSchema.parse({});
const today = '2026-06-30';
const received: RequestEvent = { type: 'received', on: '2026-03-09' };
const corrected = (on: string, from = '2026-03-09', nth = 1): RequestEvent => ({
  ...{ type: 'receiptCorrected', on, from, nth },
});
const clock = (events: RequestEvent[], on = today) => clockOf({ events, calendar, settings, today: on });
const refusal = (event: RequestEvent, ...events: RequestEvent[]) =>
  refusalOf({ event, events: [received, ...events], calendar, settings, today })?.code ?? null;

describe('a corrected day of receipt', () => {
  test('is the day that the term counts from, and the steps say what was registered before', () => {
    const found = clock([received, corrected('2026-03-02'), corrected('2026-03-04', '2026-03-02', 2)]);
    const right = clock([{ type: 'received', on: '2026-03-04' }]);
    expect(found).toMatchObject({ receivedOn: '2026-03-04', dueOn: right.dueOn });
    expect(found.correctionNoticeBy).toBe(right.correctionNoticeBy);
    expect(found.steps[1]?.text).toMatch(/曾登记为2026-03-09、2026-03-02.*已更正为2026-03-04/);
  });

  test('holds for every day, also for those before it was registered', () => {
    expect(clock([received, corrected('2026-03-02')], '2026-03-03').receivedOn).toBe('2026-03-02');
  });

  test('gives the clock of a request that was registered rightly, whatever happened and in whatever order it is read', () => {
    const day = fc.integer({ min: 0, max: 30 }).map((days) => addDays('2026-03-09', days));
    const story = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.array(day, { maxLength: 3 }));
    fc.assert(
      fc.property(story, ([days, consulted]) => {
        const on = addDays('2026-03-09', -days);
        const others = consulted.map((at, index): RequestEvent => {
          return { type: 'consulted', on: at, consultation: String(index), of: 'otherOrgan' };
        });
        const { steps: _told, ...right } = clock([{ type: 'received', on }, ...others]);
        const all = [received, corrected(addDays(on, 1)), ...others, corrected(on, addDays(on, 1), 2)];
        for (const events of [all, [...all].reverse()]) {
          const { steps, ...found } = clock(events);
          expect(found).toEqual(right);
          expect(steps.some(({ text }) => text.includes('曾登记为'))).toBe(true);
        }
      }),
    );
  });

  test('tells what is late by it, and was not when it was done', () => {
    const asked: RequestEvent = { type: 'correctionAsked', on: '2026-03-18', until: '2026-04-10' };
    const extended: RequestEvent = { type: 'extended', on: '2026-04-03', days: 10 };
    const late = (...events: RequestEvent[]) =>
      clock(events)
        .steps.filter(({ text }) => text.includes('晚于期限'))
        .map(({ text }) => text.slice(0, 4));
    expect(late(received, asked)).toEqual([]);
    expect(late(received, extended)).toEqual([]);
    expect(late(received, corrected('2026-03-02'), asked)).toEqual(['补正告知']);
    expect(late(received, corrected('2026-03-02'), extended)).toEqual(['延长答复']);
  });

  test('leaves both entries to be seen, and one of them holding', () => {
    const events = [received, corrected('2026-03-02'), corrected('2026-03-04', '2026-03-02', 2)];
    expect(events.map((event) => isSuperseded(event, events))).toEqual([true, true, false]);
    expect(inForce(events)).toEqual([{ type: 'received', on: '2026-03-04' }]);
  });
});

describe('the day of receipt is not corrected', () => {
  const consulted: RequestEvent = {
    type: 'consulted',
    on: '2026-03-12',
    consultation: 'a',
    of: 'otherOrgan',
  };
  // due on 2026-04-07, from 2026-03-09
  const late: RequestEvent = { type: 'answered', on: '2026-04-08' };
  const inTime: RequestEvent = { type: 'answered', on: '2026-04-03' };
  const reopened: RequestEvent = { type: 'reopened', on: '2026-05-20' };

  test.each<[string, RequestEvent, RequestEvent[], string]>([
    ['to a day to come', corrected('2026-07-01'), [], 'FUTURE_DATE'],
    ['to the day that holds', corrected('2026-03-09'), [], 'ALREADY_DONE'],
    ['to a day after what happened since', corrected('2026-03-13'), [consulted], 'OUT_OF_ORDER'],
    ['so that a late answer were in time', corrected('2026-03-10'), [late], 'ALREADY_ANSWERED'],
    ['so, after it was opened anew', corrected('2026-03-10'), [late, reopened], 'ALREADY_ANSWERED'],
    ['to a day after the answer', corrected('2026-04-06'), [inTime], 'OUT_OF_ORDER'],
  ])('%s', (_what, event, events, code) => expect(refusal(event, ...events)).toBe(code));

  test.each<[string, RequestEvent, RequestEvent[]]>([
    ['to the day of the next step', corrected('2026-03-12'), [consulted]],
    ['to a later day, with an answer in time', corrected('2026-03-10'), [inTime]],
    ['to an earlier day that makes the answer late', corrected('2026-02-20'), [inTime]],
    ['to an earlier day, with an answer that was late', corrected('2026-03-06'), [late]],
    ['a second time', corrected('2026-03-03', '2026-03-02', 2), [corrected('2026-03-02')]],
  ])('but it is %s', (_what, event, events) => expect(refusal(event, ...events)).toBeNull());

  test('before it was registered', () => {
    const event = corrected('2026-03-02');
    expect(refusalOf({ event, events: [], calendar, settings, today })?.code).toBe('OUT_OF_ORDER');
  });
});

test('steps that lie before a corrected receipt are refused, those after it are not', () => {
  const extended = (on: string): RequestEvent => ({ type: 'extended', on, days: 5 });
  expect(refusal(extended('2026-03-03'), corrected('2026-03-02'))).toBeNull();
  expect(refusal(extended('2026-03-11'), corrected('2026-03-12'))).toBe('BEFORE_RECEIPT');
});
