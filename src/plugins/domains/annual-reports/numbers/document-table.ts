import { addDays } from '../../../disclosure/server/rules/dates';
import { type Standing, validityOn } from '../../../disclosure/server/rules/validity';
import type { DocumentColumn, DocumentLine, DocumentNumbers } from '../shared/numbers';

/** A public document as the second table counts it. Days are `YYYY-MM-DD`. */
export type CountedDocument = { id: string; formedOn: string | null; standing: Standing };

export type DocumentTable = Record<DocumentLine, Record<DocumentColumn, readonly string[]>>;

/** The first day on which a document holds no longer; null: it goes on. */
function endOf({ repealedOn, lapsedOn, validUntil }: Standing): string | null {
  const ends = [repealedOn, lapsedOn, validUntil && addDays(validUntil, 1)].filter((day) => day !== null);
  return ends.sort()[0] ?? null;
}

/**
 * The lines 规章 and 行政规范性文件 of the second table: made by the day of the document, repealed by the day on which it ended
 * (废止 and 失效), in force on 31 December. A district makes no 规章: its line is empty.
 */
export function documentTable(documents: readonly CountedDocument[], year: number): DocumentTable {
  const [begin, end] = [`${year}-01-01`, `${year}-12-31`];
  const isIn = (day: string | null) => day !== null && day >= begin && day <= end;
  const idsOf = (fits: (document: CountedDocument) => boolean) => documents.filter(fits).map(({ id }) => id);
  return {
    rules: { made: [], repealed: [], inForce: [] },
    normative: {
      made: idsOf(({ formedOn }) => isIn(formedOn)),
      repealed: idsOf(({ standing }) => isIn(endOf(standing))),
      inForce: idsOf(
        ({ formedOn, standing }) =>
          formedOn !== null &&
          formedOn <= end &&
          ['有效', '已修改'].includes(String(validityOn(standing, end, '有效'))),
      ),
    },
  };
}

export const documentNumbersOf = ({ rules, normative }: DocumentTable): DocumentNumbers => {
  const count = (line: DocumentTable[DocumentLine]) => ({
    made: line.made.length,
    repealed: line.repealed.length,
    inForce: line.inForce.length,
  });
  return { rules: count(rules), normative: count(normative) };
};
