import { type CountedDocument, documentTable } from './document-table';

const document = (
  id: string,
  formedOn: string | null,
  standing: Partial<CountedDocument['standing']> = {},
): CountedDocument => ({
  id,
  formedOn,
  standing: {
    ...{ effectiveOn: formedOn, validUntil: null, amendedOn: null, repealedOn: null, lapsedOn: null },
    ...standing,
  },
});

test('made by its day, repealed by the day of its end, in force on the last day of the year', () => {
  const table = documentTable(
    [
      document('old', '2020-01-01'),
      document('new', '2026-05-01'),
      document('amended', '2019-01-01', { amendedOn: '2026-02-01' }),
      document('repealed', '2020-01-01', { repealedOn: '2026-03-01' }),
      document('lapsed', '2020-01-01', { lapsedOn: '2026-03-01' }),
      document('ended-by-its-term', '2021-01-01', { validUntil: '2025-12-31' }),
      document('repealed-next-year', '2020-01-01', { repealedOn: '2027-01-01' }),
      document('not-yet-in-force', '2026-12-01', { effectiveOn: '2027-01-01' }),
      document('next-year', '2027-01-02'),
      document('long-gone', '2010-01-01', { repealedOn: '2015-01-01' }),
    ],
    2026,
  );
  expect(table.normative).toEqual({
    made: ['new', 'not-yet-in-force'],
    repealed: ['repealed', 'lapsed', 'ended-by-its-term'],
    inForce: ['old', 'new', 'amended', 'repealed-next-year'],
  });
  expect(table.rules).toEqual({ made: [], repealed: [], inForce: [] });
});
