/** @jest-environment ./tests/integration/helpers/environment.cjs */
import mammoth from 'mammoth';
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { type Product, startProduct } from './helpers/product';
import { answerRequest, type RequestDesk, requestDesk } from './helpers/request-desk';

let product: Product;
let desk: RequestDesk;
const today = todayInShanghai();
const GRANTED = { outcome: 'granted', text: '见附件。' };
const passed = { result: 'passed', opinion: '没有意见' };

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, [
    ...['finance-editor', 'finance-reviewer', 'health-editor', 'health-reviewer', 'office-supervisor'],
  ]);
});
afterAll(() => product.stop());

describe('a fee (国办函〔2020〕109号)', () => {
  const byVolume = { basis: 'volume', pages: 150 };

  test('is proposed by one, decided by another, told, paid once, and lets the term begin anew', async () => {
    const { id, key } = await desk.enter(today);
    const proposed = await desk.act('finance-reviewer', id, 'proposeFee', byVolume);
    const about = proposed.data.buttons.find(({ verb }) => verb === 'decideFee');
    expect(about).toMatchObject({ enabled: false, about: expect.stringContaining('计1700元') });
    expect((await desk.act('finance-reviewer', id, 'decideFee', { decision: 'charge' })).code).toBe(
      'NEEDS_SECOND_REVIEWER',
    );
    expect((await desk.act('finance-editor', id, 'notifyFee', { on: today })).message).toContain(
      '还没有作出收费的决定',
    );
    await desk.act('office-supervisor', id, 'decideFee', { decision: 'charge' });
    const told = await desk.act('finance-editor', id, 'notifyFee', { on: today });
    expect(told.data.clock).toMatchObject({ state: 'awaitingPayment', dueOn: null });
    expect((await desk.status(key)).waitsFor).toMatchObject({
      what: 'payment',
      text: expect.stringContaining('1700元'),
    });
    expect((await desk.act('finance-editor', id, 'close', { on: today, reason: '未缴费' })).code).toBe(
      'DUTY_REQUIRED',
    );
    expect(
      (await desk.act('finance-reviewer', id, 'close', { on: today, reason: '未缴费' })).message,
    ).toContain('还没有逾期');
    expect((await desk.act('finance-editor', id, 'notePayment', { on: today })).data.clock?.state).toBe(
      'running',
    );
    expect((await desk.act('finance-editor', id, 'notePayment', { on: today })).code).toBe(
      'INVALID_TRANSITION',
    );
    expect((await desk.act('finance-editor', id, 'proposeFee', byVolume)).code).toBe('INVALID_TRANSITION');
  });

  test('may be waived with a reason; then nobody is told to pay', async () => {
    const { id } = await desk.enter(today);
    await desk.act('finance-editor', id, 'proposeFee', byVolume);
    expect((await desk.act('finance-reviewer', id, 'decideFee', { decision: 'waive' })).code).toBe(
      'INVALID_INPUT',
    );
    const waived = await desk.act('finance-reviewer', id, 'decideFee', {
      decision: 'waive',
      reason: '生活困难',
    });
    expect(waived.data.events.at(-1)).toMatchObject({ label: '决定不收费', text: '生活困难' });
    const consulted = await desk.act('finance-editor', id, 'consult', {
      ...{ on: today, of: 'otherOrgan', whom: '某局' },
    });
    expect(consulted.data.events.map(({ type }) => type)).toEqual([
      ...['received', 'feeProposed', 'feeDecided', 'consulted'],
    ]);
    expect((await desk.act('finance-editor', id, 'notifyFee', { on: today })).code).toBe(
      'INVALID_TRANSITION',
    );
  });

  test('that is not paid in time ends the request when a person says so, not before', async () => {
    const { id, key } = await desk.enter(addDays(today, -80));
    await desk.happened(id, 'feeNotified', addDays(today, -75));
    expect((await desk.look('finance-reviewer', id)).state).toBe('handling');
    const closed = await desk.act('finance-reviewer', id, 'close', { on: today, reason: '期满没有缴费' });
    expect(closed.data).toMatchObject({ state: 'sent', outcome: 'other.overdueFee' });
    expect((await desk.status(key)).answer?.text).toContain('视为放弃申请');
  });

  test('after the term for the answer is not told any more', async () => {
    const { id } = await desk.enter(addDays(today, -80));
    await desk.act('finance-editor', id, 'proposeFee', byVolume);
    await desk.act('finance-reviewer', id, 'decideFee', { decision: 'charge' });
    expect(await desk.act('finance-editor', id, 'notifyFee', { on: today })).toMatchObject({
      code: 'TOO_LATE',
      message: expect.stringContaining('收费通知须在答复期限'),
    });
  });
});

