import fc from 'fast-check';
import { addDays } from '../../../disclosure/server/rules/dates';
import { createCalendar } from '../../../disclosure/server/rules/working-days';
import vectors from '../vectors.json';
import type { RequestVerb } from '../workflow/verbs';
import { refusalOf } from './check-event';
import { clockOf } from './clock';
import { type EventType, eventSchema, type RequestEvent } from './events';
import { impossibleToday } from './possible';
import { clockSettingsSchema } from './settings';

const calendar = createCalendar([]);
const settings = clockSettingsSchema.parse({});
const clock = (events: RequestEvent[], today: string) => clockOf({ events, calendar, settings, today });
const received = (on: string): RequestEvent => ({ type: 'received', on });
const consulted = (on: string, consultation = 'a'): RequestEvent => ({
  ...{ type: 'consulted', on, consultation, of: 'thirdParty' },
});

describe('an answer is due', () => {
  test.each((vectors.workdays as [string, number, string][]).filter(([, days]) => days === 20))(
    'received on %s, after %d working days: on %s (第三十三条)',
    (on, _days, due) => {
      expect(clock([received(on)], on).dueOn).toBe(due);
    },
  );

  test('with an extension, 20 working days after the end of the first term (第三十三条)', () => {
    const events: RequestEvent[] = [received('2025-09-22'), { type: 'extended', on: '2025-10-10', days: 20 }];
    expect(clock(events, '2025-10-10')).toMatchObject({ dueOn: '2025-11-21', isExtended: true });
  });

  test.each(vectors.pause)('without the time in which a third party was asked: %j', (vector) => {
    const events: RequestEvent[] = [
      received(vector.received),
      consulted(vector.sent),
      { type: 'consultationReplied', on: vector.reply, consultation: 'a' },
    ];
    expect(clock(events.slice(0, 1), vector.received).dueOn).toBe(vector.base);
    expect(clock(events, vector.reply)).toMatchObject({
      dueOn: vector.due,
      state: 'running',
      isProvisional: false,
    });
  });

  test('two consultations at once are not counted twice', () => {
    const reply = (consultation: string): RequestEvent => ({
      type: 'consultationReplied',
      on: '2026-03-20',
      consultation,
    });
    const events = [
      received('2026-03-02'),
      consulted('2026-03-09'),
      consulted('2026-03-12', 'b'),
      reply('a'),
      reply('b'),
    ];
    expect(clock(events, '2026-03-20').dueOn).toBe('2026-04-13');
  });

  test('a third party that is silent stops the clock for 15 working days from its receipt, no longer (第三十二条)', () => {
    const events: RequestEvent[] = [
      received('2026-03-02'),
      consulted('2026-03-09'),
      { type: 'consultationReceived', on: '2026-03-11', consultation: 'a' },
    ];
    expect(clock(events, '2026-03-20')).toMatchObject({ state: 'paused', isProvisional: true });
    const after = clock(events, '2026-04-20');
    expect(after.pauses).toMatchObject([{ lapsesOn: '2026-04-01', through: '2026-04-01', isOpen: false }]);
    expect(after).toMatchObject({ state: 'running', dueOn: clock(events, '2026-05-20').dueOn });
  });

  test('after a correction the whole term runs anew (第三十条)', () => {
    const asked: RequestEvent = { type: 'correctionAsked', on: '2026-03-05', until: '2026-03-20' };
    const events = [received('2026-03-02'), asked];
    expect(clock(events, '2026-03-05')).toMatchObject({
      state: 'awaitingCorrection',
      dueOn: null,
      applicantBy: '2026-03-20',
    });
    const corrected: RequestEvent[] = [...events, { type: 'corrected', on: '2026-04-01' }];
    expect(clock(corrected, '2026-04-01')).toMatchObject({
      state: 'running',
      dueOn: '2026-04-30',
      startedOn: '2026-04-01',
    });
  });

  test('after payment the whole term runs anew from the next day; until then it stands', () => {
    const events: RequestEvent[] = [received('2026-03-23'), { type: 'feeNotified', on: '2026-04-01' }];
    expect(clock(events, '2026-04-01')).toMatchObject({
      state: 'awaitingPayment',
      dueOn: null,
      applicantBy: '2026-04-30',
    });
    expect(clock([...events, { type: 'feePaid', on: '2026-05-06' }], '2026-05-06').dueOn).toBe('2026-06-02');
  });

  test('as the applicant was told, where very much was asked for (第三十五条)', () => {
    const events: RequestEvent[] = [
      received('2026-03-02'),
      { type: 'delayed', on: '2026-03-10', until: '2026-06-30' },
    ];
    expect(clock(events, '2026-03-10').dueOn).toBe('2026-06-30');
  });
});

