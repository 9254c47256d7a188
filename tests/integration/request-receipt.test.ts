/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { call } from './helpers/call';
import { makePerson, type Person, settled, toldOf } from './helpers/notices';
import { type Product, startProduct } from './helpers/product';
import { answerRequest, type RequestDesk, requestDesk } from './helpers/request-desk';

/** 更正收到登记: the day of receipt or the channel was registered by mistake. */
let product: Product;
let desk: RequestDesk;
let clerk: Person;
const today = todayInShanghai();
const ago = (days: number) => addDays(today, -days);
const reason = '邮戳日期看错，签收单为准';
const office = 'office-supervisor';
const GRANTED = { outcome: 'granted', text: '见附件。' };

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, ['finance-editor', 'finance-reviewer', 'health-editor', office]);
  clerk = await makePerson(product, 'receipt-clerk', 'finance', ['editor']);
});
afterAll(() => product.stop());

const correct = (id: string, body: object, who = office) =>
  desk.act(who, id, 'correctReceipt', { reason, ...body });
const receiptsOf = (id: string) =>
  product.query<{ type: string; on: string }>(
    `select type, on_day::text as on from information_request_events
      where request_id = $1 and type in ('received', 'receiptCorrected') order by id`,
    [id],
  );

test('the term counts from the right day, both days stay, the applicant and the department are told', async () => {
  const { id, key } = await desk.enter(ago(6));
  const right = await desk.enter(ago(9));
  const { data } = await correct(id, { receivedOn: ago(9) });
  const { clock: expected } = await desk.look('finance-editor', right.id);
  expect(data).toMatchObject({ receivedOn: ago(9), clock: { dueOn: expected?.dueOn } });
  expect(data.clock?.steps[1]?.text).toContain(`曾登记为${ago(6)}`);
  expect(data.events.map(({ on, label }) => [on, label])).toEqual([
    [ago(9), '收到申请（更正后的日期）'],
    [ago(6), '收到申请（登记有误，已更正）'],
    [today, `更正收到登记：收到日期由${ago(6)}改为${ago(9)}`],
  ]);
  expect(data.events.at(-1)?.text).toBe(reason);
  expect(await receiptsOf(id)).toEqual([
    { type: 'received', on: ago(6) },
    { type: 'receiptCorrected', on: ago(9) },
  ]);
  const [row] = await product.query(
    'select received_on::text as received, due_on::text as due from information_requests where id = $1',
    [id],
  );
  expect(row).toEqual({ received: ago(9), due: expected?.dueOn });
  expect(await desk.status(key)).toMatchObject({ receivedOn: ago(9), dueOn: expected?.dueOn });
  expect(data.notices.map(({ label }) => label)).toEqual(['登记回执', '登记回执']);
  await settled(product);
  expect(await toldOf(product, clerk, id)).toContain('request-deadline');
});

test('its entry in the audit log names both days, not the words of the reason', async () => {
  const { id } = await desk.enter(ago(6));
  await correct(id, { receivedOn: ago(8) });
  const [entry] = await product.query<{ details: { receivedOn: object }; reason: string | null }>(
    `select details, reason from audit_entries where document_id = $1 and verb = 'request-correctReceipt'`,
    [id],
  );
  expect(entry?.details.receivedOn).toEqual({ from: ago(6), to: ago(8) });
  expect(entry?.reason).toBeNull();
});

test('the preview of a channel alone says that nothing is written to the applicant, not that it is refused', async () => {
  const { id } = await desk.enter(ago(6));
  const preview = (body: object) =>
    call(`${product.url}/requests/requests/${id}/previews/correctReceipt`, {
      ...{ method: 'POST', headers: desk.people[office]?.headers ?? {} },
      body: { reason, ...body },
    });
  const { status, body } = await preview({ receivedOn: ago(6), channel: 'fax' });
  expect([status, body.data]).toEqual([200, null]);
  expect((await preview({ receivedOn: ago(7) })).body.data).toMatchObject({ number: null });
});

