/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mammoth from 'mammoth';
import { TABLE_LIMITS } from '../../src/plugins/disclosure/server/tabular/table';
import { openXlsx } from '../../src/plugins/disclosure/server/tabular/xlsx/open-xlsx';
import type {
  CellTold,
  ReportItem,
  ReportTold,
} from '../../src/plugins/domains/annual-reports/shared/contract';
import type { Numbers } from '../../src/plugins/domains/annual-reports/shared/numbers';
import { TEXTS } from '../../src/plugins/domains/annual-reports/shared/sections';
import { OUTCOMES } from '../../src/plugins/requests/shared/outcomes';
import { type Call, call } from './helpers/call';
import { nativeModule } from './helpers/native';
import { makePerson, type Person, settled, toldOf } from './helpers/notices';
import { pagesOf } from './helpers/pages-of';
import { type Credentials, signInPanel } from './helpers/people';
import { DOCUMENT, deskOf, documentValues } from './helpers/policies';
import { type Product, startProduct } from './helpers/product';
import { makeYear, type Seal, writeYear } from './helpers/request-year';

/** 年度报告 from a generated year of requests: counted, checked, handed in, published, opened again. */
let product: Product;
let officer: Person;
let colleague: Person;
const people: Record<string, Credentials> = {};
const YEAR = 2025;
const DEPARTMENTS = ['finance', 'health', 'justice'];
const rows = makeYear(DEPARTMENTS, YEAR, 420);
const before = makeYear(DEPARTMENTS, YEAR - 1, 130);
const folder = mkdtempSync(join(tmpdir(), 'annual-'));

beforeAll(async () => {
  product = await startProduct();
  for (const account of [
    ...['finance-editor', 'finance-reviewer', 'health-editor', 'health-reviewer', 'justice-editor'],
    ...['district-office-editor', 'district-office-reviewer', 'office-supervisor'],
  ])
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
  officer = await makePerson(product, 'annual-officer', 'district-office', ['reviewer']);
  colleague = await makePerson(product, 'annual-colleague', 'finance', ['reviewer']);
  const { sealFor } = nativeModule<typeof import('../../src/plugins/requests/server/store/keys')>(
    'plugins/requests/server/store/keys',
  );
  const seal: Seal = (id, note) => sealFor(product.strapi, id, note);
  await writeYear(product.query, before, seal);
  await writeYear(product.query, rows, seal);
}, 300_000);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await product.stop();
});

const desk = (who: string, path: string, init: Call = {}) =>
  call(`${product.url}/annual-reports/desk${path}`, { ...init, headers: { ...people[who]?.headers } });
const verb = (who: string, documentId: string, name: string, body: object = {}) =>
  call(`${product.url}/disclosure/desk/plugin::annual-reports.report/${documentId}/${name}`, {
    ...{ method: 'POST', body },
    headers: { ...people[who]?.headers },
  });

const texts = Object.fromEntries(TEXTS.map(({ code, label }) => [code, `${label}的内容。`]));
const figures = { licences: 12, penalties: 3, coercions: 0, charges: 45.678 };
const carriedFrom = (owner: string | null, year: number, answeredIn: readonly (typeof rows)[number][]) => {
  const open = answeredIn.filter(
    (row) =>
      (!owner || row.owner === owner) &&
      row.receivedOn < `${year}-01-01` &&
      String(row.answeredOn) >= `${year}-01-01`,
  );
  const counts: Record<string, number> = {};
  for (const { kind } of open) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
};

async function begin(who: string, year = YEAR, reportOf = 'department'): Promise<ReportTold> {
  const { status, body, text } = await desk(who, '', { method: 'POST', body: { year, reportOf } });
  expect({ status, text: status === 201 ? '' : text }).toEqual({ status: 201, text: '' });
  return body.data;
}
const save = async (who: string, { documentId }: ReportTold, body: object): Promise<ReportTold> => {
  const answer = await desk(who, `/${documentId}`, { method: 'PUT', body });
  expect(answer.text).not.toContain('"error"');
  return answer.body.data;
};
const cell = async (who: string, documentId: string, query: string): Promise<CellTold> =>
  (await desk(who, `/${documentId}/cell?${query}`)).body.data;

