import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tableError } from '../table';
import type { Archive } from './archive';
import { unescapeText } from './text';
import { parseXml } from './xml';

/** of a text or tag that is taken in one piece before its length is looked at */
const BYTES_PER_CHARACTER = 64;
const PER_PAGE = 256;
const PAGES_IN_MEMORY = 64;

/** The texts of a workbook by number; undefined: no such text, null: one longer than a cell may be. */
export type SharedStrings = { at(index: number): string | null | undefined; close(): void };

const NONE: SharedStrings = { at: () => undefined, close: () => undefined };

/**
 * Excel keeps all texts of a workbook in one part, away from the rows. They are laid by in a file, in
 * pages of 256, so that memory does not grow with them; the rows mostly ask in the order of the file.
 */
export async function readSharedStrings(
  archive: Archive,
  part: string | null,
  maxLength: number,
): Promise<SharedStrings> {
  if (!part) return NONE;
  const pages = new PageFile();
  let page: (string | null)[] = [];
  const texts = { current: '', inText: false, inPhonetic: false };
  const add = () => {
    page.push(texts.current.length > maxLength ? null : unescapeText(texts.current));
    texts.current = '';
    if (page.length < PER_PAGE) return;
    pages.append(page);
    page = [];
  };
  const handler = {
    open(name: string) {
      if (name === 'rPh') texts.inPhonetic = true;
      texts.inText = name === 't' && !texts.inPhonetic;
    },
    text(text: string) {
      if (texts.inText && texts.current.length <= maxLength) texts.current += text;
    },
    close(name: string) {
      if (name === 't') texts.inText = false;
      if (name === 'rPh') texts.inPhonetic = false;
      if (name === 'si') add();
    },
  };
  const onRun = () => tableError('有一格的文字过长，请用 Excel 打开缩短后再上传');
  try {
    for await (const _piece of parseXml(archive.read(part), handler, {
      maxRun: maxLength * BYTES_PER_CHARACTER,
      onRun,
    }));
    pages.append(page);
    return pages;
  } catch (error) {
    pages.close();
    throw error;
  }
}

/** Pages of texts in a temporary file, the last used ones kept in memory. */
class PageFile implements SharedStrings {
  private readonly folder = mkdtempSync(join(tmpdir(), 'shared-strings-'));
  private readonly file = openSync(join(this.folder, 'pages'), 'w+');
  private readonly offsets = [0];
  private readonly recent = new Map<number, (string | null)[]>();

  append(page: readonly (string | null)[]): void {
    const bytes = Buffer.from(JSON.stringify(page));
    const offset = this.offsets.at(-1) ?? 0;
    writeSync(this.file, bytes, 0, bytes.length, offset);
    this.offsets.push(offset + bytes.length);
  }

  at(index: number): string | null | undefined {
    const number = Math.floor(index / PER_PAGE);
    const page = this.recent.get(number) ?? this.load(number);
    return page?.[index % PER_PAGE];
  }

  close(): void {
    closeSync(this.file);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private load(number: number): (string | null)[] | undefined {
    const start = this.offsets[number];
    const end = this.offsets[number + 1];
    if (start === undefined || end === undefined) return undefined;
    const bytes = Buffer.alloc(end - start);
    readSync(this.file, bytes, 0, bytes.length, start);
    const page = JSON.parse(bytes.toString()) as (string | null)[];
    this.recent.set(number, page);
    const oldest = this.recent.keys().next().value;
    if (this.recent.size > PAGES_IN_MEMORY && oldest !== undefined) this.recent.delete(oldest);
    return page;
  }
}
