import { XMLBuilder } from 'fast-xml-parser';
import type { Values } from '../../../disclosure/server/types';
import type { Profile } from './profile';

const builder = new XMLBuilder({
  format: true,
  indentBy: ' ',
  suppressEmptyNode: true,
  processEntities: true,
});

/** Characters that no XML 1.0 document may hold, escaped or not. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu;

/**
 * A page of the log as XML. Lists have an element an item; what a domain names itself (`attributes`, `roster`) is
 * JSON in its element.
 */
export function toXml(
  { xml }: Pick<Profile, 'xml'>,
  page: { data: readonly Values[]; meta: Values },
): string {
  const content = {
    [xml.root]: {
      meta: page.meta,
      [xml.entry]: page.data.map((entry) =>
        Object.fromEntries(Object.entries(entry).map(([name, value]) => [name, toNode(value, xml.item)])),
      ),
    },
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build(content)}`;
}

function toNode(value: unknown, item: string): unknown {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.length > 0 ? { [item]: value.map((one) => toItem(one)) } : '';
  return typeof value === 'object' ? clean(JSON.stringify(value)) : clean(value);
}

/** A file has an element a field. */
function toItem(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return clean(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, one === null ? '' : clean(one)]),
  );
}

const clean = (value: unknown): string => String(value).replace(FORBIDDEN, '');
