import type { Content, ContentText, TableCell } from 'pdfmake/interfaces';
import { FIELD_COLUMNS, fieldsTable } from '../document/fields-table';
import {
  type Block,
  type Cell,
  type Labelled,
  missingPicture,
  type OfficialDocument,
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
type Setting = { size: number; line: number; width: number };

const BODY: Setting = { size: SIZES.body, line: LINE, width: TEXT_WIDTH };
/** Lines of tables and notes: set closer than those of the text. */
const CLOSE = 1.5;
const CELL_PADDING = 4;
const MISSING_NOTE = '〓：印制时缺少的字，见网页。';

/** The blocks of a document as pdfmake takes them. */
export function pdfContent(document: OfficialDocument, pictures: Pictures, letters: Letters): Content[] {
  const setter = new Setter(pictures, letters);
  const content = [
    ...setter.head(document.head),
    setter.title(document.title),
    ...(document.docNo
      ? [setter.line(document.docNo, { alignment: 'center', margin: [0, 0, 0, LINE / 2] })]
      : []),
    ...setter.fields(document.fields),
    ...document.blocks.flatMap((block) => setter.block(block, BODY)),
  ];
  const notes = document.notes.map((note) => setter.note(note));
  return [...content, ...notes, ...(letters.hasReplaced() ? [setter.note(MISSING_NOTE)] : [])];
}

class Setter {
  constructor(
    private readonly pictures: Pictures,
    private readonly letters: Letters,
  ) {}

  /** The index lines of a public copy, small, above the title. */
  head(lines: readonly Labelled[]): Content[] {
    if (lines.length === 0) return [];
    const cells = lines.map(({ label, value }) => this.small(`${label}：${value}`));
    const rows = Array.from({ length: Math.ceil(cells.length / 2) }, (_, row) => [
      cells[row * 2] ?? '',
      cells[row * 2 + 1] ?? '',
    ]);
    return [
      {
        table: { widths: ['*', '*'], body: rows as TableCell[][] },
        layout: 'noBorders',
        margin: [0, 0, 0, LINE],
      },
    ];
  }

  title(title: string): Content {
    return this.line(title, {
      bold: true,
      fontSize: SIZES.title,
      lineHeight: this.lineHeight(SIZES.title, LINE * 1.25),
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

  note(text: string): Content {
    return { ...(this.small(text) as ContentText), margin: [0, LINE / 4, 0, 0] };
  }

  fields(fields: readonly Labelled[]): Content[] {
    if (fields.length === 0) return [];
    return this.table(
      fieldsTable(fields),
      TEXT_WIDTH,
      FIELD_COLUMNS.map((share) => TEXT_WIDTH * share),
    );
  }

  block(block: Block, setting: Setting): Content[] {
    if (block.kind === 'paragraph') return [this.paragraph(block, setting)];
    if (block.kind === 'picture') return [this.picture(block, setting)];
    return this.table(block, setting.width);
  }

  private paragraph({ runs, level, align, indent, depth }: Paragraph, { size, line }: Setting): Content {
    return {
      text: runs.flatMap((run) => this.run(run)),
      bold: level > 0,
      fontSize: level === 1 ? SIZES.title : size,
      lineHeight: level === 1 ? this.lineHeight(SIZES.title, LINE * 1.25) : this.lineHeight(size, line),
      alignment: align ?? (level === 1 ? 'center' : 'justify'),
      leadingIndent: indent ? size * 2 : 0,
      margin: [depth * size, 0, 0, 0],
    };
  }

  private run({ text, bold, underline, strike, script, link }: Run): ContentText[] {
    return splitLongWords(this.words(text)).map((piece) => ({
      text: piece.text,
      ...(piece.anywhere ? { wordBreak: 'break-all' } : {}),
      ...(bold ? { bold: true } : {}),
      ...(underline ? { decoration: 'underline' } : strike ? { decoration: 'lineThrough' } : {}),
      ...(script === 'sub' ? { sub: true } : script === 'super' ? { sup: true } : {}),
      ...(link ? { link } : {}),
    }));
  }

  private picture(picture: Picture, setting: Setting): Content {
    const data = this.pictures.get(picture.url);
    if (!data) return this.paragraph(plain(missingPicture(picture), { align: 'center' }), setting);
    const { width, height } = fitPicture(data, setting.width);
    const mime = data.type === 'png' ? 'image/png' : 'image/jpeg';
    const image = `data:${mime};base64,${Buffer.from(data.bytes).toString('base64')}`;
    return { image, width, height, alignment: 'center', margin: [0, 4, 0, 4] };
  }

  private table(table: Table, room: number, fixed?: number[]): Content[] {
    const size = table.columns >= NARROW_FROM ? SIZES.narrowTable : SIZES.table;
    // the borders and the padding of each column take room, too
    const net = room - table.columns * (CELL_PADDING * 2 + 1) - 1;
    const widths = fixed
      ? fixed.map((width) => (width / room) * net)
      : columnWidths(textLengths(table), net, size);
    const caption = table.caption.trim();
    return [
      ...(caption ? [this.line(caption, { alignment: 'center', bold: true, fontSize: SIZES.table })] : []),
      {
        table: {
          widths,
          headerRows: table.headerRows,
          body: table.rows.map((row) =>
            row.map((cell, at) => (cell ? this.cell(cell, size, spanned(widths, at, cell.columns)) : {})),
          ),
        },
        margin: [0, 4, 0, 8],
      },
    ];
  }

  private cell(cell: Cell, size: number, width: number): TableCell {
    const setting = { size, line: size * CLOSE, width };
    const stack = cell.blocks.flatMap((block) =>
      this.block(
        block.kind === 'paragraph' && block.align === null
          ? { ...block, align: cell.header ? 'center' : 'left' }
          : block,
        setting,
      ),
    );
    return { stack, colSpan: cell.columns, rowSpan: cell.rows, bold: cell.header };
  }

  private small(text: string): Content {
    return {
      text: this.run({ text }),
      fontSize: SIZES.small,
      lineHeight: this.lineHeight(SIZES.small, SIZES.small * CLOSE),
    };
  }

  private words(text: string): string {
    return this.letters.drawable(printable(text));
  }

  /** The factor by which lines of a size are as high as wanted. */
  private lineHeight(size: number, line: number): number {
    return line / (size * this.letters.lineHeight);
  }
}

const spanned = (widths: readonly number[], from: number, columns: number): number =>
  widths.slice(from, from + columns).reduce((sum, width) => sum + width, 0) +
  (columns - 1) * (CELL_PADDING * 2 + 1);
