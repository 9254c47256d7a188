import { Parser } from 'htmlparser2';
import { itemMarker, type ListCount } from './list-numbers';
import {
  type Alignment,
  type Block,
  type Cell,
  type Level,
  type Paragraph,
  type Picture,
  type Run,
  textOfRuns,
} from './model';
import { withoutRepeatedCaptions } from './repeated-captions';
import { layOutTable, type WrittenTable } from './table-grid';

type Attributes = Record<string, string>;

const HEADINGS: Record<string, Level> = { h1: 1, h2: 2, h3: 3, h4: 3, h5: 3, h6: 3 };
const MARKS: Record<string, Partial<Run>> = {
  strong: { bold: true },
  b: { bold: true },
  em: { italic: true },
  i: { italic: true },
  u: { underline: true },
  s: { strike: true },
  sub: { script: 'sub' },
  sup: { script: 'super' },
};
const CELLS = new Set(['td', 'th']);
const BLOCKS = new Set([
  'p',
  'blockquote',
  'figure',
  'figcaption',
  'hr',
  'li',
  'tr',
  ...Object.keys(HEADINGS),
]);
/** The indents that an office's text comes with instead of a style. */
const TYPED_INDENT = /^[\s\u3000\u00a0]{2,}/;

/**
 * A stored (sanitised) body as blocks. Reads in one pass and without recursion, however deep it is nested; a
 * table inside of a table's cell becomes lines of that cell.
 */
export function readBody(html: string): Block[] {
  const reader = new BodyReader();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      ontext: (text) => reader.text(text),
      onclosetag: (name) => reader.close(name),
    },
    { decodeEntities: true, lowerCaseTags: true },
  );
  parser.write(html);
  parser.end();
  return reader.end();
}

class BodyReader {
  private readonly blocks: Block[] = [];
  private readonly marks: { name: string; mark: Partial<Run> }[] = [];
  private readonly lists: ListCount[] = [];
  private paragraph: Paragraph | null = null;
  private marker = '';
  private table: WrittenTable | null = null;
  private tableDepth = 0;
  private cell: Cell | null = null;
  private inCaption = false;

  open(name: string, attributes: Attributes): void {
    if (MARKS[name] || name === 'a') this.marks.push({ name, mark: MARKS[name] ?? linkOf(attributes) });
    else if (name === 'br') this.add('\n');
    else if (name === 'img') this.picture(attributes);
    else if (name === 'table') this.openTable();
    else if (name === 'caption') this.inCaption = this.tableDepth === 1;
    else if (CELLS.has(name)) this.openCell(name, attributes);
    else if (name === 'ul' || name === 'ol') this.openList(name, attributes);
    else if (BLOCKS.has(name)) this.openBlock(name, attributes);
  }

  close(name: string): void {
    if (MARKS[name] || name === 'a') this.closeMark(name);
    else if (name === 'table') this.closeTable();
    else if (name === 'caption') this.inCaption = false;
    else if (CELLS.has(name)) this.closeCell();
    else if (name === 'ul' || name === 'ol') {
      this.endParagraph();
      this.lists.pop();
    } else if (BLOCKS.has(name)) this.endParagraph();
  }

  text(text: string): void {
    const words = text.replace(/[ \t\r\n\f]+/g, ' ');
    if (this.inCaption && this.table) this.table.caption += words;
    else if (this.paragraph || words.trim()) this.add(words);
  }

  end(): Block[] {
    this.endParagraph();
    // whatever was left open: what it holds is kept
    if (this.table) this.blocks.push(...layOutTable(this.table));
    return withoutRepeatedCaptions(this.blocks);
  }

  private add(text: string): void {
    this.paragraph ??= this.newParagraph(0, {});
    this.paragraph.runs.push({ ...Object.assign({}, ...this.marks.map(({ mark }) => mark)), text });
  }

  private newParagraph(level: Level, attributes: Attributes): Paragraph {
    const align = alignmentOf(attributes);
    const isText = level === 0 && this.lists.length === 0 && !this.cell;
    const paragraph: Paragraph = {
      kind: 'paragraph',
      level,
      align,
      indent: hasIndent(attributes) || (isText && (align === null || align === 'justify')) || level > 1,
      depth: this.lists.length,
      runs: this.marker ? [{ text: this.marker }] : [],
    };
    this.marker = '';
    return paragraph;
  }

