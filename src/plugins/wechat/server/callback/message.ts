import { SaxesParser } from 'saxes';
import { DisclosureError } from '../../../disclosure/server/errors';

/** A message by its fields, nested ones as `Outer.inner`; every value is text, so that no number loses digits. */
export type Fields = Readonly<Record<string, string>>;
export type Format = 'xml' | 'json';

const LIMITS = { depth: 8, fields: 200 };

const malformed = (why: string) => new DisclosureError('INVALID_INPUT', `消息格式有误:${why}`);

/**
 * Reads a message of either format.
 *
 * @throws DisclosureError INVALID_INPUT for what is neither, has a document type, or nests without end
 */
export function readMessage(text: string): { format: Format; fields: Fields } {
  const trimmed = text.trim();
  if (trimmed.startsWith('{')) return { format: 'json', fields: readJson(trimmed) };
  if (trimmed.startsWith('<')) return { format: 'xml', fields: readXml(trimmed) };
  throw malformed('须为 XML 或 JSON');
}

/** The parser expands the five entities of XML alone; a document type, which could declare others, is refused. */
function readXml(text: string): Fields {
  const parser = new SaxesParser({ position: false });
  const fields: Record<string, string> = {};
  const open: { name: string; text: string; isLeaf: boolean }[] = [];
  parser.on('doctype', () => {
    throw malformed('不能有 DOCTYPE');
  });
  parser.on('error', () => {
    throw malformed('不是有效的 XML');
  });
  parser.on('opentag', ({ name }) => {
    const parent = open.at(-1);
    if (parent) parent.isLeaf = false;
    if (open.push({ name, text: '', isLeaf: true }) > LIMITS.depth) throw malformed('嵌套太深');
  });
  const add = (piece: string) => {
    const current = open.at(-1);
    if (current) current.text += piece;
  };
  parser.on('text', add);
  parser.on('cdata', add);
  parser.on('closetag', () => {
    const path = open.slice(1).map(({ name }) => name);
    const closed = open.pop();
    if (closed?.isLeaf && path.length > 0) keep(fields, path, closed.text);
  });
  parser.write(text).close();
  return fields;
}

/** Numbers of 16 digits and more are read as text: MsgId has 64 bits, more than JavaScript's numbers hold. */
const LONG_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d{16,}/g;

function readJson(text: string): Fields {
  const fields: Record<string, string> = {};
  try {
    // once as it is, so that the pattern below only ever meets whole strings
    JSON.parse(text);
    collect(
      fields,
      [],
      JSON.parse(text.replace(LONG_NUMBER, (part) => (part.startsWith('"') ? part : `"${part}"`))),
    );
  } catch (error) {
    throw error instanceof DisclosureError ? error : malformed('不是有效的 JSON');
  }
  return fields;
}

function collect(fields: Record<string, string>, path: string[], value: unknown): void {
  if (path.length >= LIMITS.depth) throw malformed('嵌套太深');
  if (value === null || typeof value !== 'object') {
    if (path.length > 0 && value !== null) keep(fields, path, String(value));
    return;
  }
  for (const [name, inner] of Object.entries(value)) collect(fields, [...path, name], inner);
}

function keep(fields: Record<string, string>, path: readonly string[], text: string): void {
  if (Object.keys(fields).length >= LIMITS.fields) throw malformed('字段太多');
  const name = path.join('.');
  if (!Object.hasOwn(fields, name)) fields[name] = text;
}
