import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { OfficialDocument, Pictures } from '../document/model';
import { printable } from '../document/printable';
import { PAGE, pageNumber, SIZES } from '../layout';
import { pdfContent } from './content';
import { FAMILY, FONT_FILES, FONTS, openLetters } from './fonts';

// nothing but the fonts is read: pictures come as bytes
pdfmake.setFonts(FONTS);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));
pdfmake.setUrlAccessPolicy(() => false);

/** The distance of page numbers from the text area: 7 mm. */
const TO_PAGE_NUMBER = 20;

/** A document as PDF in the layout of GB/T 9704, with the letters that it needs embedded. */
export async function renderPdf(
  document: OfficialDocument,
  pictures: Pictures = new Map(),
): Promise<Uint8Array> {
  const definition: TDocumentDefinitions = {
    pageSize: { width: PAGE.width, height: PAGE.height },
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    info: { title: printable(document.title), creator: '政务公开' },
    language: 'zh-CN',
    defaultStyle: { font: FAMILY },
    content: pdfContent(document, pictures, openLetters()),
    // odd pages at the right, even ones at the left, one character in from the edge
    footer: (page) => ({
      text: pageNumber(page),
      fontSize: SIZES.pageNumber,
      alignment: page % 2 === 1 ? 'right' : 'left',
      margin: [PAGE.left + SIZES.pageNumber, TO_PAGE_NUMBER, PAGE.right + SIZES.pageNumber, 0],
    }),
  };
  return pdfmake.createPdf(definition).getBuffer();
}
