import { SaxesParser } from 'saxes';
import { tableError } from '../table';

export type Attributes = Record<string, string>;

/** What a part's reader does at each element; names are without their namespace prefix. */
export type Handler = {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
};

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

const withoutPrefix = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [local(name), value]));

/**
 * Parses XML as a stream: feeds the handler and yields after each piece, so that its reader can hand on
 * what it has. `maxRun` bounds one text or tag, and `onRun` says what is too long where it is met.
 * Entities of a DTD are not expanded.
 *
 * @throws DisclosureError INVALID_INPUT when it is no well-formed XML
 */
export async function* parseXml(
  source: AsyncIterable<Buffer>,
  handler: Handler,
  { maxRun, onRun }: { maxRun: number; onRun: () => Error },
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, fragment: false });
  parser.on('opentag', ({ name, attributes }) => {
    handler.open?.(local(name), withoutPrefix(attributes as Attributes));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));
  parser.on('closetag', ({ name }) => handler.close?.(local(name)));
  parser.on('error', () => {
    throw tableError('文件内容已损坏，请用 Excel 或 WPS 打开后另存，再上传');
  });
  const decoder = new TextDecoder('utf-8');
  let run = 0;
  for await (const chunk of source) {
    const bracket = chunk.lastIndexOf('<');
    run = bracket < 0 ? run + chunk.length : chunk.length - bracket;
    if (run > maxRun) throw onRun();
    parser.write(decoder.decode(chunk, { stream: true }));
    yield;
  }
  parser.write(decoder.decode()).close();
}

/** Parses a small part to its end. */
export async function parseWhole(source: AsyncIterable<Buffer>, handler: Handler): Promise<void> {
  const onRun = () => tableError('文件内容已损坏，请用 Excel 或 WPS 打开后另存，再上传');
  for await (const _piece of parseXml(source, handler, { maxRun: 16 * 1024 * 1024, onRun }));
}
