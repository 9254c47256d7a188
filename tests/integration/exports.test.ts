/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openTable } from '../../src/plugins/disclosure/server/tabular/open-table';
import { sql, superuserUrl } from '../support';
import { runCli } from '../support/cli-process';
import { act, type Documents, documentsOf } from './helpers/documents';
import { importFolder } from './helpers/imports';
import { type Product, startProduct } from './helpers/product';
import { read } from './helpers/reads';

const EXPORT = '/api/disclosure/publications/export';

let product: Product;
let documents: Documents;
const folder = importFolder();

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  for (const title of ['=HYPERLINK("http://x.test")导出', '普通的导出', '-1导出']) {
    await documents.make('published', { title });
  }
  const withdrawn = await documents.make('published', { title: '撤回的导出' });
  await act(product.strapi, documents.reviewer, {
    verb: 'withdraw',
    documentId: withdrawn,
    input: { reason: '测试' },
  });
});
afterAll(() => product.stop());

const get = async (query: string) => {
  const answer = await fetch(`${product.url}${EXPORT}?${query}`);
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};
const total = async (query = '') =>
  Number((await read(product, `/api/disclosure/publications?count=true&limit=1&${query}`)).body.meta.total);

/** Makes many publications of one, as nobody may but a test: with the triggers off. */
async function multiply(times: number): Promise<void> {
  const superuser = sql(superuserUrl(product.databaseUrl));
  const client = await superuser.pool.connect();
  try {
    await client.query('set session_replication_role = replica');
    await client.query(
      `insert into publications
       select made.* from (select p from publications p where state = 'live' limit 1) one,
              generate_series(1, ${times}) g,
              jsonb_populate_record(one.p, jsonb_build_object(
                'document_id', 'many-' || g, 'index_no', 'many/' || g, 'owner', 'somebody', 'theme', '很多')) made`,
    );
  } finally {
    client.release(true);
    await superuser.end();
  }
}

async function rowsOf(bytes: Buffer, name: string) {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  const table = await openTable(file);
  const rows: Record<string, unknown>[] = [];
  for await (const { cells } of table.rows)
    rows.push(Object.fromEntries(table.headers.map((header, index) => [header, cells[index]])));
  return rows;
}

describe('the public export', () => {
  test('as CSV has every live publication of the filters, in Chinese, and no formula', async () => {
    const { status, headers, bytes } = await get('format=csv&department=housing-construction');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(headers.get('content-disposition')).toBe('attachment; filename="publications.csv"');
    expect(bytes.subarray(0, 3).toString('hex')).toBe('efbbbf');
    const rows = await rowsOf(bytes, 'a.csv');
    expect(rows).toHaveLength(await total('department=housing-construction'));
    const titles = rows.map((row) => row.标题);
    expect(titles).toEqual(
      expect.arrayContaining([`'=HYPERLINK("http://x.test")导出`, '普通的导出', "'-1导出"]),
    );
    expect(titles).not.toContain('撤回的导出');
    expect(rows[0]).toMatchObject({ 责任部门: '区住建局', 信息类型: '文件' });
  });

  test('as XLSX has the same as texts', async () => {
    const rows = await rowsOf((await get('format=xlsx')).bytes, 'a.xlsx');
    expect(rows).toHaveLength(await total());
    expect(rows.map((row) => row.标题)).toContain('=HYPERLINK("http://x.test")导出');
  });

  test('as JSON lines has publications as the list has them', async () => {
    const lines = (await get('format=jsonl&sort=newest')).bytes.toString().trim().split('\n');
    const list = await read(product, '/api/disclosure/publications?sort=newest&limit=5');
    expect(lines.slice(0, 5).map((line) => JSON.parse(line))).toEqual(list.body.data);
  });

  test.each([
    ['no format', '', 'format 只能是'],
    ['a format that is none', 'format=pdf', 'format 只能是'],
    ['an unknown parameter', 'format=csv&limit=5', '不认识的参数：limit'],
    ['a day that is none', 'format=csv&from=2026-02-30', 'from须为日期'],
  ])('with %s is refused', async (_what, query, message) => {
    const { status, bytes } = await get(query);
    expect([status, bytes.toString()]).toEqual([400, expect.stringContaining(message)]);
  });

  test('of more than 10,000 asks to narrow the filters; the command has no bound', async () => {
    await multiply(10_001);
    const { status, bytes } = await get(`format=csv&theme=${encodeURIComponent('很多')}`);
    expect([status, bytes.toString()]).toEqual([400, expect.stringContaining('超过10000条，请加筛选条件')]);

    const out = path.join(folder, 'many.csv');
    const command = runCli('export', ['--format', 'csv', '--out', out, '--theme', '很多'], product);
    expect([await command.exited, command.output()]).toEqual([0, expect.stringContaining('已导出到')]);
    expect(readFileSync(out, 'utf8').trim().split('\r\n')).toHaveLength(10_002);
    expect(existsSync(`${out}.part`)).toBe(false);
  });

  test('more at a time than an instance works at are asked to come back, and later served', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => get('format=xlsx&department=housing-construction')),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(3);
    expect(statuses.filter((status) => status !== 200).every((status) => status === 429)).toBe(true);
    expect((await get('format=csv&department=housing-construction')).status).toBe(200);
  });
});

describe('the command', () => {
  test.each([
    [['--format', 'csv'], '请用 --out 写明'],
    [['--format', 'doc', '--out', 'x'], 'format 只能是'],
    [['--colour', 'red'], '参数不认识'],
  ])('with %j says how it is used', async (args, message) => {
    const command = runCli('export', args, product);
    expect([await command.exited, command.output()]).toEqual([1, expect.stringContaining(message)]);
    expect(command.output()).toContain('用法:npm run export');
  });
});
