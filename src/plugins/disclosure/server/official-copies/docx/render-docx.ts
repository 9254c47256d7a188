import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeightRule,
  ImageRun,
  LineRuleType,
  Packer,
  PageNumber,
  type ParagraphChild,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  Paragraph as WordParagraph,
  Table as WordTable,
} from 'docx';
import { inEvenLines } from '../document/even-lines';
import { FIELD_COLUMNS, fieldsTable, leastLines } from '../document/fields-table';
import {
  type Alignment,
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
import { columnWidths, fitPicture, LINE, NARROW_FROM, PAGE, SIZES, TEXT_WIDTH } from '../layout';

/** Faces that every Chinese Word and WPS has; a file that is edited needs whole fonts, not embedded parts. */
const FACES = { text: '仿宋', first: '黑体', second: '楷体', title: '宋体' };
const face = (name: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: name });

const twips = (points: number): number => Math.round(points * 20);
const halfPoints = (points: number): number => Math.round(points * 2);
/** Pixels of 1/96 inch, in which the library takes the size of pictures. */
const pixels = (points: number): number => Math.max(1, Math.round(points / 0.75));

const ALIGNMENTS: Record<Alignment, (typeof AlignmentType)[keyof typeof AlignmentType]> = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  justify: AlignmentType.BOTH,
};
/** 三号 in Word: the page has the room of 28 of them. */
const BODY_SIZE = 16;
const CELL_PADDING = 4;

/** `keepNext`: on the page of what follows. */
type Setting = { size: number; exact: boolean; width: number; keepNext?: boolean };
const BODY: Setting = { size: BODY_SIZE, exact: true, width: TEXT_WIDTH };

/** A document as DOCX in the layout of GB/T 9704. */
export async function renderDocx(
  document: OfficialDocument,
  pictures: Pictures = new Map(),
): Promise<Uint8Array> {
  const setter = new Setter(pictures);
  const word = new Document({
    title: printable(document.title),
    creator: '政务公开',
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: { font: face(FACES.text), size: halfPoints(BODY_SIZE) } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              top: twips(PAGE.top),
              bottom: twips(PAGE.bottom),
              left: twips(PAGE.left),
              right: twips(PAGE.right),
              footer: twips(PAGE.bottom - 34),
            },
          },
        },
        footers: { default: pageNumbers(AlignmentType.RIGHT), even: pageNumbers(AlignmentType.LEFT) },
        children: setter.all(document),
      },
    ],
  });
  return Packer.toBuffer(word);
}

const pageNumbers = (alignment: (typeof AlignmentType)[keyof typeof AlignmentType]): Footer =>
  new Footer({
    children: [
      new WordParagraph({
        alignment,
        indent: { left: twips(SIZES.pageNumber), right: twips(SIZES.pageNumber) },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: face(FACES.title),
            size: halfPoints(SIZES.pageNumber),
          }),
        ],
      }),
    ],
  });

class Setter {
  constructor(private readonly pictures: Pictures) {}

  all({ head, title, docNo, fields, blocks, notes }: OfficialDocument): (WordParagraph | WordTable)[] {
    return [
      ...head.map(({ label, value }) => this.small(`${label}：${value}`)),
      ...(head.length > 0 ? [this.small('')] : []),
      this.paragraph(plain(title, { level: 1 }), BODY),
      ...(docNo ? [this.paragraph(plain(docNo, { align: 'center' }), BODY)] : []),
      this.small(''),
      ...this.fields(fields),
      ...blocks.flatMap((block) => this.block(block, BODY)),
      this.small(''),
      ...notes.map((note) => this.small(note)),
    ];
  }

  private fields(fields: readonly Labelled[]): (WordParagraph | WordTable)[] {
    if (fields.length === 0) return [];
    return this.table(
      fieldsTable(fields),
      TEXT_WIDTH,
      FIELD_COLUMNS.map((share) => TEXT_WIDTH * share),
    );
  }

  private block(block: Block, setting: Setting): (WordParagraph | WordTable)[] {
    if (block.kind === 'paragraph') return [this.paragraph(block, setting)];
    if (block.kind === 'picture') return [this.picture(block, setting)];
    return this.table(block, setting.width);
  }

  private paragraph(paragraph: Paragraph, { size, exact, keepNext }: Setting): WordParagraph {
    const { runs, level, align, indent, depth, fromRight = 0 } = inEvenLines(paragraph);
    const name =
      level === 1 ? FACES.title : level === 2 ? FACES.first : level === 3 ? FACES.second : FACES.text;
    const letters = level === 1 ? SIZES.title : size;
    return new WordParagraph({
      alignment: ALIGNMENTS[align ?? (level === 1 ? 'center' : 'justify')],
      ...(level > 0 ? { outlineLevel: level - 1 } : {}),
      keepNext: level > 0 || keepNext === true || paragraph.keepsNext === true,
      keepLines: level > 0 || paragraph.keepsNext === true,
      ...(exact
        ? { spacing: { line: twips(level === 1 ? LINE * 1.25 : LINE), lineRule: LineRuleType.EXACT } }
        : {}),
      indent: {
        ...(indent ? { firstLine: twips(letters * 2) } : {}),
        ...(depth > 0 ? { left: twips(depth * size) } : {}),
        ...(fromRight > 0 ? { right: twips(fromRight * size) } : {}),
      },
      children: runs.flatMap((run) => this.run(run, { name, size: letters, bold: level === 1 })),
    });
  }

