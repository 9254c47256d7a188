import { type Cell, columnLetters, type RawRow, type TableLimits, tableError, tooLongCell } from '../table';
import type { Archive } from './archive';
import { type CellContext, type RawCell, readCell } from './cell-value';
import { type Merge, MergeFiller, parseRange } from './merges';
import { parseXml } from './xml';

/** of a text or tag that is taken in one piece before its length is looked at */
const BYTES_PER_CHARACTER = 64;
const MAX_COLUMNS = 16_384;

type Reading = { archive: Archive; part: string; merges: readonly Merge[]; limits: TableLimits };

/** The rows of a sheet as they are parsed: what is complete is handed on, nothing is kept. */
export async function* readSheetRows(
  { archive, part, merges, limits }: Reading,
  context: CellContext,
): AsyncGenerator<RawRow> {
  const sheet = new SheetHandler(context, new MergeFiller(merges), limits);
  const onRun = () => tableError(`${sheet.place()}${tooLongCell(limits.cellCharacters)}`, sheet.where());
  const maxRun = limits.cellCharacters * BYTES_PER_CHARACTER;
  for await (const _piece of parseXml(archive.read(part), sheet, { maxRun, onRun })) yield* sheet.take();
  yield* sheet.take();
}

class SheetHandler {
  private done: RawRow[] = [];
  private line = 0;
  private cells: Cell[] = [];
  private problems: { index: number; message: string }[] = [];
  private column = -1;
  private cell: RawCell | null = null;
  private element = '';
  private phonetic = false;
  private length = 0;

  constructor(
    private readonly context: CellContext,
    private readonly filler: MergeFiller,
    private readonly limits: TableLimits,
  ) {}

  take(): RawRow[] {
    const rows = this.done;
    this.done = [];
    return rows;
  }

  place = (): string => `第${this.line}行${columnLetters(Math.max(this.column, 0))}列`;
  where = () => ({ line: this.line, column: columnLetters(Math.max(this.column, 0)) });

  open(name: string, attributes: Record<string, string>): void {
    this.element = name;
    if (name === 'row') this.startRow(attributes.r);
    else if (name === 'c') this.startCell(attributes);
    else if (name === 'f' && this.cell) this.cell.formula = true;
    else if (name === 'v' && this.cell) this.cell.value = '';
    else if (name === 'rPh') this.phonetic = true;
  }

  text(text: string): void {
    if (!this.cell || this.phonetic || (this.element !== 'v' && this.element !== 't')) return;
    this.length += text.length;
    if (this.length > this.limits.cellCharacters) return;
    if (this.element === 'v') this.cell.value = (this.cell.value ?? '') + text;
    else this.cell.inline += text;
  }

  close(name: string): void {
    this.element = '';
    if (name === 'rPh') this.phonetic = false;
    else if (name === 'c') this.endCell();
    else if (name === 'row') this.endRow();
  }

  private startRow(number: string | undefined): void {
    const line = number ? Number(number) : this.line + 1;
    if (!Number.isInteger(line) || line <= this.line) {
      throw tableError(`第${this.line}行之后的行号错乱，请用 Excel 或 WPS 打开后另存，再上传`);
    }
    this.line = line;
    this.column = -1;
    this.cells = [];
    this.problems = [];
  }

  private startCell({ r = '', t = 'n', s = '0' }: Record<string, string>): void {
    this.column = r ? (parseRange(r)?.left ?? MAX_COLUMNS) : this.column + 1;
    if (this.column >= MAX_COLUMNS)
      throw tableError(`第${this.line}行的列号错乱，请用 Excel 或 WPS 另存后再上传`);
    this.cell = { type: t, style: Number(s), formula: false, value: null, inline: '' };
    this.length = 0;
  }

  private endCell(): void {
    if (!this.cell) return;
    const reading =
      this.length > this.limits.cellCharacters
        ? { problem: tooLongCell(this.limits.cellCharacters) }
        : readCell(this.cell, this.context);
    if ('problem' in reading) {
      const message = `单元格 ${columnLetters(this.column)}${this.line} ${reading.problem}`;
      this.problems.push({ index: this.column, message });
    } else if (reading.value !== null) this.cells[this.column] = reading.value;
    this.cell = null;
  }

  private endRow(): void {
    const spanned = this.filler.fill(this.line, this.cells);
    const cells = Array.from(this.cells, (cell) => cell ?? null);
    this.done.push({ line: this.line, cells, problems: this.problems, spanned });
  }
}