/** What a year's rows say, counted here by the words of the form. */
function expected(owner: string, year: number, all: typeof rows) {
  const own = all.filter((row) => row.owner === owner && row.receivedOn <= `${year}-12-31`);
  const inYear = (on: string | null) => Boolean(on?.startsWith(`${year}-`));
  return {
    newReceived: own.filter((row) => inYear(row.receivedOn)).length,
    totalProcessed: own.filter((row) => inYear(row.answeredOn)).length,
    carriedForward: own.filter((row) => !row.answeredOn || row.answeredOn > `${year}-12-31`).length,
  };
}

let finance: ReportTold;

test('the tables of a department are counted from its requests, and a report that is not complete is not handed in', async () => {
  finance = await begin('finance-editor');
  const all = [...before, ...rows];
  for (const [line, count] of Object.entries(expected('finance', YEAR, all)))
    expect([line, finance.numbers.requests[line]?.total]).toEqual([line, count]);
  const kinds = OUTCOMES.map(({ code }) => finance.numbers.requests[code]?.total ?? 0);
  expect(kinds.every((count) => count > 0)).toBe(true);
  expect(finance.failures.map(({ table }) => table)).toEqual(
    expect.arrayContaining(['figures', 'requests', 'texts']),
  );
  const refused = await desk('finance-editor', `/${finance.documentId}/submit`, { method: 'POST', body: {} });
  expect(refused).toMatchObject({ status: 400, code: 'INVALID_CONTENT' });
  expect(refused.text).toContain('系统内没有上一年度的报告');
});

test('a carry-over that is not the one of the report before is named with its cell, and stops the report', async () => {
  const right = carriedFrom('finance', YEAR, [...before, ...rows]);
  const wrong = { ...right, person: (right.person ?? 0) + 2 };
  finance = await save('finance-editor', finance, { texts, figures: { ...figures, carriedForward: wrong } });
  expect(finance.failures.map(({ line, column }) => [line, column])).toEqual([
    ['carriedOver', 'person'],
    ['carriedOver', 'total'],
  ]);
  expect(finance.failures[0]?.message).toMatch(/上年结转.*自然人.*应为\d+，现为\d+/);
  const refused = await desk('finance-editor', `/${finance.documentId}/submit`, { method: 'POST', body: {} });
  expect(refused.code).toBe('INVALID_CONTENT');
  finance = await save('finance-editor', finance, { figures: { ...figures, carriedForward: right } });
  expect(finance.failures).toEqual([]);
});

test('every cell tells the requests that it counts, and a stranger sees neither them nor the report', async () => {
  const { documentId, numbers } = finance;
  for (const line of ['newReceived', 'carriedOver', 'granted', 'denied.processInfo', 'carriedForward']) {
    const told = await cell('finance-editor', documentId, `table=requests&line=${line}&column=person`);
    expect([line, told.total]).toEqual([line, numbers.requests[line]?.person]);
    expect(told.requests).toHaveLength(told.total);
    expect(told.requests.every(({ number, ownerName }) => number && ownerName === '区财政局')).toBe(true);
  }
  const open = await cell('finance-editor', documentId, 'table=disputes&line=reconsideration&column=total');
  expect(open.disputes).toHaveLength(numbers.disputes.reconsideration.total);
  expect(open.total).toBeGreaterThan(0);
  for (const path of [`/${documentId}`, `/${documentId}/cell?table=requests&line=granted&column=total`])
    expect((await desk('health-editor', path)).status).toBe(404);
  expect((await desk('health-editor', `/${documentId}`, { method: 'PUT', body: { texts } })).status).toBe(
    403,
  );
  expect((await desk('office-supervisor', `/${documentId}`, { method: 'PUT', body: { texts } })).code).toBe(
    'NOT_OWNER',
  );
  expect((await desk('health-editor', `/${documentId}/files/docx`)).status).toBe(404);
});

