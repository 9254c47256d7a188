import { APPLICANT_KINDS, type ApplicantKind } from '../../shared/applicants';
import { OUTCOMES } from '../../shared/outcomes';

/** What the table counts of a request: one line a request, after it was split (一事一申请). Days are `YYYY-MM-DD`. */
export type CountedRequest = {
  id: string;
  applicant: ApplicantKind;
  receivedOn: string;
  answeredOn: string | null;
  outcome: string | null;
};

export const LINES = [
  { code: 'newReceived', label: '一、本年新收政府信息公开申请数量' },
  { code: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
  ...OUTCOMES.map(({ code, label }) => ({ code, label })),
  { code: 'totalProcessed', label: '（七）总计' },
  { code: 'carriedForward', label: '四、结转下年度继续办理' },
] as const;

type Column = ApplicantKind | 'total';
export const COLUMNS: readonly Column[] = [...APPLICANT_KINDS.map(({ code }) => code), 'total'];

/** The table by line and column; every cell holds the requests that it counts, so that it explains itself. */
export type RequestTable = Record<string, Record<Column, readonly string[]>>;

/**
 * The third table of a year: new by the day of receipt, results by the day of the answer, what is open at the end of the
 * year is carried forward.
 */
export function requestTable(requests: readonly CountedRequest[], year: number): RequestTable {
  const [begin, end] = [`${year}-01-01`, `${year}-12-31`];
  const received = requests.filter(({ receivedOn }) => receivedOn <= end);
  const isOpenOn = (day: string) => (request: CountedRequest) =>
    !request.answeredOn || request.answeredOn > day;
  const lastYear = `${year - 1}-12-31`;
  const answered = received.filter(
    ({ answeredOn }) => answeredOn && answeredOn >= begin && answeredOn <= end,
  );
  const lines: Record<string, CountedRequest[]> = {
    newReceived: received.filter(({ receivedOn }) => receivedOn >= begin),
    carriedOver: received.filter((request) => request.receivedOn <= lastYear && isOpenOn(lastYear)(request)),
    ...Object.fromEntries(
      OUTCOMES.map(({ code }) => [code, answered.filter(({ outcome }) => outcome === code)]),
    ),
    totalProcessed: answered,
    carriedForward: received.filter(isOpenOn(end)),
  };
  return Object.fromEntries(Object.entries(lines).map(([code, counted]) => [code, byColumn(counted)]));
}

function byColumn(requests: readonly CountedRequest[]): Record<Column, string[]> {
  const of = (column: Column) =>
    requests.filter(({ applicant }) => column === 'total' || applicant === column).map(({ id }) => id);
  return Object.fromEntries(COLUMNS.map((column) => [column, of(column)])) as Record<Column, string[]>;
}

/** The numbers of a table, as a report holds them. */
export type RequestNumbers = Record<string, Record<Column, number>>;

export const numbersOf = (table: RequestTable): RequestNumbers =>
  Object.fromEntries(
    Object.entries(table).map(([line, cells]) => [
      line,
      Object.fromEntries(COLUMNS.map((column) => [column, cells[column].length])) as Record<Column, number>,
    ]),
  );
