/** @jest-environment ./tests/integration/helpers/environment.cjs */

import { call } from './helpers/call';
import { act, demoProject, recordValues } from './helpers/documents';
import { type MailServer, startMailServer } from './helpers/mail-server';
import { nativeModule } from './helpers/native';
import { makePerson, type Person, settled } from './helpers/notices';
import { signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** E-mail: a digest rather than a flood, each mail once, and nothing lost when the mail server is away. */
let mail: MailServer;
let product: Product;
let project: string;
let editor: Person;
let reviewer: Person;
const BASE = 'https://gk.example.test';

beforeAll(async () => {
  mail = await startMailServer();
  product = await startProduct({
    env: {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mail.port),
      MAIL_FROM: '政务公开 <gk@example.test>',
      PUBLIC_URL: `${BASE}/`,
    },
  });
  project = await demoProject(product);
  editor = await makePerson(product, 'm-editor', 'housing-construction', ['editor']);
  reviewer = await makePerson(product, 'm-reviewer', 'housing-construction', ['reviewer']);
}, 300_000);
afterAll(async () => {
  await product.stop();
  await mail.stop();
});
beforeEach(async () => {
  await product.query('delete from notifications');
  mail.mails.length = 0;
  mail.behave = 'accept';
});

const { sendDueMails } = {
  sendDueMails: (now: Date) =>
    nativeModule<typeof import('../../src/plugins/notifications/server/mail/send-due')>(
      'plugins/notifications/server/mail/send-due',
    ).sendDueMails(product.strapi, now),
};
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const mailsTo = (person: Person) => mail.mails.filter(({ to }) => JSON.stringify(to).includes(person.email));

async function submit(title: string): Promise<string> {
  const { documentId } = await act(product.strapi, editor.member, {
    verb: 'create',
    data: recordValues(project, { title }),
  });
  await act(product.strapi, editor.member, { verb: 'submit', documentId });
  await settled(product);
  return documentId;
}
const choose = (person: Person, channels: object) =>
  call(`${product.url}/notifications/preferences`, {
    method: 'PUT',
    headers: person.credentials.headers,
    body: { channels },
  });
const status = async () => {
  const headers = (await signInPanel(product, 'admin@example.test', product.adminPassword)).headers;
  return (await call(`${product.url}/notifications/mail`, { headers })).body.data;
};