describe('an answer that was set right', () => {
  const answered: RequestEvent[] = [received('2026-03-02'), { type: 'answered', on: '2026-03-20' }];
  const reopened = (until?: string): RequestEvent => ({
    ...{ type: 'reopened', on: '2026-07-01' },
    ...(until ? { until } : {}),
  });

  test('is due anew as the decision says, or 20 working days after it, and is answered by a second answer alone', () => {
    expect(clock([...answered, reopened('2026-07-16')], '2026-07-01')).toMatchObject({
      ...{ state: 'running', dueOn: '2026-07-16', startedOn: '2026-07-01' },
    });
    expect(clock([...answered, reopened()], '2026-07-01').dueOn).toBe('2026-07-29');
    expect(clock(answered, '2026-07-01').state).toBe('answered');
    const second: RequestEvent = { type: 'answered', on: '2026-07-01' };
    for (const events of [
      [...answered, reopened(), second],
      [second, reopened(), ...answered],
    ]) {
      expect(clock(events, '2026-07-01').state).toBe('answered');
    }
  });

  test('does not wait for the fee of the first time', () => {
    const events: RequestEvent[] = [{ type: 'feeNotified', on: '2026-03-05' }, ...answered, reopened()];
    expect(clock(events, '2026-07-01').state).toBe('running');
  });

  test.each<[string, RequestEvent[], RequestEvent, string | null]>([
    ['before there is an answer', answered.slice(0, 1), reopened(), 'NOTHING_TO_ANSWER'],
    ['twice', [...answered, reopened()], reopened(), 'NOTHING_TO_ANSWER'],
    ['before the answer', answered, { type: 'reopened', on: '2026-03-19' }, 'OUT_OF_ORDER'],
    ['with a term that is over', answered, reopened('2026-07-01'), 'TOO_LONG'],
    ['after it', answered, reopened('2026-07-20'), null],
  ])('is not opened %s', (_what, events, event, code) => {
    expect(refusalOf({ event, events, calendar, settings, today: '2026-07-02' })?.code ?? null).toBe(code);
  });
});

test('a term of one’s own is told as the district’s, not as law (条例第四十一条 sets none)', () => {
  const { dueOn, steps } = clockOf({
    ...{ events: [received('2026-03-02')], calendar, today: '2026-03-02' },
    settings: { ...settings, answerWithin: 10 },
  });
  expect(dueOn).toBe('2026-03-16');
  expect(steps.at(-1)).toMatchObject({ article: null, text: expect.stringContaining('待核实') });
});

test('every date is told step by step with its article', () => {
  const { steps } = clock(
    [received('2026-02-12'), { type: 'extended', on: '2026-03-02', days: 5 }],
    '2026-03-02',
  );
  expect(steps.map(({ day, article }) => [day, article?.replace(/^《.*》/, '')])).toEqual([
    ['2026-02-12', '第三十一条'],
    ['2026-02-28', '第三十条'],
    ['2026-03-18', '第三十三条第二款'],
    ['2026-03-25', '第三十三条第二款'],
  ]);
  expect(steps[1]?.daysOff.join()).toContain('春节');
});

