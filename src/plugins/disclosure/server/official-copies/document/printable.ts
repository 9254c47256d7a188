/** Control characters but the line break; XML and fonts know none of them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;

/** A text without what can stand in no file; its spaces let a line end. */
export const printable = (text: string): string =>
  text
    .replace(CONTROL, ' ')
    .replaceAll('\u00a0', ' ')
    .replace(/\p{Surrogate}/gu, '\ufffd');
