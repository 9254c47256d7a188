/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { type Product, startProduct } from './helpers/product';
import { APPLICANT, type RequestDesk, requestDesk } from './helpers/request-desk';

let product: Product;
let desk: RequestDesk;
const today = todayInShanghai();
const yesterday = addDays(today, -1);
const reason = '信息量大';

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, ['finance-editor', 'finance-reviewer', 'office-supervisor']);
});
afterAll(() => product.stop());

const everything = (id: string) =>
  Promise.all([
    product.query('select * from information_requests where id = $1', [id]),
    ...['events', 'records', 'disputes'].map((what) =>
      product.query(`select * from information_request_${what} where request_id = $1 order by id`, [id]),
    ),
    product.query(
      `select count(*)::int as n from audit_entries where document_id = $1 and outcome = 'done'`,
      [id],
    ),
  ]);

describe('people who act at the same time', () => {
  test('on one version: one is done, the other is told to look again', async () => {
    const { id } = await desk.enter(today);
    const { version } = await desk.look('finance-editor', id);
    const draft = (who: string, text: string) =>
      desk.act(who, id, 'saveAnswer', { answer: { outcome: 'granted', text }, expectedVersion: version });
    const answers = await Promise.all([draft('finance-editor', '甲'), draft('finance-reviewer', '乙')]);
    expect(answers.map(({ code }) => code).sort()).toEqual([null, 'STALE_VERSION'].sort());
    expect(answers.find(({ code }) => code)?.message).toBe('该申请已有新的办理情况，请刷新后再操作');
  });

  test('with one payment noted twice: it is noted once', async () => {
    const { id } = await desk.enter(today);
    await desk.happened(id, 'feeNotified', today);
    const pay = (who: string) => desk.act(who, id, 'notePayment', { on: today });
    const answers = await Promise.all(['finance-editor', 'finance-reviewer', 'office-supervisor'].map(pay));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ message }) => message === '没有待缴费的通知')).toHaveLength(2);
    const paid = await product.query(
      `select 1 from information_request_events where request_id = $1 and type = 'feePaid'`,
      [id],
    );
    expect(paid).toHaveLength(1);
  });

  test('with one fee decided twice: it is decided once', async () => {
    const { id } = await desk.enter(today);
    await desk.act('finance-editor', id, 'proposeFee', { basis: 'volume', pages: 99 });
    const answers = await Promise.all([
      desk.act('finance-reviewer', id, 'decideFee', { decision: 'charge' }),
      desk.act('office-supervisor', id, 'decideFee', { decision: 'waive', reason: '减免' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

test.each([
  ['its record', 'information_request_records', 'proposeFee', { basis: 'volume', pages: 99 }],
  ['its event', 'information_request_events', 'extend', { on: today, days: 5, reason }],
  ['the row', 'information_requests', 'extend', { on: today, days: 5, reason }],
  ['the audit entry', 'audit_entries', 'extend', { on: today, days: 5, reason }],
])(
  'a write that breaks off at %s leaves nothing behind, and can be repeated',
  async (_what, table, verb, body) => {
    const { id } = await desk.enter(today);
    const before = await everything(id);
    await product.query(`create function break_off() returns trigger language plpgsql as $$ begin raise 'broken off'; end $$;
    create trigger break_off after insert or update on ${table} execute function break_off()`);
    const broken = await desk.act('finance-reviewer', id, verb, body);
    await product.query('drop function break_off cascade');
    expect(broken.status).toBe(500);
    expect(await everything(id)).toEqual(before);
    expect((await desk.act('finance-reviewer', id, verb, body)).status).toBe(200);
  },
);

/** Brings a request to where the bad input is tried. */
type Prepare = (id: string) => Promise<unknown>;
const nothing: Prepare = async () => undefined;

test.each<[string, number, Prepare, string, object, string, string]>([
  [
    'an event of tomorrow',
    0,
    nothing,
    'extend',
    { on: addDays(today, 1), days: 5, reason },
    'INVALID_INPUT',
    '还没有到',
  ],
  [
    'an event before the receipt',
    0,
    nothing,
    'extend',
    { on: yesterday, days: 5, reason },
    'INVALID_INPUT',
    '早于收到申请的日期',
  ],
  [
    'a date that does not exist',
    0,
    nothing,
    'extend',
    { on: '2026-02-30', days: 5, reason },
    'INVALID_INPUT',
    '日期请按“年-月-日”填写',
  ],
  [
    'a second extension',
    0,
    (id) => desk.act('finance-reviewer', id, 'extend', { on: today, days: 5, reason }),
    ...(['extend', { on: today, days: 5, reason }, 'INVALID_TRANSITION', '只能延长一次'] as const),
  ],
  [
    'an extension of no days',
    0,
    nothing,
    'extend',
    { on: today, days: 0, reason },
    'INVALID_INPUT',
    '最长20个工作日',
  ],
  [
    'an extension after the deadline',
    60,
    nothing,
    'extend',
    { on: today, days: 5, reason },
    'TOO_LATE',
    '须在答复期限',
  ],
  [
    'a notice to correct after seven working days',
    15,
    nothing,
    'askCorrection',
    { on: today, until: addDays(today, 9), items: '请写明' },
    ...(['TOO_LATE', '7个工作日内'] as const),
  ],
  [
    'an answer without an outcome',
    0,
    nothing,
    'saveAnswer',
    { answer: { text: '见附件' } },
    'INVALID_INPUT',
    '请选择办理结果',
  ],
  [
    'an answer with two outcomes',
    0,
    nothing,
    'saveAnswer',
    { answer: { outcome: ['granted', 'partialGrant'], text: '见附件' } },
    ...(['INVALID_INPUT', '请选择办理结果'] as const),
  ],
  [
    'an answer without a reason',
    0,
    (id) =>
      desk.act('finance-editor', id, 'saveAnswer', {
        answer: { outcome: 'denied.stateSecret', text: '不予公开' },
      }),
    ...(['submit', {}, 'INVALID_CONTENT', '须说明理由和依据'] as const),
  ],
  [
    'a fee on both bases',
    0,
    nothing,
    'proposeFee',
    { basis: ['piece', 'volume'], pages: 99 },
    'INVALID_INPUT',
    '只能选择一种',
  ],
  [
    'a fee by piece with pages',
    0,
    nothing,
    'proposeFee',
    { basis: 'piece', pages: 99 },
    'INVALID_INPUT',
    '只能选择一种',
  ],
  [
    'a fee by volume without pages',
    0,
    nothing,
    'proposeFee',
    { basis: 'volume' },
    'INVALID_INPUT',
    '请填写页数',
  ],
  ['a fee of nothing', 0, nothing, 'proposeFee', { basis: 'volume', pages: 30 }, 'INVALID_INPUT', '不收费'],
  [
    'a fee notice before its decision',
    5,
    async (id) => {
      await desk.act('finance-editor', id, 'proposeFee', { basis: 'volume', pages: 99 });
      await desk.act('office-supervisor', id, 'decideFee', { decision: 'charge' });
    },
    ...(['notifyFee', { on: yesterday }, 'INVALID_INPUT', '不能早于作出收费决定'] as const),
  ],
  [
    'a fee notice after the deadline',
    60,
    async (id) => {
      await desk.act('finance-editor', id, 'proposeFee', { basis: 'volume', pages: 99 });
      await desk.act('office-supervisor', id, 'decideFee', { decision: 'charge' });
    },
    ...(['notifyFee', { on: today }, 'TOO_LATE', '收费通知须在答复期限'] as const),
  ],
  ['a second receipt', 0, nothing, 'register', { receivedOn: today }, 'INVALID_TRANSITION', '不能登记'],
  ['a field that nobody knows', 0, nothing, 'submit', { state: 'approved' }, 'INVALID_INPUT', 'state'],
])(
  '%s is refused with a code and a sentence, and nothing has changed',
  async (_what, daysAgo, prepare, verb, body, code, words) => {
    const { id } = await desk.enter(addDays(today, -daysAgo));
    await prepare(id);
    const before = await everything(id);
    const answer = await desk.act('finance-reviewer', id, verb, body);
    expect(answer).toMatchObject({ code, message: expect.stringContaining(words) });
    expect(await everything(id)).toEqual(before);
  },
);

test('a clock that goes wrong: a receipt of tomorrow, or before an application that came over the network', async () => {
  const { id } = await desk.apply();
  for (const [receivedOn, words] of [
    [addDays(today, 1), '还没有到'],
    [yesterday, '收到日期不能更早'],
  ]) {
    expect(await desk.act('finance-editor', id, 'register', { receivedOn })).toMatchObject({
      ...{ code: 'INVALID_INPUT', message: expect.stringContaining(String(words)) },
    });
  }
});

test('an identity number whose check digit is wrong is refused, and not repeated', async () => {
  const applicant = { ...APPLICANT, idNumber: '110105194912310021' };
  const answer = await desk.open('/', desk.application({ applicant }));
  expect(answer).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('校验码') });
  expect(JSON.stringify(answer)).not.toContain(applicant.idNumber);
});

test('of 50 applications an hour from one address 20 are taken; the others are told to wait', async () => {
  await product.query('delete from information_request_attempts');
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => desk.open<{ queryCode: string }>('/', desk.application())),
  );
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(20);
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused).toHaveLength(30);
  expect(refused[0]).toMatchObject({ code: 'TOO_MANY_REQUESTS', message: '请求太多，请过一会儿再试' });
});

test('who tries query codes from one address is stopped, whatever the codes', async () => {
  await product.query('delete from information_request_attempts');
  const codes: (string | null)[] = [];
  for (let i = 0; i < 35; i += 1) {
    const queryCode = `AAAA-BBBB-CCCC-DDDD-${String(1000 + i)}`;
    codes.push((await desk.open('/status', { queryCode, idLast4: '002X' })).code);
  }
  expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(30);
  expect(codes.slice(30)).toEqual(Array(5).fill('TOO_MANY_REQUESTS'));
});
