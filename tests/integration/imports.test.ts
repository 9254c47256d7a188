/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/cli/start/paths';
import { makeXlsx, row } from '../fixtures/xlsx';
import { demoProject } from './helpers/documents';
import {
  EDITOR,
  importFolder,
  REVIEWER,
  runImportCommand,
  TYPE,
  workingCopies,
  writeFiles,
} from './helpers/imports';
import { type Product, startProduct } from './helpers/product';

let product: Product;
let constants: Record<string, string>;
const folder = importFolder();

beforeAll(async () => {
  product = await startProduct();
  constants = { project: await demoProject(product), item: 'MP8-03', kind: 'document' };
});
afterAll(() => product.stop());

const csv = (name: string, text: string) => path.join(writeFiles(folder, { [name]: text }), name);
const run = (file: string, more: Record<string, unknown> = {}) =>
  runImportCommand(product, { file, constants, ...more });
const none = { created: 0, unchanged: 0, changed: 0, duplicate: 0, failed: 0 };

describe('a table', () => {
  const text = [
    '编号,标题,成文日期,正文',
    'a1,导入甲 竣工备案,2021年3月5日,第一段',
    'a2,导入甲 竣工决算,2021/3/6,<p>决算</p><script>x</script>',
    'a3,导入甲 工程质量保修书,44262,保修',
  ].join('\n');

  test('becomes drafts of the department, dates in any style, the text cleaned', async () => {
    const { counts, plan, report } = await run(csv('a.csv', text));
    expect(counts).toEqual({ ...none, created: 3 });
    expect(plan).toContain('标题 → 标题；成文日期 → 成文日期；正文 → 正文；项目 = ');
    expect(plan).toContain('用“编号”列识别每一行');
    const rows = await product.query<Record<string, string>>(
      `select title, state, owner, formed_on::text as formed, body from major_construction_projects_records
        where title like '导入甲%' and published_at is null order by formed_on`,
    );
    expect(rows).toEqual([
      expect.objectContaining({
        formed: '2021-03-05',
        state: 'draft',
        owner: 'housing-construction',
        body: '<p>第一段</p>',
      }),
      expect.objectContaining({ formed: '2021-03-06', body: '<p>决算</p>' }),
      expect.objectContaining({ formed: '2021-03-07' }),
    ]);
    expect(report.split('\r\n')[0]).toBe('编号,标题,成文日期,正文,导入结果,信息编号,说明');
    expect(report).toMatch(/a1,导入甲 竣工备案,2021年3月5日,第一段,已导入,[a-z0-9]{24},\r\n/);
  });

  test('imported again changes nothing, and says so row by row', async () => {
    const before = await workingCopies(product, '导入甲%');
    const { counts, report } = await run(csv('a.csv', text));
    expect(counts).toEqual({ ...none, unchanged: 3 });
    expect(report.match(/已存在，未改动,[a-z0-9]{24}/g)).toHaveLength(3);
    expect(await workingCopies(product, '导入甲%')).toEqual(before);
  });

  test('whose rows have changed leaves what is there as it is, and reports it', async () => {
    const { counts, report } = await run(csv('a.csv', text.replace('第一段', '改过的一段')));
    expect(counts).toEqual({ ...none, unchanged: 2, changed: 1 });
    expect(report).toContain('源数据已变，已有信息未改动');
    expect(await workingCopies(product, '导入甲%')).toHaveLength(3);
  });

  test('with broken rows imports the others and says what is wrong, by row and column', async () => {
    const broken = [
      '标题,成文日期,正文,信息类型,公开事项',
      '导入乙 好,2021-3-5,正文,文件,MP8-03',
      '导入乙 日期,2021年13月5日,正文,文件,MP8-03',
      '导入乙 类型,2021-3-5,正文,图纸,MP8-03',
      '导入乙 事项,2021-3-5,正文,文件,MP9-99',
      `${'导入乙 长'.repeat(60)},2021-3-5,正文,文件,MP8-03`,
      '导入乙 好,2021-3-5,正文,文件,MP8-03',
      '导入乙 空正文,2021-3-5,,文件,MP8-03',
    ].join('\n');
    const { counts, report } = await run(csv('b.csv', broken), {
      constants: { project: constants.project },
      submit: true,
    });
    expect(counts).toEqual({ ...none, created: 1, duplicate: 1, failed: 5 });
    expect(report).toContain('第3行：“成文日期”列：“2021年13月5日”不是日期');
    expect(report).toContain('第4行：“信息类型”列：没有“图纸”这一项，可选：文件、办事指南');
    expect(report).toContain('第5行：“公开事项”列：没有“MP9-99”这一项');
    expect(report).toContain('第6行：“标题”列：“标题”不能超过');
    expect(report).toContain('与第2行是同一条信息');
    expect(report).toContain('第8行：“正文”列：请填写“正文”');
    const rows = await workingCopies(product, '导入乙%');
    expect(rows).toEqual([expect.objectContaining({ title: '导入乙 好', state: 'submitted' })]);
  });

  test('whose broken rows were mended is finished by a second run', async () => {
    const first = csv(
      'c.csv',
      '编号,标题,成文日期,正文\n1,导入丙 一,2021-3-5,正文\n2,导入丙 二,坏日期,正文\n',
    );
    expect((await run(first)).counts).toEqual({ ...none, created: 1, failed: 1 });
    const mended = csv(
      'c.csv',
      '编号,标题,成文日期,正文\n1,导入丙 一,2021-3-5,正文\n2,导入丙 二,2021-3-6,正文\n',
    );
    expect((await run(mended)).counts).toEqual({ ...none, created: 1, unchanged: 1 });
    expect(await workingCopies(product, '导入丙%')).toHaveLength(2);
  });

  test('without an id column knows its rows by what identifies them, wherever they stand', async () => {
    const rows = ['导入丁 一,2021-3-5,甲', '导入丁 二,2021-3-6,乙', '导入丁 三,2021-3-7,丙'];
    const head = '标题,成文日期,正文\n';
    await run(csv('d.csv', head + rows.join('\n')), { source: '旧网站' });
    const again = csv('d2.csv', head + [...rows].reverse().join('\n'));
    expect((await run(again, { source: '旧网站' })).counts).toEqual({ ...none, unchanged: 3 });
  });

  test('in XLSX is imported with typed dates, and its report is a workbook', async () => {
    const file = await makeXlsx(path.join(folder, 'e.xlsx'), {
      rows: row(1, ['标题', '成文日期', '正文']) + row(2, ['导入戊 一', 44260, '=1+1']),
    });
    const { counts, report } = await run(file);
    expect(counts).toEqual({ ...none, created: 1 });
    expect(report.slice(0, 2)).toBe('PK');
  });
});

