const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** The number of a Chinese numeral as articles have it: 三十三 → 33, 一百零二 → 102. Null for what is none. */
export function toNumber(numeral: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百千]+$/.test(numeral)) return null;
  let sum = 0;
  let digit = 0;
  for (const sign of numeral) {
    const unit = UNITS.indexOf(sign);
    if (unit > 0) {
      // 十 alone is ten
      sum += (digit || 1) * 10 ** unit;
      digit = 0;
    } else {
      digit = sign === '〇' ? 0 : sign === '两' ? 2 : DIGITS.indexOf(sign);
    }
  }
  return sum + digit;
}

/** The Chinese numeral of a number below 10,000, as articles have it: 33 → 三十三. */
export function toNumeral(number: number): string {
  const text = [...String(number)]
    .map((digit, at, digits) =>
      digit === '0' ? '零' : `${DIGITS[Number(digit)]}${UNITS[digits.length - 1 - at]}`,
    )
    .join('')
    .replace(/零+/g, '零');
  // 一十三 is written 十三
  return (text.length > 1 ? text.replace(/零$/, '') : text).replace(/^一十/, '十');
}
