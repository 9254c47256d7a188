/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { type Documents, documentsOf } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { type Credentials, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { read } from './helpers/reads';
import {
  IDENTITY_NUMBER,
  identityNumber,
  publishRoster,
  ROSTER_VALUES,
  readRoster,
  rosterPath,
  UPLOAD_PATHS,
  uploadFile,
  welfareFile,
} from './helpers/rosters';

/** The public reads of long lists: every order, filter and page against a reference in memory. */
let product: Product;
let documents: Documents;
let editor: Credentials;
let documentId: string;

type Row = { name: string; village: string; sum: number | null; on: string | null; note: string | null };

/** Numbers that look like chance and are the same in every run. */
let state = 42;
const chance = (below: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
  return state % below;
};
const pick = <T>(values: readonly T[]): T => values[chance(values.length)] as T;

const ROWS: Row[] = Array.from({ length: 600 }, () => ({
  name: pick(['张三', '李四', '王五', '𠮷田', '欧阳修', 'Ａda', 'ada', 'Bob']),
  village: pick(['湖坊村', '曙光村', '城南社区', '']),
  sum: chance(10) === 0 ? null : (chance(400) - 100) / 4,
  on:
    chance(10) === 0
      ? null
      : `2026-${String(1 + chance(12)).padStart(2, '0')}-${String(1 + chance(28)).padStart(2, '0')}`,
  note: chance(3) === 0 ? null : pick(['100%', 'a_b', '低保户', '特困,供养', "o'Neil"]),
}));
const COLUMNS = [
  { label: '姓名', key: 'name' },
  { label: '村', key: 'village' },
  { label: '金额', key: 'sum' },
  { label: '日期', key: 'on' },
  { label: '备注', key: 'note' },
];

const quoted = (value: string | number | null): string => `"${String(value ?? '').replaceAll('"', '""')}"`;
const csvOf = (rows: readonly Row[]): string =>
  [
    COLUMNS.map(({ label }) => label).join(','),
    ...rows.map((row) => Object.values(row).map(quoted).join(',')),
  ].join('\n');

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
  documentId = await documents.make('draft', ROSTER_VALUES);
  const fields = { columns: JSON.stringify(COLUMNS) };
  const answer = await uploadFile(
    product,
    editor,
    UPLOAD_PATHS.api(documentId),
    welfareFile(csvOf(ROWS)),
    fields,
  );
  if (answer.status !== 201) throw new Error(answer.text);
  await publishRoster(product, documents, documentId);
}, 180_000);
afterAll(() => product.stop());

const shown = (row: Row): Row => ({ ...row, village: row.village || (null as never) });

const queryOf = (parameters: Record<string, string>) => `?${new URLSearchParams(parameters)}`;

async function walk(parameters: Record<string, string>, limit: string): Promise<Row[]> {
  const found: Row[] = [];
  let cursor: string | null = null;
  do {
    const { status, body, text } = await readRoster(
      product,
      documentId,
      queryOf({ ...parameters, limit, ...(cursor ? { cursor } : {}) }),
    );
    if (status !== 200) throw new Error(text);
    found.push(...body.data);
    cursor = body.meta.nextCursor;
  } while (cursor);
  return found;
}

const plain = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

/** Empty cells come first; equal ones keep the order of the file. */
function compare(key: keyof Row): (a: Row, b: Row) => number {
  return (a, b) => {
    const [x, y] = [a[key] ?? '', b[key] ?? ''];
    if (x === '' || y === '') return Number(y === '') - Number(x === '');
    return typeof x === 'number' && typeof y === 'number' ? x - y : plain(String(x), String(y));
  };
}

const sorted = (rows: readonly Row[], sort: string | undefined): Row[] => {
  if (!sort) return [...rows];
  const forward = [...rows].sort(compare(sort.replace('-', '') as keyof Row));
  return sort.startsWith('-') ? forward.reverse() : forward;
};

