/** What other parts use of the copies: a document on paper, and its two files. */
export type { OfficialDocument, Pictures } from './document/model';
export { readBody } from './document/read-body';
export { renderDocx } from './docx/render-docx';
export { renderPdf } from './pdf/render-pdf';
