/** A run of digits; groups with nothing but separators between them may be one number. */
export type Group = {
  start: number;
  end: number;
  /** how it stands to the group before: the separators, or null where it begins anew */
  gap: string | null;
};

const DIGITS = /\d+/g;
/** What people, forms and line ends put inside a number; a tab or a cell's border ends it. */
const SEPARATORS = /^[ \u00A0\u2000-\u200A\u202F\u205F\u3000\r\n\-‐-―−_·•・‧∙]{1,3}$/;
const FOLLOWING_X = /^[ \u00A0\u3000\r\n-]{0,2}[xX×Хх]/;

/** The runs of digits of a normalised text, in one pass. */
export function* digitGroups(text: string): Generator<Group> {
  let before = -1;
  for (const match of text.matchAll(DIGITS)) {
    const start = match.index;
    const end = start + match[0].length;
    const between = before >= 0 && start - before <= 3 ? text.slice(before, start) : '';
    yield { start, end, gap: SEPARATORS.test(between) ? between : null };
    before = end;
  }
}

/** Where the X that ends an identity number ends, if one follows the digits that end at `end`. */
export function xAfter(text: string, end: number): number | null {
  const match = FOLLOWING_X.exec(text.slice(end, end + 4));
  return match ? end + match[0].length : null;
}
