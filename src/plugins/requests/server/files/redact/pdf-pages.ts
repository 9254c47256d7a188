import { createRequire } from 'node:module';
import type { Canvas, SKRSContext2D } from '@napi-rs/canvas';
import { openPdf } from '../../../../disclosure/server/privacy/files/read/pdf';

export type TextItem = {
  str: string;
  hasEOL: boolean;
  transform: [number, number, number, number, number, number];
  width: number;
  height: number;
  fontName: string;
};
export type Viewport = {
  width: number;
  height: number;
  convertToViewportPoint: (x: number, y: number) => [number, number];
};
type Font = { missingFile?: boolean; disableFontFace?: boolean; vertical?: boolean };
type Page = {
  getViewport: (options: { scale: number }) => Viewport;
  getTextContent: () => Promise<{
    items: Partial<TextItem>[];
    styles: Record<string, { vertical?: boolean }>;
  }>;
  getOperatorList: () => Promise<{ fnArray: number[]; argsArray: unknown[][] }>;
  render: (options: { canvasContext: SKRSContext2D; viewport: Viewport; annotationMode: number }) => {
    promise: Promise<void>;
  };
  commonObjs: { has: (id: string) => boolean; get: (id: string) => Font };
  cleanup: () => void;
};
export type PdfPage = {
  page: Page;
  items: TextItem[];
  isVertical: (item: TextItem) => boolean;
  text: string;
};
type PdfDocument = { numPages: number; getPage: (no: number) => Promise<Page> };

/** pdf.js: `OPS.setFont` */
const SET_FONT = 37;
/** Notes and fields of forms are none of the text that is searched, so they are not drawn either. */
const NO_ANNOTATIONS = 0;
/** Pixels of a page at most: A4 in 150 dots an inch has 2.2 million. */
const MOST_PIXELS = 12_000_000;

export const openDocument = async (bytes: Buffer): Promise<PdfDocument> =>
  (await openPdf(bytes)) as unknown as PdfDocument;

/** A page with its text, item by item as it is drawn. */
export async function readPage(pdf: PdfDocument, no: number): Promise<PdfPage> {
  const page = await pdf.getPage(no);
  const { items, styles } = await page.getTextContent();
  const texts = items.filter((item): item is TextItem => typeof item.str === 'string');
  return {
    page,
    items: texts,
    isVertical: ({ fontName }) => styles[fontName]?.vertical === true,
    text: texts.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''),
  };
}

/** Draws a page on white. */
export async function drawPage(
  { page }: PdfPage,
  dotsAnInch: number,
): Promise<{ canvas: Canvas; viewport: Viewport }> {
  const { createCanvas } = library();
  const scale = dotsAnInch / 72;
  const whole = page.getViewport({ scale });
  const viewport =
    whole.width * whole.height <= MOST_PIXELS
      ? whole
      : page.getViewport({ scale: scale * Math.sqrt(MOST_PIXELS / (whole.width * whole.height)) });
  await useOwnFonts(page);
  const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  await page.render({ canvasContext: context, viewport, annotationMode: NO_ANNOTATIONS }).promise;
  return { canvas, viewport };
}

/** Fonts that a file names and does not contain (宋体) are drawn with the one that this product has; else nothing would be. */
async function useOwnFonts(page: Page): Promise<void> {
  const { fnArray, argsArray } = await page.getOperatorList();
  for (const [at, fn] of fnArray.entries()) {
    const id = String(argsArray[at]?.[0]);
    if (fn !== SET_FONT || !page.commonObjs.has(id)) continue;
    const font = page.commonObjs.get(id);
    if (font.missingFile) font.disableFontFace = false;
  }
}

type Library = typeof import('@napi-rs/canvas');
let loaded: Library | null = null;

/** The canvas, with the product's own font in the place of every font that is missing. */
function library(): Library {
  if (loaded) return loaded;
  const load = createRequire(__filename);
  loaded = load('@napi-rs/canvas') as Library;
  const file = load.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
  for (const family of ['serif', 'sans-serif', 'monospace'])
    loaded.GlobalFonts.registerFromPath(file, family);
  return loaded;
}