test.each([
  ['2026-03-10', 14, 'none'],
  ['2026-03-23', 5, 'amber'],
  ['2026-03-26', 2, 'red'],
  ['2026-03-30', 0, 'red'],
  ['2026-03-31', -1, 'overdue'],
] as const)('on %s %d working days are left: %s', (today, workingDaysLeft, urgency) => {
  expect(clock([received('2026-03-02')], today)).toMatchObject({ workingDaysLeft, urgency });
});

test('a changed calendar changes what is open, and an unknown year is told', () => {
  const longer = createCalendar([{ date: '2026-03-30', kind: 'dayoff', name: '台风停工' }]);
  const events = [received('2026-03-02')];
  expect(clockOf({ events, calendar: longer, settings, today: '2026-03-02' }).dueOn).toBe('2026-03-31');
  expect(clock([received('2026-12-20')], '2026-12-20').unknownYears).toEqual([2027]);
});

describe('whatever happened', () => {
  const offset = fc.integer({ min: 0, max: 60 });
  const happened = (type: EventType, extra: (on: string) => object = () => ({})) =>
    offset.map((days) => {
      const on = addDays('2026-01-05', days);
      return { type, on, ...extra(on) } as RequestEvent;
    });
  const some = fc.array(
    fc.oneof(
      happened('correctionAsked', (on) => ({ until: addDays(on, 10) })),
      happened('corrected'),
      happened('consulted', () => ({ consultation: 'a', of: 'coMaker' })),
      happened('consultationReplied', () => ({ consultation: 'a' })),
      happened('extended', () => ({ days: 10 })),
      happened('feeNotified'),
      happened('feePaid'),
    ),
    { maxLength: 6 },
  );
  const today = '2026-04-01';

  const story = some.chain((events) => {
    const all = [received('2026-01-05'), ...events];
    return fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }));
  });

  test('no date lies before the receipt, and the order of entering changes nothing', () => {
    fc.assert(
      fc.property(story, ([events, shuffled]) => {
        const found = clock(events, today);
        expect((found.dueOn ?? '9999') > '2026-01-05').toBe(true);
        expect(clock(shuffled, today)).toEqual(found);
      }),
    );
  });

  test('a later receipt never gives an earlier due date', () => {
    fc.assert(
      fc.property(offset, fc.integer({ min: 0, max: 30 }), (days, later) => {
        const on = addDays('2026-01-05', days);
        const [early, late] = [on, addDays(on, later)].map(
          (day) => clock([received(day)], '2026-12-31').dueOn ?? '',
        );
        expect((late ?? '') >= (early ?? '')).toBe(true);
      }),
    );
  });

  test('others who take longer never make an answer due earlier', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 20 }), (took, longer) => {
        const due = (days: number) =>
          clock(
            [
              received('2026-01-05'),
              consulted('2026-01-08'),
              { type: 'consultationReplied', on: addDays('2026-01-08', days), consultation: 'a' },
            ],
            '2026-06-01',
          ).dueOn ?? '';
        expect(due(took + longer) >= due(took)).toBe(true);
      }),
    );
  });
});

