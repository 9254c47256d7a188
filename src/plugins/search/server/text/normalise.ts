import { simplify } from './simplify';

const INVISIBLE = /(?!\n)[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u;
/** Spaces that somebody has put between characters for their looks: 通 知. A new line stays one. */
const GAPS = /(?<=\p{Script=Han})[^\S\n]+(?=\p{Script=Han})/gu;

const known = new Map<string, string>();

/** One character as it is compared: half width, simplified, lower case; what is no letter or digit stays. */
function normaliseCharacter(character: string): string {
  const found = known.get(character);
  if (found !== undefined) return found;
  const normal = INVISIBLE.test(character)
    ? ' '
    : [...character.normalize('NFKC').toLowerCase()].map(simplify).join('');
  known.set(character, normal);
  return normal;
}

/** Of each UTF-16 unit the one as which it is compared, as far as anybody has looked; 0: not known, or not one unit. */
const units = new Uint16Array(0x1_0000);

function unitFor(unit: number): number {
  if (units[unit]) return units[unit];
  const normal = normaliseCharacter(String.fromCharCode(unit));
  const isHalf = unit >= 0xd800 && unit <= 0xdfff;
  if (!isHalf && normal.length === 1) units[unit] = normal.charCodeAt(0);
  return units[unit] ?? 0;
}

/** A text as it is compared: full and half width, traditional and simplified, upper and lower case are one. */
export function normalise(text: string): string {
  let normal = '';
  // most of a text is compared as it stands: it is taken over in pieces
  let taken = 0;
  let at = 0;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const other = unitFor(unit);
    if (other === unit) {
      at += 1;
      continue;
    }
    const character = other ? text.charAt(at) : String.fromCodePoint(text.codePointAt(at) ?? 0);
    normal += text.slice(taken, at) + normaliseCharacter(character);
    at += character.length;
    taken = at;
  }
  return normal + text.slice(taken);
}

/** The same of a text to be read as a whole, where spaces between Chinese characters mean nothing. */
export const normaliseText = (text: string): string => normalise(text).replace(GAPS, '');

export type Located = {
  text: string;
  /** for each unit of `text`: where in the original it comes from */
  from: number[];
};

/** The same, with the place of each character in the original: for marking what was found. */
export function normaliseWithPlaces(text: string): Located {
  const from: number[] = [];
  let normal = '';
  let at = 0;
  let inGap = false;
  for (const character of text) {
    const part = normaliseCharacter(character);
    const isGap = part.trim() === '' && character !== '\n';
    if (!isGap) {
      if (inGap && !(isHan(normal.at(-1)) && isHan(part[0]))) {
        normal += ' ';
        from.push(at - 1);
      }
      for (let i = 0; i < part.length; i++) from.push(at);
      normal += part;
    }
    inGap = isGap;
    at += character.length;
  }
  return { text: normal, from };
}

const isHan = (character: string | undefined): boolean =>
  character !== undefined && /\p{Script=Han}/u.test(character);
