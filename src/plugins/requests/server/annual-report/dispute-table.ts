import { DISPUTE_RESULTS, DISPUTES, type DisputeNumbers } from './checks';

/** What the table counts of a dispute. Days are `YYYY-MM-DD`. */
export type CountedDispute = {
  id: string;
  kind: (typeof DISPUTES)[number];
  filedOn: string;
  closedOn: string | null;
  result: 'upheld' | 'corrected' | 'other' | null;
  /** 复议机关 as 共同被告 */
  isCoDefendant: boolean;
};

type Column = (typeof DISPUTE_RESULTS)[number] | 'total';
export const DISPUTE_COLUMNS: readonly Column[] = [...DISPUTE_RESULTS, 'total'];

/** The table by line and column; every cell holds the disputes that it counts. */
export type DisputeTable = Record<(typeof DISPUTES)[number], Record<Column, readonly string[]>>;

/**
 * The fourth table of a year: what ended in it, by its result, and what is open at its end. A suit in which the
 * organ stands only beside the one that answered is counted there, not here (国办公开办函〔2016〕201号). By which day a dispute
 * belongs to a year, no text that was checked says (待核实).
 */
export function disputeTable(disputes: readonly CountedDispute[], year: number): DisputeTable {
  const [begin, end] = [`${year}-01-01`, `${year}-12-31`];
  const isOpen = ({ closedOn }: CountedDispute) => !closedOn || closedOn > end;
  const counted = disputes.filter(
    (dispute) =>
      !dispute.isCoDefendant &&
      dispute.filedOn <= end &&
      (isOpen(dispute) || String(dispute.closedOn) >= begin),
  );
  const columnOf = (dispute: CountedDispute): Column =>
    isOpen(dispute) ? 'pending' : (dispute.result ?? 'other');
  const idsOf = (line: string, column: Column) =>
    counted
      .filter((dispute) => dispute.kind === line && (column === 'total' || columnOf(dispute) === column))
      .map(({ id }) => id);
  return Object.fromEntries(
    DISPUTES.map((line) => [
      line,
      Object.fromEntries(DISPUTE_COLUMNS.map((column) => [column, idsOf(line, column)])),
    ]),
  ) as unknown as DisputeTable;
}

export const disputeNumbersOf = (table: DisputeTable): DisputeNumbers =>
  Object.fromEntries(
    DISPUTES.map((line) => [
      line,
      Object.fromEntries(DISPUTE_COLUMNS.map((column) => [column, table[line][column].length])),
    ]),
  ) as unknown as DisputeNumbers;
