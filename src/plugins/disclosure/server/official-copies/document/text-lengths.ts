import type { ColumnText } from '../layout';
import { type Cell, type Table, textOfRuns } from './model';

/** A letter, or a word of others, with the brackets and the signs that stay with it. */
const STRETCH = /[（《〈【〔“‘「『]*(?:[\p{Script=Latin}\d.,:%/+-]+|.)[，。、；：！？）》〉】〕”’」』％]*/gsu;
/** What a letter of Latin script takes of the place of a Chinese one. */
const LATIN = 0.6;
/** A text of so few letters stays on one line. */
const SHORT = 3;
/** Letters for which a picture counts. */
const PICTURE = 6;

/** What makes every column of a table wide; merged cells count for none. */
export const textLengths = ({ rows, columns }: Table): ColumnText[] =>
  Array.from({ length: columns }, (_, at) => {
    const texts = rows.flatMap((row) => textsOf(row[at] ?? null));
    return {
      longest: texts.reduce((most, text) => Math.max(most, text.length), 1),
      unbroken: texts.reduce((most, text) => Math.max(most, longestStretch(text)), 1),
    };
  });

const textsOf = (cell: Cell | null): string[] =>
  !cell || cell.columns > 1
    ? []
    : cell.blocks.map((block) =>
        block.kind === 'paragraph' ? textOfRuns(block.runs) : '图'.repeat(PICTURE),
      );

function longestStretch(text: string): number {
  let longest = text.length <= SHORT ? text.length : 0;
  for (const [stretch] of text.matchAll(STRETCH))
    longest = Math.max(longest, /[a-z\d]/i.test(stretch) ? stretch.length * LATIN : stretch.length);
  return longest;
}
