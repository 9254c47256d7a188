/** @jest-environment ./tests/integration/helpers/environment.cjs */
import mammoth from 'mammoth';
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { QueueAnswer, RequestTold, StatusTold } from '../../src/plugins/requests/shared/contract';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
const people: Record<string, Credentials> = {};
const today = todayInShanghai();

beforeAll(async () => {
  product = await startProduct();
  for (const account of ['finance-editor', 'finance-reviewer', 'health-editor', 'office-supervisor']) {
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
  }
});
afterAll(() => product.stop());

type Answer<T> = { status: number; data: T; message: string; code: string; rule: string };

async function call<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const answer = await fetch(`${product.url}${path}`, init);
  const text = await answer.text();
  const body = text.startsWith('{') ? JSON.parse(text) : { data: text };
  const { message, details } = body.error ?? {};
  return {
    status: answer.status,
    data: 'meta' in body ? body : body.data,
    message,
    code: details?.code,
    rule: details?.rule,
  };
}
const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify(body),
});
const open = <T>(path: string, body: unknown) => call<T>(`/api/requests${path}`, json(body));
const desk = <T>(who: string, path: string, body?: unknown) =>
  call<T>(
    `/requests${path}`,
    body === undefined ? { headers: people[who]?.headers ?? {} } : json(body, people[who]?.headers),
  );
const act = (who: string, id: string, verb: string, body: object = {}) =>
  desk<RequestTold>(who, `/requests/${id}/${verb}`, body);

const ID_NUMBER = '11010519491231002X';
const NAME = '欧阳明月';
const application = (wanted: object = { name: '2025年区级部门预算执行情况' }) => ({
  department: 'finance',
  applicant: {
    kind: 'person',
    name: NAME,
    idType: 'idCard',
    idNumber: ID_NUMBER,
    phone: '13800138000',
    address: '青云谱区某路8号',
  },
  wanted,
  form: { medium: 'electronic', delivery: 'online' },
});

async function applied(
  wanted?: object,
): Promise<{ key: { queryCode: string; idLast4: string }; id: string }> {
  const { status, data } = await open<{ queryCode: string }>('/', application(wanted));
  expect(status).toBe(201);
  const [row] = await product.query<{ id: string }>(
    'select id from information_requests order by submitted_at desc limit 1',
  );
  return { key: { queryCode: data.queryCode, idLast4: '002x' }, id: String(row?.id) };
}

test('from the application to a partly granted answer, with a correction, a third party and an extension', async () => {
  const { key, id } = await applied();
  expect((await open<StatusTold>('/status', key)).data).toMatchObject({
    stateLabel: '待登记',
    receivedOn: null,
    mayWithdraw: true,
  });

  const registered = await act('finance-editor', id, 'register', { receivedOn: today });
  expect(registered.data).toMatchObject({
    state: 'handling',
    number: expect.stringMatching(/^\d{4}-\d{4}$/),
    applicantName: '欧阳**',
  });
  const until = addDays(today, 14);
  const asked = await act('finance-editor', id, 'askCorrection', {
    on: today,
    until,
    items: '请明确部门名称',
  });
  expect(asked.data.clock).toMatchObject({ state: 'awaitingCorrection', dueOn: null });
  expect((await open<StatusTold>('/status', key)).data.waitsFor).toEqual({
    what: 'correction',
    text: '请补正：请明确部门名称',
    until,
  });
  const corrected = await open<StatusTold>('/correction', {
    ...key,
    wanted: { description: '区教体局2025年预算执行情况' },
  });
  expect(corrected.data).toMatchObject({ waitsFor: null, dueOn: expect.any(String) });

  const consulted = await act('finance-editor', id, 'consult', {
    on: today,
    of: 'thirdParty',
    whom: '某某公司',
  });
  expect(consulted.data.clock).toMatchObject({ state: 'paused', isProvisional: true });
  const [consultation] = consulted.data.consultations;
  await act('finance-editor', id, 'noteConsultationReply', {
    on: today,
    consultation: consultation?.id,
    text: '同意公开',
  });
  const before = (await open<StatusTold>('/status', key)).data.dueOn ?? '';
  const extended = await act('finance-reviewer', id, 'extend', { on: today, days: 10, reason: '信息量大' });
  expect(extended.data.dueOn?.localeCompare(before)).toBe(1);
  expect(extended.data.clock?.steps.map(({ article }) => article)).toContain(
    '《中华人民共和国政府信息公开条例》第三十三条第二款',
  );

  expect((await act('finance-editor', id, 'submit')).code).toBe('INVALID_CONTENT');
  const answer = { outcome: 'partialGrant', text: '公开其中一般公共预算部分。' };
  await act('finance-editor', id, 'saveAnswer', { answer });
  expect((await act('finance-editor', id, 'submit')).message).toContain('须说明理由');
  await act('finance-editor', id, 'saveAnswer', {
    answer: { ...answer, reasons: '其余部分涉及第三方商业秘密。' },
  });
  expect((await act('finance-editor', id, 'submit')).data.state).toBe('reviewing');
  expect((await act('finance-editor', id, 'approve')).code).toBe('DUTY_REQUIRED');
  expect((await act('finance-reviewer', id, 'approve')).message).toBe(
    '还没有通过法律顾问审查、保密审查，不能审核通过',
  );
  await act('finance-reviewer', id, 'legalReview', { result: 'passed', opinion: '合法' });
  await act('finance-reviewer', id, 'secrecyReview', { result: 'passed', opinion: '不涉密' });
  expect((await act('finance-reviewer', id, 'approve')).data.state).toBe('approved');
  expect((await open<StatusTold>('/status', key)).data).toMatchObject({ stateLabel: '办理中', answer: null });
  expect((await act('finance-editor', id, 'send', { on: today, method: 'online' })).data).toMatchObject({
    state: 'sent',
    outcome: 'partialGrant',
  });

  const told = (await open<StatusTold>('/status', key)).data;
  expect(told.answer).toMatchObject({
    outcomeLabel: '部分公开',
    basis: expect.stringContaining('第三十七条'),
    remedies: expect.stringContaining('6个月内'),
  });
  const docx = await fetch(`${product.url}/api/requests/answer`, json({ ...key, format: 'docx' }));
  const { value: text } = await mammoth.extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) });
  expect(text).toMatch(
    /欧阳明月[\s\S]*公开其中一般公共预算部分[\s\S]*商业秘密[\s\S]*行政复议[\s\S]*区财政局/,
  );
  const pdf = await fetch(`${product.url}/api/requests/answer`, json(key));
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');

  await act('finance-editor', id, 'noteService', { on: today, how: '网上下载' });
  expect((await act('finance-editor', id, 'archive')).data.state).toBe('archived');
});

