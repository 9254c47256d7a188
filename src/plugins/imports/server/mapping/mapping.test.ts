import { sampleType } from '../../../../../tests/fixtures/sample-domain';
import type { SourceRow } from '../types';
import { convertRow } from './convert';
import { identify } from './identity';
import type { Lookups } from './lookups';
import { proposeMapping } from './propose';

const type = sampleType();
const lookups: Lookups = async (source) =>
  source === 'departments'
    ? [{ value: 'education-sports', names: ['区教体局', '区教育局'] }]
    : [
        { value: 'Z99-01', names: ['机构职能', 'Z99-01 机构职能'] },
        { value: 'Z99-02', names: ['规划计划'] },
        { value: 'Z99-03', names: ['规划计划'] },
      ];
const row = (cells: SourceRow['cells'], more: Partial<SourceRow> = {}): SourceRow => ({
  line: 2,
  name: null,
  cells,
  problems: [],
  ...more,
});

test.each([
  [['标题', '成文日期', '文号'], { title: '标题', formedOn: '成文日期', docNo: '文号' }],
  [['文件名称', '发文日期', '发文字号'], { title: '文件名称', formedOn: '发文日期', docNo: '发文字号' }],
  [['标题(必填)', '* 成文 日期', '内容'], { title: '标题(必填)', formedOn: '* 成文 日期', body: '内容' }],
  [['title', '类型', '部门'], { title: 'title', kind: '类型', owner: '部门' }],
  [['序号', '无关'], {}],
])('columns %j are proposed for the fields that they name', (headers, columns) => {
  expect(proposeMapping(type, headers)).toMatchObject({ columns });
});

test('a column of numbers that stay identifies the rows; one that counts lines does not', () => {
  expect(proposeMapping(type, ['编号', '标题']).id).toBe('编号');
  expect(proposeMapping(type, ['序号', '标题']).id).toBeUndefined();
});

test.each<[string, string, string | number, unknown]>([
  ['a choice by its label', 'kind', '办事指南', { kind: 'guide' }],
  ['a choice by its code', 'kind', 'guide', { kind: 'guide' }],
  ['a row by its name', 'catalogueItem', '机构职能', { catalogueItem: 'Z99-01' }],
  ['a row by its code in full width', 'catalogueItem', 'Z99-01', { catalogueItem: 'Z99-01' }],
  ['a date', 'formedOn', '二〇二一年三月五日', { formedOn: '2021-03-05' }],
  ['a number for a text', 'title', 42, { title: '42' }],
])('%s becomes a value', async (_what, field, cell, values) => {
  const converted = await convertRow(
    type,
    { columns: { [field]: '列' }, constants: {} },
    row({ 列: cell }),
    lookups,
  );
  expect(converted).toEqual({ values, owner: null, problems: [] });
});

test.each<[string, string, string, string]>([
  ['a date', 'formedOn', '去年', '“列”列：“去年”不是日期，请写成 2021-3-5 或 2021年3月5日'],
  ['a choice', 'kind', '图纸', '“列”列：没有“图纸”这一项，可选：文件、办事指南'],
  [
    'a name that two rows have',
    'catalogueItem',
    '规划计划',
    '“列”列：“规划计划”对应不止一项（Z99-02、Z99-03），请改用编码',
  ],
])('what is not %s is told with its column', async (_what, field, cell, problem) => {
  const { values, problems } = await convertRow(
    type,
    { columns: { [field]: '列' }, constants: {} },
    row({ 列: cell }),
    lookups,
  );
  expect(values).toEqual({});
  expect(problems).toEqual([expect.stringContaining(problem)]);
});

test('constants fill what no column, or an empty cell, gives', async () => {
  const mapping = { columns: { kind: '列' }, constants: { kind: '文件', catalogueItem: 'Z99-01' } };
  const { values } = await convertRow(type, mapping, row({ 列: null }), lookups);
  expect(values).toEqual({ kind: 'document', catalogueItem: 'Z99-01' });
});

test('a department is found by its earlier name', async () => {
  const { owner } = await convertRow(
    type,
    { columns: { owner: '部门' }, constants: {} },
    row({ 部门: '区教育局' }),
    lookups,
  );
  expect(owner).toBe('education-sports');
});

describe('a row is the same row again', () => {
  const mapping = { columns: { title: '标题', body: '正文' }, constants: {} };
  const one = row({ 标题: '甲', 正文: '一', 编号: 'a1' });

  test('by its id column, else its path, else what identifies it', () => {
    expect(identify({ ...mapping, id: '编号' }, one).sourceId).toBe('a1');
    expect(identify(mapping, row(one.cells, { name: '目录/甲.md' })).sourceId).toBe('目录/甲.md');
    const { sourceId } = identify(mapping, one);
    expect(identify(mapping, row({ 标题: ' 甲 ', 正文: '改了' }, { line: 9 })).sourceId).toBe(sourceId);
    expect(identify(mapping, row({ 标题: '乙', 正文: '一' })).sourceId).not.toBe(sourceId);
  });

  test('and has changed when a column that is imported has', () => {
    const { sha256 } = identify(mapping, one);
    expect(identify(mapping, row({ ...one.cells, 备注: '别的' })).sha256).toBe(sha256);
    expect(identify(mapping, row({ ...one.cells, 正文: '改了' })).sha256).not.toBe(sha256);
  });

  test('not without its id', () => {
    expect(identify({ ...mapping, id: '编号' }, row({ ...one.cells, 编号: ' ' })).sourceId).toBeNull();
  });
});