const FILTERS: [Record<string, string>, (row: Row) => boolean][] = [
  [{}, () => true],
  [{ 'where[name]': '张三' }, ({ name }) => name === '张三'],
  [{ 'where[village]': '' }, ({ village }) => village === ''],
  [{ 'where[sum]': '-5.25' }, ({ sum }) => sum === -5.25],
  [{ 'where[sum][from]': '-1', 'where[sum][to]': '20' }, ({ sum }) => sum !== null && sum >= -1 && sum <= 20],
  [{ 'where[on][from]': '2026-06-01' }, ({ on }) => on !== null && on >= '2026-06-01'],
  [{ 'where[on][to]': '2026年6月1日' }, ({ on }) => on !== null && on <= '2026-06-01'],
  [
    { 'where[name]': 'Bob', 'where[village]': '曙光村' },
    ({ name, village }) => name === 'Bob' && village === '曙光村',
  ],
  [{ q: '%' }, ({ note }) => note === '100%'],
  [{ q: 'a_b' }, ({ note }) => note === 'a_b'],
  [{ q: '特困' }, ({ note }) => note === '特困,供养'],
  [{ q: 'ADA', 'where[name]': 'ada' }, ({ name }) => name === 'ada'],
];

describe.each(FILTERS)('rows with %j', (filter, fits) => {
  const expected = (sort?: string) => sorted(ROWS.filter(fits), sort).map(shown);

  test.each([undefined, 'name', '-name', 'village', 'sum', '-sum', 'on', '-on', 'note'])(
    'in the order of %s',
    async (sort) => {
      const rows = await walk({ ...filter, ...(sort ? { sort } : {}) }, pick(['7', '50', '100']));
      expect(rows).toEqual(expected(sort));
    },
  );

  test('are counted where it is asked for', async () => {
    const { body } = await readRoster(product, documentId, queryOf({ ...filter, count: 'true', limit: '1' }));
    expect(body.meta).toMatchObject({ rowCount: ROWS.length, total: expected().length });
  });
});

test.each([
  ['another list', { sort: 'name' }],
  ['another filter', { 'where[name]': '张三' }],
])('a cursor of %s is refused', async (_what, parameters) => {
  const first = await readRoster(product, documentId, queryOf({ limit: '5' }));
  const { status, code } = await readRoster(
    product,
    documentId,
    queryOf({ ...parameters, cursor: first.body.meta.nextCursor }),
  );
  expect([status, code]).toEqual([400, 'INVALID_CURSOR']);
});

test.each([
  '?status=draft',
  '?where[nobody]=x',
  '?sort=nobody',
  '?limit=0',
  '?limit=1000',
  '?q=',
  '?populate=*',
  '?where=x',
])('%s is refused', async (query) => {
  const { status, code } = await readRoster(product, documentId, query);
  expect([status, code]).toEqual([400, 'INVALID_QUERY']);
});

test('GraphQL answers the same rows, and the publication leads to them', async () => {
  const query = `query ($id: ID!, $where: JSON) {
    publication(documentId: $id) { roster { rowCount url columns { key label kind sortable } } }
    roster(documentId: $id, where: $where, sort: "-sum", limit: 5, count: true) { data meta { rowCount total nextCursor } }
  }`;
  const { body } = await graphql(product, query, { id: documentId, where: { name: '张三' } });
  const rest = await readRoster(
    product,
    documentId,
    queryOf({ 'where[name]': '张三', sort: '-sum', limit: '5', count: 'true' }),
  );
  const { columns: _columns, ...meta } = rest.body.meta;
  expect(body.data.roster).toEqual({ data: rest.body.data, meta });
  expect(body.data.publication.roster).toMatchObject({ rowCount: ROWS.length, url: rosterPath(documentId) });
});

