import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeXlsx, row, zipFile } from '../../../../../tests/fixtures/xlsx';
import { openTable, type TableOptions } from './open-table';
import type { TableRow } from './table';

const folder = mkdtempSync(join(tmpdir(), 'tables-'));
let count = 0;
const path = () => join(folder, `file-${++count}`);
afterAll(() => rmSync(folder, { recursive: true }));

const write = (content: Buffer | string): string => {
  const file = path();
  writeFileSync(file, content);
  return file;
};

async function read(file: string, options?: TableOptions) {
  const table = await openTable(file, options);
  const rows: TableRow[] = [];
  for await (const found of table.rows) rows.push(found);
  return { ...table, rows };
}
const cellsOf = async (file: string) => (await read(file)).rows.map(({ cells }) => cells);
const problemsOf = async (file: string) =>
  (await read(file)).rows.flatMap(({ problems }) => problems.map(({ message }) => message));

/** "名称,金额\n青山区,5\n" in GB18030 (GBK). */
const GBK = Buffer.from('c3fbb3c62cbdf0b6ee0ac7e0c9bdc7f82c350a', 'hex');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();

describe('CSV files', () => {
  const text = '名称,金额\n青山区,5\n';
  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 as Excel saves “Unicode text”', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, big end first', utf16be(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['GBK', GBK, 'gb18030'],
  ])('in %s are read', async (_name, bytes, encoding) => {
    const table = await read(write(bytes));
    expect(table).toMatchObject({ format: 'csv', encoding, headers: ['名称', '金额'], headerLine: 1 });
    expect(table.rows).toEqual([{ line: 2, cells: ['青山区', '5'], problems: [] }]);
  });

  test('in GBK are told by a character that stands far from the beginning', async () => {
    const lines = Buffer.from(`a,b\n${'1,2\n'.repeat(60_000)}`);
    const table = await read(write(Buffer.concat([lines, GBK])));
    expect(table.encoding).toBe('gb18030');
    expect(table.rows.at(-1)?.cells).toEqual(['青山区', '5']);
  });

  test.each([
    ['tabs', '名称\t金额\n甲,乙\t5\n'],
    ['semicolons', '名称;金额\n甲,乙;5\n'],
    ['commas', '名称,金额\n"甲,乙",5\n'],
  ])('with %s between their cells are read', async (_name, content) => {
    expect(await cellsOf(write(content))).toEqual([['甲,乙', '5']]);
  });

  test('keep quotes, line breaks and the row numbers that Excel shows', async () => {
    const file = write('名称,说明\r\n"他说""好""","第一行\n第二行"\r\n\r\n丙,尺寸5"管\r\n');
    expect((await read(file)).rows).toEqual([
      { line: 2, cells: ['他说"好"', '第一行\n第二行'], problems: [] },
      { line: 4, cells: ['丙', '尺寸5"管'], problems: [] },
    ]);
  });

  test('skip a title above the header and say so', async () => {
    const table = await read(write('2021年补助发放表,,\n名称,金额,备注\n甲,5,\n'));
    expect(table).toMatchObject({ headers: ['名称', '金额', '备注'], headerLine: 2 });
    expect(table.notes).toEqual(['第2行是表头，它上面的文字没有读取']);
    expect(table.rows).toHaveLength(1);
  });

  test('of one column are a table too', async () => {
    expect(await cellsOf(write('名称\n甲\n乙\n'))).toEqual([['甲'], ['乙']]);
  });

  test('with a cell under no header name row and column', async () => {
    expect(await problemsOf(write('名称,金额\n甲,5,多余\n'))).toEqual([
      '第2行C列有内容，但表头没有这一列，请补上列名或删去',
    ]);
  });

  test('with a cell of 10 MB lose that cell only, by row and column', async () => {
    const { rows } = await read(write(`名称,正文\n甲,${'字'.repeat(3_500_000)}\n乙,短\n`));
    expect(rows[0]?.problems).toEqual([
      { column: '正文', message: '第2行“正文”列：内容超过1000000个字符，请缩短或改为附件' },
    ]);
    expect(rows[1]).toEqual({ line: 3, cells: ['乙', '短'], problems: [] });
  });
});

