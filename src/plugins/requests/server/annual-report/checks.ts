import { APPLICANT_KINDS } from '../../shared/applicants';
import { OUTCOMES } from '../../shared/outcomes';
import { COLUMNS, LINES, type RequestNumbers } from './request-table';

/** A sum that does not come out, where it stands, and what it should be. */
export type Mismatch = { line: string; column: string; expected: number; found: number; message: string };

const label = (code: string) => LINES.find((line) => line.code === code)?.label ?? code;
const columnLabel = (code: string) => APPLICANT_KINDS.find((kind) => kind.code === code)?.label ?? '总计';

/**
 * The official check of the third table (勾稽关系): in each column new + carried over = processed + carried forward,
 * processed = the sum of the outcomes, 总计 = the sum of the six columns; and what was carried over is what the report of the
 * year before carried forward, where there is one.
 */
export function checkRequestNumbers(numbers: RequestNumbers, lastYear: RequestNumbers | null): Mismatch[] {
  const cell = (line: string, column: string) =>
    (numbers[line] as Record<string, number> | undefined)?.[column] ?? 0;
  const sum = (lines: readonly string[], column: string) =>
    lines.reduce((total, line) => total + cell(line, column), 0);
  const found: Mismatch[] = [];
  const expect = (line: string, column: string, expected: number, rule: string) => {
    const value = cell(line, column);
    if (value === expected) return;
    const message = `“${label(line)}”的“${columnLabel(column)}”应为${expected}，现为${value}：${rule}`;
    found.push({ line, column, expected, found: value, message });
  };
  const outcomes = OUTCOMES.map(({ code }) => code);
  for (const column of COLUMNS) {
    expect('totalProcessed', column, sum(outcomes, column), '等于各项办理结果之和');
    expect(
      'carriedForward',
      column,
      sum(['newReceived', 'carriedOver'], column) - cell('totalProcessed', column),
      '第一项加第二项之和，等于第三项加第四项之和',
    );
  }
  for (const { code } of LINES) {
    const columns = APPLICANT_KINDS.reduce((total, kind) => total + cell(code, kind.code), 0);
    expect(code, 'total', columns, '等于各类申请人之和');
  }
  if (lastYear) {
    for (const column of COLUMNS) {
      expect('carriedOver', column, lastYear.carriedForward?.[column] ?? 0, '等于上一年度报告的结转下年度');
    }
  }
  return found;
}

/** The fourth table: reconsideration, suing directly, suing after reconsideration; each total is the sum of its four. */
export const DISPUTES = ['reconsideration', 'lawsuitDirect', 'lawsuitAfterReconsideration'] as const;
export const DISPUTE_RESULTS = ['upheld', 'corrected', 'other', 'pending'] as const;
export type DisputeNumbers = Record<
  (typeof DISPUTES)[number],
  Record<(typeof DISPUTE_RESULTS)[number] | 'total', number>
>;

export const checkDisputeNumbers = (numbers: DisputeNumbers): Mismatch[] =>
  DISPUTES.flatMap((line) => {
    const expected = DISPUTE_RESULTS.reduce((sum, result) => sum + numbers[line][result], 0);
    const found = numbers[line].total;
    const message = `总计应为${expected}，现为${found}：等于各项结果之和`;
    return expected === found ? [] : [{ line, column: 'total', expected, found, message }];
  });