  private run(run: Run, letters: { name: string; size: number; bold: boolean }): ParagraphChild[] {
    const parts = printable(run.text)
      .split('\n')
      .map(
        (text, at) =>
          new TextRun({
            text,
            ...(at > 0 ? { break: 1 } : {}),
            font: face(letters.name),
            size: halfPoints(letters.size),
            bold: letters.bold || run.bold,
            italics: run.italic,
            ...(run.underline ? { underline: {} } : {}),
            strike: run.strike,
            subScript: run.script === 'sub',
            superScript: run.script === 'super',
          }),
      );
    return run.link ? [new ExternalHyperlink({ link: run.link, children: parts })] : parts;
  }

  private picture(picture: Picture, setting: Setting): WordParagraph {
    const data = this.pictures.get(picture.url);
    if (!data) return this.paragraph(plain(missingPicture(picture), { align: 'center' }), setting);
    const { width, height } = fitPicture(data, setting.width);
    const alt = printable(picture.alt) || '图片';
    return new WordParagraph({
      alignment: AlignmentType.CENTER,
      children: [
        new ImageRun({
          type: data.type,
          data: data.bytes,
          transformation: { width: pixels(width), height: pixels(height) },
          altText: { name: alt, title: alt, description: alt },
        }),
      ],
    });
  }

  private table(table: Table, room: number, fixed?: readonly number[]): (WordParagraph | WordTable)[] {
    const size = table.columns >= NARROW_FROM ? SIZES.narrowTable : SIZES.table;
    const padding = table.columns * CELL_PADDING * 2;
    const widths =
      fixed ??
      columnWidths(textLengths(table), room - padding, size).map((width) => width + CELL_PADDING * 2);
    const caption = table.caption.trim();
    return [
      ...(caption
        ? [this.paragraph(plain(caption, { align: 'center' }), { ...BODY, size, keepNext: true })]
        : []),
      new WordTable({
        layout: TableLayoutType.FIXED,
        width: { size: twips(TEXT_WIDTH), type: WidthType.DXA },
        columnWidths: widths.map(twips),
        rows: table.rows.map(
          (row, at) =>
            new TableRow({
              // rows are not broken; the head stands on the page of the first row
              cantSplit: true,
              ...heightOf(leastLines(row) * size),
              ...(at < table.headerRows ? { tableHeader: true } : {}),
              children: row.flatMap((cell, column) => {
                const width = spanned(widths, column, cell?.columns ?? 1) - CELL_PADDING * 2;
                const setting = { size, exact: false, width, keepNext: at < table.headerRows };
                return cell ? [this.cell(cell, setting)] : [];
              }),
            }),
        ),
      }),
      this.small(''),
    ];
  }

  private cell(cell: Cell, setting: Setting): TableCell {
    const { size, width } = setting;
    const align = cell.header ? 'center' : 'left';
    const children = cell.blocks.map((block) =>
      block.kind === 'picture'
        ? this.picture(block, setting)
        : this.paragraph(
            { ...(cell.header ? inEvenLines(block, width / size) : block), align: block.align ?? align },
            setting,
          ),
    );
    return new TableCell({
      columnSpan: cell.columns,
      rowSpan: cell.rows,
      width: { size: twips(width + CELL_PADDING * 2), type: WidthType.DXA },
      verticalAlign: VerticalAlignTable.CENTER,
      borders: Object.fromEntries(
        ['top', 'bottom', 'left', 'right'].map((side) => [side, { style: BorderStyle.SINGLE, size: 4 }]),
      ),
      margins: {
        ...{ left: twips(CELL_PADDING), right: twips(CELL_PADDING) },
        ...{ top: twips(CELL_PADDING / 2), bottom: twips(CELL_PADDING / 2) },
      },
      children: children.length > 0 ? children : [this.small('')],
    });
  }

  private small(text: string): WordParagraph {
    return new WordParagraph({
      children: [
        new TextRun({ text: printable(text), font: face(FACES.title), size: halfPoints(SIZES.small) }),
      ],
    });
  }
}

/** A row that is at least so many points of letters high, which stand on lines half as high again. */
const heightOf = (letters: number) =>
  letters > 0 ? { height: { value: twips(letters * 1.5), rule: HeightRule.ATLEAST } } : {};

const spanned = (widths: readonly number[], from: number, columns: number): number =>
  widths.slice(from, from + columns).reduce((sum, width) => sum + width, 0);
