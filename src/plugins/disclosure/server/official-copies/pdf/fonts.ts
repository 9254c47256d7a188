import { type Font, openSync } from 'fontkit';

const FOLDER = '@expo-google-fonts/noto-serif-sc';
const REGULAR = require.resolve(`${FOLDER}/400Regular/NotoSerifSC_400Regular.ttf`);
const BOLD = require.resolve(`${FOLDER}/700Bold/NotoSerifSC_700Bold.ttf`);

/** 思源宋体: the letters of the PDF. It has no slanted ones, as Chinese has none. */
export const FAMILY = 'Song';
export const FONTS = { [FAMILY]: { normal: REGULAR, bold: BOLD, italics: REGULAR, bolditalics: BOLD } };
export const FONT_FILES: ReadonlySet<string> = new Set([REGULAR, BOLD]);

export type Letters = {
  /** height of a line set solid, in sizes of the letters */
  lineHeight: number;
  /** a text in which every letter can be drawn */
  drawable: (text: string) => string;
  /** whether letters had to be replaced */
  hasReplaced: () => boolean;
};

/** 〓: what printers put in the place of a letter that they have not. */
export const MISSING_LETTER = '〓';
/** Joiners, variation selectors, skin tones: signs that only change the one before them. */
const MODIFIERS = /[\u200b-\u200f\u2060]|\p{Variation_Selector}|\p{Emoji_Modifier}/gu;

/** What the font can draw; both weights have the same letters. */
export function openLetters(): Letters {
  const font = openSync(REGULAR) as Font;
  let replaced = false;
  const letter = (character: string): string => {
    if (character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)) return character;
    replaced = true;
    return MISSING_LETTER;
  };
  return {
    lineHeight: (font.ascent - font.descent + font.lineGap) / font.unitsPerEm,
    drawable: (text) => Array.from(text.replace(MODIFIERS, ''), letter).join(''),
    hasReplaced: () => replaced,
  };
}
