/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { CellTold, ReportTold } from '../../src/plugins/domains/annual-reports/shared/contract';
import { TEXTS } from '../../src/plugins/domains/annual-reports/shared/sections';
import { call } from './helpers/call';
import { type Product, startProduct } from './helpers/product';
import { answerRequest, type RequestDesk, requestDesk } from './helpers/request-desk';

/** Requests that change departments around 31 December: two departments, two years, every sum comes out. */
let product: Product;
let desk: RequestDesk;
const today = todayInShanghai();
const THIS = Number(today.slice(0, 4));
const LAST = THIS - 1;
const december = (day: number) => `${LAST}-12-${day}`;
const ids: Record<'kept' | 'moved' | 'open' | 'early' | 'parted', string> = {} as never;
const GRANTED = { outcome: 'granted', text: '见附件。' };

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, [
    ...['finance-editor', 'finance-reviewer', 'health-editor', 'health-reviewer', 'office-supervisor'],
    ...['district-office-editor', 'district-office-reviewer'],
  ]);
  for (const name of ['kept', 'moved', 'open', 'early', 'parted'] as const)
    ids[name] = (await desk.enter(december(20))).id;
});
afterAll(() => product.stop());

const ask = async <T>(who: string, path: string, method: string, body?: object): Promise<T> => {
  const answer = await call(`${product.url}${path}`, {
    ...{ method, ...(body ? { body } : {}) },
    headers: { ...desk.people[who]?.headers },
  });
  expect(answer.text).not.toContain('"error"');
  return answer.body.data;
};
const texts = Object.fromEntries(TEXTS.map(({ code }) => [code, '内容。']));
const figures = { licences: 0, penalties: 0, coercions: 0, charges: 0 };
const REPORTS = '/annual-reports/desk';

/** A report with everything that people enter. */
async function begin(department: string, year: number, reportOf = 'department'): Promise<ReportTold> {
  const who = `${department}-editor`;
  const { documentId } = await ask<ReportTold>(who, REPORTS, 'POST', { year, reportOf });
  const none = { carriedForward: { person: 0 } };
  const body = {
    ...{ texts, figures: { ...figures, ...(year === LAST ? none : {}) } },
    ...(reportOf === 'district' ? { departments: ['finance', 'health'] } : {}),
  };
  return ask<ReportTold>(who, `${REPORTS}/${documentId}`, 'PUT', body);
}
const look = (department: string, { documentId }: ReportTold) =>
  ask<ReportTold>(`${department}-editor`, `${REPORTS}/${documentId}`, 'GET');
const handIn = (department: string, { documentId }: ReportTold) =>
  ask<ReportTold>(`${department}-editor`, `${REPORTS}/${documentId}/submit`, 'POST', {});
const assign = (id: string, department = 'health') =>
  desk.act('office-supervisor', id, 'assign', { department, reason: '属于该部门职责' });
const countsOf = ({ numbers }: ReportTold) =>
  Object.fromEntries(
    ['newReceived', 'carriedOver', 'granted', 'totalProcessed', 'carriedForward'].map((line) => [
      line,
      numbers.requests[line]?.total,
    ]),
  );
const reports = {} as Record<'finance' | 'health', Record<'last' | 'now', ReportTold>>;

test('what is reassigned before 31 December counts for who has it then', async () => {
  await assign(ids.early);
  // as if it had been done in December
  await product.query('alter table information_request_records disable trigger user');
  await product.query('update information_request_records set on_day = $1 where request_id = $2', [
    ...[december(28), ids.early],
  ]);
  await product.query('alter table information_request_records enable trigger user');
  for (const department of ['finance', 'health'] as const)
    reports[department] = { last: await begin(department, LAST), now: undefined as never };
  const none = { carriedOver: 0, granted: 0, totalProcessed: 0 };
  expect(countsOf(reports.finance.last)).toEqual({ ...none, newReceived: 4, carriedForward: 4 });
  expect(countsOf(reports.health.last)).toEqual({ ...none, newReceived: 1, carriedForward: 1 });
});