test('what was paid for processing is told in the sixth part, from the notices of what was paid', async () => {
  const paid = [...before, ...rows].filter(
    (row) =>
      row.owner === 'finance' &&
      row.receivedOn.startsWith(`${YEAR}-`) &&
      Number(row.id.split('-')[1]) % 40 === 5,
  );
  expect(finance.numbers.feeYuan).toBe(paid.length * 100);
  expect(paid.length).toBeGreaterThan(0);
  const told = await cell('finance-editor', finance.documentId, 'table=fees&line=fees');
  expect(told.requests.map(({ id }) => id).sort()).toEqual(paid.map(({ id }) => id).sort());
});

test('policy documents are counted by their days, and the cell leads to them', async () => {
  const policies = await deskOf(product, 'finance');
  const kept = await policies.publish(
    DOCUMENT,
    documentValues({ title: '年报用的现行文件', formedOn: `${YEAR}-03-01`, effectiveOn: `${YEAR}-03-01` }),
  );
  const ended = await policies.publish(
    DOCUMENT,
    documentValues({
      title: '年报用的到期文件',
      formedOn: '2021-01-01',
      effectiveOn: '2021-01-01',
      validUntil: `${YEAR}-06-30`,
    }),
  );
  const { numbers } = (await desk('finance-editor', `/${finance.documentId}`)).body.data as ReportTold;
  const told = async (column: string) =>
    (
      await cell('finance-editor', finance.documentId, `table=documents&line=normative&column=${column}`)
    ).publications.map(({ documentId }) => documentId);
  const [made, repealed, inForce] = [await told('made'), await told('repealed'), await told('inForce')];
  expect([made.includes(kept), made.includes(ended)]).toEqual([true, false]);
  expect([repealed.includes(kept), repealed.includes(ended)]).toEqual([false, true]);
  expect([inForce.includes(kept), inForce.includes(ended)]).toEqual([true, false]);
  expect(numbers.documents.normative).toEqual({
    ...{ made: made.length, repealed: repealed.length, inForce: inForce.length },
  });
});

test('figures come from a table, and a wrong line is named', async () => {
  const form = (content: string) => {
    const data = new FormData();
    data.append('file', new Blob([content]), '数据.csv');
    return fetch(`${product.url}/annual-reports/desk/${finance.documentId}/figures`, {
      ...{ method: 'POST', body: data },
      headers: { ...people['finance-editor']?.headers },
    });
  };
  const read = await form('项目,数量\n行政许可,12\n行政处罚,3\n行政强制,0\n行政事业性收费,"1,234.5"\n');
  expect((await read.json()).data).toEqual({ licences: 12, penalties: 3, coercions: 0, charges: 1234.5 });
  const wrong = await form('项目,数量\n行政许可,十二\n');
  expect((await wrong.json()).error.message).toContain('第2行');
});