describe('reviews', () => {
  test('are two, by others than the author, of this draft and not of an earlier one; two people are enough', async () => {
    const { id } = await desk.enter(today);
    await desk.act('finance-editor', id, 'saveAnswer', { answer: GRANTED });
    await desk.act('finance-editor', id, 'submit');
    expect((await desk.act('finance-editor', id, 'legalReview', passed)).code).toBe('DUTY_REQUIRED');
    await desk.act('finance-reviewer', id, 'legalReview', passed);
    expect((await desk.act('finance-reviewer', id, 'approve')).message).toContain('还没有通过保密审查');
    const returned = await desk.act('finance-reviewer', id, 'secrecyReview', {
      ...{ result: 'returned', opinion: '第二段涉及未公开事项' },
    });
    expect(returned.data).toMatchObject({ state: 'handling' });
    expect(returned.data.events.at(-1)).toMatchObject({
      label: '保密审查：退回修改',
      text: '第二段涉及未公开事项',
    });
    await desk.act('finance-editor', id, 'saveAnswer', { answer: { ...GRANTED, text: '改过的答复。' } });
    await desk.act('finance-editor', id, 'submit');
    expect((await desk.act('finance-reviewer', id, 'approve')).message).toContain('法律顾问审查、保密审查');
    await desk.act('office-supervisor', id, 'legalReview', passed);
    await desk.act('finance-reviewer', id, 'secrecyReview', passed);
    expect((await desk.act('finance-reviewer', id, 'approve')).data.state).toBe('approved');
  });

  test('are refused to who has written the answer', async () => {
    const { id } = await desk.enter(today);
    await desk.act('finance-reviewer', id, 'saveAnswer', { answer: GRANTED });
    await desk.act('finance-editor', id, 'submit');
    for (const verb of ['legalReview', 'secrecyReview']) {
      expect((await desk.act('finance-reviewer', id, verb, passed)).code).toBe('NEEDS_SECOND_REVIEWER');
    }
  });
});

describe('to the organ that is responsible', () => {
  test('a department asks, the office decides; who has it no more sees it no more', async () => {
    const { id } = await desk.apply();
    const asked = await desk.act('finance-editor', id, 'proposeTransfer', {
      ...{ department: 'health', reason: '属于卫生健康部门职责' },
    });
    expect(asked.data.stateLabel).toBe('待登记（建议改派）');
    const declined = await desk.act('office-supervisor', id, 'declineTransfer', { reason: '请继续办理' });
    expect(declined.data.stateLabel).toBe('待登记');
    await desk.act('finance-editor', id, 'proposeTransfer', { reason: '再次建议' });
    await desk.act('office-supervisor', id, 'assign', { department: 'health', reason: '同意改派' });
    expect(await desk.look('finance-editor', id)).toBeNull();
    const now = await desk.look('health-editor', id);
    expect(now.stateLabel).toBe('待登记');
    expect(now.events.map(({ label }) => label)).toEqual([
      ...['建议改派：区卫健委', '不同意改派', '建议改派', '转承办部门：区卫健委'],
    ]);
  });

  test('outside of the district: one step writes and submits the answer (条例第三十六条第五项)', async () => {
    const { id, key } = await desk.enter(today);
    const sent = await desk.act('finance-editor', id, 'notOurs', { organ: '某市税务局', contact: '12366' });
    expect(sent.data).toMatchObject({ state: 'reviewing', answer: { outcome: 'unableToProvide.noInfo' } });
    expect((await desk.act('finance-editor', id, 'saveAnswer', { answer: GRANTED })).code).toBe(
      'INVALID_TRANSITION',
    );
    await desk.act('finance-reviewer', id, 'legalReview', passed);
    await desk.act('finance-reviewer', id, 'secrecyReview', passed);
    await desk.act('finance-reviewer', id, 'approve');
    await desk.act('finance-editor', id, 'send', { on: today, method: 'online' });
    expect((await desk.status(key)).answer?.text).toMatch(/某市税务局.*12366/);
  });
});

