import { FITS, groupBy, rowOf } from './analyse';
import type { RequestFacts } from './load-facts';

const facts = (id: string, more: Partial<RequestFacts> = {}): RequestFacts => ({
  ...{ id, owner: 'finance', applicantKind: 'person', channel: 'online', receivedOn: '2026-03-02' },
  ...{
    dueOn: '2026-03-30',
    answeredOn: '2026-03-10',
    outcome: 'granted',
    isExtended: false,
    isOverdue: false,
  },
  ...{ workingDays: 6, lost: { reconsiderations: 0, lawsuits: 0 } },
  ...more,
});

const ALL = [
  facts('a'),
  facts('b', { answeredOn: null, outcome: null, workingDays: null, isOverdue: true }),
  facts('c', { receivedOn: '2025-12-20', isExtended: true, workingDays: 25 }),
  facts('d', { lost: { reconsiderations: 1, lawsuits: 1 }, owner: 'health', workingDays: 8 }),
];

test('each measure counts the requests that it names, and the days of those that were answered', () => {
  expect(rowOf('all', '合计', ALL, 2026)).toEqual({
    key: 'all',
    label: '合计',
    counts: {
      ...{ received: 3, answered: 3, open: 1, extended: 1, overdue: 1 },
      ...{ lostReconsideration: 1, lostLawsuit: 1 },
    },
    meanDays: 13,
    mostDays: 25,
  });
});

test('the cases behind a number are as many as the number says', () => {
  for (const [measure, fits] of Object.entries(FITS))
    expect(ALL.filter((one) => fits(one, 2026))).toHaveLength(
      rowOf('', '', ALL, 2026).counts[measure as keyof typeof FITS],
    );
});

test('groups stand in the order of their list, unknown ones last', () => {
  const labels = new Map([
    ['health', '区卫健委'],
    ['audit', '区审计局'],
  ]);
  expect(groupBy(ALL, ({ owner }) => owner, labels).map(({ key, facts: own }) => [key, own.length])).toEqual([
    ['health', 1],
    ['finance', 3],
  ]);
});