test('handed in, returned by the office with a reason, approved, published through the gate, with its audit', async () => {
  const { documentId } = finance;
  const submit = () => desk('finance-editor', `/${documentId}/submit`, { method: 'POST', body: {} });
  expect((await submit()).body.data).toMatchObject({ state: 'submitted', isSnapshot: true, differences: [] });
  await settled(product);
  expect(await toldOf(product, officer, documentId)).toContain('submitted');
  expect(await toldOf(product, colleague, documentId)).toEqual([]);
  // the department's own reviewer does not stand in for the office
  expect((await verb('finance-reviewer', documentId, 'approve')).status).toBe(403);
  expect((await verb('district-office-reviewer', documentId, 'return')).code).toBe('REASON_REQUIRED');
  const returned = await verb('district-office-reviewer', documentId, 'return', {
    reason: '请补充监督保障情况',
  });
  expect(returned.status).toBe(200);
  const seen = (await desk('finance-editor', `/${documentId}`)).body.data as ReportTold;
  expect(seen).toMatchObject({ state: 'returned', reviewComment: '请补充监督保障情况', mayEdit: true });
  expect((await submit()).status).toBe(200);
  expect((await verb('finance-reviewer', documentId, 'publish')).code).toBe('INVALID_TRANSITION');
  expect((await verb('district-office-reviewer', documentId, 'approve')).status).toBe(200);
  expect((await verb('health-reviewer', documentId, 'publish')).status).toBe(403);
  expect((await verb('finance-reviewer', documentId, 'publish')).status).toBe(200);
  const entries = await product.query<{ verb: string }>(
    "select verb from audit_entries where document_id = $1 and outcome = 'done' order by seq",
    [documentId],
  );
  expect(entries.map((entry) => entry.verb).filter((name) => name !== 'edit')).toEqual([
    ...['create', 'submit', 'return', 'submit', 'approve', 'publish'],
  ]);
});

test('what changes afterwards is told as a difference; the report stays what it was', async () => {
  const row = rows.find(
    ({ owner, outcome, answeredOn }) =>
      owner === 'finance' && outcome === 'granted' && answeredOn?.startsWith(`${YEAR}`),
  );
  const change = (outcome: string) =>
    product.query('update information_requests set outcome = $1 where id = $2', [outcome, String(row?.id)]);
  await change('partialGrant');
  const { differences, numbers } = (await desk('finance-editor', `/${finance.documentId}`)).body
    .data as ReportTold;
  await change('granted');
  expect(numbers.requests).toEqual(finance.numbers.requests);
  const granted = finance.numbers.requests.granted?.total ?? 0;
  expect(differences).toContainEqual({ label: '予以公开 · 总计', inReport: granted, today: granted - 1 });
  expect(differences).toHaveLength(4);
});

describe('the published report', () => {
  const bytes = async (path: string) =>
    Buffer.from(await (await fetch(`${product.url}${path}`)).arrayBuffer());
  const own = () => `/annual-reports/desk/${finance.documentId}/files`;
  const fileOf = async (format: string) =>
    Buffer.from(
      await (
        await fetch(`${product.url}${own()}/${format}`, { headers: { ...people['finance-editor']?.headers } })
      ).arrayBuffer(),
    );

  test('is told as JSON with its numbers, by year and department', async () => {
    const { body } = await call(
      `${product.url}/api/annual-reports/published?year=${YEAR}&department=finance`,
    );
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({ year: YEAR, department: 'finance', reportOf: 'department' });
    expect(body.data[0].numbers.requests).toEqual(finance.numbers.requests);
    expect(body.data[0].numbers.figures).toEqual(figures);
    expect((await call(`${product.url}/api/annual-reports/published?year=1999`)).body.data).toEqual([]);
    expect((await call(`${product.url}/api/annual-reports/published?year=abc`)).status).toBe(400);
  });

  test('is a page with tables whose heads are told, and nothing of who asked', async () => {
    const page = (await bytes(`/api/annual-reports/pages/${finance.documentId}`)).toString();
    expect(page).toContain('<caption>收到和处理政府信息公开申请情况</caption>');
    expect(page).toContain('第一项加第二项之和，等于第三项加第四项之和');
    expect(page).not.toMatch(/2025-G\d{4}/);
    expect((await bytes('/api/annual-reports/pages')).toString()).toContain('2025年政府信息公开工作年度报告');
  });

  test('opened again as DOCX and PDF, its numbers are those of the report', async () => {
    const html = (await mammoth.convertToHtml({ buffer: await fileOf('docx') })).value;
    const lines = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, text = '']) => text.replace(/<[^>]+>/g, '')),
    );
    const line = lines.find(([head]) => head === '一、本年新收政府信息公开申请数量');
    expect(line?.slice(-7).map(Number)).toEqual(Object.values(finance.numbers.requests.newReceived ?? {}));
    const disputes = lines.filter((cells) => cells.length === 15).at(-1);
    expect(disputes?.map(Number)).toEqual(
      Object.values(finance.numbers.disputes).flatMap((results) => Object.values(results)),
    );
    const copy = await bytes(`/api/disclosure/publications/${finance.documentId}/copy.pdf`);
    for (const pages of [await pagesOf(await fileOf('pdf')), await pagesOf(copy)]) {
      const row = pages.flat().find((text) => text.startsWith('四、结转下年度继续办理'));
      expect(row?.split(' ').slice(1).map(Number)).toEqual(
        Object.values(finance.numbers.requests.carriedForward ?? {}),
      );
      // each heading stands once, with its table on the same page
      for (const title of ['二、主动公开政府信息情况', '三、收到和处理政府信息公开申请情况']) {
        const page = pages.filter((lines) => lines.includes(title));
        expect([title, page.length, page[0]?.at(-1) === title]).toEqual([title, 1, false]);
      }
    }
  });

  test('opened again as XLSX, every number stands in its column', async () => {
    const path = join(folder, 'report.xlsx');
    writeFileSync(path, await bytes(`/api/annual-reports/published/${finance.documentId}/xlsx`));
    const table = await openXlsx(path, undefined, TABLE_LIMITS);
    const cells: (string | number | null)[][] = [];
    for await (const row of table.rows) cells.push(row.cells);
    const find = (text: string) => cells.find((row) => row.some((one) => one === text)) ?? [];
    expect(find('四、结转下年度继续办理').slice(3, 10).map(Number)).toEqual(
      Object.values(finance.numbers.requests.carriedForward ?? {}),
    );
    expect(find('1.属于国家秘密').slice(3, 10).map(Number)).toEqual(
      Object.values(finance.numbers.requests['denied.stateSecret'] ?? {}),
    );
  });
});