describe('a dispute', () => {
  const filed = { kind: 'reconsideration', organ: '区人民政府', on: today, note: '对答复不服' };

  test('that sets the answer right lets it be given anew, in the term of the decision; the first one is not lost', async () => {
    const { id, key } = await desk.enter(addDays(today, -20));
    await answerRequest(desk, id, { answer: GRANTED, on: today });
    await desk.act('finance-editor', id, 'noteService', { on: today, how: '网上下载' });
    await desk.act('finance-editor', id, 'archive');
    expect((await desk.act('finance-reviewer', id, 'reopen', { on: today })).code).toBe('INVALID_TRANSITION');
    const dispute = (await desk.act('finance-reviewer', id, 'fileDispute', filed)).data.disputes[0];
    expect(dispute).toMatchObject({
      kindLabel: '行政复议',
      note: '对答复不服',
      resultLabel: null,
      warnings: [],
    });
    const result = { dispute: dispute?.id, result: 'corrected', on: today };
    await desk.act('finance-reviewer', id, 'closeDispute', result);
    expect((await desk.act('finance-reviewer', id, 'closeDispute', result)).code).toBe('INVALID_TRANSITION');
    const until = addDays(today, 15);
    const reopened = await desk.act('finance-reviewer', id, 'reopen', { on: today, until });
    expect(reopened.data).toMatchObject({ state: 'handling', dueOn: until, outcome: null });
    expect(reopened.data.events.find(({ type }) => type === 'answerSuperseded')?.text).toBe('见附件。');
    expect((await desk.status(key)).answer).toBeNull();
    const again = { outcome: 'partialGrant', text: '公开其中一部分。', reasons: '其余涉及第三方。' };
    const sent = await answerRequest(desk, id, { answer: again, on: today });
    expect(sent.data).toMatchObject({ state: 'sent', outcome: 'partialGrant', clock: { state: 'answered' } });
    expect((await desk.status(key)).answer?.text).toBe('公开其中一部分。');
    const [row] = await product.query(
      'select first_outcome, first_answered_on::text as first_on from information_requests where id = $1',
      [id],
    );
    expect(row).toEqual({ first_outcome: 'granted', first_on: today });
    expect((await desk.act('finance-reviewer', id, 'reopen', { on: today })).code).toBe('INVALID_TRANSITION');
  });

  test('is noted by who may, sealed, corrected, and told apart where the order of remedies was not kept', async () => {
    const { id } = await desk.enter(addDays(today, -20));
    const answer = { outcome: 'denied.processInfo', text: '不予公开。', reasons: '属于过程性信息。' };
    await answerRequest(desk, id, { answer, on: today });
    const suit = { ...filed, kind: 'lawsuitDirect', organ: '区人民法院', note: '唯一的事由文字' };
    expect((await desk.act('finance-editor', id, 'fileDispute', suit)).code).toBe('DUTY_REQUIRED');
    const noted = await desk.act('office-supervisor', id, 'fileDispute', suit);
    expect(noted.data.disputes[0]?.warnings.join()).toContain('须先申请行政复议');
    const [row] = await product.query<{ note: string }>(
      'select note from information_request_disputes where request_id = $1',
      [id],
    );
    expect(row?.note).not.toContain('事由');
    const dispute = noted.data.disputes[0]?.id;
    expect(
      (await desk.act('finance-reviewer', id, 'correctDispute', { dispute, kind: 'reconsideration' })).code,
    ).toBe('REASON_REQUIRED');
    const right = await desk.act('finance-reviewer', id, 'correctDispute', {
      ...{ dispute, kind: 'reconsideration', organ: '区人民政府', reason: '登记时选错' },
    });
    expect(right.data.disputes).toMatchObject([
      {
        kindLabel: '行政复议',
        organ: '区人民政府',
        warnings: [expect.stringContaining('还没有登记答复书的送达')],
      },
    ]);
    const served = await desk.act('finance-editor', id, 'noteService', { on: today, how: '签收' });
    expect(served.data.disputes).toMatchObject([{ warnings: [] }]);
  });

  test.each([
    ['of tomorrow', { ...filed, on: addDays(today, 1) }, '还没有到'],
    ['before the receipt', { ...filed, on: addDays(today, -1) }, '早于收到申请的日期'],
    ['of another request', null, '没有这项复议、诉讼'],
  ])('%s is refused with a sentence', async (_what, body, message) => {
    const other = await desk.enter(today);
    const foreign = (await desk.act('finance-reviewer', other.id, 'fileDispute', filed)).data.disputes[0]?.id;
    const { id } = await desk.enter(today);
    await desk.act('finance-reviewer', id, 'fileDispute', filed);
    const answer = body
      ? await desk.act('finance-reviewer', id, 'fileDispute', body)
      : await desk.act('finance-reviewer', id, 'closeDispute', {
          dispute: foreign,
          result: 'upheld',
          on: today,
        });
    expect(answer).toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining(message) });
  });
});