  private openBlock(name: string, attributes: Attributes): void {
    this.endParagraph();
    if (name === 'li') this.marker = this.nextMarker();
    else if (name !== 'tr' && name !== 'hr')
      this.paragraph = this.newParagraph(HEADINGS[name] ?? 0, attributes);
    else if (name === 'tr' && this.tableDepth === 1) this.table?.rows.push([]);
  }

  private endParagraph(): void {
    const { paragraph } = this;
    this.paragraph = null;
    if (!paragraph) return;
    const tidied = tidy(paragraph);
    if (textOfRuns(tidied.runs)) this.push(tidied);
  }

  private push(block: Paragraph | Picture): void {
    if (this.cell) this.cell.blocks.push(block);
    else this.blocks.push(block);
  }

  private picture({ src = '', alt = '' }: Attributes): void {
    if (!src) return;
    this.endParagraph();
    this.push({ kind: 'picture', url: src, alt });
  }

  private openList(name: string, { start, type = '1' }: Attributes): void {
    this.endParagraph();
    this.lists.push({ ordered: name === 'ol', type, next: Number(start) || 1 });
  }

  private nextMarker(): string {
    const list = this.lists.at(-1);
    if (!list) return '';
    const marker = itemMarker(list);
    list.next += 1;
    return marker;
  }

  private openTable(): void {
    this.endParagraph();
    this.tableDepth += 1;
    if (this.tableDepth === 1) this.table = { caption: '', rows: [] };
  }

  private closeTable(): void {
    this.endParagraph();
    this.tableDepth -= 1;
    if (this.tableDepth > 0 || !this.table) return;
    this.blocks.push(...layOutTable(this.table));
    this.table = null;
    this.cell = null;
  }

  private openCell(name: string, { colspan, rowspan }: Attributes): void {
    if (this.tableDepth > 1) {
      if (this.paragraph) this.add('　');
      return;
    }
    this.endParagraph();
    this.cell = {
      header: name === 'th',
      columns: Number(colspan) || 1,
      rows: Number(rowspan) || 1,
      blocks: [],
    };
    if (this.table?.rows.length === 0) this.table.rows.push([]);
    this.table?.rows.at(-1)?.push(this.cell);
  }

  private closeCell(): void {
    if (this.tableDepth > 1) return;
    this.endParagraph();
    this.cell = null;
  }

  private closeMark(name: string): void {
    const at = this.marks.findLastIndex((mark) => mark.name === name);
    if (at >= 0) this.marks.splice(at, 1);
  }
}

const linkOf = ({ href = '' }: Attributes): Partial<Run> =>
  /^(https?|mailto):/i.test(href) ? { link: href } : {};

const alignmentOf = ({ style = '' }: Attributes): Alignment | null =>
  (/text-align:\s*(left|right|center|justify)/.exec(style)?.[1] as Alignment | undefined) ?? null;

const hasIndent = ({ style = '' }: Attributes): boolean => /text-indent:\s*[1-9]/.test(style);

/** Without the spaces at its ends; those that stood for an indent become one. */
function tidy(paragraph: Paragraph): Paragraph {
  const text = textOfRuns(paragraph.runs);
  const typed = TYPED_INDENT.test(text) && paragraph.align !== 'center' && paragraph.align !== 'right';
  const runs = trimEnd(trimStart(paragraph.runs));
  return { ...paragraph, indent: paragraph.indent || typed, runs };
}

function trimStart(runs: readonly Run[]): Run[] {
  const first = runs.findIndex(({ text }) => text.trimStart() !== '');
  if (first < 0) return [];
  return runs.slice(first).map((run, at) => (at === 0 ? { ...run, text: run.text.trimStart() } : run));
}

function trimEnd(runs: readonly Run[]): Run[] {
  const last = runs.findLastIndex(({ text }) => text.trimEnd() !== '');
  return runs.slice(0, last + 1).map((run, at) => (at === last ? { ...run, text: run.text.trimEnd() } : run));
}
