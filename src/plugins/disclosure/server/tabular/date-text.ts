import { isIsoDate } from '../rules/dates';
import type { Cell } from './table';
import { serialDate } from './xlsx/cell-value';

const DIGITS = '〇一二三四五六七八九';
/** Year, month, day with one kind of separator; a time may follow and says nothing about the day. */
const SEPARATED = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T\s]\d{1,2}:\d{2}.*)?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号]?(?:\s*\d{1,2}[:时].*)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** Serials of 1954 to 2119: a smaller or larger number is an amount or a number of another kind. */
const SERIAL = /^[2-7]\d{4}(\.\d+)?$/;

/**
 * The day that a cell stands for, `YYYY-MM-DD`: 2021-3-5, 2021/3/5, 2021.3.5, 2021年3月5日, 20210305,
 * 二〇二一年三月五日 or an Excel serial (44260). Null for everything else: a year of two digits, a month
 * without a day, day and month in the order of another country, a day that no calendar has.
 */
export function parseDateCell(cell: Cell): string | null {
  if (cell === null) return null;
  const text = String(cell)
    .normalize('NFKC')
    .trim()
    .replace(/\s*([年月日号])\s*/g, '$1');
  if (SERIAL.test(text)) return serialDate(Math.floor(Number(text)));
  const western = arabic(text);
  const separated = SEPARATED.exec(western);
  if (separated) return day(separated[1], separated[3], separated[4]);
  const match = CHINESE.exec(western) ?? COMPACT.exec(western);
  return match ? day(match[1], match[2], match[3]) : null;
}

function day(year = '', month = '', date = ''): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isIsoDate(iso) ? iso : null;
}

/** A date in Chinese numerals with digits in their place; other texts stay as they are. */
function arabic(text: string): string {
  const match = /^([〇○零一二三四五六七八九O0]{4})年([^月]{1,3})月([^日号]{1,3})[日号]?$/.exec(text);
  if (!match) return text;
  const [, year = '', month = '', date = ''] = match;
  const digits = [...year.replace(/[○零O0]/g, '〇')].map((digit) => DIGITS.indexOf(digit)).join('');
  return `${digits}年${below100(month)}月${below100(date)}日`;
}

/** 三 → 3, 十二 → 12, 二十 → 20, 三十一 → 31, 〇三 → 03; what is none comes back unchanged. */
function below100(text: string): string {
  const digit = (character: string): number => DIGITS.indexOf(character.replace(/[○零O0]/, '〇'));
  const [tens, ones, ...rest] = text.split('十');
  if (rest.length > 0 || tens === undefined) return text;
  if (ones === undefined) return [...tens].map((character) => digit(character)).join('');
  return String((tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones)));
}