test('handed in, reassigned in the new year and answered there: the first department counts it to its end', async () => {
  for (const department of ['finance', 'health'] as const) await handIn(department, reports[department].last);
  for (const id of [ids.moved, ids.open]) expect((await assign(id)).status).toBe(200);
  await answerRequest(desk, ids.moved, { answer: GRANTED, on: today, department: 'health' });
  await answerRequest(desk, ids.early, { answer: GRANTED, on: today, department: 'health' });
  await answerRequest(desk, ids.kept, { answer: GRANTED, on: today });
  // last year's numbers are what they were
  for (const department of ['finance', 'health'] as const)
    expect((await look(department, reports[department].last)).differences).toEqual([]);
  reports.finance.now = await begin('finance', THIS);
  reports.health.now = await begin('health', THIS);
  expect(countsOf(reports.finance.now)).toEqual({
    ...{ newReceived: 0, carriedOver: 4, granted: 2, totalProcessed: 2, carriedForward: 2 },
  });
  expect(countsOf(reports.health.now)).toEqual({
    ...{ newReceived: 0, carriedOver: 1, granted: 1, totalProcessed: 1, carriedForward: 0 },
  });
});

test('every sum and 上年结转 come out for both, and both reports are handed in', async () => {
  for (const department of ['finance', 'health'] as const) {
    expect([department, reports[department].now.failures]).toEqual([department, []]);
    expect((await handIn(department, reports[department].now)).state).toBe('submitted');
  }
});

test('the cell tells who has the request now, to whoever counts it alone', async () => {
  const cell = (department: 'finance' | 'health', line: string) =>
    ask<CellTold>(
      `${department}-editor`,
      `${REPORTS}/${reports[department].now.documentId}/cell?table=requests&line=${line}&column=total`,
      'GET',
    );
  const told = await cell('finance', 'granted');
  expect(new Set(told.requests.map(({ id, ownerName }) => `${id} ${ownerName}`))).toEqual(
    new Set([`${ids.kept} 区财政局`, `${ids.moved} 区卫健委`]),
  );
  expect((await cell('health', 'granted')).requests.map(({ id }) => id)).toEqual([ids.early]);
  expect((await cell('finance', 'carriedOver')).rule).toContain('当日的承办部门统计到办结');
  // counting it does not show it
  expect(await desk.look('finance-editor', ids.moved)).toBeNull();
});

test('the district counts each once, and its own 上年结转 comes out', async () => {
  const last = await begin('district-office', LAST, 'district');
  expect(countsOf(last)).toMatchObject({ newReceived: 5, carriedForward: 5 });
  await handIn('district-office', last);
  const now = await begin('district-office', THIS, 'district');
  expect(countsOf(now)).toMatchObject({ newReceived: 0, carriedOver: 5, granted: 3, carriedForward: 2 });
  expect(now.failures).toEqual([]);
  expect(now.compared).toEqual({ notReported: [], differences: [] });
});

test('a part that is split off in the new year counts as new then: last year told one request', async () => {
  const parts = [{ name: '甲事项' }, { name: '乙事项' }, { name: '丙事项' }];
  const split = { reason: '三件事', parts };
  expect((await desk.act('finance-editor', ids.parted, 'split', split)).status).toBe(200);
  expect((await look('finance', reports.finance.last)).differences).toEqual([]);
  const { differences } = await look('finance', reports.finance.now);
  expect(differences.filter(({ label }) => label.includes('总计'))).toEqual([
    { label: '一、本年新收政府信息公开申请数量 · 总计', inReport: 0, today: 2 },
    { label: '四、结转下年度继续办理 · 总计', inReport: 2, today: 4 },
  ]);
});

test('what is answered anew by another department keeps counting for who answered first', async () => {
  const dispute = { on: today, kind: 'reconsideration', organ: '区人民政府' };
  const filed = await desk.act('finance-reviewer', ids.kept, 'fileDispute', dispute);
  const closed = { dispute: filed.data.disputes[0]?.id, result: 'corrected', on: today };
  await desk.act('finance-reviewer', ids.kept, 'closeDispute', closed);
  await desk.act('finance-reviewer', ids.kept, 'reopen', { on: today });
  await assign(ids.kept);
  await product.query('alter table information_request_records disable trigger user');
  // as if some days had passed
  await product.query(
    `update information_request_records set on_day = on_day + 3 where request_id = $1 and type = 'assigned'`,
    [ids.kept],
  );
  await product.query('alter table information_request_records enable trigger user');
  const { differences } = await look('finance', reports.finance.now);
  expect(differences.filter(({ label }) => label.startsWith('予以公开'))).toEqual([]);
  expect(differences).toContainEqual({ label: '行政复议 · 结果纠正', inReport: 0, today: 1 });
  expect((await look('health', reports.health.now)).differences).toEqual([]);
});