test('what is told at once is collected for some minutes, in one mail with links', async () => {
  const first = await submit('第一件');
  await submit('第二件');
  await sendDueMails(inMinutes(1));
  expect(mailsTo(reviewer)).toEqual([]);
  await sendDueMails(inMinutes(6));
  const mails = mailsTo(reviewer);
  expect(mails).toHaveLength(1);
  expect(mails[0]?.subject).toBe('[政务公开] 2件事项请您处理');
  expect(mails[0]?.from?.text).toContain('gk@example.test');
  expect(mails[0]?.text).toContain('第一件');
  expect(mails[0]?.text).toContain(`${BASE}/admin/content-manager/collection-types/`);
  expect(mails[0]?.text).toContain(first);
  expect(mails[0]?.html).toContain('第二件');
  expect(mails[0]?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(JSON.stringify(mails[0]?.headers.get('list'))).toContain('/admin/plugins/notifications/preferences');
});

test('neither the text of a document nor personal data is in it', async () => {
  await submit('关于13812345678的通知');
  await sendDueMails(inMinutes(6));
  const [one] = mailsTo(reviewer);
  const all = `${one?.subject}${one?.text}${one?.html}`;
  expect(all).not.toContain('13812345678');
  expect(all).not.toContain('竣工验收备案材料');
});

test('it goes out once, however many look at the same time', async () => {
  await submit('只发一次');
  await Promise.all(Array.from({ length: 5 }, () => sendDueMails(inMinutes(6))));
  await sendDueMails(inMinutes(7));
  expect(mailsTo(reviewer)).toHaveLength(1);
});

test('a slow mail server makes nobody write twice', async () => {
  mail.behave = 'slow';
  await submit('慢');
  const first = sendDueMails(inMinutes(6));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await sendDueMails(inMinutes(6));
  await first;
  await sendDueMails(inMinutes(60));
  expect(mailsTo(reviewer)).toHaveLength(1);
}, 30_000);

test('what is read in the panel meanwhile is not mailed', async () => {
  await submit('已经看过');
  await call(`${product.url}/notifications/read`, {
    method: 'POST',
    headers: reviewer.credentials.headers,
    body: { all: true },
  });
  await sendDueMails(inMinutes(6));
  expect(mailsTo(reviewer)).toEqual([]);
  expect((await status()).waiting).toBe(await others());
});
/** The demo's reviewer is told as well. */
const others = async () =>
  Number(
    (
      await product.query<{ n: string }>(
        'select count(*) as n from notifications where mail_due_at is not null',
      )
    )[0]?.n,
  );

describe('who has chosen', () => {
  afterEach(() => choose(reviewer, { submitted: 'mail' }));

  test('the daily digest gets one mail on the next working day at half past eight', async () => {
    await choose(reviewer, { submitted: 'daily' });
    await submit('甲');
    await submit('乙');
    await sendDueMails(inMinutes(6));
    expect(mailsTo(reviewer)).toEqual([]);
    const [row] = await product.query<{ at: Date }>(
      'select mail_due_at as at from notifications where person_id = $1 limit 1',
      [reviewer.personId],
    );
    const at = row?.at as Date;
    expect(at.toISOString()).toMatch(/T00:30:00/);
    await sendDueMails(new Date(at.getTime() - 1_000));
    expect(mailsTo(reviewer)).toEqual([]);
    await Promise.all([sendDueMails(at), sendDueMails(at)]);
    expect(mailsTo(reviewer)).toHaveLength(1);
    await sendDueMails(new Date(at.getTime() + 86_400_000));
    expect(mailsTo(reviewer)).toHaveLength(1);
  });

  test.each(['panel', 'none'])('%s gets no mail', async (channel) => {
    await choose(reviewer, { submitted: channel });
    await submit('不发邮件');
    await sendDueMails(inMinutes(24 * 60 * 10));
    expect(mailsTo(reviewer)).toEqual([]);
    const rows = await product.query('select 1 from notifications where person_id = $1', [reviewer.personId]);
    expect(rows).toHaveLength(channel === 'panel' ? 1 : 0);
  });
});

test.each(['refuse', 'break'] as const)(
  'a server that answers with “%s” is tried again later; the administrator sees it',
  async (how) => {
    await submit('先失败后成功');
    mail.behave = how;
    await sendDueMails(inMinutes(6));
    expect(mail.mails).toEqual([]);
    const { failed } = await status();
    expect(failed.length).toBeGreaterThan(0);
    expect(failed[0]).toMatchObject({ attempts: 1, givenUp: false });
    // not before its time
    await sendDueMails(inMinutes(6));
    expect((await status()).failed[0].attempts).toBe(1);
    mail.behave = 'accept';
    await sendDueMails(inMinutes(7));
    expect(mailsTo(reviewer)).toHaveLength(1);
    expect((await status()).failed).toEqual([]);
  },
);

test('a mail that never succeeds is given up, stays to be seen, and holds up nobody else', async () => {
  mail.behave = 'refuse';
  await submit('永远失败');
  for (let i = 1; i <= 21; i++) await sendDueMails(inMinutes(i * 241));
  const { failed, waiting } = await status();
  expect(failed[0]).toMatchObject({ givenUp: true, attempts: 20, error: expect.stringContaining('mailbox') });
  expect(waiting).toBe(0);
  mail.behave = 'accept';
  await submit('后来的');
  await sendDueMails(inMinutes(100 * 60));
  expect(mailsTo(reviewer)).toHaveLength(1);
  expect(mailsTo(reviewer)[0]?.subject).toContain('后来的');
});

test('who has left meanwhile gets nothing', async () => {
  const leaving = await makePerson(product, 'm-leaving', 'housing-construction', ['reviewer']);
  await submit('离岗');
  await product.query('update admin_users set is_active = false where email = $1', [leaving.email]);
  await sendDueMails(inMinutes(6));
  expect(mailsTo(leaving)).toEqual([]);
  expect(mailsTo(reviewer)).toHaveLength(1);
  await sendDueMails(inMinutes(60));
  expect(mailsTo(leaving)).toEqual([]);
});

test('old notifications are removed', async () => {
  await submit('旧');
  const { sweepNotifications } = nativeModule<
    typeof import('../../src/plugins/notifications/server/store/sweep')
  >('plugins/notifications/server/store/sweep');
  await sendDueMails(inMinutes(6));
  await product.query("update notifications set created_at = now() - interval '91 days'");
  await sweepNotifications(product.strapi, new Date());
  expect(
    await product.query('select 1 from notifications where person_id = $1', [reviewer.personId]),
  ).toEqual([]);
});
