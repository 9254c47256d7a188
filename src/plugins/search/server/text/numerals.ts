const DIGITS = '零一二三四五六七八九';
const UNITS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const CHINESE = /[零〇一二两三四五六七八九十百千]+/u;
const ARABIC = /\d{1,4}/;

/** 二十 → 20. Null for what is no number below ten thousand. */
export function toArabic(chinese: string): number | null {
  let sum = 0;
  let digit: number | null = null;
  let last = 10_000;
  for (const character of chinese.replace(/〇/g, '零').replace(/两/g, '二')) {
    const unit = UNITS[character];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS.indexOf(character);
      continue;
    }
    if (unit >= last || digit === 0) return null;
    sum += (digit ?? 1) * unit;
    last = unit;
    digit = null;
  }
  return sum + (digit ?? 0);
}

/** 20 → 二十, below ten thousand. */
export function toChinese(number: number): string {
  if (number < 10) return DIGITS[number] ?? '';
  const [unit, name] = (
    [
      [1000, '千'],
      [100, '百'],
      [10, '十'],
    ] as const
  ).find(([size]) => number >= size) ?? [10, '十'];
  const first = Math.floor(number / unit);
  const rest = number % unit;
  const gap = rest > 0 && rest < unit / 10 ? '零' : '';
  const head = number < 20 ? '' : DIGITS[first];
  return `${head}${name}${rest > 0 ? `${gap}${toChineseRest(rest)}` : ''}`;
}

/** Behind a larger number 十 is 一十: 一百一十. */
const toChineseRest = (rest: number): string =>
  rest >= 10 && rest < 20 ? `一${toChinese(rest)}` : toChinese(rest);

/** A text with its number written the other way: 第33条 for 第三十三条, 20个 for 二十个. Null where it has none. */
export function otherNumeral(text: string): string | null {
  const arabic = ARABIC.exec(text)?.[0];
  if (arabic)
    return arabic.startsWith('0') || arabic.length === 4
      ? null
      : text.replace(arabic, toChinese(Number(arabic)));
  const chinese = CHINESE.exec(text)?.[0];
  const number = chinese ? toArabic(chinese) : null;
  return chinese && number !== null && number >= 10 ? text.replace(chinese, String(number)) : null;
}
