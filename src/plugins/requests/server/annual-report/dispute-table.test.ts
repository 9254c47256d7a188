import { type CountedDispute, disputeNumbersOf, disputeTable } from './dispute-table';

const dispute = (id: string, more: Partial<CountedDispute> = {}): CountedDispute => ({
  ...{
    id,
    kind: 'reconsideration',
    filedOn: '2026-03-01',
    closedOn: null,
    result: null,
    isCoDefendant: false,
  },
  ...more,
});
const closed = (id: string, closedOn: string, result: CountedDispute['result'], more = {}) =>
  dispute(id, { closedOn, result, ...more });

test('what ended in the year is counted by its result, what is open at its end as 尚未审结', () => {
  const table = disputeTable(
    [
      closed('upheld', '2026-06-01', 'upheld'),
      closed('from-before', '2026-01-01', 'corrected', { filedOn: '2025-11-01' }),
      closed('ends-later', '2027-01-01', 'upheld'),
      dispute('open', { filedOn: '2025-12-31' }),
      closed('long-ago', '2025-12-31', 'other', { filedOn: '2025-05-01' }),
      dispute('not-yet', { filedOn: '2027-01-01' }),
    ],
    2026,
  );
  expect(table.reconsideration).toEqual({
    upheld: ['upheld'],
    corrected: ['from-before'],
    other: [],
    pending: ['ends-later', 'open'],
    total: ['upheld', 'from-before', 'ends-later', 'open'],
  });
});

test('a suit in which 复议机关 is 共同被告 counts for the organ that answered alone (国办公开办函〔2016〕201号)', () => {
  const suit = { kind: 'lawsuitAfterReconsideration', filedOn: '2026-02-01' } as const;
  const numbers = disputeNumbersOf(
    disputeTable([dispute('own', suit), dispute('beside', { ...suit, isCoDefendant: true })], 2026),
  );
  expect(numbers.lawsuitAfterReconsideration).toMatchObject({ pending: 1, total: 1 });
  expect(numbers.lawsuitDirect.total).toBe(0);
});
