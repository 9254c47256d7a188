/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { lettersOf } from './helpers/file-letters';
import { type Product, startProduct } from './helpers/product';
import { type ApplicantKey, answerRequest, type RequestDesk, requestDesk } from './helpers/request-desk';

/** What the applicant sees of her request, by the API and on the plain page. */
let product: Product;
let desk: RequestDesk;
const today = todayInShanghai();
const until = addDays(today, 14);

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, [
    ...['finance-editor', 'finance-reviewer', 'health-editor', 'health-reviewer', 'office-supervisor'],
  ]);
});
afterAll(() => product.stop());
beforeEach(() => product.query('delete from information_request_attempts'));

const send = (path: string, fields: Record<string, string>) =>
  fetch(`${product.url}/api/requests${path}`, { method: 'POST', body: new URLSearchParams(fields) });
const follow = async (key: ApplicantKey & { part?: string }, fields: Record<string, string> = {}) =>
  (await send('/follow', { ...key, ...fields })).text();

describe('the page of an applicant', () => {
  test('keeps the lines of what the desk has written, and offers what she asked for to be corrected', async () => {
    const { id, key } = await desk.apply({ wanted: { name: '预算执行情况', description: '第一行\n第二行' } });
    await desk.act('finance-editor', id, 'register', { receivedOn: today });
    await desk.act('finance-editor', id, 'askCorrection', { on: today, until, items: '1. 年度\n2. 部门' });
    const page = await follow(key);
    expect(page).toContain('<p class="words">请补正：1. 年度\n2. 部门</p>');
    expect(page).toContain('.words{white-space:pre-line');
    expect(page).toContain('name="wanted.name" type="text" value="预算执行情况"');
    expect(page).toContain('第一行\n第二行</textarea>');
    const corrected = await follow(key, {
      ...{ act: 'correct', 'wanted.name': '预算执行情况', 'wanted.description': '2025年，区财政局' },
    });
    expect(corrected).toContain('已收到您的补正，答复期限从今天起重新计算。');
    expect((await desk.look('finance-editor', id)).wanted).toEqual({
      ...{ name: '预算执行情况', description: '2025年，区财政局' },
    });
  });

  test('leads on from the code to the request, and withdraws only what she has ticked', async () => {
    const { key } = await desk.apply();
    const page = await follow(key);
    expect(page).toContain('下一步：工作人员与您确认收到申请的日期并登记');
    expect(page).toMatch(/<input id="sure" type="checkbox" required>/);
    expect(await follow(key, { act: 'withdraw' })).toContain('申请已撤回，不再办理。');
  });

  test('tells nothing of who she is', async () => {
    const { key } = await desk.apply();
    const page = await follow(key);
    for (const own of ['欧阳明月', '11010519491231002X', '13800138000']) expect(page).not.toContain(own);
  });
});

describe('others who are asked (条例第三十三条第三款)', () => {
  test('she is told so by letter and on the page, with the new date, and never whom', async () => {
    const { id, key } = await desk.enter(addDays(today, -10));
    const { data } = await desk.act('finance-editor', id, 'consult', {
      ...{ on: today, of: 'thirdParty', whom: '某某建设公司' },
    });
    const { consultations, dueIsProvisional, notices } = await desk.status(key);
    expect(consultations).toEqual([
      { whom: '第三方', sentOn: today, through: today, isOpen: true, workingDays: 0 },
    ]);
    expect(dueIsProvisional).toBe(true);
    const page = await follow(key);
    expect(page).toContain('不计入答复期限（条例第三十三条第三款）');
    expect(page).not.toContain('某某建设公司');
    const letter = notices.find(({ label }) => label === '征求意见告知书');
    const file = await send('/notice', { ...key, id: String(letter?.id), format: 'docx' });
    const letters = await lettersOf(Buffer.from(await file.arrayBuffer()), 'docx');
    const [year, month, day] = String(data.clock?.dueOn).split('-').map(Number);
    for (const part of ['征求第三方的意见', '第三十三条', `答复期限为${year}年${month}月${day}日`])
      expect(letters).toContain(part);
    expect(letters).not.toContain('某某建设公司');
    // whoever is asked has a letter of his own, which is not hers
    expect(notices.map(({ label }) => label)).not.toContain('征求第三方意见书');
    expect(data.notices.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['thirdPartyOpinion', 'consultationTold']),
    );
    const [entry] = await product.query<{ details: { notice: string; also: string } }>(
      "select details from audit_entries where document_id = $1 and verb = 'request-consult'",
      [id],
    );
    expect([entry?.details.notice, entry?.details.also]).toEqual([
      expect.stringContaining('征〔'),
      expect.stringContaining('征告〔'),
    ]);
  });
});