describe('who imports', () => {
  const file = () => csv('w.csv', '标题,成文日期,正文\n导入权 一,2021-3-5,正文\n');

  test('of a department that is not responsible: every row is refused and reported, nothing is written', async () => {
    const { counts, report } = await run(file(), { as: 'civil-affairs-editor@example.test' });
    expect(counts).toEqual({ ...none, failed: 1 });
    expect(report).toContain('第2行：本部门不是该事项的公开责任主体');
    expect(await workingCopies(product, '导入权%')).toEqual([]);
    const [refused] = await product.query<{ code: string }>(
      "select code from audit_entries where outcome = 'refused' order by seq desc limit 1",
    );
    expect(refused?.code).toBe('NOT_RESPONSIBLE');
  });

  test('a row of another department is refused, whoever imports it', async () => {
    const other = csv(
      'o.csv',
      '标题,成文日期,正文,责任部门\n导入权 二,2021-3-5,正文,区民政局\n导入权 三,2021-3-5,正文,区住建局\n',
    );
    const { counts, report } = await run(other);
    expect(counts).toEqual({ ...none, created: 1, failed: 1 });
    expect(report).toContain('第2行：责任部门不是本部门');
  });

  test('publishes with a second person, each row with its number', async () => {
    const { counts } = await run(
      csv('p.csv', '标题,成文日期,正文\n导入发 一,2021-3-5,正文\n导入发 二,2021-3-6,正文\n'),
      {
        reviewedBy: REVIEWER,
      },
    );
    expect(counts).toEqual({ ...none, created: 2 });
    const rows = await product.query<{ index_no: string }>(
      "select index_no from publications where title like '导入发%' and state = 'live'",
    );
    expect(new Set(rows.map(({ index_no }) => index_no)).size).toBe(2);
    const [entry] = await product.query<{ actor: { via: string; name: string } }>(
      "select actor from audit_entries where verb = 'publish' order by seq desc limit 1",
    );
    expect(entry?.actor.via).toBe('job');
  });

  test.each([
    ['herself as reviewer', { reviewedBy: EDITOR }, '没有审核、发布职责'],
    ['a reviewer who is the importer', { as: REVIEWER, reviewedBy: REVIEWER }, '不能是录入人本人'],
    ['the office', { as: 'office-supervisor@example.test' }, '没有采集职责'],
    ['nobody known', { as: 'nobody@example.test' }, '没有账号为 nobody@example.test 的在岗人员'],
    ['an unknown type', { type: 'no/thing' }, '没有“no/thing”这种信息'],
    ['no type', { type: undefined }, `请用 --type 写明导入为哪种信息`],
    [
      'a mapping of a column that is not there',
      { mapping: { columns: { title: '名字' } } },
      '文件里没有“名字”这一列，有的是：标题、成文日期、正文',
    ],
    [
      'a mapping of a field that is not entered',
      { mapping: { columns: { indexNo: '标题' } } },
      '字段“indexNo”不存在或不能导入',
    ],
    ['a mapping that is none', { mapping: { column: {} } }, '对应关系有误'],
  ])('%s is refused before anything begins', async (_what, more, message) => {
    await expect(run(file(), more)).rejects.toThrow(message);
    expect(await workingCopies(product, '导入权 一%')).toEqual([]);
  });

  test('columns that match nothing are named', async () => {
    await expect(run(csv('n.csv', '甲,乙\n1,2\n'))).rejects.toThrow(
      '没有一列能对应到要填的内容，请指定对应关系。文件里的列：甲、乙',
    );
  });

  test('a reviewer of another department publishes nothing, and no draft is left behind', async () => {
    const { counts, report } = await run(csv('r.csv', '标题,成文日期,正文\n导入他 一,2021-3-5,正文\n'), {
      reviewedBy: 'civil-affairs-reviewer@example.test',
    });
    expect(counts).toEqual({ ...none, failed: 1 });
    expect(report).toContain('谁公开、谁负责');
    expect(await workingCopies(product, '导入他%')).toEqual([]);
  });
});

