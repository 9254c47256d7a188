import { disputeNumbersOf, disputeTable } from '../../../requests/server/annual-report/dispute-table';
import { numbersOf, requestTable } from '../../../requests/server/annual-report/request-table';
import type { Numbers } from '../shared/numbers';
import { disputesTable, documentsTable, requestsTable } from '../shared/printed-tables';
import { bodyOf } from './body';
import { gridOf } from './sheet';

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
  const grid = gridOf(requestsTable(numbers));
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
  expect(gridOf(documentsTable(numbers)).find((row) => row[0] === '行政规范性文件')).toEqual([
    '行政规范性文件',
    1,
    2,
    3,
  ]);
});

test('what people write is text, never markup', () => {
  const texts = { proactive: '甲<script>alert(1)</script>\n乙' };
  const body = bodyOf({ name: '区<b>局', year: 2026, texts, numbers });
  expect(body).toContain('<p>甲&lt;script&gt;alert(1)&lt;/script&gt;</p><p>乙</p>');
  expect(body).not.toMatch(/<script|<b>/);
  expect(body).toContain('2026年，本机关没有收取信息处理费。');
});
