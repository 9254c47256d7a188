import fc from 'fast-check';
import { APPLICANT_KINDS } from '../../shared/applicants';
import { OUTCOMES } from '../../shared/outcomes';
import { checkDisputeNumbers, checkRequestNumbers } from './checks';
import { type CountedRequest, numbersOf, requestTable } from './request-table';

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const request = fc
  .record({
    id: fc.uuid(),
    applicant: fc.constantFrom(...APPLICANT_KINDS.map(({ code }) => code)),
    days: fc.tuple(day, day),
    isAnswered: fc.boolean(),
    outcome: fc.constantFrom(...OUTCOMES.map(({ code }) => code)),
  })
  .map(({ id, applicant, days, isAnswered, outcome }): CountedRequest => {
    const [receivedOn, answeredOn] = [...days].sort() as [string, string];
    return {
      id,
      applicant,
      receivedOn,
      answeredOn: isAnswered ? answeredOn : null,
      outcome: isAnswered ? outcome : null,
    };
  });

test('whatever requests there were, the tables of all years satisfy the official check', () => {
  fc.assert(
    fc.property(fc.array(request, { maxLength: 60 }), (requests) => {
      const [before, year] = [2025, 2026].map((one) => numbersOf(requestTable(requests, one)));
      expect(checkRequestNumbers(year as never, before as never)).toEqual([]);
    }),
  );
});

const one: CountedRequest = {
  id: 'a',
  applicant: 'person',
  receivedOn: '2026-02-01',
  answeredOn: '2026-02-20',
  outcome: 'granted',
};

test('every cell tells which requests it counts', () => {
  const carried = { ...one, id: 'b', applicant: 'research' as const, receivedOn: '2025-12-30' };
  const open = { ...one, id: 'c', answeredOn: null, outcome: null };
  const table = requestTable([one, carried, open], 2026);
  expect(table.newReceived?.person).toEqual(['a', 'c']);
  expect(table.carriedOver?.total).toEqual(['b']);
  expect(table.granted?.research).toEqual(['b']);
  expect(table.carriedForward?.total).toEqual(['c']);
});

test.each([
  ['a result too many', 'granted', 'person', ['totalProcessed', 'granted']],
  ['a wrong total', 'newReceived', 'total', ['carriedForward', 'newReceived']],
  [
    'another number carried over than last year carried forward',
    'carriedOver',
    'research',
    ['carriedForward', 'carriedOver'],
  ],
] as const)('%s is found', (_what, line, column, lines) => {
  const numbers = numbersOf(requestTable([one], 2026));
  const before = numbersOf(requestTable([one], 2025));
  const broken = { ...numbers, [line]: { ...numbers[line], [column]: 9 } } as typeof numbers;
  const found = checkRequestNumbers(broken, before);
  expect(new Set(found.map((mismatch) => mismatch.line))).toEqual(new Set(lines));
  expect(found[0]?.message).toMatch(/应为.*现为/);
});

test('the totals of the fourth table are checked', () => {
  const right = { upheld: 1, corrected: 2, other: 3, pending: 4, total: 10 };
  const numbers = { reconsideration: right, lawsuitDirect: right, lawsuitAfterReconsideration: right };
  expect(checkDisputeNumbers(numbers)).toEqual([]);
  expect(checkDisputeNumbers({ ...numbers, lawsuitDirect: { ...right, total: 9 } })).toMatchObject([
    { line: 'lawsuitDirect', expected: 10, found: 9 },
  ]);
});
