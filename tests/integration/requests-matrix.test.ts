/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { makeMember, makePanelUser } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { type RequestDesk, requestDesk } from './helpers/request-desk';

const today = todayInShanghai();
const STATES = [
  ...['submitted', 'handling', 'reviewing', 'approved', 'sent', 'served', 'archived', 'withdrawn'],
] as const;
type State = (typeof STATES)[number];

/** Who acts; the author is a reviewer who has written the answer. */
const ROLES = {
  anonymous: undefined,
  editor: 'finance-editor',
  reviewer: 'finance-reviewer',
  author: 'finance-author',
  strangerEditor: 'health-editor',
  strangerReviewer: 'health-reviewer',
  office: 'office-supervisor',
} as const;
type Role = keyof typeof ROLES;

const ALL: readonly State[] = STATES;
const UNANSWERED: readonly State[] = ['submitted', 'handling', 'reviewing', 'approved'];
const HANDLING: readonly State[] = ['handling'];
const REVIEWING: readonly State[] = ['reviewing'];

type Expected = {
  from: readonly State[];
  to: State | null;
  /** who may: e: any of the department, r: its reviewers, o: the office */
  who: 'e' | 'r' | 'o' | 'eo' | 'ro';
  notAuthor?: true;
  body: object;
};

const reason = '理由';
const on = { on: today };
const opinion = { result: 'passed', opinion: '没有意见' };

/** What is expected, written down without looking at the product's own table. */
const EXPECTED: Record<string, Expected> = {
  register: { from: ['submitted'], to: 'handling', who: 'eo', body: { receivedOn: today } },
  correctReceipt: {
    ...{ from: ALL.filter((state) => state !== 'submitted'), to: null, who: 'o' },
    body: { receivedOn: addDays(today, -1), reason },
  },
  assign: { from: ['submitted', 'handling'], to: null, who: 'o', body: { department: 'health', reason } },
  proposeTransfer: { from: ['submitted', 'handling'], to: null, who: 'e', body: { reason } },
  declineTransfer: { from: ['submitted', 'handling'], to: null, who: 'o', body: { reason } },
  notOurs: { from: HANDLING, to: 'reviewing', who: 'e', body: { organ: '某局', contact: '12345' } },
  split: {
    ...{ from: HANDLING, to: null, who: 'eo' },
    body: { reason, parts: [{ name: '甲事项' }, { name: '乙事项' }] },
  },
  askCorrection: {
    ...{ from: HANDLING, to: null, who: 'eo' },
    body: { ...on, until: addDays(today, 10), items: '请写明年度' },
  },
  noteCorrection: { from: HANDLING, to: null, who: 'eo', body: on },
  askReason: { from: HANDLING, to: null, who: 'eo', body: { ...on, until: addDays(today, 10) } },
  noteReason: { from: HANDLING, to: null, who: 'eo', body: { ...on, text: '研究需要' } },
  delay: { from: HANDLING, to: null, who: 'ro', body: { ...on, until: addDays(today, 99), reason } },
  consult: { from: HANDLING, to: null, who: 'eo', body: { ...on, of: 'thirdParty', whom: '某公司' } },
  noteConsultationReceipt: {
    from: HANDLING,
    to: null,
    who: 'eo',
    body: { ...on, consultation: 'c', method: 'post' },
  },
  noteConsultationReply: {
    from: HANDLING,
    to: null,
    who: 'eo',
    body: { ...on, consultation: 'c', text: '同意' },
  },
  informThirdParty: {
    ...{ from: ['handling', 'reviewing', 'approved', 'sent', 'served'], to: null, who: 'eo' },
    body: { ...on, text: '决定公开' },
  },
  extend: { from: HANDLING, to: null, who: 'ro', body: { ...on, days: 5, reason } },
  proposeFee: { from: HANDLING, to: null, who: 'eo', body: { basis: 'volume', pages: 150 } },
  decideFee: { from: HANDLING, to: null, who: 'ro', body: { decision: 'charge' } },
  notifyFee: { from: HANDLING, to: null, who: 'eo', body: on },
  notePayment: { from: HANDLING, to: null, who: 'eo', body: on },
  saveAnswer: {
    from: HANDLING,
    to: null,
    who: 'e',
    body: { answer: { outcome: 'granted', text: '见附件' } },
  },
  submit: { from: HANDLING, to: 'reviewing', who: 'e', body: {} },
  return: { from: REVIEWING, to: 'handling', who: 'r', body: { reason } },
  legalReview: { from: REVIEWING, to: null, who: 'ro', notAuthor: true, body: opinion },
  secrecyReview: { from: REVIEWING, to: null, who: 'ro', notAuthor: true, body: opinion },
  approve: { from: REVIEWING, to: 'approved', who: 'r', notAuthor: true, body: {} },
  send: { from: ['approved'], to: 'sent', who: 'e', body: { ...on, method: 'online' } },
  close: { from: HANDLING, to: 'sent', who: 'r', body: { ...on, reason } },
  noteWithdrawal: { from: UNANSWERED, to: 'withdrawn', who: 'eo', body: { ...on, how: '来信' } },
  noteService: { from: ['sent'], to: 'served', who: 'eo', body: { ...on, how: '签收' } },
  archive: { from: ['served', 'withdrawn'], to: 'archived', who: 'eo', body: {} },
  fileDispute: {
    ...{ from: ALL, to: null, who: 'ro' },
    body: { ...on, kind: 'reconsideration', organ: '区人民政府' },
  },
  closeDispute: { from: ALL, to: null, who: 'ro', body: { ...on, dispute: '1', result: 'upheld' } },
  correctDispute: { from: ALL, to: null, who: 'ro', body: { dispute: '1', organ: '某机关', reason } },
  reopen: { from: ['sent', 'served', 'archived'], to: 'handling', who: 'ro', body: on },
};

