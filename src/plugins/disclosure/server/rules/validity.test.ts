import { type Standing, validityOn } from './validity';

const on = (day: string, days: Partial<Standing>, otherwise: string | null = '有效') =>
  validityOn(
    { effectiveOn: null, validUntil: null, amendedOn: null, repealedOn: null, lapsedOn: null, ...days },
    day,
    otherwise,
  );

// in force from 2021-03-26 for five years
const FIVE_YEARS = { effectiveOn: '2021-03-26', validUntil: '2026-03-25' };

test.each<[string, string, Partial<Standing>, string]>([
  ['the day before it takes effect', '2021-03-25', FIVE_YEARS, '未生效'],
  ['the day on which it takes effect', '2021-03-26', FIVE_YEARS, '有效'],
  ['its last day', '2026-03-25', FIVE_YEARS, '有效'],
  ['the day after its last day', '2026-03-26', FIVE_YEARS, '失效'],
  ['the day before it is changed', '2023-12-31', { ...FIVE_YEARS, amendedOn: '2024-01-01' }, '有效'],
  ['the day on which it is changed', '2024-01-01', { ...FIVE_YEARS, amendedOn: '2024-01-01' }, '已修改'],
  ['its end, changed before', '2026-03-26', { ...FIVE_YEARS, amendedOn: '2024-01-01' }, '失效'],
  ['the day on which it is repealed', '2024-05-01', { ...FIVE_YEARS, repealedOn: '2024-05-01' }, '废止'],
  ['the day before it is repealed', '2024-04-30', { ...FIVE_YEARS, repealedOn: '2024-05-01' }, '有效'],
  ['long after, repealed before its end', '2030-01-01', { ...FIVE_YEARS, repealedOn: '2024-05-01' }, '废止'],
  [
    'after both, expired before it was repealed',
    '2027-01-01',
    { ...FIVE_YEARS, repealedOn: '2026-06-01' },
    '失效',
  ],
  ['the day on which both come', '2026-03-26', { ...FIVE_YEARS, repealedOn: '2026-03-26' }, '废止'],
  [
    'the day of the clean-up that declares it expired',
    '2024-05-01',
    { ...FIVE_YEARS, lapsedOn: '2024-05-01' },
    '失效',
  ],
  ['repealed before it took effect', '2021-03-25', { ...FIVE_YEARS, repealedOn: '2021-03-20' }, '废止'],
  ['changed before it took effect', '2021-03-25', { ...FIVE_YEARS, amendedOn: '2021-03-20' }, '未生效'],
  [
    'with an end that only says that there is none',
    '2099-12-31',
    { effectiveOn: '2021-03-26', validUntil: '9999-12-31' },
    '有效',
  ],
  ['without an end', '2099-12-31', { effectiveOn: '2021-03-26' }, '有效'],
])('on %s', (_what, day, days, expected) => {
  expect(on(day, days)).toBe(expected);
});

test('what has no days stays what was entered', () => {
  expect(on('2026-11-27', {}, '废止')).toBe('废止');
  expect(on('2026-11-27', {}, null)).toBeNull();
});