describe('XLSX files', () => {
  const header = row(1, ['名称', '值']);
  const one = (cell: string) =>
    `${header}<row r="2"><c r="A2" t="inlineStr"><is><t>甲</t></is></c>${cell}</row>`;
  const styles =
    '<numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/><numFmt numFmtId="171" formatCode="[Red]0.00&quot;days&quot;"/></numFmts>' +
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="31"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="22"/></cellXfs>';
  const strings =
    '<si><t>甲_x000D_乙</t></si><si><r><t>富</t></r><r><t xml:space="preserve"> 文本</t></r><rPh><t>fu</t></rPh></si>';

  test.each([
    ['a shared text', '<c r="B2" t="s"><v>0</v></c>', '甲\r乙'],
    ['a rich text without its phonetics', '<c r="B2" t="s"><v>1</v></c>', '富 文本'],
    ['a number', '<c r="B2"><v>-12.5</v></c>', -12.5],
    ['a date', '<c r="B2" s="1"><v>44260</v></c>', '2021-03-05'],
    ['a Chinese date', '<c r="B2" s="2"><v>44260</v></c>', '2021-03-05'],
    ['a date in a format of its own', '<c r="B2" s="3"><v>44260</v></c>', '2021-03-05'],
    ['a time', '<c r="B2" s="5"><v>44260.5</v></c>', '2021-03-05 12:00:00'],
    ['a number whose unit looks like a date', '<c r="B2" s="4"><v>3</v></c>', 3],
    ['an ISO date', '<c r="B2" t="d"><v>2021-03-05T00:00:00</v></c>', '2021-03-05'],
    ['the result of a formula', '<c r="B2"><f>1+1</f><v>2</v></c>', 2],
    ['the text of a formula', '<c r="B2" t="str"><f>A2</f><v>甲</v></c>', '甲'],
    ['a truth', '<c r="B2" t="b"><v>1</v></c>', 'TRUE'],
    ['an empty cell', '<c r="B2" s="1"/>', null],
    ['a cell without a reference', '<c><v>7</v></c>', 7],
  ])('give %s', async (_name, cell, value) => {
    const file = await makeXlsx(path(), { rows: one(cell), styles, strings });
    expect((await read(file)).rows).toEqual([{ line: 2, cells: ['甲', value], problems: [] }]);
  });

  test('count days from 1904 where the workbook does', async () => {
    const file = await makeXlsx(path(), {
      rows: one('<c r="B2" s="1"><v>42798</v></c>'),
      styles,
      workbookPr: '<workbookPr date1904="1"/>',
    });
    expect(await cellsOf(file)).toEqual([['甲', '2021-03-05']]);
  });

  test.each([
    ['a formula without its result', '<c r="B2"><f>SUM(A1)</f></c>', '是公式，但文件里没有存下计算结果'],
    ['an error', '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '是错误值 #DIV/0!'],
    ['a number of 18 digits', '<c r="B2"><v>110101199003070000</v></c>', '超过15位的数值'],
    ['a text that is not there', '<c r="B2" t="s"><v>99</v></c>', '文字已损坏'],
    ['no number', '<c r="B2"><v>abc</v></c>', '数值已损坏'],
  ])('with %s name the cell and go on', async (_name, cell, message) => {
    const file = await makeXlsx(path(), { rows: one(cell) + row(3, ['乙', 5]) });
    const { rows } = await read(file);
    expect(rows[0]?.problems).toEqual([{ column: '值', message: expect.stringContaining(message) }]);
    expect(rows[0]?.problems[0]?.message).toMatch(/^第2行“值”列：单元格 B2 /);
    expect(rows[1]).toEqual({ line: 3, cells: ['乙', 5], problems: [] });
  });

  test.each([
    [
      'inline',
      (text: string) => ({ rows: row(1, ['名称', '值']) + row(2, ['甲', text]) + row(3, ['乙', '短']) }),
    ],
    [
      'shared',
      (text: string) => ({
        rows: `${one('<c r="B2" t="s"><v>0</v></c>')}<row r="3"><c r="A3"><v>5</v></c></row>`,
        strings: `<si><t>${text}</t></si>`,
      }),
    ],
  ])('with a cell of 10 MB (%s) lose that cell only, by row and column', async (_name, parts) => {
    const file = await makeXlsx(path(), parts('字'.repeat(3_500_000)));
    const { rows } = await read(file);
    expect(rows).toHaveLength(2);
    expect(rows[0]?.problems[0]?.message).toMatch(/^第2行“值”列：单元格 B2 内容超过1000000个字符/);
  });

  test('give the value of merged cells in each of them and say so', async () => {
    const rows =
      row(1, ['部门', '事项', '备注']) +
      row(2, ['民政局', '低保']) +
      row(3, ['', '特困']) +
      row(4, ['教育局', '招生']);
    const file = await makeXlsx(path(), {
      rows,
      after: '<mergeCells count="2"><mergeCell ref="A2:A3"/><mergeCell ref="B4:C4"/></mergeCells>',
    });
    const table = await read(file);
    expect(table.rows.map(({ cells }) => cells)).toEqual([
      ['民政局', '低保', null],
      ['民政局', '特困', null],
      ['教育局', '招生', '招生'],
    ]);
    expect(table.notes).toEqual(['合并单元格 A2:A3、B4:C4：把左上角的值填入了其中每一格']);
  });

  test('have their header below a title that is merged over the columns', async () => {
    const file = await makeXlsx(path(), {
      rows: row(1, ['2021年补助发放表']) + row(2, ['名称', '金额']) + row(3, ['甲', 5]),
      after: '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    });
    expect(await read(file)).toMatchObject({ headers: ['名称', '金额'], headerLine: 2, rows: [{ line: 3 }] });
  });

  test('are read at the first sheet that is not hidden, or at the one asked for', async () => {
    const file = await makeXlsx(path(), {
      rows: one('<c r="B2"><v>1</v></c>'),
      sheets: [{ name: '草稿', state: 'hidden' }, { name: '名单' }, { name: '说明' }],
    });
    const table = await read(file);
    expect(table.sheet).toBe('名单');
    expect(table.notes).toEqual(['只读取工作表“名单”，没有读取：“草稿”（隐藏）、“说明”']);
    expect((await read(file, { sheet: '说明' })).sheet).toBe('说明');
    await expect(openTable(file, { sheet: '没有' })).rejects.toThrow(
      '没有名为“没有”的工作表，文件里有：“名单”、“说明”',
    );
  });
});

describe('a file that is no table is refused with what to do', () => {
  const head = row(1, ['名称', '值']);
  const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
  const broken = async () => {
    const { readFileSync } = await import('node:fs');
    const bytes = readFileSync(await makeXlsx(path(), { rows: head + row(2, ['甲', 1]) }));
    return write(bytes.subarray(0, bytes.length - 40));
  };
  test.each<[string, () => string | Promise<string>, string]>([
    ['an empty file', () => write(''), '文件是空的'],
    ['a blank file', () => write(' \n \n'), '文件里没有内容'],
    ['an old .xls', () => write(ole), '旧格式'],
    [
      'a file with a password',
      () => write(Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')])),
      '打开密码',
    ],
    ['a picture', () => write(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')), '这不是表格文件'],
    [
      'a web page named .xls',
      () => write('<html><table><tr><td>名称</td></tr></table></html>'),
      '网页格式的表格',
    ],
    ['a cut .xlsx', broken, '文件已损坏'],
    ['a Word file', () => zipFile(path(), { 'word/document.xml': '<w/>' }), '这不是 Excel 表格'],
    ['broken XML', () => makeXlsx(path(), { rows: `${head}<row r="2"><c>` }), '文件内容已损坏'],
    [
      'rows that go backwards',
      () => makeXlsx(path(), { rows: row(1, ['a', 'b']) + row(1, ['c', 'd']) }),
      '行号错乱',
    ],
    [
      'text in no known encoding',
      () => write(Buffer.concat([Buffer.from('a,b\n'), Buffer.from([0xff, 0xff, 0x0a])])),
      '无法识别文件的文字编码',
    ],
    [
      'a header that appears twice',
      () => write('名称,金额,名称\n1,2,3\n'),
      '第1行的表头重复：A列和C列都叫“名称”',
    ],
    ['a header of one name, twice', () => write('名称,名称\n1,2\n'), '第1行的表头重复'],
    ['headers alike but for blanks', () => write('名称,金额, 名称 \n1,2,3\n'), '第1行的表头重复'],
    ['a header that is empty', () => write('名称,,金额\n1,2,3\n'), '第1行B列的表头是空的'],
    ['a quote that does not end', () => write('名称,金额\n甲,1\n"乙,2\n丙,3\n'), '第3行的引号没有配对'],
    [
      'too many columns',
      () => write(`${Array.from({ length: 501 }, (_, i) => `c${i}`).join(',')}\n`),
      '最多500列',
    ],
    [
      'a zip bomb',
      () =>
        makeXlsx(path(), { rows: head, more: { 'xl/worksheets/sheet1.xml': ' '.repeat(40 * 1024 * 1024) } }),
      '文件解压后过大',
    ],
    [
      'entities that multiply',
      () =>
        makeXlsx(path(), {
          more: {
            'xl/worksheets/sheet1.xml':
              '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>',
          },
        }),
      '文件内容已损坏',
    ],
  ])('%s', async (_name, make, message) => {
    const file = await make();
    await expect(read(file)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(message),
    });
  });

  test('more rows than allowed, larger files than allowed', async () => {
    const file = write('名称\n1\n2\n3\n');
    await expect(read(file, { limits: { rows: 2 } })).rejects.toThrow('超过2行');
    await expect(read(file, { limits: { fileBytes: 5 } })).rejects.toThrow('请拆成几个文件');
  });
});
