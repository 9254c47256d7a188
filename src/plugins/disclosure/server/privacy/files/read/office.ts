import { type Budget, LIMITS, type Pieces, Unreadable } from './budget';
import { readSpreadsheet } from './spreadsheet';
import { textOfXml, xmlOf } from './xml';
import { readZip, zipNames } from './zip';

const EMBEDDED = /\/embeddings\/[^/]+\.(?:docx|xlsx|pptx)$/i;
const EMBEDDED_OLD = /\/embeddings\/[^/]+\.(?:bin|doc|xls|ppt)$/i;

/** The parts of a package that hold words: Word's, PowerPoint's, those of OpenDocument and of OFD (GB/T 33190). */
const PARTS: [marker: RegExp, parts: RegExp][] = [
  [
    /^word\/document\.xml$/,
    /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments\w*|charts\/[^/]+)\.xml$/,
  ],
  [/^ppt\/presentation\.xml$/, /^ppt\/(?:slides|notesSlides|comments|charts)\/[^/]+\.xml$/],
  [/^OFD\.xml$/, /(?:Content|Annotation)\.xml$/],
  [/^content\.xml$/, /^(?:content|styles)\.xml$/],
];

/** The text of an office file. @throws Unreadable for an archive that is none */
export async function* readOffice(bytes: Buffer, budget: Budget, depth = 0): Pieces {
  const names = [...(await zipNames(bytes, budget))];
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.xml$/)) yield* readSpreadsheet(bytes, budget);
  else {
    const parts = PARTS.find(([marker]) => has(marker))?.[1];
    if (!parts) throw new Unreadable('unsupported');
    for await (const { name, content } of readZip(bytes, budget, (part) => parts.test(part))) {
      yield { place: placeOf(name), text: textOfXml(xmlOf(content)) };
    }
  }
  if (has(EMBEDDED_OLD)) yield 'partial';
  if (!has(EMBEDDED)) return;
  if (depth >= LIMITS.embeddedDepth) return yield 'partial';
  for await (const { content } of readZip(bytes, budget, (part) => EMBEDDED.test(part))) {
    yield* readOffice(content, budget, depth + 1);
  }
}

function placeOf(name: string): string | null {
  const slide = /slides\/slide(\d+)\.xml$/.exec(name);
  if (slide) return `第${slide[1]}张幻灯片`;
  if (/header|footer/.test(name)) return '页眉页脚';
  if (/comments/.test(name)) return '批注';
  if (/footnotes|endnotes/.test(name)) return '脚注尾注';
  return null;
}