describe('an application to correct a record of oneself (条例第四十一条)', () => {
  const wanted = { name: '本人社会保险缴费记录', evidence: '2024年3月缴费记录缺失，附缴费凭证' };

  test('has its own form, evidence, outcomes and letter, and costs nothing', async () => {
    const page = await fetch(`${product.url}/api/requests/form?kind=correction`).then((answer) =>
      answer.text(),
    );
    expect(page).toMatch(
      /申请更正与自身相关的政府信息[\s\S]*name="kind" value="correction"[\s\S]*wanted\.evidence/,
    );
    const missing = await desk.open(
      '/',
      desk.application({ kind: 'correction', wanted: { name: '某记录' } }),
    );
    expect(missing.message).toContain('请说明记录哪里不准确');
    const { id, key } = await desk.apply({ kind: 'correction', wanted });
    const registered = await desk.act('finance-editor', id, 'register', { receivedOn: today });
    expect(registered.data).toMatchObject({ kind: 'correction', wanted });
    expect(registered.data.clock?.steps.at(-1)).toMatchObject({
      article: null,
      text: expect.stringContaining('待核实'),
    });
    expect((await desk.act('finance-editor', id, 'proposeFee', { basis: 'volume', pages: 99 })).message).toBe(
      '更正申请不收取信息处理费',
    );
    expect((await desk.act('finance-editor', id, 'saveAnswer', { answer: GRANTED })).code).toBe(
      'INVALID_INPUT',
    );
    const answer = { outcome: 'correction.corrected', text: '已补记2024年3月缴费记录。' };
    await answerRequest(desk, id, { answer, on: today });
    expect((await desk.status(key)).answer).toMatchObject({
      ...{ outcomeLabel: '予以更正', basis: expect.stringContaining('第四十一条') },
    });
    const docx = await fetch(`${product.url}/api/requests/answer`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ ...key, format: 'docx' }),
    });
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await docx.arrayBuffer()) });
    expect(value).toMatch(/政府信息更正申请答复书[\s\S]*予以更正。已补记/);
  });

  test('keeps its evidence when the rest is corrected, and takes no outcome of the other kind', async () => {
    const { id, key } = await desk.apply({ kind: 'correction', wanted });
    await desk.act('finance-editor', id, 'register', { receivedOn: today });
    await desk.act('finance-editor', id, 'askCorrection', {
      ...{ on: today, until: addDays(today, 10), items: '请写明险种' },
    });
    await desk.open('/correction', { ...key, wanted: { name: '本人养老保险缴费记录' } });
    expect((await desk.look('finance-editor', id)).wanted).toEqual({
      ...wanted,
      name: '本人养老保险缴费记录',
    });
    const other = await desk.enter(today);
    const refused = await desk.act('finance-editor', other.id, 'saveAnswer', {
      answer: { outcome: 'correction.refused', text: '不予更正', reasons: '理由' },
    });
    expect(refused.code).toBe('INVALID_INPUT');
  });
});

describe('other ends', () => {
  test('no correction in time: a reviewer closes it, and not before (条例第三十条)', async () => {
    const { id } = await desk.enter(addDays(today, -30));
    await desk.happened(id, 'correctionAsked', addDays(today, -28), { until: addDays(today, -1) });
    const closed = await desk.act('finance-reviewer', id, 'close', { on: today, reason: '没有正当理由' });
    expect(closed.data).toMatchObject({ state: 'sent', outcome: 'other.overdueCorrection' });
  });

  test('a withdrawal by letter is noted, also while the answer is reviewed', async () => {
    const { id } = await desk.enter(today);
    await desk.act('finance-editor', id, 'saveAnswer', { answer: GRANTED });
    await desk.act('finance-editor', id, 'submit');
    const noted = await desk.act('finance-editor', id, 'noteWithdrawal', { on: today, how: '来信撤回' });
    expect(noted.data).toMatchObject({ state: 'withdrawn', outcome: 'other.otherReasons' });
    expect((await desk.act('finance-editor', id, 'archive')).data.state).toBe('archived');
  });

  test('massive requests: asked for reasons, told a reasonable time, or not processed (条例第三十五条)', async () => {
    const { id, key } = await desk.enter(today);
    const answer = { outcome: 'notProcessed.massiveRequests', text: '不予处理。', reasons: '理由不合理。' };
    await desk.act('finance-editor', id, 'saveAnswer', { answer });
    expect((await desk.act('finance-editor', id, 'submit')).message).toContain('须先要求申请人说明理由');
    await desk.act('finance-editor', id, 'askReason', { on: today, until: addDays(today, 10) });
    await desk.open('/reason', { ...key, text: '需要研究' });
    const until = addDays(today, 120);
    expect(
      (await desk.act('finance-reviewer', id, 'delay', { on: today, until, reason: '数量大' })).data.dueOn,
    ).toBe(until);
    expect((await desk.act('finance-editor', id, 'submit')).data.state).toBe('reviewing');
  });

  test('what is disclosed over the objection of a third party is told to it (条例第三十二条)', async () => {
    const { id } = await desk.enter(today);
    const informed = await desk.act('finance-editor', id, 'informThirdParty', {
      ...{ on: today, text: '不公开可能对公共利益造成重大影响，决定公开' },
    });
    expect(informed.data.events.at(-1)).toMatchObject({ label: '告知第三方决定公开' });
  });
});