describe('an event is refused', () => {
  const asked: RequestEvent = { type: 'correctionAsked', on: '2026-03-05', until: '2026-03-20' };
  const fee: RequestEvent = { type: 'feeNotified', on: '2026-03-10' };
  const extended: RequestEvent = { type: 'extended', on: '2026-03-10', days: 20 };
  const answered: RequestEvent = { type: 'answered', on: '2026-03-12' };
  test.each<[string, RequestEvent[], RequestEvent, string]>([
    ['in the future', [], { type: 'corrected', on: '2027-01-01' }, 'FUTURE_DATE'],
    ['before the receipt', [], { type: 'answered', on: '2026-03-01' }, 'BEFORE_RECEIPT'],
    ['as a second receipt', [], received('2026-03-03'), 'ALREADY_DONE'],
    [
      'as a correction notice on the eighth day',
      [],
      { ...asked, on: '2026-03-12', until: '2026-03-30' },
      'TOO_LATE',
    ],
    [
      'as a second correction notice',
      [asked, { type: 'corrected', on: '2026-03-06' }],
      { ...asked, on: '2026-03-09' },
      'ALREADY_DONE',
    ],
    [
      'as a correction that nobody asked for',
      [],
      { type: 'corrected', on: '2026-03-05' },
      'NOTHING_TO_ANSWER',
    ],
    ['as a second extension', [extended], { ...extended, on: '2026-03-11' }, 'ALREADY_DONE'],
    ['as an extension of 21 working days', [], { ...extended, days: 21 }, 'TOO_LONG'],
    ['as an extension after the deadline', [], { ...extended, on: '2026-03-31' }, 'TOO_LATE'],
    ['as a fee notice after the deadline', [], { ...fee, on: '2026-03-31' }, 'TOO_LATE'],
    [
      'as a second fee notice',
      [fee, { type: 'feePaid', on: '2026-03-11' }],
      { ...fee, on: '2026-03-12' },
      'ALREADY_DONE',
    ],
    ['as a payment that nobody asked for', [], { type: 'feePaid', on: '2026-03-10' }, 'NOTHING_TO_ANSWER'],
    ['while the applicant is to pay', [fee], { ...extended, on: '2026-03-11' }, 'OUT_OF_ORDER'],
    [
      'as a delay without reasons',
      [],
      { type: 'delayed', on: '2026-03-10', until: '2026-05-01' },
      'OUT_OF_ORDER',
    ],
    [
      'as an answer of a third party that nobody asked',
      [],
      { type: 'consultationReplied', on: '2026-03-10', consultation: 'x' },
      'NOTHING_TO_ANSWER',
    ],
    [
      'as an answer of a third party before it was asked',
      [consulted('2026-03-09')],
      { type: 'consultationReplied', on: '2026-03-06', consultation: 'a' },
      'OUT_OF_ORDER',
    ],
    ['after the answer', [answered], { ...extended, on: '2026-03-13' }, 'ALREADY_ANSWERED'],
    ['as an answer before the last step', [extended], { type: 'answered', on: '2026-03-09' }, 'OUT_OF_ORDER'],
  ])('%s', (_what, before, event, code) => {
    const events = [received('2026-03-02'), ...before];
    expect(refusalOf({ event, events, calendar, settings, today: '2026-04-15' })?.code).toBe(code);
  });

  test.each<[string, RequestEvent[], RequestEvent]>([
    ['a correction notice on the seventh day', [], { ...asked, on: '2026-03-11', until: '2026-03-30' }],
    ['an extension on the last day', [], { ...extended, on: '2026-03-30' }],
    ['a consultation while another runs', [consulted('2026-03-09')], consulted('2026-03-10', 'b')],
    ['a late answer', [], { type: 'answered', on: '2026-04-10' }],
  ])('but not %s', (_what, before, event) => {
    const events = [received('2026-03-02'), ...before];
    expect(refusalOf({ event, events, calendar, settings, today: '2026-04-15' })).toBeNull();
  });

  test('that is no event', () => {
    expect(eventSchema.safeParse({ type: 'received', on: '2026-02-30' }).success).toBe(false);
    expect(eventSchema.safeParse({ type: 'extended', on: '2026-03-10' }).success).toBe(false);
  });
});

test.each<[RequestVerb, RequestEvent[], string | undefined]>([
  ['noteCorrection', [], 'NOTHING_TO_ANSWER'],
  ['noteCorrection', [{ type: 'correctionAsked', on: '2026-03-03', until: '2026-03-20' }], undefined],
  ['notePayment', [], 'NOTHING_TO_ANSWER'],
  ['noteConsultationReply', [], 'NOTHING_TO_ANSWER'],
  ['noteConsultationReply', [consulted('2026-03-03')], undefined],
  ['extend', [{ type: 'extended', on: '2026-03-03', days: 5 }], 'ALREADY_DONE'],
  ['extend', [], undefined],
  ['submit', [], undefined],
])('the button of %s tells why not (%#)', (verb, before, code) => {
  const events = [received('2026-03-02'), ...before];
  expect(impossibleToday(verb, { events, calendar, settings, today: '2026-03-04' })?.code).toBe(code);
});
