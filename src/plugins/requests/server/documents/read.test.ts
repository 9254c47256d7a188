import { told } from './read';
import { serviceReceipt } from './service-receipt';
import type { Delivery, NoticeMail } from './store/deliveries';

const notice = (kind: 'receipt' | 'thirdPartyOpinion' = 'receipt') => ({
  ...{
    id: 'n',
    requestId: 'r',
    kind,
    department: 'finance',
    number: '1号',
    madeOn: '2026-11-02',
    sealed: 'x',
    consultation: null,
  },
});
const step = (what: Delivery['what'], more: Partial<Delivery> = {}): Delivery => ({
  ...{ noticeId: 'n', what, method: 'post', on: '2026-11-03', byName: '李某', record: {} },
  ...more,
});
const mail = (more: Partial<NoticeMail>): NoticeMail => ({
  ...{ noticeId: 'n', dueAt: null, lastError: null, sentAt: null },
  ...more,
});

describe('the delivery of a notice', () => {
  test.each<[string, ReturnType<typeof told>, string, boolean]>([
    ['nothing happened', told(notice(), [], null, null), '申请人可凭查询码下载', false],
    ['to others', told(notice('thirdPartyOpinion'), [], null, { isReady: false }), '还没有登记寄出', false],
    [
      'no mail server',
      told(notice(), [], null, { isReady: false }),
      '没有设置邮件服务器，请用其他方式送达',
      true,
    ],
    [
      'no mail server, but posted',
      told(notice(), [step('dispatched')], null, { isReady: false }),
      '2026-11-03发出（邮寄）',
      false,
    ],
    ['waiting', told(notice(), [], mail({ dueAt: new Date() }), { isReady: true }), '邮件待发送', false],
    [
      'given up',
      told(notice(), [], mail({ lastError: '拒收' }), { isReady: true }),
      '邮件没有送出（拒收），请用其他方式送达',
      true,
    ],
    [
      'given up, then served',
      told(notice(), [step('served')], mail({ lastError: '拒收' }), { isReady: true }),
      '2026-11-03送达（邮寄）',
      false,
    ],
    [
      'mailed and taken',
      told(
        notice(),
        [step('dispatched', { method: 'email' }), step('downloaded', { method: 'online' })],
        mail({ sentAt: new Date('2026-11-03T02:00:00Z') }),
        { isReady: true },
      ),
      '2026-11-03已发邮件；2026-11-03申请人已下载',
      false,
    ],
  ])('%s', (_what, { delivery, needsAttention }, words, attention) => {
    expect([delivery, needsAttention]).toEqual([words, attention]);
  });
});

test('送达回证 leaves room for what is not known, and takes the last that was written down', () => {
  const paper = {
    ...{ title: '答复书', number: '1号', requestNumber: '2026-0001', addressee: '张三', paragraphs: [] },
    ...{ signedBy: '区财政局', day: '2026年11月2日' },
  };
  const fieldsOf = (deliveries: Delivery[]) =>
    serviceReceipt({ paper, organ: '区财政局', deliveries }).fields;
  const value = (deliveries: Delivery[], label: string) =>
    fieldsOf(deliveries).find((field) => field.label === label)?.value;
  const blank = fieldsOf([]).filter(({ foot }) => foot);
  expect(blank.map(({ label }) => label)).toEqual([
    ...['送达日期', '受送达人签名或者盖章', '代收人签名、与受送达人关系', '拒收情况、见证人签名', '送达人'],
  ]);
  // a signature needs 15 mm, three lines of 12 points set half as high again
  for (const { foot, lines } of blank.slice(1))
    expect([foot, lines]).toEqual([expect.stringMatching(/年　+月　+日/), 3]);
  expect(value([], '送达方式')).toContain('□邮寄');
  const deliveries = [
    step('dispatched', { record: { tracking: 'EMS1' } }),
    step('downloaded', { method: 'online' }),
    step('served', { on: '2026-11-05', record: { refusal: '拒收' } }),
  ];
  expect(
    ['邮件号', '送达方式', '送达日期', '拒收情况、见证人签名'].map((label) => value(deliveries, label)),
  ).toEqual(['EMS1', '邮寄', '2026年11月5日', '拒收']);
});
