import { SaxesParser } from 'saxes';

export type Element = { name: string; attributes: Record<string, string>; children: Node[] };
export type Node = Element | string;

/** Namespaces of WordprocessingML (ECMA-376, transitional and strict) by the prefix that they are written with here. */
const PREFIXES: Record<string, string> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
};

export const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

const DEPTH = 500;

/** Reads XML as a tree; names as this product writes them, whatever prefixes the file uses. @throws Error for what is none */
export function parseXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack: Element[] = [root];
  const parser = new SaxesParser({ xmlns: true });
  const fail = (error: Error) => {
    throw error;
  };
  parser.on('error', fail);
  // entities of a file's own could hide anything
  parser.on('doctype', () => fail(new Error('a document type')));
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: Element = {
      name: named(uri, local),
      attributes: Object.fromEntries(
        Object.values(attributes)
          .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
          .map((attribute) => [named(attribute.uri, attribute.local), attribute.value]),
      ),
      children: [],
    };
    if (stack.length > DEPTH) fail(new Error('too deep'));
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => void stack.pop());
  const text = (value: string) => void stack.at(-1)?.children.push(value);
  parser.on('text', text);
  parser.on('cdata', text);
  parser.write(xml).close();
  const [first] = root.children.filter(isElement);
  if (!first) throw new Error('no element');
  return first;
}

const named = (uri: string, local: string): string => {
  const prefix = PREFIXES[uri];
  if (prefix) return `${prefix}:${local}`;
  return uri ? `other:${local}` : local;
};

export const isElement = (node: Node): node is Element => typeof node !== 'string';
export const childrenOf = (element: Element): Element[] => element.children.filter(isElement);
export const childOf = (element: Element, name: string): Element | undefined =>
  childrenOf(element).find((child) => child.name === name);

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (character) => String(ESCAPES[character]));

export function writeXml({ name, attributes, children }: Element, more = ''): string {
  const told = Object.entries(attributes)
    .map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`)
    .join('');
  const content = children.map((child) => (isElement(child) ? writeXml(child) : escaped(child))).join('');
  return `<${name}${more}${told}>${content}</${name}>`;
}