test('the report of the year after is checked against the one before', async () => {
  const next = await begin('finance-editor', YEAR + 1);
  expect(next.numbers.before).toEqual({
    from: 'report',
    carriedForward: finance.numbers.requests.carriedForward,
  });
  expect(next.failures.filter(({ table }) => table === 'requests')).toEqual([]);
});

test('the district is the sum of its departments, and its report belongs to the office', async () => {
  const others = await Promise.all(['health', 'justice'].map((code) => begin(`${code}-editor`)));
  await save('health-editor', others[0] as ReportTold, { figures: { licences: 5, charges: 0.322 } });
  expect(
    (await desk('finance-editor', '', { method: 'POST', body: { year: YEAR, reportOf: 'district' } })).code,
  ).toBe('NOT_RESPONSIBLE');
  let district = await begin('district-office-editor', YEAR, 'district');
  const departments = DEPARTMENTS;
  district = await save('district-office-editor', district, { departments });
  const sums = (of: (numbers: Numbers) => number) =>
    [finance, ...others].reduce((sum, { numbers }) => sum + of(numbers), 0);
  for (const [line, columns] of Object.entries(district.numbers.requests))
    for (const [column, value] of Object.entries(columns))
      expect([line, column, value]).toEqual([
        line,
        column,
        sums(({ requests }) => (requests[line] as Record<string, number>)[column] ?? 0),
      ]);
  expect(district.numbers.disputes.reconsideration.total).toBe(
    sums(({ disputes }) => disputes.reconsideration.total),
  );
  expect(district.compared).toEqual({ notReported: ['区卫健委', '区司法局'], differences: [] });
  expect(district.numbers.feeYuan).toBe(sums(({ feeYuan }) => feeYuan));
  expect(district.numbers.figures).toEqual({ licences: 17, penalties: 3, coercions: 0, charges: 46 });
  const told = await cell(
    'district-office-editor',
    district.documentId,
    'table=requests&line=newReceived&column=total',
  );
  // an editor of the office is no supervisor: the number is hers, the requests are not
  expect(told).toMatchObject({ total: district.numbers.requests.newReceived?.total, requests: [] });
  const all = await cell(
    'office-supervisor',
    district.documentId,
    'table=requests&line=granted&column=total',
  );
  expect(all.requests).toHaveLength(district.numbers.requests.granted?.total ?? 0);
});

