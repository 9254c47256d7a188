import type { Content, ContentTable, ContentText, TableCell } from 'pdfmake/interfaces';
import { inEvenLines, titleLines } from '../document/even-lines';
import { leastLines } from '../document/fields-table';
import {
  type Cell,
  type Labelled,
  missingPicture,
  type Paragraph,
  type Picture,
  type Pictures,
  plain,
  type Run,
  type Table,
} from '../document/model';
import { printable } from '../document/printable';
import { textLengths } from '../document/text-lengths';
import { columnWidths, fitPicture, LINE, NARROW_FROM, SIZES, TEXT_WIDTH } from '../layout';
import type { Letters } from './fonts';
import { splitLongWords } from './long-words';

/** What a block is set in: the size of its letters, and the room that it has. */
export type Setting = { size: number; line: number; width: number };

export const BODY: Setting = { size: SIZES.body, line: LINE, width: TEXT_WIDTH };
export const TITLE_LINE = LINE * 1.25;
/** Lines of tables and notes: set closer than those of the text. */
const CLOSE = 1.5;
const CELL_PADDING = 4;
export const TABLE_MARGIN = { top: 4, bottom: 8 };

/** Nodes that are put around the contents of a cell, where they are measured. */
export type CellMarks = (cell: Cell, row: number, column: number) => { before: Content[]; after: Content[] };
const NO_MARKS: CellMarks = () => ({ before: [], after: [] });

/** Sets the parts of a document as pdfmake takes them. pdfmake writes into what it is given, so nothing is given twice. */
export class Setter {
  constructor(
    private readonly pictures: Pictures,
    private readonly letters: Letters,
  ) {}

  /** The index lines of a public copy, small, above the title. */
  head(lines: readonly Labelled[]): Content {
    const cells = lines.map(({ label, value }) => this.small(`${label}：${value}`));
    const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [
      cells[row * 2] ?? '',
      cells[row * 2 + 1] ?? '',
    ]);
    return {
      table: { widths: ['*', '*'], body: rows as TableCell[][] },
      layout: 'noBorders',
      margin: [0, 0, 0, LINE],
    };
  }

  title(title: string): Content {
    return this.line(titleLines(title).join('\n'), {
      bold: true,
      fontSize: SIZES.title,
      lineHeight: this.lineHeight(SIZES.title, TITLE_LINE),
      alignment: 'center',
      margin: [0, 0, 0, LINE / 2],
    });
  }

  line(text: string, more: Partial<ContentText> = {}): Content {
    return {
      text: this.run({ text }),
      fontSize: SIZES.body,
      lineHeight: this.lineHeight(SIZES.body, LINE),
      ...more,
    };
  }

  caption(text: string): Content {
    return this.line(text, { alignment: 'center', bold: true, fontSize: SIZES.table });
  }

  note(text: string): Content {
    return { ...this.small(text), margin: [0, LINE / 4, 0, 0] };
  }

  paragraph(paragraph: Paragraph, { size, line }: Setting): Content {
    const { runs, level, align, indent, depth, fromRight = 0 } = inEvenLines(paragraph);
    return {
      text: runs.flatMap((run) => this.run(run)),
      bold: level > 0,
      fontSize: level === 1 ? SIZES.title : size,
      lineHeight: level === 1 ? this.lineHeight(SIZES.title, TITLE_LINE) : this.lineHeight(size, line),
      alignment: align ?? (level === 1 ? 'center' : 'justify'),
      leadingIndent: indent ? size * 2 : 0,
      margin: [depth * size, 0, fromRight * size, 0],
    };
  }

  picture(picture: Picture, setting: Setting): Content {
    const data = this.pictures.get(picture.url);
    if (!data) return this.paragraph(plain(missingPicture(picture), { align: 'center' }), setting);
    const { width, height } = fitPicture(data, setting.width);
    const mime = data.type === 'png' ? 'image/png' : 'image/jpeg';
    const image = `data:${mime};base64,${Buffer.from(data.bytes).toString('base64')}`;
    return { image, width, height, alignment: 'center', margin: [0, 4, 0, 4] };
  }

  /** A table without its caption. */
  table(
    table: Table,
    widths: readonly number[],
    { top, bottom } = TABLE_MARGIN,
    marks: CellMarks = NO_MARKS,
  ): ContentTable {
    const size = letterSize(table);
    return {
      table: {
        widths: [...widths],
        heights: table.rows.map((row) => leastLines(row) * size * CLOSE || 'auto'),
        body: table.rows.map((row, line) =>
          row.map((cell, column) =>
            cell
              ? this.cell(cell, size, spanned(widths, column, cell.columns), marks(cell, line, column))
              : {},
          ),
        ),
      },
      margin: [0, top, 0, bottom],
    };
  }

  private cell(cell: Cell, size: number, width: number, marks: ReturnType<CellMarks>): TableCell {
    const setting = { size, line: size * CLOSE, width };
    const align = cell.header ? 'center' : 'left';
    const blocks = cell.blocks.map((block) =>
      block.kind === 'picture'
        ? this.picture(block, setting)
        : this.paragraph(
            { ...(cell.header ? inEvenLines(block, width / size) : block), align: block.align ?? align },
            setting,
          ),
    );
    return {
      stack: [...marks.before, ...blocks, ...marks.after],
      ...{ colSpan: cell.columns, rowSpan: cell.rows, bold: cell.header },
      // pdfmake looks for the first line of what it aligns
      ...(blocks.length > 0 ? { verticalAlignment: 'middle' } : {}),
    } as TableCell;
  }

  private run({ text, bold, underline, strike, script, link }: Run): ContentText[] {
    return splitLongWords(this.letters.drawable(printable(text))).map((piece) => ({
      text: piece.text,
      ...(piece.anywhere ? { wordBreak: 'break-all' } : {}),
      ...(bold ? { bold: true } : {}),
      ...(underline ? { decoration: 'underline' } : strike ? { decoration: 'lineThrough' } : {}),
      ...(script === 'sub' ? { sub: true } : script === 'super' ? { sup: true } : {}),
      ...(link ? { link } : {}),
    }));
  }

  private small(text: string): ContentText {
    return {
      text: this.run({ text }),
      fontSize: SIZES.small,
      lineHeight: this.lineHeight(SIZES.small, SIZES.small * CLOSE),
    };
  }

  /** The factor by which lines of a size are as high as wanted. */
  private lineHeight(size: number, line: number): number {
    return line / (size * this.letters.lineHeight);
  }
}

const letterSize = ({ columns }: Table): number => (columns >= NARROW_FROM ? SIZES.narrowTable : SIZES.table);

/** The widths of a table's columns: given as shares of the line, or made from what they hold. */
export function widthsOf(table: Table, shares?: readonly number[]): number[] {
  // the borders and the padding of each column take room, too
  const net = TEXT_WIDTH - table.columns * (CELL_PADDING * 2 + 1) - 1;
  return shares?.map((share) => share * net) ?? columnWidths(textLengths(table), net, letterSize(table));
}

const spanned = (widths: readonly number[], from: number, columns: number): number =>
  widths.slice(from, from + columns).reduce((sum, width) => sum + width, 0) +
  (columns - 1) * (CELL_PADDING * 2 + 1);