test('the channel alone is corrected without touching the term', async () => {
  const { id } = await desk.enter(ago(6));
  const before = await desk.look('finance-editor', id);
  const { data } = await correct(id, { receivedOn: ago(6), channel: 'fax' });
  expect(data).toMatchObject({ channelLabel: '传真', receivedOn: ago(6), dueOn: before.dueOn });
  expect(data.events.at(-1)?.label).toBe('更正收到登记：申请方式由信函改为传真');
  expect(await receiptsOf(id)).toHaveLength(1);
  expect(data.notices).toHaveLength(1);
});

test('a second correction follows the first, and parts that are split afterwards take the right day along', async () => {
  const { id } = await desk.enter(ago(6));
  await correct(id, { receivedOn: ago(8) });
  const { data } = await correct(id, { receivedOn: ago(7) });
  expect(data.receivedOn).toBe(ago(7));
  const parts = [{ name: '甲事项' }, { name: '乙事项' }];
  await desk.act('finance-editor', id, 'split', { reason: '两件事', parts });
  const [part] = await product.query<{ id: string }>(
    'select id from information_requests where split_from = $1',
    [id],
  );
  const told = await desk.look('finance-editor', String(part?.id));
  expect(told.receivedOn).toBe(ago(7));
  expect(told.dueOn).toBe(data.dueOn);
  expect((await correct(String(part?.id), { receivedOn: ago(8) })).data.receivedOn).toBe(ago(8));
});

describe('it is refused', () => {
  test('to the department, whose term it is, and to a stranger', async () => {
    const { id } = await desk.enter(ago(6));
    expect((await correct(id, { receivedOn: ago(5) }, 'finance-reviewer')).message).toBe(
      '该操作由区政务公开办办理',
    );
    expect((await correct(id, { receivedOn: ago(5) }, 'health-editor')).code).toBe('NOT_FOUND');
    expect((await desk.look('finance-editor', id)).receivedOn).toBe(ago(6));
  });

  test.each([
    ['without a reason', { receivedOn: ago(5), reason: '' }, 'REASON_REQUIRED'],
    ['without anything to correct', {}, 'INVALID_INPUT'],
    ['with what is registered', { receivedOn: ago(6), channel: 'letter' }, 'INVALID_INPUT'],
    ['to a day to come', { receivedOn: addDays(today, 1) }, 'INVALID_INPUT'],
    ['to no day', { receivedOn: '2026-02-30' }, 'INVALID_INPUT'],
    ['to after a later step', { receivedOn: ago(1) }, 'INVALID_TRANSITION'],
    ['to an online receipt before it was sent', { channel: 'online' }, 'INVALID_INPUT'],
  ])('%s', async (_what, body, code) => {
    const { id } = await desk.enter(ago(6));
    await desk.act('finance-editor', id, 'consult', { on: ago(3), of: 'otherOrgan', whom: '某局' });
    const before = await desk.look(office, id);
    expect(await correct(id, body)).toMatchObject({
      code,
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
    expect(await desk.look(office, id)).toEqual(before);
  });

  test('before an online application was submitted, and before it was registered', async () => {
    const { id } = await desk.apply();
    expect((await correct(id, { receivedOn: today })).code).toBe('INVALID_TRANSITION');
    await desk.act('finance-editor', id, 'register', { receivedOn: today });
    expect((await correct(id, { receivedOn: ago(1) })).message).toContain('收到日期不能更早');
  });
});

describe('after the answer is out', () => {
  test('a late answer stays late, an earlier day may be entered, and no new 回执 is written', async () => {
    const { id } = await desk.enter(ago(60));
    await answerRequest(desk, id, { answer: GRANTED, on: today });
    const later = await correct(id, { receivedOn: ago(3) });
    expect(later).toMatchObject({
      code: 'INVALID_TRANSITION',
      message: expect.stringContaining('已经超过期限'),
    });
    const { data, status } = await correct(id, { receivedOn: ago(61) });
    expect([status, data.receivedOn, data.state]).toEqual([200, ago(61), 'sent']);
    expect(data.notices.filter(({ kind }) => kind === 'receipt')).toHaveLength(1);
  });

  test('an earlier day may show that it was late', async () => {
    const { id } = await desk.enter(ago(3));
    await answerRequest(desk, id, { answer: GRANTED, on: today });
    const { data } = await correct(id, { receivedOn: ago(60) });
    expect(data.clock?.steps.at(-1)?.text).toContain('超过期限');
  });
});
