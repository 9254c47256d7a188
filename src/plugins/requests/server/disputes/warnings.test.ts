import { outcomeOf } from '../../shared/outcomes';
import type { Dispute } from './disputes';
import { sixMonthsAfter, warningsOf } from './warnings';

const dispute = (changes: Partial<Dispute>): Dispute => ({
  ...{ id: '1', kind: 'reconsideration', organ: '区人民政府', caseNo: null, filedOn: '2026-03-01' },
  ...{ closedOn: null, result: null, isCoDefendant: false, note: null, byName: '某人' },
  ...changes,
});
const answered = (code: string, answeredOn: string | null = '2026-01-02', servedOn = '2026-01-05') => ({
  outcome: outcomeOf(code),
  ...{ answeredOn, servedOn: answeredOn && servedOn },
});

test.each([
  ['2026-03-06', 0],
  ['2026-03-07', 1],
])(
  'reconsideration asked for on %s: %d warnings (60 days from the service, 行政复议法第二十条)',
  (filedOn, n) => {
    expect(warningsOf(dispute({ filedOn }), [], answered('granted'))).toHaveLength(n);
  },
);

test.each([
  ['2026-07-05', 0],
  ['2026-07-06', 1],
])('sued on %s: %d warnings (6 months from the service, 行政诉讼法第四十六条)', (filedOn, n) => {
  const found = warningsOf(dispute({ kind: 'lawsuitDirect', filedOn }), [], answered('granted'));
  expect(found.filter((warning) => warning.includes('送达之日2026-01-05'))).toHaveLength(n);
});

test.each(['reconsideration', 'lawsuitDirect'] as const)(
  'without a recorded service the term of a %s is not judged by the day of the answer, and says so',
  (kind) => {
    const unserved = { ...answered('granted'), servedOn: null };
    const found = warningsOf(dispute({ kind, filedOn: '2027-03-01' }), [], unserved);
    expect(found).toEqual([expect.stringMatching(/还没有登记答复书的送达.*请先登记送达/)]);
  },
);

test('a suit without the reconsideration that comes first is noticed (行政复议法第二十三条), one beside it is not', () => {
  const suit = dispute({ kind: 'lawsuitDirect' });
  expect(warningsOf(suit, [], answered('denied.stateSecret')).join()).toContain('须先申请行政复议');
  expect(warningsOf(suit, [], answered('granted'))).toEqual([]);
  expect(warningsOf(suit, [], answered('granted', null))).toEqual([]);
});

test('a suit after reconsideration wants one that is closed, and 15 days (行政诉讼法第四十五条)', () => {
  const closed = dispute({ closedOn: '2026-03-10', result: 'upheld' });
  const suit = (filedOn: string) => dispute({ kind: 'lawsuitAfterReconsideration', filedOn });
  expect(warningsOf(suit('2026-03-20'), [], answered('granted')).join()).toContain('没有登记');
  expect(warningsOf(suit('2026-03-25'), [closed], answered('granted'))).toEqual([]);
  expect(warningsOf(suit('2026-03-26'), [closed], answered('granted')).join()).toContain('15日');
});

test.each([
  ['2026-01-05', '2026-07-05'],
  ['2026-08-31', '2027-02-28'],
  ['2026-12-31', '2027-06-30'],
])('six months after %s is %s', (day, after) => expect(sixMonthsAfter(day)).toBe(after));