test('one report a year: two who begin at once make one', async () => {
  const body = { year: YEAR - 1, reportOf: 'department' };
  const answers = await Promise.all([
    desk('finance-editor', '', { method: 'POST', body }),
    desk('finance-editor', '', { method: 'POST', body }),
  ]);
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
});

test('the list shows whose report is late, and a department its own alone', async () => {
  const { body } = await desk('office-supervisor', `?year=${YEAR}`);
  const items = body.data.items as ReportItem[];
  const of = (department: string) =>
    items.find((one) => one.department === department && one.reportOf === 'department');
  expect(of('finance')).toMatchObject({ dueOn: `${YEAR + 1}-01-31`, state: 'published', isLate: true });
  expect(of('audit')).toMatchObject({ documentId: null, stateName: '未编制', isLate: true });
  expect(items[0]).toMatchObject({ reportOf: 'district', dueOn: `${YEAR + 1}-03-31` });
  const own = (await desk('health-editor', `?year=${YEAR}`)).body.data.items as ReportItem[];
  expect(own.map(({ department }) => department)).toEqual(['health']);
});

test('departments are reminded of the report that they owe, and not of one that is public', async () => {
  const { lookAtReports } = nativeModule<
    typeof import('../../src/plugins/domains/annual-reports/reminders/look-at-reports')
  >('plugins/domains/annual-reports/reminders/look-at-reports');
  const news = await lookAtReports(product.strapi, undefined as never, `${YEAR + 1}-01-26`);
  const owners = news.map(({ owner }) => owner);
  expect(owners).toContain('audit');
  expect(owners).not.toContain('finance');
  expect(news.find(({ owner }) => owner === 'health')).toMatchObject({
    kind: 'annual-report',
    documentId: expect.any(String),
    detail: `请在${YEAR + 1}-01-31前报送、发布，还有5天`,
  });
  const late = await lookAtReports(product.strapi, undefined as never, `${YEAR + 1}-02-09`);
  expect(late.map(({ owner }) => owner)).toContain('audit');
  // a report that was begun is told of by the look at due dates
  expect(late.map(({ owner }) => owner)).not.toContain('health');
});

test('the analysis counts what the report counts, and each number opens its cases', async () => {
  const analysis = async (who: string, query: string) =>
    (await call(`${product.url}/requests/analysis${query}`, { headers: { ...people[who]?.headers } })).body
      .data;
  const { rows: months, total } = await analysis('finance-editor', `?year=${YEAR}&dimension=month`);
  expect(total.counts.received).toBe(finance.numbers.requests.newReceived?.total);
  expect(total.counts.answered).toBe(finance.numbers.requests.totalProcessed?.total);
  const [row] = months.filter(({ counts }: { counts: { overdue: number } }) => counts.overdue > 0);
  const cases = await analysis(
    'finance-editor',
    `/cases?year=${YEAR}&dimension=month&key=${row.key}&measure=overdue`,
  );
  expect(cases).toHaveLength(row.counts.overdue);
  expect(cases.every((one: { ownerName: string }) => one.ownerName === '区财政局')).toBe(true);
  // a department asks for another one's, and gets its own
  const other = await analysis('finance-editor', `?year=${YEAR}&dimension=department&department=health`);
  expect(other.rows.map(({ key }: { key: string }) => key)).toEqual(['finance']);
  const district = await analysis('office-supervisor', `?year=${YEAR}&dimension=department`);
  expect(district.rows.map(({ key }: { key: string }) => key).sort()).toEqual([...DEPARTMENTS].sort());
});
