import type { Region } from '../../../shared/files';
import type { Broken } from './broken';
import type { Removal } from './chosen';
import { type PicturePage, picturePdf } from './image-pdf';
import { type Box, boxesFor } from './pdf-boxes';
import { drawPage, openDocument, type PdfPage, readPage } from './pdf-pages';
import { rangesOf } from './pdf-ranges';
import type { Redacted } from './redacted';

const MOST_PAGES = 300;
const DOTS_AN_INCH = 150;
const QUALITY = 80;

/**
 * Makes a copy of a PDF from which parts are removed: each page is drawn, what is removed is painted over, and the pictures
 * alone become the new file. There is no text in it that could be uncovered, and no layer, note or property of the old one.
 */
export async function redactPdf(
  bytes: Buffer,
  removals: readonly Removal[],
  regions: readonly Region[],
): Promise<Redacted> {
  const pdf = await openDocument(bytes);
  if (pdf.numPages > MOST_PAGES) return { refused: 'too-long', texts: [] };
  const pages: PdfPage[] = [];
  for (let no = 1; no <= pdf.numPages; no += 1) pages.push(await readPage(pdf, no));
  const { ranges, removed, missing, broken } = rangesOf(pages, removals, regions);
  if (broken.length > 0) return { refused: 'broken', ...placesOf(broken) };
  if (missing.length > 0) return { refused: 'missing', texts: missing };
  if (regions.some(({ page }) => page > pdf.numPages)) return { refused: 'missing', texts: [] };
  const pictures: PicturePage[] = [];
  for (const [index, page] of pages.entries()) {
    pictures.push(
      await paint(page, (viewport) => [
        ...boxesFor(page, ranges[index] ?? [], viewport),
        ...regions
          .filter((region) => region.page === index + 1)
          .map(({ x, y, width, height }) => ({
            ...{ x: x * viewport.width, y: y * viewport.height },
            ...{ width: width * viewport.width, height: height * viewport.height },
          })),
      ]),
    );
    page.page.cleanup();
  }
  const copy = picturePdf(pictures);
  const left = await leftIn(copy, pictures.length);
  return left ? { refused: 'left', texts: [] } : { bytes: copy, removed: removed + regions.length };
}

const placesOf = (broken: readonly Broken[]): { texts: string[]; pages: number[] } => ({
  texts: [...new Set(broken.map(({ text }) => text))],
  pages: [...new Set(broken.map(({ page }) => page))],
});

async function paint(
  page: PdfPage,
  boxesOn: (viewport: Parameters<typeof boxesFor>[2]) => Box[],
): Promise<PicturePage> {
  const { canvas, viewport } = await drawPage(page, DOTS_AN_INCH);
  const context = canvas.getContext('2d');
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = 1;
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = 'black';
  for (const { x, y, width, height } of boxesOn(viewport)) {
    context.fillRect(Math.floor(x), Math.floor(y), Math.ceil(width) + 1, Math.ceil(height) + 1);
  }
  const { width, height } = page.page.getViewport({ scale: 1 });
  return {
    jpeg: canvas.toBuffer('image/jpeg', QUALITY),
    pixels: [canvas.width, canvas.height],
    points: [width, height],
  };
}

/** Whether a copy has any text at all, or not as many pages as it should: then something has gone wrong. */
async function leftIn(copy: Buffer, pages: number): Promise<boolean> {
  const pdf = await openDocument(copy);
  if (pdf.numPages !== pages) return true;
  for (let no = 1; no <= pages; no += 1) {
    if ((await readPage(pdf, no)).text.trim() !== '') return true;
  }
  return false;
}

/** A page as the desk looks at it. */
export async function pdfPage(
  bytes: Buffer,
  no: number,
): Promise<{ pages: number; text: string; jpeg: Buffer } | null> {
  const pdf = await openDocument(bytes);
  if (no > pdf.numPages) return null;
  const page = await readPage(pdf, no);
  const { canvas } = await drawPage(page, 80);
  return { pages: pdf.numPages, text: page.text, jpeg: canvas.toBuffer('image/jpeg', 75) };
}
