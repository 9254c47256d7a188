import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { csvLine, writeCsv } from './csv-writer';
import { writeJsonLines } from './jsonl-writer';
import { openTable } from './open-table';
import type { Cell } from './table';
import { writeXlsx } from './xlsx/write-xlsx';

const folder = mkdtempSync(join(tmpdir(), 'writers-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function* from<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}
async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['=cmd|calc', "'=cmd|calc"],
    ['+8613800000000', '+8613800000000'],
    ['+1+1', "'+1+1"],
    ['-5.30', '-5.30'],
    ['-5+cmd', "'-5+cmd"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['\r=1', '"\'\r=1"'],
    ['＝1+1', "'＝1+1"],
    [-7, '-7'],
    ['a,b', '"a,b"'],
    ['他说"好"', '"他说""好"""'],
    ['两\n行', '"两\n行"'],
    [null, ''],
  ])('%p is written as %p, and is no formula', (cell, written) => {
    expect(csvLine([cell])).toBe(`${written}\r\n`);
  });

  test('begins with the mark by which Excel knows UTF-8', async () => {
    expect(await textOf(writeCsv(['名称', '=x'], from([['甲', 1]])))).toBe("\ufeff名称,'=x\r\n甲,1\r\n");
  });
});

test('JSON lines have one object a line', async () => {
  expect(await textOf(writeJsonLines(from([{ a: '一\n二' }, { b: 2 }])))).toBe('{"a":"一\\n二"}\n{"b":2}\n');
});

describe('XLSX', () => {
  const written = async (name: string, headers: string[], rows: AsyncIterable<readonly Cell[]>) => {
    const path = join(folder, name);
    await pipeline(writeXlsx('名单<1>', headers, rows), createWriteStream(path));
    return path;
  };

  test('is read back as it was written, formulas as texts', async () => {
    const cells: Cell[] = [
      '=1+1',
      -5,
      0.25,
      '<b>&"\u0001',
      '两\n行',
      null,
      '110101199003071234',
      '@x',
      '\ud800半',
    ];
    const headers = cells.map((_, index) => `列${index}`);
    const table = await openTable(await written('a.xlsx', headers, from([cells])));
    const rows = [];
    for await (const row of table.rows) rows.push(row);
    expect(table).toMatchObject({ sheet: '名单<1>', headers });
    expect(rows).toEqual([
      {
        line: 2,
        cells: ['=1+1', -5, 0.25, '<b>&"', '两\n行', null, '110101199003071234', '@x', '半'],
        problems: [],
      },
    ]);
  });

  test('cuts what Excel cannot hold and says so', async () => {
    const table = await openTable(await written('b.xlsx', ['文'], from([['字'.repeat(40_000)]])));
    for await (const { cells } of table.rows) {
      expect(String(cells[0])).toHaveLength(32_767);
      expect(cells[0]).toMatch(/……（内容过长，此处未完）$/);
    }
  });

  test('a failure of the rows fails the file', async () => {
    async function* failing(): AsyncGenerator<Cell[]> {
      yield ['甲'];
      throw new Error('rows failed');
    }
    await expect(written('c.xlsx', ['名'], failing())).rejects.toThrow('rows failed');
  });

  test('of 100,000 rows is written and read with memory that stays flat', async () => {
    function* rows(): Generator<Cell[]> {
      for (let i = 0; i < 100_000; i += 1)
        yield [`姓名${i}`, i, `2021-03-${(i % 28) + 1}`, `青山区某街道第${i}号`];
    }
    const path = await written('d.xlsx', ['姓名', '金额', '日期', '地址'], from(rows()));
    const table = await openTable(path);
    let count = 0;
    let sum = 0;
    let peak = 0;
    const before = process.memoryUsage().rss;
    for await (const { cells } of table.rows) {
      count += 1;
      sum += Number(cells[1]);
      if (count % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().rss - before);
    }
    expect([count, sum]).toEqual([100_000, 4_999_950_000]);
    expect(peak / 1024 / 1024).toBeLessThan(150);
  });
});
