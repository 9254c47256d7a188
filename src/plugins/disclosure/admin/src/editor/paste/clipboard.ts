import { cleanPastedHtml } from './clean-pasted-html';
import { countLocalPictures } from './pictures';
import { picturesInRtf } from './rtf-pictures';

/** What a paste or a drop brings. */
export type Brought = { html: string; rtf: string; files: readonly File[] };

export const broughtBy = (data: DataTransfer | null): Brought => ({
  html: data?.getData('text/html') ?? '',
  rtf: data?.getData('text/rtf') ?? '',
  files: [...(data?.files ?? [])],
});

/** Copied inside of this editor: it is clean, and knows more than its HTML says. */
const isOwn = (html: string): boolean => /\bdata-pm-slice=/.test(html);

/**
 * The HTML to insert. Pictures that it only names are taken from the rich text or from the files beside it,
 * where there is one for each; `hold` gives an address to a file that is still to be uploaded.
 */
export function htmlToInsert(html: string, { rtf, files }: Brought, hold: (file: File) => string): string {
  if (isOwn(html)) return html;
  const named = countLocalPictures(html);
  if (named === 0) return cleanPastedHtml(html);
  const inText = picturesInRtf(rtf);
  if (inText.length === named) return cleanPastedHtml(html, inText);
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  return cleanPastedHtml(html, pictures.length === named ? pictures.map(hold) : []);
}

/** Pictures to insert by themselves: a screenshot, or files; not the image that Office adds of a text or a table. */
export function picturesToInsert({ html, files }: Brought): File[] {
  const pictures = files.filter(({ type }) => type.startsWith('image/'));
  const words = html.replace(/<!--[\s\S]*?-->|<[^>]*>|&nbsp;|\s/g, '');
  const isOfPicture = /<img\b/i.test(html) && words === '' && !/<t[dh]\b/i.test(html);
  return html.trim() === '' || (isOfPicture && pictures.length === 1) ? pictures : [];
}
