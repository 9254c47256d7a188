import type { ColumnKind } from '../privacy/column-kinds';
import { maskCell } from '../privacy/mask-cell';
import { FIND_NAMES } from '../privacy/scan/mask';
import { scanText } from '../privacy/scan/scan-text';
import type { PrivacySettings } from '../privacy/settings';
import type { Cell } from '../tabular/table';
import { isSearchable } from './column';
import { ROSTER_LIMITS } from './limits';
import { readAmount, readDay } from './read-value';
import { amountKey, textKey } from './sort-key';

/** What is stored of a cell, already masked, and by what it is sorted. */
export type StoredCell = { value: string | number | null; sortKey: string };

/** What is wrong with a cell; `personal`: it holds a number of a person and its column does not say so. */
export type CellIssue = { message: string; personal: boolean };

export type ReadCell = { stored: StoredCell; issue?: CellIssue; warning?: string };

/** Excel keeps 15 digits of a number and shows the others as zeros. */
const LOST_DIGITS = /^\d(\.\d+)?e\+\d+$/i;
const UNSTORABLE = /\0|\p{Surrogate}/u;

/**
 * Reads a cell by the kind of its column and masks it: what this returns may be public, whatever was
 * entered. A number of a person in a column of another kind is an issue, though it is masked here as well.
 */
export function readCell(kind: ColumnKind, cell: Cell, settings: PrivacySettings): ReadCell {
  const text = typeof cell === 'number' ? String(cell) : (cell ?? '').trim();
  if (text === '') return { stored: { value: null, sortKey: '' } };
  if (text.length > ROSTER_LIMITS.cellCharacters) {
    return refuse(`超过${ROSTER_LIMITS.cellCharacters}个字，请缩短`, { value: null, sortKey: '' });
  }
  if (UNSTORABLE.test(text)) return refuse('有无法保存的字符，请删去', { value: null, sortKey: '' });
  const shown = maskCell(kind, text, settings);
  const masked = { value: shown, sortKey: textKey(shown) };
  if (kind === 'amount') {
    const amount = readAmount(cell ?? '');
    return 'message' in amount
      ? refuse(amount.message, masked)
      : { stored: { value: amount.value, sortKey: amountKey(amount.value) } };
  }
  if (kind === 'date') {
    const day = readDay(cell);
    return 'message' in day
      ? refuse(day.message, masked)
      : { stored: { value: day.value, sortKey: day.value } };
  }
  return isSearchable(kind) ? scan(kind, text, masked, settings) : checkDigits(cell, text, masked);
}

const refuse = (message: string, stored: StoredCell): ReadCell => ({
  stored,
  issue: { message, personal: false },
});

function checkDigits(cell: Cell, text: string, stored: StoredCell): ReadCell {
  const lost = LOST_DIGITS.test(text) || (typeof cell === 'number' && !Number.isSafeInteger(cell));
  if (!lost) return { stored };
  return refuse('是数字格式，后几位已经丢失，请在 Excel 中把该列设为“文本”后重新填写', stored);
}

function scan(kind: ColumnKind, text: string, stored: StoredCell, settings: PrivacySettings): ReadCell {
  const hits = scanText(text, settings);
  const sure = hits.find(({ level }) => level === 'sure');
  if (sure) {
    const what = FIND_NAMES[sure.kind];
    const message = `有${what}(${sure.masked}),请从这一列删去，或把这一列的类型改为“${what}”`;
    return { stored, issue: { message, personal: true } };
  }
  const phone = kind === 'phone' ? undefined : hits.find((hit) => hit.kind === 'phone');
  return phone ? { stored, warning: `有手机号(${phone.masked}),请确认可以公开` } : { stored };
}
