/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';
import {
  BANK_CARD,
  IDENTITY_NUMBER,
  identityNumber,
  publishRoster,
  ROSTER_VALUES,
  readRoster,
  rosterPath,
  UPLOAD_PATHS,
  uploadFile,
  WELFARE_CSV,
  welfareFile,
} from './helpers/rosters';

/** The life of a roster: uploaded, masked, published, read, replaced, withdrawn. */
let product: Product;
let documents: Documents;
let editor: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
});
afterAll(() => product.stop());

const makeDraft = () => documents.make('draft', ROSTER_VALUES);
const upload = (documentId: string, content?: string | Buffer, fields?: Record<string, string>) =>
  uploadFile(product, editor, UPLOAD_PATHS.api(documentId), welfareFile(content), fields);

const publish = (documentId: string) => publishRoster(product, documents, documentId);

async function makePublished(content?: string): Promise<string> {
  const documentId = await makeDraft();
  const answer = await upload(documentId, content);
  if (answer.status !== 201) throw new Error(answer.text);
  await publish(documentId);
  return documentId;
}

const rosterOf = async (documentId: string): Promise<string | null> => {
  const [row] = await product.query<{ roster: string | null }>(
    'select roster from major_construction_projects_records where document_id = $1 and published_at is null',
    [documentId],
  );
  return row?.roster ?? null;
};

describe('an upload', () => {
  test('answers the columns with the kinds that their headers mean, and counts the version up', async () => {
    const documentId = await makeDraft();
    const { status, body } = await upload(documentId);
    expect(status).toBe(201);
    expect(body.data).toMatchObject({ rowCount: 3, version: 2, warnings: [] });
    expect(
      body.data.columns.map(({ label, kind, sortable }: Record<string, unknown>) => [label, kind, sortable]),
    ).toEqual([
      ['姓名', 'person-name', true],
      ['身份证号', 'identity-number', false],
      ['银行卡号', 'bank-card', false],
      ['村', 'village', true],
      ['补助金额(元)', 'amount', true],
      ['发放日期', 'date', true],
    ]);
    expect(await rosterOf(documentId)).toBe(body.data.rosterId);
  });

  test('leaves no raw number of a person anywhere in the database', async () => {
    const documentId = await makeDraft();
    expect((await upload(documentId)).status).toBe(201);
    const tables = await product.query<{ table_name: string }>(
      "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
    );
    for (const { table_name } of tables) {
      const found = await product.query(`select from "${table_name}" t where t::text like any($1)`, [
        [IDENTITY_NUMBER, identityNumber(7), identityNumber(8), BANK_CARD].map((number) => `%${number}%`),
      ]);
      expect({ table_name, found: found.length }).toEqual({ table_name, found: 0 });
    }
    const [first] = await product.query<{ cells: unknown[] }>(
      'select cells from roster_rows where roster_id = $1 order by seq limit 1',
      [await rosterOf(documentId)],
    );
    expect(first?.cells).toEqual([
      '张三',
      '110105********002X',
      '6217***********0122',
      '湖坊村',
      1200.5,
      '2026-03-05',
    ]);
  });

  test('takes the kinds and keys that the caller names, and leaves columns out', async () => {
    const documentId = await makeDraft();
    const columns = JSON.stringify([
      { label: '姓名', key: 'name' },
      { label: '银行卡号', kind: 'omit' },
      { label: '村', kind: 'text', key: 'village' },
    ]);
    const { body } = await upload(documentId, WELFARE_CSV, { columns });
    expect(body.data.columns.map(({ key, kind }: Record<string, unknown>) => [key, kind])).toEqual([
      ['name', 'person-name'],
      ['c2', 'identity-number'],
      ['village', 'text'],
      ['c4', 'amount'],
      ['c5', 'date'],
    ]);
  });

  test('of a few rows can be JSON', async () => {
    const documentId = await makeDraft();
    const body = {
      columns: [{ label: '姓名' }, { label: '金额', kind: 'amount' }],
      rows: [['张三', 5], { 姓名: '李四', 金额: '7.5' }],
      expectedVersion: 1,
    };
    const answer = await call(`${product.url}${UPLOAD_PATHS.api(documentId)}`, {
      method: 'POST',
      headers: editor.headers,
      body,
    });
    expect(answer.body).toMatchObject({ data: { rowCount: 2, version: 2 } });
  });

  test('in GBK, as Excel saves it, is read all the same', async () => {
    const documentId = await makeDraft();
    // 姓名,村\r\n张三,曙光村
    const gbk = Buffer.from('d0d5c3fb2cb4e50d0ad5c5c8fd2ccaefb9e2b4e5', 'hex');
    const { status, body } = await upload(documentId, gbk);
    expect([status, body.data?.columns?.[0]?.label]).toEqual([201, '姓名']);
  });
});

