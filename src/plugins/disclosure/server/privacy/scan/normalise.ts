import { PositionMap } from './position-map';

/** A text in the form that is scanned, and the way back: `starts[i]`, `ends[i]` are positions in the original. */
export type Normalised = {
  text: string;
  /** null: the text is its own normal form */
  starts: Uint32Array | null;
  ends: Uint32Array | null;
};

/** Characters that nobody sees: soft hyphen, zero-width spaces and joiners, marks of direction. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** Whether anything that matters has to be changed: most texts have wide punctuation, few have wide digits. */
const UNUSUAL =
  /[\u2169\u2179\uFF0D\uFF0E\uFF10-\uFF19\uFF20-\uFF3A\uFF3F\uFF41-\uFF5A\u{1D7CE}-\u{1D7FF}]|\p{Default_Ignorable_Code_Point}/u;

const isPlain = (code: number): boolean =>
  code < 0x80 || (code >= 0x2e80 && code < 0xd800 && code !== 0x3000) || (code >= 0x3001 && code < 0x3040);

/** ① stands before an item of a list; as a digit it would join the number after it. */
const NUMBER_SIGN = /\p{No}/u;

/**
 * NFKC without the invisible characters, so that １３８ or a zero-width space hides no number. Changes of
 * length are kept in the map.
 */
export function normalise(text: string): Normalised {
  if (!UNUSUAL.test(text)) return { text, starts: null, ends: null };
  const pieces: string[] = [];
  const map = new PositionMap(text.length);
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) as number;
    const size = code > 0xffff ? 2 : 1;
    const piece = normalForm(text, at, size, code);
    if (piece !== '') {
      pieces.push(piece);
      map.add(piece.length, at, at + size);
    }
    at += size;
  }
  return { text: pieces.join(''), ...map.done() };
}

function normalForm(text: string, at: number, size: number, code: number): string {
  if (isPlain(code)) return text.charAt(at);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  const character = text.slice(at, at + size);
  if (INVISIBLE.test(character)) return '';
  return NUMBER_SIGN.test(character) ? character : character.normalize('NFKC');
}
