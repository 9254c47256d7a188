/** Letters without a place where a line could end: an address, a row of dashes. */
const LONG = /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{40,}/gu;

/**
 * A text in pieces, those apart in which a line may end anywhere: pdfmake looks for the end of a word that is
 * longer than its line letter by letter, over and over.
 */
export function splitLongWords(text: string): { text: string; anywhere: boolean }[] {
  const pieces: { text: string; anywhere: boolean }[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(LONG)) {
    if (index > from) pieces.push({ text: text.slice(from, index), anywhere: false });
    pieces.push({ text: word, anywhere: true });
    from = index + word.length;
  }
  if (from < text.length || pieces.length === 0) pieces.push({ text: text.slice(from), anywhere: false });
  return pieces;
}
