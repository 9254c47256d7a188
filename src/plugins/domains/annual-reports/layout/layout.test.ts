import { disputeNumbersOf, disputeTable } from '../../../requests/server/annual-report/dispute-table';
import { numbersOf, requestTable } from '../../../requests/server/annual-report/request-table';
import type { Numbers } from '../shared/numbers';
import { disputesTable, documentsTable, requestsTable } from '../shared/printed-tables';
import { bodyOf } from './body';
import { gridOf, sheetOf } from './sheet';

const numbers: Numbers = {
  documents: { rules: { made: 0, repealed: 0, inForce: 0 }, normative: { made: 1, repealed: 2, inForce: 3 } },
  figures: { licences: 4, penalties: 5, coercions: 6, charges: 7.5 },
  requests: numbersOf(requestTable([], 2026)),
  disputes: disputeNumbersOf(disputeTable([], 2026)),
  feeYuan: 0,
  before: { from: 'none', carriedForward: {} },
  departments: [],
};

test.each([
  ['二', documentsTable(numbers), 4],
  ['三', requestsTable(numbers), 10],
  ['四', disputesTable(numbers), 15],
])('in table %s every row fills its columns, merged cells counted', (_section, table, width) => {
  const covered = table.rows.map(() => 0);
  for (const [line, row] of table.rows.entries())
    for (const { columns = 1, rows = 1 } of row)
      for (let below = line; below < line + rows; below++) covered[below] = (covered[below] ?? 0) + columns;
  expect(covered).toEqual(table.rows.map(() => width));
});

test('as a sheet, every number stands in the column of its head', () => {
  const { grid, merges } = gridOf(requestsTable(numbers));
  expect(grid[2]?.slice(4, 9)).toEqual(['商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他']);
  expect(grid.find((row) => row.includes('1.属于国家秘密'))?.slice(2)).toEqual([
    '1.属于国家秘密',
    0,
    0,
    0,
    0,
    0,
    0,
    0,
  ]);
  expect(merges).toContainEqual({ top: 1, left: 0, bottom: 3, right: 2 });
  expect(merges).toContainEqual({ top: 2, left: 4, bottom: 2, right: 8 });
  expect(gridOf(documentsTable(numbers)).grid.find((row) => row[0] === '行政规范性文件')).toEqual([
    '行政规范性文件',
    1,
    2,
    3,
  ]);
});

test('the boxes of the sheet cover every line of the three tables, and no merged area leaves its table', () => {
  const { rows, form } = sheetOf('年度报告', numbers);
  const widthOf = new Map(rows.map((row, index) => [index + 1, row.length]));
  for (const [line, { cells: width }] of form.boxed)
    expect([line, width >= (widthOf.get(line) ?? 0)]).toEqual([line, true]);
  for (const { top, bottom, right } of form.merges)
    for (let line = top; line <= bottom; line++) expect(form.boxed.get(line)?.cells).toBeGreaterThan(right);
  expect(form.boxed.size).toBe(rows.length - 1 - 3 * 2);
});

test('what people write is text, never markup', () => {
  const texts = { proactive: '甲<script>alert(1)</script>\n乙' };
  const body = bodyOf({ name: '区<b>局', year: 2026, texts, numbers });
  expect(body).toContain('<p>甲&lt;script&gt;alert(1)&lt;/script&gt;</p><p>乙</p>');
  expect(body).not.toMatch(/<script|<b>/);
  expect(body).toContain('2026年，本机关没有收取信息处理费。');
});