describe('a folder of documents', () => {
  const documents = {
    '停车管理规定(2021-03-05).md': [
      '# 停车管理规定',
      '2019年1月1日 区政府发布',
      '<!-- INFO END -->',
      '## 第一章 总则',
      '第一条 为了规范停车,制定本规定。![图](a.png) [网址](http://example.test/x)',
    ].join('\n\n'),
    '带头信息.md':
      '---\n标题: 停车收费标准\n成文日期: 2021年4月1日\n文号: 青府发〔2021〕5号\n---\n正文一段。\n',
    '网页/通告.html':
      '<html><head><title>不用</title></head><body><h1>停车通告</h1><p onclick="x()">正文<script>alert(1)</script></p></body></html>',
    '说明.txt': '停车说明\n第一行\n第二行\n',
    '坏.docx': 'not a zip',
    '.隐藏.md': '# 隐藏',
  };

  test('becomes a document a file: title, date, text, with links and pictures as text', async () => {
    const { counts, report } = await run(writeFiles(path.join(folder, 'docs'), documents));
    expect(counts).toEqual({ ...none, created: 4, failed: 1 });
    expect(report).toMatch(/坏\.docx,,未导入,,"?Word 文件已损坏/);
    const rows = await product.query<Record<string, string | null>>(
      `select title, formed_on::text as formed, doc_no, body from major_construction_projects_records
        where title like '停车%' and published_at is null order by title`,
    );
    expect(rows.map(({ title, formed, doc_no }) => [title, formed, doc_no])).toEqual([
      ['停车收费标准', '2021-04-01', '青府发〔2021〕5号'],
      ['停车管理规定', '2021-03-05', null],
      ['停车说明', null, null],
      ['停车通告', null, null],
    ]);
    const body = rows[1]?.body ?? '';
    expect(body).toContain('<p>2019年1月1日 区政府发布</p>');
    expect(body).toContain('<h2>第一章 总则</h2>');
    expect(body).toContain('〔图片:图〕');
    expect(body).toContain('网址(http://example.test/x)');
    expect(body).not.toContain('INFO END');
    expect(rows[3]?.body).toBe('<p>正文</p>');
  });

  test('imported again changes nothing; a file that moved on is reported', async () => {
    const target = writeFiles(path.join(folder, 'docs'), { '说明.txt': '停车说明\n改了\n' });
    const { counts, report } = await run(target);
    expect(counts).toEqual({ ...none, unchanged: 3, changed: 1, failed: 1 });
    expect(report).toMatch(/说明\.txt,停车说明,源数据已变，已有信息未改动/);
  });

  test('without a document is refused', async () => {
    await expect(run(writeFiles(path.join(folder, 'none'), { 'a.png': '' }))).rejects.toThrow(
      '文件夹里没有可导入的文件',
    );
    await expect(run(path.join(folder, 'missing'))).rejects.toThrow('没有找到');
  });
});

test('the work priorities of 2021 become a document with its 20 tasks and the departments each names', async () => {
  const file = path.join(ROOT, '../shared/data/documents/2021-work-priorities.txt');
  if (!existsSync(file)) {
    console.warn(`${file} is not there: its import is not tested on this machine`);
    return;
  }
  const { counts } = await run(file, {
    as: 'justice-editor@example.test',
    type: 'public-legal-services/records',
    constants: { catalogueItem: 'D07-01', kind: 'document', formedOn: '2021-04-01' },
    submit: true,
  });
  expect(counts).toEqual({ ...none, created: 1 });
  const [document] = await product.query<{ title: string; body: string; keywords: string }>(
    "select title, body, keywords from public_legal_services_records where title like '2021年%' and published_at is null",
  );
  expect(document?.title).toBe('2021年全区政务公开工作要点');
  expect(document?.body.match(/<h2>/g)).toHaveLength(6);
  expect(document?.body.match(/<h3>/g)).toHaveLength(20);
  expect(document?.body).toContain(
    '<td>区市管局、区司法局、区发改委</td><td>区市管局、区司法局、区发改委</td>',
  );
  // the text says 区教育局 and 区教体局: one department
  expect(document?.body).toMatch(/区教育局[^<]*<\/td><td>[^<]*区教体局/);
  expect(document?.body).toMatch(/各街办（\d+个）/);
  expect(document?.keywords).toContain('区教体局');
});

test('two imports of one person at a time: the second is refused and says why', async () => {
  const lines = Array.from({ length: 40 }, (_, i) => `导入并 ${i},2021-3-5,正文`).join('\n');
  const both = await Promise.allSettled([
    run(csv('q1.csv', `标题,成文日期,正文\n${lines}`)),
    run(csv('q2.csv', `标题,成文日期,正文\n${lines}`)),
  ]);
  const refused = both.filter((one) => one.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(String(refused[0]?.reason)).toContain('您有一个导入正在进行');
  expect(await workingCopies(product, '导入并%')).toHaveLength(40);
});

test(`${TYPE}: what was imported can be told from the audit log`, async () => {
  const [row1] = await product.query<{ count: string }>(
    "select count(*) from audit_entries where verb = 'create' and actor ->> 'via' = 'job'",
  );
  expect(Number(row1?.count)).toBeGreaterThan(40);
});
