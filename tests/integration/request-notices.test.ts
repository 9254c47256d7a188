/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { RequestTold, StatusTold } from '../../src/plugins/requests/shared/contract';
import type { Paper, TemplateTold } from '../../src/plugins/requests/shared/notices';
import { lettersOf } from './helpers/file-letters';
import { type MailServer, startMailServer } from './helpers/mail-server';
import { nativeModule } from './helpers/native';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** 文书: made by the acts, numbered, kept word for word, delivered. */
let mail: MailServer;
let product: Product;
const people: Record<string, Credentials> = {};
const today = todayInShanghai();
const year = today.slice(0, 4);

beforeAll(async () => {
  mail = await startMailServer();
  product = await startProduct({
    env: { SMTP_HOST: '127.0.0.1', SMTP_PORT: String(mail.port), MAIL_FROM: '政务公开 <gk@example.test>' },
  });
  for (const account of ['finance-editor', 'finance-reviewer', 'health-editor', 'office-supervisor']) {
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
  }
}, 300_000);
afterAll(async () => {
  await product.stop();
  await mail.stop();
});
beforeEach(async () => {
  await product.query('delete from information_request_attempts');
  mail.mails.length = 0;
  mail.behave = 'accept';
});

type Answer<T> = { status: number; data: T; message: string; code: string; bytes: Buffer };
async function call<T>(path: string, headers: Record<string, string>, body?: unknown): Promise<Answer<T>> {
  const answer = await fetch(`${product.url}${path}`, {
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  const isJson = (answer.headers.get('content-type') ?? '').includes('json');
  const read = isJson ? JSON.parse(bytes.toString()) : {};
  const { message, details } = read.error ?? {};
  return { status: answer.status, data: read.data, message, code: details?.code, bytes };
}
const open = <T>(path: string, body: unknown) => call<T>(`/api/requests${path}`, {}, body);
const desk = <T>(who: string, path: string, body?: unknown) =>
  call<T>(`/requests${path}`, people[who]?.headers ?? {}, body);
const act = (who: string, id: string, verb: string, body: object = {}) =>
  desk<RequestTold>(who, `/requests/${id}/${verb}`, body);
const view = async (id: string) => (await desk<RequestTold>('office-supervisor', `/requests/${id}`)).data;
const noticeOf = async (id: string, kind: string) => {
  const found = (await view(id)).notices.findLast((notice) => notice.kind === kind);
  if (!found) throw new Error(`No ${kind}`);
  return found;
};
const download = (id: string, notice: string, format: 'docx' | 'pdf', who = 'finance-editor') =>
  desk(who, `/requests/${id}/notices/${notice}?format=${format}`);
const textOf = async (id: string, kind: string, format: 'docx' | 'pdf' = 'docx') =>
  lettersOf((await download(id, (await noticeOf(id, kind)).id, format)).bytes, format);

const NAME = '欧阳明月';
const WANTED = '2025年区级部门预算执行情况';
const application = (delivery = 'online', wanted: object = { name: WANTED }) => ({
  department: 'finance',
  applicant: {
    ...{ kind: 'person', name: NAME, idType: 'idCard', idNumber: '11010519491231002X' },
    ...{ phone: '13800138000', email: 'moon@example.test', address: '青云谱区某路8号' },
  },
  wanted,
  form: { medium: 'electronic', delivery },
});

type Applied = { key: { queryCode: string; idLast4: string }; id: string };
async function applied(delivery?: string, wanted?: object): Promise<Applied> {
  const { data } = await open<{ queryCode: string }>('/', application(delivery, wanted));
  const [row] = await product.query<{ id: string }>(
    'select id from information_requests order by submitted_at desc limit 1',
  );
  return { key: { queryCode: data.queryCode, idLast4: '002x' }, id: String(row?.id) };
}
async function registered(delivery?: string, wanted?: object): Promise<Applied> {
  const made = await applied(delivery, wanted);
  await act('finance-editor', made.id, 'register', { receivedOn: today });
  return made;
}
async function answered(made: Applied, outcome = 'granted', reasons = ''): Promise<void> {
  const answer = { outcome, text: '现提供所申请的信息。', ...(reasons ? { reasons } : {}) };
  await act('finance-editor', made.id, 'saveAnswer', { answer });
  await act('finance-editor', made.id, 'submit');
  for (const review of ['legalReview', 'secrecyReview']) {
    await act('finance-reviewer', made.id, review, { result: 'passed', opinion: '没有意见' });
  }
  await act('finance-reviewer', made.id, 'approve');
  const sent = await act('finance-editor', made.id, 'send', {
    on: today,
    method: 'post',
    tracking: 'EMS123',
  });
  expect(sent.data.state).toBe('sent');
}

const until = addDays(today, 14);
const longDate = (day: string) => {
  const [y, m, d] = day.split('-').map(Number);
  return `${y}年${m}月${d}日`;
};

describe.each<[string, string, string, string, object, readonly string[]]>([
  [
    'askCorrection',
    'correction',
    'finance-editor',
    '补',
    { on: today, until, items: '请明确年度' },
    ['补正告知书', '请明确年度', longDate(until), '第三十条'],
  ],
  [
    'askReason',
    'reason',
    'finance-editor',
    '理',
    { on: today, until },
    ['说明理由', longDate(until), '第三十五条'],
  ],
  [
    'extend',
    'extension',
    'finance-reviewer',
    '延',
    { on: today, days: 10, reason: '信息量大' },
    ['延期答复', '信息量大', '第三十三条'],
  ],
  [
    'consult',
    'thirdPartyOpinion',
    'finance-editor',
    '征',
    { on: today, of: 'thirdParty', whom: '某某公司' },
    ['某某公司：', '15个工作日', '第三十二条'],
  ],
  [
    'consult',
    'coMakerOpinion',
    'finance-editor',
    '征',
    { on: today, of: 'coMaker', whom: '某某局' },
    ['某某局：', '视为同意公开', '第三十四条'],
  ],
  [
    'consult',
    'organOpinion',
    'finance-editor',
    '征',
    { on: today, of: 'otherOrgan', whom: '某某委' },
    ['某某委：', '函复本机关'],
  ],
  [
    'split',
    'split',
    'finance-editor',
    '拆',
    { reason: '一事一申请', parts: [{ name: '甲事项' }, { name: '乙事项' }] },
    ['甲事项', '乙事项', '一事一申请'],
  ],
  [
    'assign',
    'assignment',
    'office-supervisor',
    '转',
    { department: 'health', reason: '属于该部门职责' },
    ['区卫健委', '属于该部门职责'],
  ],
])('%s makes %s', (verb, kind, who, word, body, words) => {
  test('with what was entered, in both formats, as it was previewed', async () => {
    const { id } = await registered();
    const preview = await desk<Paper>(who, `/requests/${id}/previews/${verb}`, body);
    expect(preview.data).toMatchObject({ number: null, signedBy: expect.any(String) });
    const before = await view(id);
    expect(before.notices.map((notice) => notice.kind)).toEqual(['receipt']);
    expect((await act(who, id, verb, body)).status).toBe(200);
    const notice = await noticeOf(id, kind);
    expect(notice.number).toMatch(new RegExp(`^.+依申请${word}〔\\d{4}〕\\d+号$`));
    for (const format of ['docx', 'pdf'] as const) {
      const file = await download(id, notice.id, format, 'office-supervisor');
      const letters = await lettersOf(file.bytes, format);
      for (const part of [...words, notice.number, WANTED])
        expect(letters).toContain(part.replace(/\s/g, ''));
      for (const line of preview.data.paragraphs) expect(letters).toContain(line.replace(/\s/g, ''));
    }
  });
});

test('who is asked for an opinion does not read who asks', async () => {
  const { id } = await registered();
  await act('finance-editor', id, 'consult', { on: today, of: 'thirdParty', whom: '某某公司' });
  expect(await textOf(id, 'thirdPartyOpinion')).not.toContain(NAME);
  expect(await textOf(id, 'receipt')).toContain(NAME);
});

test('the reason, the delay and the fee are told, each with its last day', async () => {
  const { id } = await registered();
  await act('finance-editor', id, 'askReason', { on: today, until });
  await act('finance-editor', id, 'noteReason', { on: today, text: '研究' });
  const late = addDays(today, 90);
  await act('finance-reviewer', id, 'delay', { on: today, until: late, reason: '逐件核实' });
  expect(await textOf(id, 'delay')).toMatch(new RegExp(`${longDate(late)}.*逐件核实`));
  await act('finance-editor', id, 'proposeFee', { basis: 'volume', pages: 150 });
  await act('finance-reviewer', id, 'decideFee', { decision: 'charge' });
  const fee = await act('finance-reviewer', id, 'notifyFee', { on: today });
  const payBy = String(fee.data.clock?.applicantBy);
  const text = await textOf(id, 'fee');
  for (const part of ['150页', '1700元', longDate(payBy), '国办函〔2020〕109号'])
    expect(text).toContain(part);
});

describe('the answer', () => {
  test('names the outcome, its reasons and the remedies, and comes to its applicant alone', async () => {
    const mine = await registered();
    const other = await registered();
    await answered(mine, 'denied.thirdPartyRights', '涉及商业秘密。');
    const text = await textOf(mine.id, 'answerDenied', 'pdf');
    for (const part of [
      '不予公开',
      '第十五条',
      '涉及商业秘密。',
      '应当自收到本答复书之日起60日内',
      '区财政局',
    ])
      expect(text).toContain(part);
    const status = (await open<StatusTold>('/status', mine.key)).data;
    expect(status.notices.map(({ label }) => label)).toEqual(['登记回执', '答复书（不予公开）']);
    const [, answer] = status.notices;
    const own = await open('/notice', { ...mine.key, id: answer?.id, format: 'docx' });
    expect(await lettersOf(own.bytes, 'docx')).toContain(NAME);
    expect((await open('/notice', { ...other.key, id: answer?.id })).code).toBe('NOT_FOUND');
    expect((await open('/answer', other.key)).code).toBe('NOT_FOUND');
    const wrong = await open('/notice', { ...mine.key, idLast4: '1111', id: answer?.id });
    expect([wrong.status, wrong.bytes.toString()]).toEqual([404, expect.not.stringContaining(NAME)]);
    expect((await noticeOf(mine.id, 'answerDenied')).delivery).toContain(`${today}申请人已下载`);
    const [entry] = await product.query<{ n: number }>(
      `select count(*)::int as n from audit_entries where verb = 'request-applicant-download' and document_id = $1`,
      [mine.id],
    );
    expect(entry?.n).toBe(1);
  });

  test('can be looked at while it is drafted and reviewed, typed or saved', async () => {
    const { id } = await registered();
    expect((await desk('finance-editor', `/requests/${id}/previews/answer`, {})).code).toBe('NOT_FOUND');
    const answer = { outcome: 'granted', text: '见附件一。' };
    const typed = await desk<Paper>('finance-editor', `/requests/${id}/previews/saveAnswer`, { answer });
    expect(typed.data.paragraphs.join('')).toContain('见附件一。');
    expect((await view(id)).answer).toBeNull();
    await act('finance-editor', id, 'saveAnswer', { answer });
    const pdf = await desk('finance-reviewer', `/requests/${id}/previews/answer?format=pdf`, {});
    expect(await lettersOf(pdf.bytes, 'pdf')).toContain('见附件一。');
    const html = await desk('finance-reviewer', `/requests/${id}/previews/answer?format=html`, {});
    expect(html.bytes.toString()).toContain('<p style="text-indent:2em">见附件一。</p>');
  });

  test('of a part of a split application comes to the applicant of the whole', async () => {
    const whole = await registered('online', { description: '一、甲；二、乙' });
    await act('finance-editor', whole.id, 'split', {
      reason: '一事一申请',
      parts: [{ name: '甲' }, { name: '乙' }],
    });
    const [part] = await product.query<{ id: string }>(
      'select id from information_requests where split_from = $1',
      [whole.id],
    );
    await answered({ ...whole, id: String(part?.id) });
    const { notices } = (await open<StatusTold>('/status', whole.key)).data;
    const answer = notices.find(({ label }) => label.startsWith('答复书'));
    expect((await open('/notice', { ...whole.key, id: answer?.id })).status).toBe(200);
  });

  test('is served with who took it, and its 送达回证 says so', async () => {
    const made = await registered('post');
    await answered(made);
    const sent = await noticeOf(made.id, 'answerGranted');
    expect([sent.delivery, sent.record]).toEqual([
      `${today}发出（邮寄）`,
      [{ label: '邮件号', value: 'EMS123' }],
    ]);
    const service = { on: today, how: '邮件投递成功', receivedBy: '欧阳小月（女儿）', refusal: '' };
    expect((await act('finance-editor', made.id, 'noteService', service)).data.state).toBe('served');
    const served = await noticeOf(made.id, 'answerGranted');
    expect(served).toMatchObject({ servedOn: today, delivery: `${today}送达（邮寄）` });
    const receipt = await desk(
      'finance-editor',
      `/requests/${made.id}/notices/${served.id}/receipt?format=pdf`,
    );
    const text = await lettersOf(receipt.bytes, 'pdf');
    for (const part of ['送达回证', NAME, served.number, 'EMS123', '欧阳小月（女儿）', longDate(today)])
      expect(text).toContain(part);
  });
});

describe('numbers', () => {
  test('are given once and without a gap, also when many write at once and some are refused', async () => {
    const made = [];
    for (let i = 0; i < 6; i += 1) made.push(await registered());
    const on = today;
    await Promise.all(
      made.flatMap(({ id }) => [
        act('finance-editor', id, 'askCorrection', { on, until, items: '甲' }),
        act('finance-editor', id, 'askCorrection', { on, until, items: '乙' }),
        desk('finance-editor', `/requests/${id}/previews/askCorrection`, { on, until, items: '丙' }),
      ]),
    );
    const rows = await product.query<{ series: string; gaps: number; twice: number }>(
      `select series, max(ordinal) - count(*)::int as gaps, count(*)::int - count(distinct number)::int as twice
         from information_notices where department = 'finance' and year = $1 group by series`,
      [year],
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { series, gaps, twice } of rows) expect([series, gaps, twice]).toEqual([series, 0, 0]);
    for (const { id } of made)
      expect((await view(id)).notices.map(({ kind }) => kind)).toEqual(['receipt', 'correction']);
  });

  test('begin with the 机关代字 that the office sets with the department’s data; what was given stays', async () => {
    const before = await registered();
    const [row] = await product.query<{ document_id: string }>(
      `select document_id from disclosure_departments where code = 'finance'`,
    );
    const answer = await fetch(
      `${product.url}/content-manager/collection-types/plugin::disclosure.department/${row?.document_id}`,
      {
        ...{ method: 'PUT', body: JSON.stringify({ organWord: '某财' }) },
        headers: { ...people['office-supervisor']?.headers, 'content-type': 'application/json' },
      },
    );
    expect(answer.status).toBe(200);
    const after = await registered();
    expect((await noticeOf(before.id, 'receipt')).number).toMatch(/^区财政局依申请/);
    expect((await noticeOf(after.id, 'receipt')).number).toMatch(/^某财依申请.*〔\d{4}〕\d+号$/);
    expect(await textOf(after.id, 'receipt')).toContain('某财依申请');
  });
});

describe('templates', () => {
  const path = '/templates/correction';
  const body = '请{{称谓}}在{{补正期限}}以前补正：\n{{补正事项}}';

  test('are the office’s alone', async () => {
    for (const who of ['finance-editor', 'finance-reviewer', 'health-editor']) {
      expect((await desk(who, path)).code).toBe('DUTY_REQUIRED');
      expect((await desk(who, path, { title: '标题', body })).code).toBe('DUTY_REQUIRED');
    }
    expect((await call(`/requests${path}`, {})).status).toBe(401);
  });

  test('are changed for what comes, not for what was given, and go back to the product’s', async () => {
    const old = await registered();
    const ask = { on: today, until, items: '请明确文号' };
    await act('finance-editor', old.id, 'askCorrection', ask);
    const before = await textOf(old.id, 'correction');
    const saved = await desk<TemplateTold>('office-supervisor', path, { title: '补正通知', body });
    expect(saved.data).toMatchObject({ isStandard: false, current: { title: '补正通知', body } });
    const next = await registered();
    await act('finance-editor', next.id, 'askCorrection', ask);
    expect(await textOf(next.id, 'correction')).toContain('补正通知');
    expect(await textOf(old.id, 'correction')).toBe(before);
    const restored = await desk<TemplateTold>('office-supervisor', `${path}/standard`, {});
    expect(restored.data).toMatchObject({ isStandard: true, current: restored.data.standard });
    expect(restored.data.versions.map(({ isStandard }) => isStandard)).toEqual([true, false]);
    expect(await textOf(next.id, 'correction')).toContain('补正通知');
    await expect(product.query(`update information_notice_templates set body = 'x'`)).rejects.toThrow(
      'never changed',
    );
    await expect(product.query(`update information_notices set number = 'x'`)).rejects.toThrow(
      'never changed',
    );
  });

  test.each([
    ['an unknown placeholder', `${body}{{身份证号}}`, '没有“{{身份证号}}”'],
    ['a notice without its deadline', '{{补正事项}}', '补正期限'],
    ['braces that do not close', `${body}{{称谓`, '不成对'],
  ])('with %s are refused in words, and the preview says the same', async (_what, wrong, words) => {
    const text = { title: '标题', body: wrong };
    for (const address of [path, `${path}/preview`]) {
      const refused = await desk('office-supervisor', address, text);
      expect([refused.status, refused.code, refused.message]).toEqual([
        400,
        'INVALID_CONTENT',
        expect.stringContaining(words),
      ]);
    }
  });

  test('are previewed with sample data and run nothing', async () => {
    const text = { title: '标题', body: `${body}\n<script>alert(1)</script>\${process.env}` };
    const { data } = await desk<Paper>('office-supervisor', `${path}/preview`, text);
    expect(data.paragraphs).toEqual([
      '请您在2026年12月14日以前补正：',
      '请明确所需信息的年度和文号。',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it was typed
      '<script>alert(1)</script>${process.env}',
    ]);
  });
});

test('another department reaches no notice, by no address', async () => {
  const { id } = await registered();
  const { id: notice } = await noticeOf(id, 'receipt');
  const mine = await registered();
  const on = today;
  const answers = await Promise.all([
    download(id, notice, 'pdf', 'health-editor'),
    desk('health-editor', `/requests/${id}/notices/${notice}/receipt`),
    desk('health-editor', `/requests/${id}/notices/${notice}/delivery`, {
      what: 'served',
      method: 'post',
      on,
    }),
    desk('health-editor', `/requests/${id}/notices/${notice}/mail`, {}),
    desk('health-editor', `/requests/${id}/previews/askReason`, { on, until }),
    // a notice of another request, by one's own
    download(mine.id, notice, 'pdf'),
  ]);
  expect(answers.map(({ code }) => code)).toEqual(Array(6).fill('NOT_FOUND'));
  expect((await call(`/requests/requests/${id}/notices/${notice}`, {})).status).toBe(401);
});

test('the delivery of a notice is written down with its day, and never before it was given', async () => {
  const { id } = await registered();
  await act('finance-editor', id, 'consult', { on: today, of: 'thirdParty', whom: '某某公司' });
  const { id: notice, delivery } = await noticeOf(id, 'thirdPartyOpinion');
  expect(delivery).toBe('还没有登记寄出');
  const note = (body: object) =>
    desk<RequestTold>('finance-editor', `/requests/${id}/notices/${notice}/delivery`, {
      method: 'post',
      ...body,
    });
  expect((await note({ what: 'dispatched', on: addDays(today, -1) })).code).toBe('INVALID_INPUT');
  expect((await note({ what: 'served', on: addDays(today, 1) })).code).toBe('INVALID_INPUT');
  await note({ what: 'dispatched', on: today, tracking: 'EMS9' });
  await note({ what: 'served', on: today, refusal: '拒绝签收，由社区工作人员见证后留置' });
  expect(await noticeOf(id, 'thirdPartyOpinion')).toMatchObject({
    servedOn: today,
    record: [
      { label: '邮件号', value: 'EMS9' },
      { label: '拒收情况', value: '拒绝签收，由社区工作人员见证后留置' },
    ],
  });
});

describe('that a letter of consultation has arrived is one fact, for the clock and for its delivery', () => {
  const asked = async () => {
    const { id } = await registered();
    await act('finance-editor', id, 'consult', { on: today, of: 'thirdParty', whom: '某某公司' });
    const { id: notice } = await noticeOf(id, 'thirdPartyOpinion');
    const consultation = String((await view(id)).consultations[0]?.id);
    const deliver = () =>
      desk('finance-editor', `/requests/${id}/notices/${notice}/delivery`, {
        ...{ what: 'served', method: 'inHand', on: today, receivedBy: '前台' },
      });
    const receive = () =>
      act('finance-editor', id, 'noteConsultationReceipt', {
        ...{ on: today, consultation, method: 'inHand', receivedBy: '前台' },
      });
    return { id, deliver, receive };
  };

  test.each(['deliver', 'receive'] as const)('entered by the way “%s”, once', async (way) => {
    const made = await asked();
    expect((await made[way]()).status).toBe(200);
    expect(await noticeOf(made.id, 'thirdPartyOpinion')).toMatchObject({
      ...{ servedOn: today, delivery: `${today}送达（当面送达）` },
      record: [{ label: '签收人', value: '前台' }],
    });
    expect((await view(made.id)).events.filter(({ type }) => type === 'consultationReceived')).toHaveLength(
      1,
    );
    for (const again of [made.deliver, made.receive]) expect((await again()).code).toBe('INVALID_TRANSITION');
  });

  test('also after the request has ended, when its clock does not ask for it any more', async () => {
    const made = await asked();
    await product.query(`update information_requests set state = 'withdrawn' where id = $1`, [made.id]);
    expect((await made.deliver()).status).toBe(200);
    expect((await noticeOf(made.id, 'thirdPartyOpinion')).servedOn).toBe(today);
  });
});

describe('by e-mail', () => {
  const sendDue = (at = new Date()) =>
    nativeModule<typeof import('../../src/plugins/requests/server/documents/mail/send-due')>(
      'plugins/requests/server/documents/mail/send-due',
    ).sendDueNotices(product.strapi, at);
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
  const settled = async (mails = 1) => {
    for (let i = 0; i < 100 && mail.mails.length < mails; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  test('a notice goes to who has chosen it, once, with the file', async () => {
    const { id } = await registered('email');
    await settled();
    await sendDue(inMinutes(10));
    expect(mail.mails).toHaveLength(1);
    const [sent] = mail.mails;
    expect(JSON.stringify(sent?.to)).toContain('moon@example.test');
    expect(`${sent?.subject}${sent?.text}`).not.toContain(NAME);
    const file = sent?.attachments[0]?.content ?? Buffer.alloc(0);
    expect(await lettersOf(file, 'pdf')).toContain(NAME);
    expect((await noticeOf(id, 'receipt')).delivery).toBe(`${today}已发邮件`);
  });

  test.each([
    ['go with it', 20, ['预算表.txt'], '随答复提供的文件（1个）一并附上'],
    ['are named where a mail cannot carry them', 16 * 1024 * 1024, [], '请凭查询码'],
  ])('the files of an answer %s', async (_how, bytes, names, words) => {
    const made = await registered('email');
    const data = new FormData();
    data.set('role', 'answer');
    data.append('attachments', new Blob(['a'.repeat(bytes)]), '预算表.txt');
    const added = await fetch(`${product.url}/requests/requests/${made.id}/files`, {
      ...{ method: 'POST', headers: people['finance-editor']?.headers ?? {}, body: data },
    });
    expect(added.status).toBe(201);
    await answered(made);
    // the receipt and the answer
    await settled(2);
    const answer = mail.mails.find(({ subject }) => subject?.includes('答复书'));
    expect(answer?.text).toContain(words);
    const files = answer?.attachments.map(({ filename }) => filename) ?? [];
    expect(files[0]).toContain('答复书');
    expect(files.slice(1)).toEqual(names);
  });

  test('nothing goes to who has chosen another way', async () => {
    await registered('post');
    await sendDue(inMinutes(10));
    expect(mail.mails).toEqual([]);
  });

  test('a server that is away is tried again; an address that does not exist is shown at the desk', async () => {
    mail.behave = 'break';
    const { id } = await registered('email');
    const waits = async () => (await noticeOf(id, 'receipt')).delivery;
    for (let i = 0; i < 100 && !(await waits()).includes('待重发'); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await waits()).toContain('邮件待重发（邮件服务器没有接收');
    mail.behave = 'refuse';
    await sendDue(inMinutes(10));
    expect(await noticeOf(id, 'receipt')).toMatchObject({
      ...{ needsAttention: true, mayMail: true },
      delivery: expect.stringContaining('收件地址不存在或者拒收'),
    });
    mail.behave = 'accept';
    const { id: notice } = await noticeOf(id, 'receipt');
    await desk('finance-editor', `/requests/${id}/notices/${notice}/mail`, {});
    await settled();
    expect(mail.mails).toHaveLength(1);
    for (let i = 0; i < 100 && !(await waits()).includes('已发邮件'); i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await desk('finance-editor', `/requests/${id}/notices/${notice}/mail`, {})).code).toBe(
      'INVALID_TRANSITION',
    );
  });
});

test('a dump of the database tells nothing of what was written, and it is forgotten with its request', async () => {
  const made = await registered('post', { name: '一件很特别的事项名称' });
  await act('finance-editor', made.id, 'consult', { on: today, of: 'otherOrgan', whom: '某不公开的公司' });
  const [consultation] = (await view(made.id)).consultations;
  await act('finance-editor', made.id, 'noteConsultationReply', {
    on: today,
    consultation: consultation?.id,
    text: '无',
  });
  await answered(made, 'denied.thirdPartyRights', '很特别的理由');
  await act('finance-editor', made.id, 'noteService', {
    on: today,
    how: '邻居代收',
    receivedBy: '签收人王某某',
  });
  const tables = await product.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const secrets = [
    NAME,
    'moon@example.test',
    '很特别',
    '某不公开的公司',
    '签收人王某某',
    '邻居代收',
    'EMS123',
  ];
  const told = secrets.map((_secret, i) => `t::text like '%' || $${i + 1} || '%'`).join(' or ');
  for (const { name } of tables) {
    const [found] = await product.query<{ n: number }>(
      `select count(*)::int as n from "${name}" as t where ${told}`,
      secrets,
    );
    expect([name, found?.n]).toEqual([name, 0]);
  }
  await act('finance-editor', made.id, 'archive');
  await product.query(
    `update information_requests set changed_at = now() - interval '10 years' where id = $1`,
    [made.id],
  );
  await nativeModule<typeof import('../../src/plugins/requests/server/jobs/look')>(
    'plugins/requests/server/jobs/look',
  ).forgetOld(product.strapi);
  for (const table of ['events', 'records', 'disputes']) {
    const kept = await product.query(
      `select 1 from information_request_${table} where request_id = $1 and note is not null`,
      [made.id],
    );
    expect([table, kept]).toEqual([table, []]);
  }
  const notices = (await view(made.id)).notices;
  // the receipt, the letter to who was asked and to who asks, the answer
  expect(notices.map(({ isReadable }) => isReadable)).toEqual([false, false, false, false]);
  const answer = notices.at(-1);
  expect(answer).toMatchObject({ number: expect.stringContaining('答'), servedOn: today, record: [] });
  expect((await download(made.id, String(answer?.id), 'pdf')).code).toBe('NOT_FOUND');
});
