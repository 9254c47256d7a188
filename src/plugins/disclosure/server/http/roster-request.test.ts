import type { Context } from 'koa';
import { parseRosterRequest } from './roster-request';

const MB = 1024 * 1024;

const form = (files: object, body: object = {}): Context =>
  ({ is: () => 'multipart/form-data', query: {}, request: { files, body } }) as unknown as Context;
const json = (body: object): Context =>
  ({ is: () => false, query: {}, request: { body } }) as unknown as Context;
const file = { filepath: '/nowhere', originalFilename: 'a.csv', size: 1 };

test('a form carries the file, the wishes and the version as text', () => {
  const body = { preview: 'true', expectedVersion: '3', columns: '[{"label":"姓名","kind":"text"}]' };
  expect(parseRosterRequest(form({ file }, body))).toMatchObject({
    preview: true,
    expectedVersion: 3,
    wishes: [{ label: '姓名', kind: 'text' }],
  });
});

test('rows of JSON come as lists or as objects by header', async () => {
  const columns = [{ label: '姓名' }, { label: '金额' }];
  const { open } = parseRosterRequest(json({ columns, rows: [['甲', 1], { 金额: 2 }] }));
  const { headers, rows } = await open();
  const read = [];
  for await (const row of rows) read.push(row);
  expect(headers).toEqual(['姓名', '金额']);
  expect(read).toEqual([
    { line: 1, cells: ['甲', 1] },
    { line: 2, cells: [null, 2] },
  ]);
});

test.each<[string, Context, RegExp]>([
  ['a file of 51 MB', form({ file: { ...file, size: 50 * MB + 1 } }), /51MB，最大50MB/],
  ['a form without a file', form({}), /字段 file/],
  ['two files', form({ file: [file, file] }), /字段 file/],
  ['a file in another field', form({ other: file }), /字段 file/],
  ['a version that is none', form({ file }, { expectedVersion: '0' }), /expectedVersion/],
  ['an unknown field', form({ file }, { publish: 'true' }), /不认识的内容：publish/],
  ['wishes that are no JSON', form({ file }, { columns: '{' }), /JSON/],
  ['JSON without rows', json({ columns: [{ label: '姓名' }], rows: [] }), /至少要有一行/],
  ['JSON without columns', json({ rows: [['甲']] }), /columns/],
  ['a row of something else', json({ columns: [{ label: '姓名' }], rows: [[{}]] }), /rows/],
])('%s is refused', (_what, ctx, message) => {
  expect(() => parseRosterRequest(ctx)).toThrow(
    expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(message) }),
  );
});

test.each<[object, RegExp]>([
  [['甲', 1, 2], /第1行有3格，多于2列/],
  [{ 地址: 'x' }, /第1行有不认识的列“地址”/],
])('a row that does not fit its columns is refused: %j', async (row, message) => {
  const { open } = parseRosterRequest(json({ columns: [{ label: '姓名' }, { label: '金额' }], rows: [row] }));
  const { rows } = await open();
  await expect(rows[Symbol.asyncIterator]().next()).rejects.toMatchObject({
    message: expect.stringMatching(message),
  });
});
