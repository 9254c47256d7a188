import { engine } from './native';

/** The lines of a PDF, page by page, without page numbers; the cells of a row are one line. */
export async function pagesOf(bytes: Uint8Array): Promise<string[][]> {
  const { readPdf } =
    engine<typeof import('../../../src/plugins/disclosure/server/privacy/files/read/pdf')>(
      'privacy/files/read/pdf',
    );
  const pages: string[][] = [];
  for await (const piece of readPdf(Buffer.from(bytes))) {
    if (piece === 'partial') continue;
    const lines = piece.text.split('\n').map((line) => line.trim());
    pages.push(lines.filter((line) => line && !/^— \d+ —$/.test(line)));
  }
  return pages;
}
