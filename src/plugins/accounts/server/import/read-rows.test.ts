import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MAX_PEOPLE, readRows } from './read-rows';

const folder = mkdtempSync(path.join(tmpdir(), 'accounts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DEPARTMENTS = new Map([
  ['区财政局', 'finance'],
  ['finance', 'finance'],
]);
const HEADER = '姓名,登录邮箱,部门,职责';

async function read(content: string | Buffer) {
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, content);
  return readRows(file, (name) => DEPARTMENTS.get(name) ?? null);
}
const problemsOf = async (...lines: string[]) =>
  (await read([HEADER, ...lines].join('\n'))).rows.map(({ problems }) => problems);

test('a row becomes a person, whatever separates her duties', async () => {
  const { rows } = await read(`${HEADER}\n 李雷 ,LiLei@Example.test,区财政局,采集、审核/发布；审计\n`);
  expect(rows).toMatchObject([
    {
      line: 2,
      problems: [],
      person: {
        name: '李雷',
        email: 'lilei@example.test',
        department: 'finance',
        duties: ['editor', 'reviewer', 'publisher', 'auditor'],
      },
    },
  ]);
});

test('what is wrong in a row is told, once a field; the other rows stand', async () => {
  expect(
    await problemsOf(
      ',a@example.test,区财政局,采集',
      '甲,不是邮箱,区财政局,采集',
      '乙,b@example.test,区公安厅,采集',
      '丙,c@example.test,区财政局,局长',
      '丁,d@example.test,区财政局,',
      '戊,,,',
      '己,e@example.test,finance,采集',
    ),
  ).toEqual([
    ['请填写姓名'],
    ['登录邮箱不是邮箱地址'],
    ['没有名为“区公安厅”的部门'],
    ['没有“局长”这项职责（采集、审核、发布、公开办、审计）'],
    ['请至少选择一项职责'],
    ['登录邮箱不是邮箱地址', '请选择部门', '请至少选择一项职责'],
    [],
  ]);
});

test('an address twice in the list is told with the row it stood in first', async () => {
  expect(await problemsOf('甲,a@example.test,finance,采集', '乙,A@example.test,finance,审核')).toEqual([
    [],
    ['登录邮箱与第2行重复'],
  ]);
});

test('formulas are text; a table with control characters is refused', async () => {
  const { rows } = await read(
    `${HEADER}\n"=HYPERLINK(""http://evil.test"",""x"")",f@example.test,finance,采集`,
  );
  expect(rows[0]?.person?.name).toBe('=HYPERLINK("http://evil.test","x")');
  await expect(read(`${HEADER}\n"甲\u0007乙",g@example.test,finance,采集`)).rejects.toThrow('这不是表格文件');
});

test('GB18030, as old spreadsheets write, is read', async () => {
  // 姓名,登录邮箱,部门,职责 / 王五,w@example.test,finance,采集
  const gb = Buffer.from(
    'd0d5c3fb2cb5c7c2bcd3cacfe42cb2bfc3c52cd6b0d4f00acdf5cee52c77406578616d706c652e746573742c66696e616e63652cb2c9bcaf0a',
    'hex',
  );
  expect((await read(gb)).rows[0]?.person).toMatchObject({ name: '王五', duties: ['editor'] });
});

test.each([
  ['an empty file', '', /空的/],
  ['a list without a column', '姓名,部门,职责\n甲,finance,采集', /缺少“登录邮箱”列/],
  ['a page of the web', '<html><body>x</body></html>', /网页格式/],
])('%s is refused as a whole', async (_name, content, message) => {
  await expect(read(content)).rejects.toThrow(message);
});

test('ten thousand rows are refused before anything is made of them', async () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `甲${index},p${index}@example.test,finance,采集`);
  await expect(read([HEADER, ...many].join('\n'))).rejects.toThrow(`超过${MAX_PEOPLE}行`);
});
