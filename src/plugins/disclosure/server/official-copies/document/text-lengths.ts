import { type Cell, type Table, textOfRuns } from './model';

/** For every column the letters of its longest paragraph; merged cells count for none. */
export const textLengths = ({ rows, columns }: Table): number[] =>
  Array.from({ length: columns }, (_, at) => Math.max(1, ...rows.map((row) => lengthOf(row[at] ?? null))));

const lengthOf = (cell: Cell | null): number =>
  !cell || cell.columns > 1
    ? 0
    : Math.max(
        0,
        ...cell.blocks.map((block) => (block.kind === 'paragraph' ? textOfRuns(block.runs).length : 6)),
      );
