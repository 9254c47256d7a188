import { Chosen, type Removal } from './chosen';
import { type Cleaning, cleanPart, cleanProperties, hiddenStyles } from './docx-clean';
import { type DocxParts, type Part, readParts, writePackage } from './docx-package';
import { removeRanges, textOf } from './docx-text';
import type { Redacted } from './redacted';
import type { Element } from './tree';
import { leftInDocx } from './verify-docx';

const LAYOUT: readonly Part['kind'][] = ['styles', 'numbering'];

/** The parts of a document with what can be read in them alone. */
function cleanDocument({ document, parts, references }: DocxParts): { document: Element; parts: Part[] } {
  const styles = parts.find(({ kind }) => kind === 'styles');
  const cleaning: Cleaning = { hidden: styles ? hiddenStyles(styles.root) : new Set(), references };
  return {
    document: cleanPart(document, cleaning),
    parts: parts.map((part) => ({
      ...part,
      root: LAYOUT.includes(part.kind) ? cleanProperties(part.root) : cleanPart(part.root, cleaning),
    })),
  };
}

const readable = (cleaned: { document: Element; parts: Part[] }): Element[] => [
  cleaned.document,
  ...cleaned.parts.filter(({ kind }) => !LAYOUT.includes(kind)).map(({ root }) => root),
];

/** What can be read in a document, as a redacted copy would keep it. */
export async function docxText(bytes: Buffer): Promise<string> {
  return readable(cleanDocument(await readParts(bytes)))
    .map((root) => textOf(root).text)
    .join('\n');
}

/**
 * Makes a copy from which texts are removed. It is written anew from what can be read: tracked changes, notes of the margin,
 * hidden text, codes of fields, properties, objects and pictures are not taken along. Then it is looked through again.
 */
export async function redactDocx(bytes: Buffer, removals: readonly Removal[]): Promise<Redacted> {
  const cleaned = cleanDocument(await readParts(bytes));
  const chosen = new Chosen(removals);
  let removed = 0;
  for (const root of readable(cleaned)) {
    const { text, pieces } = textOf(root);
    const ranges = chosen.rangesIn(text);
    removeRanges(pieces, ranges);
    removed += ranges.length;
  }
  if (chosen.missing.length > 0) return { refused: 'missing', texts: chosen.missing };
  const copy = await writePackage(cleaned.document, cleaned.parts);
  const left = await leftInDocx(copy, removals, chosen);
  return left.length > 0 ? { refused: 'left', texts: left } : { bytes: copy, removed };
}
