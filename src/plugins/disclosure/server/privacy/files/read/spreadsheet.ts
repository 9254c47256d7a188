import { type Budget, LIMITS, type Pieces, Unreadable } from './budget';
import { cachedValues, textOfXml, unescapeXml, xmlOf } from './xml';
import { readZip } from './zip';

const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const HEAD = /^xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|sharedStrings\.xml)$/;
const NOTES = /^xl\/(?:comments[^/]*|threadedComments\/[^/]+|drawings\/[^/]+|charts\/[^/]+)\.xml$/;
const CACHES = /^xl\/(?:pivotCache|externalLinks)\/[^/]+\.xml$/;

/** The rows of a workbook, hidden sheets, notes and cached data of other sources included. */
export async function* readSpreadsheet(bytes: Buffer, budget: Budget): Pieces {
  const parts = new Map<string, string>();
  for await (const { name, content } of readZip(bytes, budget, (part) => HEAD.test(part))) {
    parts.set(name, xmlOf(content));
  }
  const strings = sharedStrings(parts.get('xl/sharedStrings.xml') ?? '');
  const names = sheetNames(parts);
  const wanted = (name: string) => SHEET.test(name) || NOTES.test(name) || CACHES.test(name);
  for await (const { name, content } of readZip(bytes, budget, wanted)) {
    const xml = xmlOf(content);
    if (SHEET.test(name)) {
      const sheet = names.get(name) ?? name;
      for (const { row, text } of rowsOf(xml, strings)) yield { place: `工作表“${sheet}”第${row}行`, text };
    } else {
      yield NOTES.test(name)
        ? { place: '批注和图形', text: textOfXml(xml) }
        : { place: '透视表或外部链接的缓存', text: cachedValues(xml) };
    }
  }
}

function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  for (const item of xml.split(/<(?:\w+:)?si\b[^<>]*>/).slice(1)) {
    const visible = item.replace(/<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g, '');
    strings.push(unescapeXml(visible.replace(/<[^<>]*>/g, '')));
  }
  return strings;
}

/** Path of each sheet → its name. */
function sheetNames(parts: Map<string, string>): Map<string, string> {
  const targets = new Map<string, string>();
  for (const [tag] of (parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship\b[^<>]*>/g)) {
    targets.set(attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(?:xl\/)?/, 'xl/'));
  }
  const names = new Map<string, string>();
  for (const [tag] of (parts.get('xl/workbook.xml') ?? '').matchAll(/<(?:\w+:)?sheet\b[^<>]*>/g)) {
    names.set(targets.get(attribute(tag, 'r:id')) ?? '', unescapeXml(attribute(tag, 'name')));
  }
  return names;
}

const attribute = (tag: string, name: string): string =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

const TOKEN = /<(\/?)(?:\w+:)?(row|c|v|t|f)\b([^<>]*)>/g;

/** The rows of a sheet: their cells' text, a tab between two of them. */
function* rowsOf(xml: string, strings: string[]): Generator<{ row: number; text: string }> {
  let row = 0;
  let cells: string[] = [];
  let cell: string[] = [];
  let shared = false;
  let from = 0;
  let length = 0;
  const add = (text: string) => {
    // a long text may be shared by all cells of a row
    length += text.length;
    if (length > LIMITS.textLength) throw new Unreadable('too-large');
    cell.push(text);
  };
  const endRow = function* () {
    length = 0;
    if (cells.some(Boolean)) yield { row, text: cells.join('\t') };
    cells = [];
  };
  for (const { 0: token, 1: closing, 2: name, 3: rest = '', index } of xml.matchAll(TOKEN)) {
    const empty = rest.endsWith('/');
    if (closing) {
      const text = xml.slice(from, index);
      if (name === 'v') add(shared ? (strings[Number(text)] ?? '') : unescapeXml(text));
      if (name === 't') add(unescapeXml(text));
      if (name === 'c') cells.push(cell.join(''));
      if (name === 'row') yield* endRow();
    } else if (!empty) {
      if (name === 'row') row = Number(/\sr="(\d+)"/.exec(rest)?.[1] ?? row + 1);
      if (name === 'c') {
        shared = /\st="s"/.test(rest);
        cell = [];
      }
    }
    from = index + token.length;
  }
  yield* endRow();
}
