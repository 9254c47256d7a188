import type { RequestState } from '../../shared/states';
import type { Clock } from '../clock/clock';
import type { Recorded, RequestRecord } from '../records/records';
import type { Progress } from '../workflow/progress';
import { nextStep } from './next-step';

const records = (...made: RequestRecord[]): Recorded[] =>
  made.map((record) => ({
    ...{ ...record, on: '2026-03-10', byPerson: 'a', byName: 'a', note: null, recordedAt: new Date(0) },
  }));
const clock = (state: Clock['state'], applicantBy: string | null = null) => ({ state, applicantBy });
const next = (state: RequestState, changes: Partial<Progress> = {}, hasAnswer = false) =>
  nextStep(
    { state, hasAnswer, dueOn: '2026-03-30' },
    {
      ...{ kind: 'information', asksTransfer: false, records: [], disputes: [], isFeeNotified: false },
      ...{ reopened: 0, missing: [], lapse: null },
      ...{ clock: clock('running'), today: '2026-03-20', ...changes },
    },
  );

const submitted = { type: 'submitted' } as const;
const legal = { type: 'legalReviewed', passed: true } as const;
const secrecy = { type: 'secrecyReviewed', passed: true } as const;

test.each<[string, ReturnType<typeof next>, string | null, string]>([
  ['to register', next('submitted', { clock: null }), 'register', '确认收到申请的日期'],
  ['to draft', next('handling'), 'saveAnswer', '答复期限是2026-03-30'],
  ['to submit what is drafted', next('handling', {}, true), 'submit', '提交审核'],
  [
    'to write anew what was returned',
    next('handling', { records: records(submitted, { type: 'returned' }) }, true),
    'saveAnswer',
    '退回',
  ],
  [
    'what a draft lacks',
    next('handling', { missing: ['请填写答复内容'] }, true),
    'saveAnswer',
    '还不完整：请填写答复内容',
  ],
  [
    'to write anew what an opinion objects to',
    next('handling', { records: records(submitted, { ...legal, passed: false }) }, true),
    'saveAnswer',
    '退回',
  ],
  [
    'to decide without the third party that is silent',
    next('handling', { lapse: { of: 'thirdParty', until: '2026-03-19' } }),
    'saveAnswer',
    '第三方到2026-03-19没有提出意见。由本机关决定',
  ],
  [
    'that a co-maker who is silent agrees',
    next('handling', { lapse: { of: 'coMaker', until: '2026-03-19' } }),
    'saveAnswer',
    '视为同意公开（条例第三十四条）',
  ],
  [
    'what to do without the reasons that were asked for',
    next('handling', { lapse: { of: 'reason', until: '2026-03-19' } }),
    'saveAnswer',
    '条例第三十五条',
  ],
  [
    'to wait for a correction until its day',
    next('handling', { clock: clock('awaitingCorrection', '2026-03-20') }),
    'noteCorrection',
    '等待申请人在2026-03-20以前补正',
  ],
  [
    'that a correction did not come in time',
    next('handling', {
      clock: clock('awaitingCorrection', '2026-03-19'),
      lapse: { of: 'correction', until: '2026-03-19' },
    }),
    'close',
    '到2026-03-19没有补正',
  ],
  [
    'to wait for a payment',
    next('handling', { clock: clock('awaitingPayment', '2026-04-01') }),
    'notePayment',
    '缴费',
  ],
  [
    'to wait for opinions',
    next('handling', { clock: clock('paused') }),
    'noteConsultationReply',
    '不计答复期限',
  ],
  ['to decide on a transfer', next('handling', { asksTransfer: true }), 'assign', '区政务公开办'],
  [
    'both reviews',
    next('reviewing', { records: records(submitted) }),
    'legalReview',
    '法律顾问审查、保密审查',
  ],
  [
    'the review that is left',
    next('reviewing', { records: records(submitted, legal) }),
    'secrecyReview',
    '保密审查',
  ],
  [
    'the approval',
    next('reviewing', { records: records(submitted, legal, secrecy) }),
    'approve',
    '两项审查都已通过',
  ],
  [
    'reviews of what was submitted anew',
    next('reviewing', { records: records(submitted, legal, secrecy, { type: 'returned' }, submitted) }),
    'legalReview',
    '法律顾问审查、保密审查',
  ],
  ['to send', next('approved'), 'send', '发出答复'],
  ['to note the service', next('sent'), 'noteService', '从送达之日起算'],
  ['to archive', next('served'), 'archive', '归档'],
  ['nothing', next('archived'), null, '已归档'],
])('the desk is told %s', (_what, told, verb, words) => {
  expect(told).toEqual({ verb, text: expect.stringContaining(words) });
});