describe('a preview', () => {
  test('shows masked rows and writes nothing', async () => {
    const documentId = await makeDraft();
    const [before] = await product.query('select count(*)::int as count from rosters');
    const { status, body, text } = await upload(documentId, WELFARE_CSV, { preview: 'true' });
    expect(status).toBe(200);
    expect(body.data.rows[0]).toEqual([
      '张三',
      '110105********002X',
      '6217***********0122',
      '湖坊村',
      1200.5,
      '2026-03-05',
    ]);
    expect(text).not.toContain(IDENTITY_NUMBER);
    expect(await product.query('select count(*)::int as count from rosters')).toEqual([before]);
    expect(await rosterOf(documentId)).toBeNull();
  });

  test('names what stands in the way, without showing it', async () => {
    const documentId = await makeDraft();
    const { status, body, text } = await upload(documentId, `姓名,备注\n张三,身份证${IDENTITY_NUMBER}\n`, {
      preview: 'true',
    });
    expect([status, body.data.issues[0].row, body.data.issues[0].column]).toEqual([200, 2, '备注']);
    expect(text).not.toContain(IDENTITY_NUMBER);
  });
});

describe('what is refused leaves nothing', () => {
  const LONG = 'x'.repeat(2001);
  test.each<[string, string, string, RegExp]>([
    [
      'an identity number among the remarks',
      `姓名,备注\n张三,无\n李四,证${IDENTITY_NUMBER}\n`,
      'PERSONAL_DATA_FOUND',
      /第3行“备注”列：有身份证号/,
    ],
    [
      'a card after a name',
      `姓名,村\n李四${BANK_CARD},曙光村\n`,
      'PERSONAL_DATA_FOUND',
      /第2行“姓名”列：有银行卡号/,
    ],
    ['an amount that is none', '姓名,金额\n张三,一百\n', 'INVALID_INPUT', /第2行“金额”列：“一百”不是金额/],
    [
      'a day that no calendar has',
      '姓名,日期\n张三,2026-02-30\n',
      'INVALID_INPUT',
      /第2行“日期”列：.*不是日期/,
    ],
    [
      'an identity number that Excel has rounded',
      '姓名,身份证号\n张三,1.10105E+17\n',
      'INVALID_INPUT',
      /第2行“身份证号”列：.*丢失/,
    ],
    ['a cell that is too long', `姓名,备注\n张三,${LONG}\n`, 'INVALID_INPUT', /第2行.*“?备注”?.*2000/],
    ['a list without rows', '姓名,村\n', 'INVALID_INPUT', /没有一行/],
    ['two columns of one name', '姓名,村,姓名\n张三,曙光村,李四\n', 'INVALID_INPUT', /重复/],
    ['an empty file', '', 'INVALID_INPUT', /空/],
    ['a number of a person in a header', `姓名,${IDENTITY_NUMBER}\n张三,1\n`, 'PERSONAL_DATA_FOUND', /表头/],
  ])('%s', async (_what, content, code, message) => {
    const documentId = await makeDraft();
    const [before] = await product.query('select count(*)::int as count from rosters');
    const answer = await upload(documentId, content);
    expect({ status: answer.status, code: answer.code }).toEqual({ status: 400, code });
    expect(answer.body.error.message).toMatch(message);
    expect(answer.text).not.toContain(IDENTITY_NUMBER);
    expect(answer.text).not.toContain(BANK_CARD);
    expect(await product.query('select count(*)::int as count from rosters')).toEqual([before]);
    expect(await rosterOf(documentId)).toBeNull();
  });

  test('every problem is told with its row and column, up to a hundred', async () => {
    const documentId = await makeDraft();
    const rows = Array.from({ length: 300 }, (_, n) => `甲${n},没有`).join('\n');
    const { body } = await upload(documentId, `姓名,金额\n${rows}\n`);
    const { issues, total } = body.error.details;
    expect([issues.length, total, issues[0].row, issues[99].row]).toEqual([100, 300, 2, 101]);
  });

  test.each<[string, Record<string, string>, RegExp]>([
    ['a column that the file does not have', { columns: '[{"label":"没有的列"}]' }, /文件里没有“没有的列”/],
    [
      'two columns of one key',
      { columns: '[{"label":"姓名","key":"a"},{"label":"村","key":"a"}]' },
      /key 都是“a”/,
    ],
    ['a kind that does not exist', { columns: '[{"label":"姓名","kind":"x"}]' }, /kind 只能是/],
    ['columns that are no JSON', { columns: '{' }, /JSON/],
    ['an unknown field of the form', { publish: 'true' }, /不认识/],
  ])('%s', async (_what, fields, message) => {
    const answer = await upload(await makeDraft(), WELFARE_CSV, fields);
    expect([answer.status, answer.code]).toEqual([400, 'INVALID_INPUT']);
    expect(answer.body.error.message).toMatch(message);
  });

  test('a document that somebody has changed meanwhile', async () => {
    const documentId = await makeDraft();
    const answer = await upload(documentId, WELFARE_CSV, { expectedVersion: '9' });
    expect([answer.status, answer.code]).toEqual([409, 'STALE_VERSION']);
  });

  test('a document that waits for its review, or of another kind', async () => {
    const submitted = await makeDraft();
    await upload(submitted);
    await act(product.strapi, documents.editor, { verb: 'submit', documentId: submitted });
    expect((await upload(submitted)).code).toBe('INVALID_TRANSITION');
    const answer = await upload(await documents.make('draft'));
    expect([answer.code, answer.body.error.message]).toEqual([
      'INVALID_INPUT',
      expect.stringMatching(/名单台账/),
    ]);
  });
});

