import type { ColumnKind } from '../privacy/column-kinds';
import { DEFAULT_PRIVACY } from '../privacy/settings';
import type { Cell } from '../tabular/table';
import { MAX_ISSUES } from './limits';
import { planColumns } from './plan';
import { readCell } from './read-cell';
import { readRows, type SourceRow, type Warning } from './read-rows';
import { amountKey, textKey } from './sort-key';

const IDENTITY = '11010519491231002X';
const CARD = '6217001234567890122';

test.each<[ColumnKind, Cell, string | number | null]>([
  ['text', '  文字 ', '文字'],
  ['text', 12, '12'],
  ['text', '', null],
  ['text', null, null],
  ['amount', 1200.5, 1200.5],
  ['amount', '1,200.50', 1200.5],
  ['amount', '¥1,200', 1200],
  ['amount', '1200元', 1200],
  ['amount', '-80', -80],
  ['amount', 0.1 + 0.2, 0.3],
  ['date', '2026年3月5日', '2026-03-05'],
  ['date', '2026.3.5', '2026-03-05'],
  ['identity-number', IDENTITY, '110105********002X'],
  ['bank-card', CARD, '6217***********0122'],
  ['phone', 13800138000, '138****8000'],
  ['village', '湖坊村', '湖坊村'],
])('a cell of the kind %s: %j is stored as %j', (kind, cell, value) => {
  const read = readCell(kind, cell, DEFAULT_PRIVACY);
  expect([read.stored.value, read.issue]).toEqual([value, undefined]);
});

test.each<[ColumnKind, Cell, RegExp, boolean]>([
  ['text', `证号${IDENTITY}`, /有身份证号/, true],
  ['text', '证号 1101 0519 4912 3100 2X', /有身份证号/, true],
  ['person-name', `张三${CARD}`, /有银行卡号/, true],
  ['phone', IDENTITY, /有身份证号/, true],
  ['village', '１１０１０５１９４９１２３１００２Ｘ', /有身份证号/, true],
  ['amount', '一百', /不是金额/, false],
  ['amount', 123456789012, /过大/, false],
  ['amount', 1.23456, /小数超过4位/, false],
  ['amount', Number.NaN, /过大|不是/, false],
  ['date', '2026-02-30', /不是日期/, false],
  ['date', '3月5日', /不是日期/, false],
  ['identity-number', '1.10105E+17', /丢失/, false],
  ['identity-number', Number('110105194912310021'), /丢失/, false],
  ['bank-card', Number('6217001234567890122'), /丢失/, false],
  ['text', 'x'.repeat(2001), /2000/, false],
  ['text', 'a\0b', /无法保存/, false],
  ['text', '\ud800', /无法保存/, false],
])('a cell of the kind %s: %j is refused', (kind, cell, message, personal) => {
  const { issue, stored } = readCell(kind, cell, DEFAULT_PRIVACY);
  expect(issue).toEqual({ message: expect.stringMatching(message), personal });
  expect(`${issue?.message}${stored.value}`).not.toMatch(/11010519491231002X|6217001234567890122/);
});

test('a mobile phone among the remarks is a warning, in its own column it is none', () => {
  expect(readCell('text', '电话13800138000', DEFAULT_PRIVACY).warning).toMatch(/138\*{4}8000/);
  expect(readCell('phone', '13800138000', DEFAULT_PRIVACY).warning).toBeUndefined();
});

test('the plain order of the keys is the order of the amounts', () => {
  const amounts = [-99_999_999_999.9999, -1000, -0.0001, 0, 0.0001, 0.5, 1, 9, 10, 1000.25, 99_999_999_999];
  const keys = amounts.map(amountKey);
  expect([...keys].sort()).toEqual(keys);
  expect(new Set(keys.map(({ length }) => length)).size).toBe(1);
});

test('the key of a very long text ends between two characters', () => {
  expect(textKey('短')).toBe('短');
  expect(textKey('𠮷'.repeat(300))).toBe('𠮷'.repeat(200));
});

const plan = planColumns(['姓名', '备注', '金额']);
const source = (...rows: Cell[][]): SourceRow[] => rows.map((cells, index) => ({ line: index + 2, cells }));

async function collect(rows: SourceRow[], warnings: Warning[] = []) {
  const read = [];
  for await (const row of readRows(plan, rows, DEFAULT_PRIVACY, warnings)) read.push(row);
  return read;
}

test('rows come masked, with what they are sorted and found by', async () => {
  expect(await collect(source(['张三', null, 5]))).toEqual([
    { cells: ['张三', null, 5], sortKeys: { 1: '张三', 2: '', 3: amountKey(5) }, searchText: '张三\n5' },
  ]);
});

test('after a problem nothing more is handed over, and every problem is told', async () => {
  const rows = source(['甲', null, 1], ['乙', null, 'x'], ['丙', null, 2], ['丁', IDENTITY, 'y']);
  const read: unknown[] = [];
  const all = async () => {
    for await (const row of readRows(plan, rows, DEFAULT_PRIVACY, [])) read.push(row);
  };
  const error = await all().catch((thrown: unknown) => thrown);
  expect(read).toHaveLength(1);
  expect(error).toMatchObject({
    code: 'PERSONAL_DATA_FOUND',
    details: {
      total: 3,
      issues: [
        { row: 5, column: '备注', code: 'PERSONAL_DATA_FOUND' },
        { row: 3, column: '金额', code: 'INVALID_INPUT' },
        { row: 5, column: '金额', code: 'INVALID_INPUT' },
      ],
    },
  });
});

test('told problems and warnings are bounded, their number is not', async () => {
  const wrong = source(...Array.from({ length: 500 }, () => ['甲', null, 'x']));
  await expect(collect(wrong)).rejects.toMatchObject({ details: { total: 500 } });
  const error = (await collect(wrong).catch((thrown: unknown) => thrown)) as {
    details: { issues: unknown[] };
  };
  expect(error.details.issues).toHaveLength(MAX_ISSUES);
  const warnings: Warning[] = [];
  await collect(source(...Array.from({ length: 500 }, () => ['甲', '13800138000', 1])), warnings);
  expect(warnings).toHaveLength(MAX_ISSUES);
});

test('a list without a row is refused', async () => {
  await expect(collect([])).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('a problem of the reader counts only where its column is public', async () => {
  const omitted = planColumns(['姓名', '备注'], [{ label: '备注', kind: 'omit' }]);
  const rows = [{ line: 2, cells: ['甲', null], problems: [{ column: '备注', message: '太长' }] }];
  const read = [];
  for await (const row of readRows(omitted, rows, DEFAULT_PRIVACY, [])) read.push(row);
  expect(read).toHaveLength(1);
});

test('a cell to the right of the header is a problem like any other', async () => {
  const message = '第2行D列有内容，但表头没有这一列，请补上列名或删去';
  const rows = [{ line: 2, cells: ['甲', null, 1], problems: [{ column: 'D', message }] }];
  await expect(collect(rows)).rejects.toMatchObject({
    details: { issues: [{ row: 2, column: 'D', message }] },
  });
});

test('what the reader says of a place is not said twice', async () => {
  const rows = [
    { line: 2, cells: ['甲', null, 1], problems: [{ column: '备注', message: '第2行“备注”列：是错误值' }] },
  ];
  await expect(collect(rows)).rejects.toMatchObject({ details: { issues: [{ message: '是错误值' }] } });
});
