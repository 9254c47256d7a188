import { createCalendar } from '../../../disclosure/server/rules/working-days';
import { composeMail, type MailItem } from './compose';
import { nextDigestAt, planMail } from './timing';

const calendar = createCalendar([]);
const SETTINGS = { digestAt: '08:30', bundleMinutes: 5 };

describe('the time of the digest', () => {
  test.each([
    ['before half past eight', '2026-11-24T00:00:00Z', '2026-11-24T00:30:00.000Z'],
    ['at half past eight', '2026-11-24T00:30:00Z', '2026-11-25T00:30:00.000Z'],
    ['on a Friday afternoon', '2026-11-27T08:00:00Z', '2026-11-30T00:30:00.000Z'],
    ['on a Sunday', '2026-11-29T08:00:00Z', '2026-11-30T00:30:00.000Z'],
    [
      'after midnight in Shanghai, still yesterday in Greenwich',
      '2026-11-23T17:00:00Z',
      '2026-11-24T00:30:00.000Z',
    ],
    ['in the National Day holidays', '2026-10-01T02:00:00Z', '2026-10-08T00:30:00.000Z'],
  ])('%s', (_when, now, expected) => {
    expect(nextDigestAt(new Date(now), '08:30', calendar).toISOString()).toBe(expected);
  });
});

test.each([
  ['mail', 'soon', '2026-11-24T02:05:00.000Z'],
  ['daily', 'daily', '2026-11-25T00:30:00.000Z'],
  ['panel', 'none', undefined],
  ['none', 'none', undefined],
] as const)('who has chosen %s is mailed %s', (channel, mail, at) => {
  const plan = planMail(channel, new Date('2026-11-24T02:00:00Z'), SETTINGS, calendar);
  expect([plan.mail, plan.dueAt?.toISOString()]).toEqual([mail, at]);
});

describe('a mail', () => {
  const BASE = 'https://gk.example.gov.cn/admin';
  const item = (more: Partial<MailItem> = {}): MailItem => ({
    kind: 'submitted',
    title: '低保公示',
    count: 1,
    uid: 'plugin::social-assistance.record',
    documentId: 'abc',
    ...more,
  });

  test('about one document names it in the subject and links to it', () => {
    const mail = composeMail('王芳', [item()], BASE);
    expect(mail.subject).toBe('[政务公开] 提交给您审核:低保公示');
    expect(mail.text).toContain(
      `${BASE}/content-manager/collection-types/plugin::social-assistance.record/abc`,
    );
    expect(mail.text).toContain(`${BASE}/plugins/notifications/preferences`);
    expect(mail.html).toContain(
      '<a href="https://gk.example.gov.cn/admin/plugins/notifications/preferences">',
    );
  });

  test('about many groups them by kind, what was returned first, and counts', () => {
    const items = [
      item({ title: '甲' }),
      item({ kind: 'overdue', title: null, count: 7, uid: null, documentId: null }),
      item({ kind: 'returned', title: '乙' }),
      item({ title: '丙' }),
    ];
    const { subject, text } = composeMail('王芳', items, BASE);
    expect(subject).toBe('[政务公开] 10件事项请您处理');
    const order = ['退回给您(1件)', '提交给您审核(2件)', '已超过公开期限(7件)'].map((words) =>
      text.indexOf(words),
    );
    expect(order.every((at) => at > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(text).toContain(`共7件,见后台首页\n  ${BASE}`);
  });

  test('lists a part of very many, and says where the rest is', () => {
    const { text, html } = composeMail(
      '王芳',
      Array.from({ length: 300 }, () => item()),
      BASE,
    );
    expect(text.match(/低保公示/g)).toHaveLength(20);
    expect(text).toContain('提交给您审核(300件)');
    expect(text).toContain('其余见通知');
    expect(html.length).toBeLessThan(10_000);
  });

  test('shows a title as text, whatever it holds, and keeps the subject in one line', () => {
    const nasty = item({ title: '<img src=x onerror=alert(1)>\r\nBcc: all@example.test "&\'' });
    const { subject, html } = composeMail('<b>王</b>', [nasty], BASE);
    expect(subject).not.toMatch(/[\r\n]/);
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<b>');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('cuts a long title in the subject', () => {
    expect(composeMail('王', [item({ title: '长'.repeat(200) })], BASE).subject.length).toBeLessThan(70);
  });
});