test.each([
  ['a code that does not exist', { queryCode: 'AAAA-BBBB-CCCC-DDDD-EEEE', idLast4: '002X' }],
  ['a wrong second part', { idLast4: '0020' }],
])('%s is answered like any other wrong one', async (_what, wrong) => {
  const { key } = await applied();
  const { status, message, code } = await open('/status', { ...key, ...wrong });
  expect([status, code, message]).toEqual([404, 'NOT_FOUND', '查询码或证件号码后四位不正确，请核对']);
});

test('who guesses is stopped, for a code and from an address', async () => {
  const { key } = await applied();
  const codes: string[] = [];
  for (let i = 0; i < 12; i += 1)
    codes.push((await open('/status', { ...key, idLast4: `10${10 + i}` })).code);
  expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(10);
  expect((await open('/status', key)).code).toBe('TOO_MANY_REQUESTS');
  await product.query('delete from information_request_attempts');
});

test('nobody else sees a request: another department, an anonymous visitor, an API user', async () => {
  const { id } = await applied({ name: '只有承办部门看得到' });
  expect(await desk('health-editor', `/requests/${id}`)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await act('health-editor', id, 'register', { receivedOn: today })).code).toBe('NOT_FOUND');
  expect((await desk<QueueAnswer>('health-editor', '/requests?state=submitted')).data.data).toEqual([]);
  expect((await call(`/requests/requests/${id}`, {})).status).toBe(401);
  const { jwt } = await fetch(
    `${product.url}/api/auth/local`,
    json({ identifier: 'finance-editor@example.test', password: product.demoPassword }),
  ).then((answer) => answer.json() as Promise<{ jwt: string }>);
  expect(
    (await call(`/requests/requests/${id}`, { headers: { authorization: `Bearer ${jwt}` } })).status,
  ).toBe(401);
  const office = await desk<QueueAnswer>('office-supervisor', '/requests?state=submitted');
  expect(office.data.data.map((item) => item.id)).toContain(id);
});

test('who asks is shown in clear for a purpose alone, and the audit log keeps it', async () => {
  const { id } = await applied();
  expect((await desk('finance-editor', `/requests/${id}/identity`, {})).code).toBe('INVALID_INPUT');
  const { data } = await desk<{ name: string; idNumber: string }>(
    'finance-editor',
    `/requests/${id}/identity`,
    { purpose: '核实身份' },
  );
  expect(data).toMatchObject({ name: NAME, idNumber: ID_NUMBER });
  const [entry] = await product.query<{ reason: string }>(
    `select reason from audit_entries where verb = 'request-identity-viewed' and document_id = $1`,
    [id],
  );
  expect(entry?.reason).toBe('核实身份');
});

test('a dump of the database tells neither who asked nor for what', async () => {
  await applied({ name: '一件很特别的事项名称', description: '关于我家房屋的情况' });
  const tables = await product.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const secrets = [NAME, ID_NUMBER, '13800138000', '某路8号', '很特别的事项', '我家房屋'];
  for (const { name } of tables) {
    const [found] = await product.query<{ n: number }>(
      `select count(*)::int as n from "${name}" as t where ${secrets.map((_secret, i) => `t::text like '%' || $${i + 1} || '%'`).join(' or ')}`,
      secrets,
    );
    expect([name, found?.n]).toEqual([name, 0]);
  }
});