describe('an answer that is given anew', () => {
  test('stands behind the first one, each with its day and whether it holds', async () => {
    const { id, key } = await desk.enter(addDays(today, -20));
    const first = { outcome: 'denied.processInfo', text: '不予公开。', reasons: '属于过程性信息。' };
    await answerRequest(desk, id, { answer: first, on: today });
    const { data } = await desk.act('finance-reviewer', id, 'fileDispute', {
      ...{ kind: 'reconsideration', organ: '区人民政府', on: today, note: '对答复不服' },
    });
    const dispute = data.disputes[0]?.id;
    await desk.act('finance-reviewer', id, 'closeDispute', { dispute, result: 'corrected', on: today });
    await desk.act('finance-reviewer', id, 'reopen', { on: today });
    const between = await desk.status(key);
    expect(between.answer).toBeNull();
    expect(between.earlierAnswers).toEqual([
      {
        ...{ outcomeLabel: expect.stringContaining('过程性信息'), answeredOn: today, until: today },
        text: '不予公开。\n属于过程性信息。',
      },
    ]);
    expect(await follow(key)).toContain('承办机关正在重新答复');
    await answerRequest(desk, id, { answer: { outcome: 'granted', text: '现予公开。' }, on: today });
    const page = await follow(key);
    const [one, two] = ['第1次答复（不再有效）', '第2次答复（现在有效）'].map((title) => page.indexOf(title));
    expect(one).toBeGreaterThan(0);
    expect(two).toBeGreaterThan(Number(one));
    const { notices } = await desk.status(key);
    expect(notices.filter(({ label }) => label.startsWith('答复书'))).toHaveLength(2);
  });
});

describe('a request that was split (一事一申请)', () => {
  async function split() {
    const made = await desk.apply({ wanted: { description: '一、甲；二、乙' } });
    await desk.act('finance-editor', made.id, 'register', { receivedOn: today });
    await desk.act('finance-editor', made.id, 'split', {
      ...{ reason: '一事一申请', parts: [{ name: '甲事项' }, { name: '乙事项' }] },
    });
    const [row] = await product.query<{ id: string; number: string }>(
      'select id, number from information_requests where split_from = $1',
      [made.id],
    );
    return { ...made, part: { id: String(row?.id), number: String(row?.number) } };
  }

  test('is followed, corrected and read part by part with one code', async () => {
    const { key, part } = await split();
    const [told] = (await desk.status(key)).parts;
    expect(told).toMatchObject({
      number: part.number,
      wanted: '乙事项',
      outcomeLabel: null,
      isWaiting: false,
    });
    await desk.act('finance-editor', part.id, 'askCorrection', { on: today, until, items: '年度' });
    expect((await desk.status(key)).parts[0]?.isWaiting).toBe(true);
    const ofPart = { ...key, part: part.number };
    expect(await follow(ofPart)).toContain('请补正：年度');
    await follow(ofPart, { act: 'correct', 'wanted.name': '乙事项（2025年）' });
    expect((await desk.look('finance-editor', part.id)).wanted?.name).toBe('乙事项（2025年）');
    await answerRequest(desk, part.id, { answer: { outcome: 'granted', text: '乙已公开。' }, on: today });
    const whole = await desk.status(key);
    expect(whole.answer).toBeNull();
    expect(whole.parts[0]).toMatchObject({ outcomeLabel: '予以公开', answeredOn: today, dueOn: null });
    const page = await follow(ofPart);
    expect(page).toContain('乙已公开。');
    expect(page).toContain('返回原申请');
    const pdf = await send('/answer', { ...ofPart, format: 'pdf' });
    expect(await lettersOf(Buffer.from(await pdf.arrayBuffer()), 'pdf')).toContain('乙已公开。');
  });

  test("opens no part of another's", async () => {
    const { key, part } = await split();
    const other = await desk.apply();
    for (const wrong of [
      { ...other.key, part: part.number },
      { ...key, part: '2026-9999' },
      { ...key, idLast4: '0000', part: part.number },
    ]) {
      const answer = await desk.open('/status', wrong);
      expect([answer.status, answer.code]).toEqual([404, 'NOT_FOUND']);
    }
    const drawn = await desk.open<unknown>('/withdrawal', { ...key, part: part.number });
    expect(drawn.status).toBe(200);
    expect((await desk.status(key)).stateLabel).toBe('办理中');
  });
});