/** What somebody is told who sends an outdated version: STALE_VERSION where nothing else stands in her way. */
function expectedCode({ from, who, notAuthor }: Expected, role: Role, state: State): string {
  if (role === 'anonymous') return '401';
  if (role === 'strangerEditor' || role === 'strangerReviewer') return 'NOT_FOUND';
  if (role === 'office' && !who.includes('o')) return 'NOT_OWNER';
  if (role !== 'office' && who === 'o') return 'DUTY_REQUIRED';
  if (role === 'editor' && who.startsWith('r')) return 'DUTY_REQUIRED';
  if (!from.includes(state)) return 'INVALID_TRANSITION';
  return notAuthor && role === 'author' ? 'NEEDS_SECOND_REVIEWER' : 'STALE_VERSION';
}

let product: Product;
let desk: RequestDesk;
const requests = {} as Record<State, string>;

beforeAll(async () => {
  product = await startProduct();
  const { id } = await makePanelUser(product, 'finance-author@example.test', 'disclosure-department');
  await makeMember(product.strapi, { department: 'finance', duties: ['editor', 'reviewer'], adminUser: id });
  desk = await requestDesk(
    product,
    Object.values(ROLES).filter((account) => account !== undefined),
  );
  for (const state of STATES) requests[state] = await standing(state);
});
afterAll(() => product.stop());

/** A request in a state, brought there by people; its answer is the author's. */
async function standing(state: State, receivedOn = today): Promise<string> {
  if (state === 'submitted') return (await desk.apply()).id;
  const { id } = await desk.enter(receivedOn);
  const steps: [State, string, string, object][] = [
    ['reviewing', 'finance-author', 'submit', {}],
    ['approved', 'finance-reviewer', 'approve', {}],
    ['sent', 'finance-editor', 'send', { ...on, method: 'online' }],
    ['served', 'finance-editor', 'noteService', { ...on, how: '签收' }],
    ['archived', 'finance-editor', 'archive', {}],
  ];
  if (state === 'withdrawn') {
    await desk.act('finance-editor', id, 'noteWithdrawal', { ...on, how: '来信' });
    return id;
  }
  await desk.act('finance-author', id, 'saveAnswer', { answer: { outcome: 'granted', text: '见附件' } });
  for (const [to, who, verb, body] of state === 'handling' ? [] : steps) {
    if (verb === 'approve') {
      await desk.act(who, id, 'legalReview', opinion);
      await desk.act(who, id, 'secrecyReview', opinion);
    }
    expect((await desk.act(who, id, verb, body)).status).toBe(200);
    if (to === state) break;
  }
  return id;
}

