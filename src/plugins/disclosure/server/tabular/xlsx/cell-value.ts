import { fromDayNumber, toDayNumber } from '../../rules/dates';
import { type Cell, TABLE_LIMITS, tooLongCell } from '../table';
import type { SharedStrings } from './shared-strings';
import { unescapeText } from './text';

/** A cell as it stands in the sheet. `value` is null where there is no `<v>`. */
export type RawCell = {
  type: string;
  style: number;
  formula: boolean;
  value: string | null;
  inline: string;
};

export type CellContext = { strings: SharedStrings; dateStyles: readonly boolean[]; from1904: boolean };

/** A value, or what is wrong in Chinese. */
export type Reading = { value: Cell } | { problem: string };

/** The first day that both Excel and the calendar agree on: day 60 is a 29 February 1900 that never was. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
const EPOCH = toDayNumber('1899-12-30');
const EPOCH_1904 = toDayNumber('1904-01-01');
const SECONDS_PER_DAY = 86_400;
/** Excel keeps 15 digits of a number; longer ones (identity numbers, bank cards) have lost their end. */
const KEPT_DIGITS = 1e15;

/** The value of a cell: texts as they are, dates as ISO, the cached result of a formula. */
export function readCell(cell: RawCell, context: CellContext): Reading {
  if (cell.type === 'inlineStr') return { value: trimmed(cell.inline) };
  if (cell.value === null) {
    return cell.formula
      ? { problem: '是公式，但文件里没有存下计算结果，请用 Excel 打开保存后再上传' }
      : { value: null };
  }
  switch (cell.type) {
    case 's':
      return sharedText(cell.value, context.strings);
    case 'str':
      return { value: trimmed(unescapeText(cell.value)) };
    case 'b':
      return { value: cell.value === '1' ? 'TRUE' : 'FALSE' };
    case 'e':
      return { problem: `是错误值 ${cell.value}，请改正后再上传` };
    case 'd':
      return { value: cell.value.slice(0, 10) };
    default:
      return numeric(cell, context);
  }
}

const trimmed = (text: string): Cell => (text.trim() === '' ? null : text.trim());

function sharedText(value: string, strings: SharedStrings): Reading {
  const text = strings.at(Number(value));
  if (text === undefined) return { problem: '的文字已损坏，请用 Excel 打开保存后再上传' };
  if (text === null) return { problem: tooLongCell(TABLE_LIMITS.cellCharacters) };
  return { value: trimmed(text) };
}

function numeric({ value, style }: RawCell, { dateStyles, from1904 }: CellContext): Reading {
  if (value === null || value === '') return { value: null };
  const number = Number(value);
  if (!Number.isFinite(number)) return { problem: '的数值已损坏，请改正后再上传' };
  if (dateStyles[style]) return { value: serialDate(number, from1904) ?? number };
  if (Math.abs(number) >= KEPT_DIGITS) {
    return { problem: '是超过15位的数值，末尾数字已被 Excel 改为0；请把该列设为“文本”后重新填写' };
  }
  return { value: number };
}

/**
 * The day of an Excel serial, `YYYY-MM-DD`, with its time where it has one; a time alone for the day 0.
 * Null before 1900-03-01, where Excel's calendar is wrong, and after the year 9999.
 */
export function serialDate(serial: number, from1904 = false): string | null {
  let day = Math.floor(serial);
  let seconds = Math.round((serial - day) * SECONDS_PER_DAY);
  if (seconds === SECONDS_PER_DAY) {
    day += 1;
    seconds = 0;
  }
  const time = new Date(seconds * 1000).toISOString().slice(11, 19);
  if (day === 0 && seconds > 0) return time;
  if (day < (from1904 ? 1 : FIRST_SERIAL) || day > LAST_SERIAL) return null;
  const date = fromDayNumber(day + (from1904 ? EPOCH_1904 : EPOCH));
  return seconds === 0 ? date : `${date} ${time}`;
}