describe('a record of the kind 名单台账', () => {
  test('is not complete without its roster, and needs no body', async () => {
    const documentId = await makeDraft();
    const submit = () => act(product.strapi, documents.editor, { verb: 'submit', documentId });
    await expect(submit()).rejects.toMatchObject({
      code: 'INVALID_CONTENT',
      details: { issues: [{ field: 'roster', message: '请上传“名单”' }] },
    });
    await upload(documentId);
    await expect(submit()).resolves.toMatchObject({ documentId });
  });

  test('refers to no roster that does not exist, or is another department’s', async () => {
    const documentId = await makeDraft();
    const edit = (roster: string) =>
      act(product.strapi, documents.editor, { verb: 'edit', documentId, data: { roster } });
    await expect(edit('00000000-0000-4000-8000-000000000000')).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
    await expect(edit('x')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const finance = await documentsOf(product, 'finance');
    const theirs = await finance.make('draft', { ...ROSTER_VALUES, item: 'MP8-03' });
    const who = await signInApi(product, 'finance-editor@example.test', product.demoPassword);
    const { body } = await uploadFile(product, who, UPLOAD_PATHS.api(theirs), welfareFile());
    await expect(edit(body.data.rosterId)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

describe('what the public sees', () => {
  test('nothing of a draft', async () => {
    const documentId = await makeDraft();
    await upload(documentId);
    for (const path of [
      rosterPath(documentId),
      rosterPath(documentId, '.csv'),
      rosterPath(documentId, '.xlsx'),
    ])
      expect((await read(product, path)).status).toBe(404);
  });

  test('the columns, the number of rows and where they are, in the detail; no row in the search', async () => {
    const documentId = await makePublished('姓名,村\n独一无二的名字,曙光村\n');
    const { body } = await read(product, `${PUBLICATIONS}/${documentId}`);
    expect(body.data.roster).toMatchObject({ rowCount: 1, url: rosterPath(documentId) });
    expect(body.data.roster.columns).toEqual([
      { key: 'c1', label: '姓名', kind: 'person-name', sortable: true },
      { key: 'c2', label: '村', kind: 'village', sortable: true },
    ]);
    const search = await read(product, `/api/disclosure/search?q=${encodeURIComponent('独一无二的名字')}`);
    expect(search.body.data).toEqual([]);
  });

  test('the old list until the corrected one is published, then the new one', async () => {
    const documentId = await makePublished('姓名,村\n旧,曙光村\n');
    const shown = async () =>
      (await readRoster(product, documentId)).body.data.map(({ c1 }: { c1: string }) => c1);
    await act(product.strapi, documents.editor, {
      verb: 'correct',
      documentId,
      input: { reason: '更新名单' },
    });
    expect((await upload(documentId, '姓名,村\n新,曙光村\n')).status).toBe(201);
    expect(await shown()).toEqual(['旧']);
    await publish(documentId);
    expect(await shown()).toEqual(['新']);
    const kept = await product.query('select roster_id from edition_rosters where document_id = $1', [
      documentId,
    ]);
    expect(kept).toHaveLength(2);
  });

  test('after a withdrawal: 410 with the reason', async () => {
    const documentId = await makePublished();
    await act(product.strapi, documents.reviewer, {
      verb: 'withdraw',
      documentId,
      input: { reason: '名单有误' },
    });
    for (const path of [rosterPath(documentId), rosterPath(documentId, '.csv')]) {
      const { status, code, text } = await read(product, path);
      expect([status, code]).toEqual([410, 'WITHDRAWN']);
      expect(text).toContain('名单有误');
    }
  });

  test('the list as CSV, under its title, without formulas', async () => {
    const documentId = await makePublished('姓名,备注\n张三,=1+1\n李四,"a,b"\n');
    const { status, text, headers } = await read(product, rosterPath(documentId, '.csv'));
    expect(status).toBe(200);
    expect(text).toBe('姓名,备注\r\n张三,\'=1+1\r\n李四,"a,b"\r\n');
    expect(headers.get('content-type')).toMatch(/^text\/csv/);
    expect(headers.get('content-disposition')).toContain(
      `filename*=UTF-8''${encodeURIComponent('低保对象名单.csv')}`,
    );
  });

  test('304 to those who have the answer already', async () => {
    const documentId = await makePublished();
    for (const path of [rosterPath(documentId), rosterPath(documentId, '.csv')]) {
      const etag = (await read(product, path)).headers.get('etag') ?? '';
      const again = await call(`${product.url}${path}`, { headers: { 'if-none-match': etag } });
      expect([etag === '', again.status, again.text]).toEqual([false, 304, '']);
    }
  });
});

test('the panel uploads through its own route, and shows and saves the draft’s rows to its department alone', async () => {
  const documentId = await makeDraft();
  const who = await signInPanel(product, 'housing-construction-editor@example.test', product.demoPassword);
  const other = await signInPanel(product, 'civil-affairs-editor@example.test', product.demoPassword);
  const path = UPLOAD_PATHS.panel(documentId);
  expect((await uploadFile(product, who, path, welfareFile())).status).toBe(201);
  const shown = await call(`${product.url}${path}`, { headers: who.headers });
  expect(shown.body.data).toMatchObject({ rowCount: 3 });
  expect(shown.body.data.rows).toHaveLength(3);
  const saved = await call(`${product.url}${path}/csv`, { headers: who.headers });
  expect(saved.text).toContain('110105********002X');
  for (const denied of [path, `${path}/csv`, `${path}/xlsx`])
    expect((await call(`${product.url}${denied}`, { headers: other.headers })).code).toBe('NOT_OWNER');
});
