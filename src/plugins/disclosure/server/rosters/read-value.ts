import { parseDateCell } from '../tabular/date-text';
import type { Cell } from '../tabular/table';
import { AMOUNT_DECIMALS, AMOUNT_END } from './sort-key';

type Read<T> = { value: T } | { message: string };

const AMOUNT = new RegExp(`^-?\\d{1,11}(\\.\\d{1,${AMOUNT_DECIMALS}})?$`);
/** What a sum in a spreadsheet is beside the nearest number that a person would write. */
const BINARY_NOISE = 1e-7;

/** An amount of money: a number, or text with ¥, 元 and separators of thousands. */
export function readAmount(cell: Cell): Read<number> {
  if (typeof cell === 'number') return inRange(roundNoise(cell));
  const text = (cell ?? '')
    .normalize('NFKC')
    .replace(/[\s,,¥¥]/g, '')
    .replace(/元$/, '');
  if (AMOUNT.test(text)) return { value: Number(text) };
  return { message: `“${shorten(cell)}”不是金额，请填数字(至多11位整数、${AMOUNT_DECIMALS}位小数)` };
}

function roundNoise(amount: number): number {
  const rounded = Number(amount.toFixed(AMOUNT_DECIMALS));
  return Math.abs(rounded - amount) <= BINARY_NOISE ? rounded : amount;
}

function inRange(amount: number): Read<number> {
  if (!(Math.abs(amount) < AMOUNT_END)) return { message: '金额过大，至多11位整数' };
  if (Number(amount.toFixed(AMOUNT_DECIMALS)) === amount) return { value: amount };
  return { message: `金额${amount}的小数超过${AMOUNT_DECIMALS}位，请先四舍五入` };
}

/** A day as YYYY-MM-DD, from the ways in which it is written. */
export function readDay(cell: Cell): Read<string> {
  const value = parseDateCell(cell);
  return value ? { value } : { message: `“${shorten(cell)}”不是日期，请写成 2021-03-05 或 2021年3月5日` };
}

/** Enough of a wrong value to find it, and too little to tell a number of a person. */
const shorten = (cell: Cell): string => {
  const text = String(cell ?? '');
  return text.length > 10 ? `${text.slice(0, 4)}…` : text;
};
