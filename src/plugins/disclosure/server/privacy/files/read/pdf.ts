import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { LIMITS, type Pieces, Unreadable } from './budget';

type TextItem = { str?: string; hasEOL?: boolean };
type Annotation = { contentsObj?: { str?: string }; fieldValue?: unknown };
type Page = {
  getTextContent: () => Promise<{ items: TextItem[] }>;
  getAnnotations: () => Promise<Annotation[]>;
  cleanup: () => void;
};
type Pdf = {
  numPages: number;
  getPage: (no: number) => Promise<Page>;
  getAttachments: () => Promise<unknown>;
};
type PdfJs = { getDocument: (options: Record<string, unknown>) => { promise: Promise<Pdf> } };

/** A page with fewer characters is a picture of a page. */
const LEAST_TEXT = 5;

/** The text of a PDF, page by page, with its notes and the fields of its forms. */
export async function* readPdf(bytes: Buffer): Pieces {
  const pdf = await openPdf(bytes);
  if (pdf.numPages > LIMITS.pages) throw new Unreadable('too-large');
  let blank = 0;
  for (let no = 1; no <= pdf.numPages; no++) {
    const page = await pdf.getPage(no);
    const text = await textOfPage(page);
    page.cleanup();
    if (text.trim().length < LEAST_TEXT) blank++;
    yield { place: `第${no}页`, text };
  }
  if (blank === pdf.numPages) throw new Unreadable('no-text');
  if (blank > 0 || (await pdf.getAttachments())) yield 'partial';
}

async function textOfPage(page: Page): Promise<string> {
  const { items } = await page.getTextContent();
  const lines = items.map(({ str = '', hasEOL }) => (hasEOL ? `${str}\n` : str)).join('');
  const annotations = await page.getAnnotations();
  const notes = annotations.flatMap(({ contentsObj, fieldValue }) => [
    contentsObj?.str ?? '',
    typeof fieldValue === 'string' ? fieldValue : '',
  ]);
  return [lines, ...notes.filter(Boolean)].join('\t\n');
}

/** @throws Unreadable broken, encrypted */
export async function openPdf(bytes: Buffer): Promise<Pdf> {
  const { getDocument } = await loadPdfJs();
  const root = path.dirname(require.resolve('pdfjs-dist/package.json'));
  try {
    return await getDocument({
      data: new Uint8Array(bytes),
      cMapUrl: `${path.join(root, 'cmaps')}/`,
      cMapPacked: true,
      standardFontDataUrl: `${path.join(root, 'standard_fonts')}/`,
      isEvalSupported: false,
      disableFontFace: true,
      useSystemFonts: false,
      verbosity: 0,
    }).promise;
  } catch (error) {
    throw new Unreadable((error as Error).name === 'PasswordException' ? 'encrypted' : 'broken');
  }
}

let loading: Promise<PdfJs> | null = null;

/** pdf.js is an ES module, which compiled CommonJS cannot import by itself. */
function loadPdfJs(): Promise<PdfJs> {
  // Node.js has this function since 20.16 only
  process.getBuiltinModule ??= ((name: string) => require(name)) as typeof process.getBuiltinModule;
  const address = pathToFileURL(require.resolve('pdfjs-dist/legacy/build/pdf.mjs')).href;
  loading ??= new Function('address', 'return import(address)')(address) as Promise<PdfJs>;
  return loading;
}
