import type { OfficialDocument, Pictures } from '../document/model';
import { printable } from '../document/printable';
import { PAGE, pageNumber, SIZES } from '../layout';
import { pdfContent } from './content';
import { layOut } from './engine';
import { openLetters } from './fonts';
import { Setter } from './setter';

/** The distance of page numbers from the text area: 7 mm. */
const TO_PAGE_NUMBER = 20;

/** A document as PDF in the layout of GB/T 9704, with the letters that it needs embedded. */
export async function renderPdf(
  document: OfficialDocument,
  pictures: Pictures = new Map(),
): Promise<Uint8Array> {
  const letters = openLetters();
  const content = await pdfContent(document, new Setter(pictures, letters), letters);
  return layOut({
    info: { title: printable(document.title), creator: '政务公开' },
    language: 'zh-CN',
    content,
    // odd pages at the right, even ones at the left, one character in from the edge
    footer: (page) => ({
      text: pageNumber(page),
      fontSize: SIZES.pageNumber,
      alignment: page % 2 === 1 ? 'right' : 'left',
      margin: [PAGE.left + SIZES.pageNumber, TO_PAGE_NUMBER, PAGE.right + SIZES.pageNumber, 0],
    }),
  }).getBuffer();
}