test('the table names every verb that the desk offers', async () => {
  const { buttons } = await desk.look('finance-editor', requests.handling);
  expect(buttons.map(({ verb }) => verb).sort()).toEqual(Object.keys(EXPECTED).sort());
});

describe.each(STATES)('a request that is %s', (state) => {
  test.each(Object.keys(ROLES) as Role[])(
    'by %s: every verb as the table says, and nothing changes',
    async (role) => {
      const before = await product.query('select * from information_requests where id = $1', [
        requests[state],
      ]);
      const told: Record<string, string> = {};
      const expected: Record<string, string> = {};
      for (const [verb, row] of Object.entries(EXPECTED)) {
        const body = { ...row.body, expectedVersion: 9_999 };
        const { status, code } = await desk.act(ROLES[role], requests[state], verb, body);
        told[verb] = code ?? String(status);
        expected[verb] = expectedCode(row, role, state);
      }
      expect(told).toEqual(expected);
      expect(
        await product.query('select * from information_requests where id = $1', [requests[state]]),
      ).toEqual(before);
    },
  );
});

/** What has to have happened before a verb, beside the state. */
const BEFORE: Record<string, (id: string) => Promise<unknown>> = {
  declineTransfer: (id) => desk.act('finance-editor', id, 'proposeTransfer', { reason }),
  noteCorrection: (id) => desk.act('finance-editor', id, 'askCorrection', EXPECTED.askCorrection?.body),
  noteReason: (id) => desk.act('finance-editor', id, 'askReason', EXPECTED.askReason?.body),
  delay: async (id) => {
    await desk.act('finance-editor', id, 'askReason', EXPECTED.askReason?.body);
    await desk.act('finance-editor', id, 'noteReason', EXPECTED.noteReason?.body);
  },
  decideFee: (id) => desk.act('finance-editor', id, 'proposeFee', EXPECTED.proposeFee?.body),
  notifyFee: async (id) => {
    await desk.act('finance-editor', id, 'proposeFee', EXPECTED.proposeFee?.body);
    await desk.act('finance-reviewer', id, 'decideFee', { decision: 'charge' });
  },
  notePayment: (id) => desk.happened(id, 'feeNotified', today),
  close: (id) => desk.happened(id, 'feeNotified', addDays(today, -60)),
  approve: async (id) => {
    await desk.act('finance-reviewer', id, 'legalReview', opinion);
    await desk.act('finance-reviewer', id, 'secrecyReview', opinion);
  },
  reopen: async (id) => {
    const filed = await desk.act('finance-reviewer', id, 'fileDispute', EXPECTED.fileDispute?.body);
    const dispute = filed.data.disputes[0]?.id;
    await desk.act('finance-reviewer', id, 'closeDispute', { ...on, dispute, result: 'corrected' });
  },
};
/** Bodies that name something of this request. */
const NAMED: Record<string, (id: string) => Promise<object>> = {
  noteConsultationReceipt: (id) => consulted(id),
  noteConsultationReply: (id) => consulted(id),
  closeDispute: (id) => disputed(id),
  correctDispute: (id) => disputed(id),
};
const consulted = async (id: string) => {
  const { data } = await desk.act('finance-editor', id, 'consult', EXPECTED.consult?.body);
  return { consultation: data.consultations[0]?.id };
};
const disputed = async (id: string) => {
  const { data } = await desk.act('finance-reviewer', id, 'fileDispute', EXPECTED.fileDispute?.body);
  return { dispute: data.disputes[0]?.id };
};

test.each(Object.entries(EXPECTED))(
  '%s leads where the table says',
  async (verb, { from, to, who, body }) => {
    const state = (from.includes('handling') ? 'handling' : from[0]) as State;
    const id = await standing(state, verb === 'close' ? addDays(today, -70) : today);
    await BEFORE[verb]?.(id);
    const named = (await NAMED[verb]?.(id)) ?? {};
    const actor = who === 'o' ? ROLES.office : who.startsWith('r') ? ROLES.reviewer : ROLES.editor;
    const done = await desk.act(actor, id, verb, { ...body, ...named });
    expect([done.status, done.message]).toEqual([200, '']);
    const [row] = await product.query<{ state: string }>(
      'select state from information_requests where id = $1',
      [id],
    );
    expect(row?.state).toBe(to ?? state);
  },
);
