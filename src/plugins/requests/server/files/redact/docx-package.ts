import { once } from 'node:events';
import yazl from 'yazl';
import { Budget } from '../../../../disclosure/server/privacy/files/read/budget';
import { xmlOf } from '../../../../disclosure/server/privacy/files/read/xml';
import { readZip } from '../../../../disclosure/server/privacy/files/read/zip';
import type { Element } from './tree';
import { childrenOf, NAMESPACES, parseXml, writeXml } from './tree';

/** A part of a document: what it is to Word, and its content. */
export type Part = { kind: PartKind; id: string; name: string; root: Element };
export const PART_KINDS = ['styles', 'numbering', 'header', 'footer', 'footnotes', 'endnotes'] as const;
export type PartKind = (typeof PART_KINDS)[number];

export type DocxParts = {
  document: Element;
  parts: Part[];
  /** new ids by the old ones */
  references: Map<string, string>;
};

const RELATIONS = 'word/_rels/document.xml.rels';

/** The parts of a document that are kept: all others (notes of the margin, data, objects, fonts, properties) are not read. */
export async function readParts(bytes: Buffer): Promise<DocxParts> {
  const files = new Map<string, Buffer>();
  const wanted = (name: string) => name === RELATIONS || /^word\/[^/]+\.xml$/.test(name);
  for await (const { name, content } of readZip(bytes, new Budget(), wanted)) files.set(name, content);
  const read = (name: string): Element | null => {
    const content = files.get(name);
    return content ? parseXml(xmlOf(content).replace(/^\uFEFF/, '')) : null;
  };
  const document = read('word/document.xml');
  if (!document) throw new Error('no document');
  const references = new Map<string, string>();
  const parts: Part[] = [];
  for (const { attributes } of childrenOf(read(RELATIONS) ?? document)) {
    const kind = PART_KINDS.find((one) => attributes.Type?.endsWith(`/${one}`));
    if (!kind || attributes.TargetMode === 'External') continue;
    const root = read(`word/${String(attributes.Target).replace(/^\/?(?:word\/)?/, '')}`);
    if (!root) continue;
    // names are given anew: those of the file could say something
    const no = parts.length + 1;
    parts.push({ kind, id: `rId${no}`, name: `${kind}${no}.xml`, root });
    references.set(String(attributes.Id), `rId${no}`);
  }
  return { document, parts: inOrder(parts), references };
}

const inOrder = (parts: readonly Part[]): Part[] =>
  [...parts].sort((a, b) => PART_KINDS.indexOf(a.kind) - PART_KINDS.indexOf(b.kind));

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** A new package of these parts, and of nothing else: no properties, nobody's name, no time of making. */
export async function writePackage(document: Element, parts: readonly Part[]): Promise<Buffer> {
  const relations = parts.map(
    ({ id, kind, name }) => `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${name}"/>`,
  );
  const overrides = parts.map(
    ({ kind, name }) => `<Override PartName="/word/${name}" ContentType="${TYPE}.${kind}+xml"/>`,
  );
  const entries: [string, string][] = [
    [
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ],
    ['word/document.xml', writeXml(document, ` ${NAMESPACES}`)],
    [RELATIONS, `<Relationships xmlns="${PACKAGE}/relationships">${relations.join('')}</Relationships>`],
    ...parts.map(({ name, root }): [string, string] => [`word/${name}`, writeXml(root, ` ${NAMESPACES}`)]),
  ];
  const zip = new yazl.ZipFile();
  const mtime = new Date(1980, 0, 1);
  for (const [name, xml] of entries) zip.addBuffer(Buffer.from(HEAD + xml), name, { mtime });
  zip.end();
  const chunks: Buffer[] = [];
  zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(zip.outputStream, 'end');
  return Buffer.concat(chunks);
}