describe('every form of a query is answered from an index', () => {
  const FORMS: Record<string, string>[] = [
    {},
    { sort: 'name' },
    { sort: '-sum' },
    { 'where[name]': '张三' },
    { 'where[sum][from]': '1', 'where[sum][to]': '2' },
    { 'where[on][from]': '2026-06-01', sort: 'on' },
    { 'where[village]': '湖坊村', sort: 'name', count: 'true' },
    { q: '没有这样的文字', count: 'true' },
  ];

  beforeAll(async () => {
    // so many other lists that walking the whole table is out of the question
    const [row] = await product.query<{ roster: string }>(
      'select roster from major_construction_projects_records where document_id = $1 and published_at is null',
      [documentId],
    );
    const client = await product.query.pool.connect();
    await client.query('begin');
    await client.query("select set_config('app.actor_dept', 'finance', true)");
    await client.query(
      `insert into rosters (id, type, document_id, owner, created_by, columns)
       select gen_random_uuid(), type, 'other', 'finance', created_by, columns from rosters, generate_series(1, 60) where id = $1`,
      [row?.roster],
    );
    await client.query(
      `insert into roster_rows select r.id, s.seq, s.cells, s.search_text, s.k1, s.k2, s.k3, s.k4, s.k5
         from rosters r, roster_rows s where r.document_id = 'other' and s.roster_id = $1`,
      [row?.roster],
    );
    await client.query('commit');
    client.release();
    await product.query('analyze roster_rows');
  }, 120_000);

  test.each(FORMS)('%j', async (parameters) => {
    const heard: { sql: string; bindings: unknown[] }[] = [];
    const listen = ({ sql, bindings }: { sql: string; bindings?: unknown[] }) =>
      heard.push({ sql, bindings: bindings ?? [] });
    const knex = product.strapi.db.connection;
    knex.on('query', listen);
    const first = await readRoster(product, documentId, queryOf({ ...parameters, limit: '5' }));
    const cursor = first.body.meta.nextCursor;
    if (cursor) await readRoster(product, documentId, queryOf({ ...parameters, limit: '5', cursor }));
    knex.removeListener('query', listen);
    const statements = heard.filter(({ sql }) => sql.includes('roster_rows'));
    expect(statements.length).toBeGreaterThan(0);
    for (const { sql, bindings } of statements) {
      const plan = await product.query<Record<string, string>>(`explain ${sql}`, bindings);
      const text = plan.map((line) => line['QUERY PLAN']).join('\n');
      expect(text).not.toMatch(/Seq Scan on roster_rows/);
      expect(text).toMatch(/roster_id = /);
    }
  });
});

test('10,000 rows of a welfare list from XLSX: identity numbers arrive masked, and block where they must', async () => {
  const count = 10_000;
  const { writeXlsx } = await import('../../src/plugins/disclosure/server/tabular/xlsx/write-xlsx');
  const xlsx = async (wrongRow?: number): Promise<Buffer> => {
    async function* rows() {
      for (let n = 0; n < count; n++)
        yield [
          `村民${n}`,
          identityNumber(n),
          n % 2 ? '湖坊村' : '曙光村',
          300 + (n % 50),
          n === wrongRow ? `见${IDENTITY_NUMBER}` : '正常',
        ];
    }
    const chunks: Buffer[] = [];
    for await (const chunk of writeXlsx('名单', ['姓名', '身份证号', '村', '补助金额', '备注'], rows()))
      chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  };
  const draft = await documents.make('draft', ROSTER_VALUES);
  const send = async (wrongRow?: number) =>
    uploadFile(product, editor, UPLOAD_PATHS.api(draft), {
      name: '低保.xlsx',
      content: await xlsx(wrongRow),
    });
  const refused = await send(8765);
  expect([refused.code, refused.body.error.message]).toEqual([
    'PERSONAL_DATA_FOUND',
    expect.stringMatching(/第8767行“备注”列/),
  ]);
  expect((await send()).body.data).toMatchObject({ rowCount: count, version: 2 });
  await publishRoster(product, documents, draft);
  const page = await readRoster(
    product,
    draft,
    queryOf({ 'where[c3]': '湖坊村', sort: '-c4', limit: '3', count: 'true' }),
  );
  expect(page.body.meta).toMatchObject({ rowCount: count, total: count / 2 });
  expect(page.body.data[0]).toMatchObject({ c2: expect.stringMatching(/^\d{6}\*{8}\d{3}[\dX]$/), c4: 349 });
  const csv = await read(product, rosterPath(draft, '.csv'));
  expect(csv.text.trim().split('\r\n')).toHaveLength(count + 1);
  expect(csv.text).not.toMatch(/\d{17}[\dX]/);
  const download = await fetch(`${product.url}${rosterPath(draft, '.xlsx')}`);
  expect(download.headers.get('content-type')).toMatch(/spreadsheetml/);
  const again = await documents.make('draft', ROSTER_VALUES);
  const file = { name: '下载.xlsx', content: Buffer.from(await download.arrayBuffer()) };
  expect((await uploadFile(product, editor, UPLOAD_PATHS.api(again), file)).body.data.rowCount).toBe(count);
});