test('the same applicant and similar requests are shown as candidates', async () => {
  const first = await applied({ name: '老旧小区改造项目资金使用明细表' });
  const { id } = await applied({ name: '老旧小区改造项目资金的使用明细' });
  const { data } = await desk<RequestTold>('finance-editor', `/requests/${id}`);
  expect(data.related.find((related) => related.id === first.id)).toMatchObject({ why: 'sameApplicant' });
  const [row] = await product.query<{ alike: number }>(
    `select (select count(*) from unnest(a.traces) t where t = any(b.traces))::float / cardinality(a.traces) as alike
       from information_requests a, information_requests b where a.id = $1 and b.id = $2`,
    [id, first.id],
  );
  expect(row?.alike).toBeGreaterThan(0.6);
});

test('a request with several matters is split, each with the clock of the whole', async () => {
  const { key, id } = await applied({ description: '一、甲事项；二、乙事项' });
  await act('finance-editor', id, 'register', { receivedOn: today });
  const split = await act('finance-editor', id, 'split', {
    reason: '一事一申请',
    parts: [{ name: '甲事项' }, { name: '乙事项' }],
  });
  expect(split.data.wanted).toEqual({ name: '甲事项' });
  const { data } = await open<StatusTold>('/status', key);
  expect(data.parts).toEqual([
    {
      ...{ number: expect.any(String), wanted: '乙事项', stateLabel: '办理中（区财政局）' },
      ...{ dueOn: data.dueOn, outcomeLabel: null, answeredOn: null, isWaiting: false },
    },
  ]);
});

test.each([
  ['an extension of 21 days', 'extend', { on: today, days: 21, reason: '理由' }, 'INVALID_INPUT', 'TOO_LONG'],
  [
    'an event of tomorrow',
    'consult',
    { on: addDays(today, 1), of: 'coMaker', whom: '某局' },
    'INVALID_INPUT',
    'FUTURE_DATE',
  ],
  [
    'an event before the receipt',
    'consult',
    { on: addDays(today, -1), of: 'coMaker', whom: '某局' },
    'INVALID_INPUT',
    'BEFORE_RECEIPT',
  ],
  ['a fee on both bases', 'proposeFee', { basis: ['piece', 'volume'] }, 'INVALID_INPUT', undefined],
  ['a fee for what costs nothing', 'proposeFee', { basis: 'piece' }, 'INVALID_INPUT', undefined],
  [
    'an answer without an outcome',
    'saveAnswer',
    { answer: { outcome: 'maybe' } },
    'INVALID_INPUT',
    undefined,
  ],
])('%s is refused, and nothing has changed', async (_what, verb, body, code, rule) => {
  const { id } = await applied();
  await act('finance-editor', id, 'register', { receivedOn: today });
  const before = await product.query('select * from information_requests where id = $1', [id]);
  const who = verb === 'extend' ? 'finance-reviewer' : 'finance-editor';
  expect(await act(who, id, verb, body)).toMatchObject({ code, rule });
  expect(await product.query('select * from information_requests where id = $1', [id])).toEqual(before);
});

test('applying and following works in plain HTML, keeps what was typed, and takes a page once', async () => {
  await product.query('delete from information_request_attempts');
  const page = await fetch(`${product.url}/api/requests/form`).then((answer) => answer.text());
  expect(page).not.toContain('<script');
  const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const fields = {
    ...{ once, department: 'finance', 'form.medium': 'electronic', 'form.delivery': 'online' },
    ...{
      'applicant.kind': 'person',
      'applicant.name': '李<b>四',
      'applicant.idType': 'passport',
      'applicant.idNumber': 'E12345678',
    },
  };
  const post = (path: string, body: Record<string, string>) =>
    fetch(`${product.url}/api/requests/${path}`, { method: 'POST', body: new URLSearchParams(body) });
  const wrong = await post('form', fields);
  const shown = await wrong.text();
  expect([wrong.status, shown.includes('value="李&lt;b&gt;四"'), shown.includes('至少填写一项')]).toEqual([
    400,
    true,
    true,
  ]);
  const whole = { ...fields, 'applicant.phone': '13900139000', 'wanted.name': '某项信息' };
  const right = await post('form', whole);
  const queryCode = /class="code">([^<]+)</.exec(await right.text())?.[1] ?? '';
  expect([right.status, queryCode]).toEqual([201, expect.stringMatching(/^(\w{4}-){4}\w{4}$/)]);
  expect((await post('form', whole)).status).toBe(400);
  const status = await post('follow', { queryCode, idLast4: '5678' });
  expect(await status.text()).toContain('待登记');
  const withdrawn = await post('follow', { queryCode, idLast4: '5678', act: 'withdraw' });
  expect(await withdrawn.text()).toContain('申请人已撤回');
});

test('from one address nobody applies without end', async () => {
  await product.query('delete from information_request_attempts');
  const codes = [];
  for (let i = 0; i < 22; i += 1) codes.push((await open('/', application())).status);
  expect(codes.filter((status) => status === 429)).toHaveLength(2);
});
