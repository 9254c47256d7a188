/** A mobile phone number, the shortest of what is looked for. */
const LEAST_DIGITS = 11;
/** No entity of HTML is longer: &#x1D7CF; */
const LONGEST_ENTITY = 12;

const isDigit = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0xff10 && code <= 0xff19);

/** Letters, signs and ideographs that stand in no number; everything unusual is taken for a separator. */
function endsNumber(code: number): boolean {
  if (code < 0x80) return code !== 0x20 && code !== 0x2d && code !== 0x5f && code !== 0x0a && code !== 0x0d;
  if (code >= 0x3400 && code <= 0x9fff) return true;
  return code === 0xff0c || (code >= 0x3001 && code <= 0x301f) || code === 0xff1a || code === 0xff1b;
}

/**
 * Whether a text could hold a number of eleven digits at all, in one quick pass: nearly all texts end here.
 * Errs only towards yes.
 *
 * @param html tags and entities stand between digits without being seen
 */
export function mayHoldNumber(text: string, html: boolean): boolean {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      if (++digits >= LEAST_DIGITS) return true;
    } else if (code === 0xd835) {
      // mathematical digits
      return true;
    } else if (html && code === 0x3c) {
      const end = text.indexOf('>', at);
      if (end < 0) return true;
      at = end;
    } else if (html && code === 0x26) {
      // a digit written as an entity counts as one
      const end = text.slice(at, at + LONGEST_ENTITY).indexOf(';') + at;
      if (end > at) {
        if (text.charCodeAt(at + 1) === 0x23) digits++;
        if (digits >= LEAST_DIGITS) return true;
        at = end;
      }
    } else if (endsNumber(code)) {
      digits = 0;
    }
  }
  return false;
}
