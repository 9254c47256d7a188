import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import { PAGE } from '../layout';
import { FAMILY, FONT_FILES, FONTS } from './fonts';

// nothing but the fonts is read: pictures come as bytes
pdfmake.setFonts(FONTS);
pdfmake.setLocalAccessPolicy((path) => FONT_FILES.has(path));
pdfmake.setUrlAccessPolicy(() => false);

/** Lays content out on pages with the margins and the letters of an official document. */
export const layOut = (definition: TDocumentDefinitions) =>
  pdfmake.createPdf({
    pageSize: { width: PAGE.width, height: PAGE.height },
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    defaultStyle: { font: FAMILY },
    ...definition,
  });
