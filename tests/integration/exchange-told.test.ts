/** @jest-environment ./tests/integration/helpers/environment.cjs */

import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { type MailServer, startMailServer } from './helpers/mail-server';
import { nativeEnvironment, nativeModule } from './helpers/native';
import { inboxOf, makePerson, type Person, settled } from './helpers/notices';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { type Receiver, startReceiver } from './helpers/receiver';
import { until } from './helpers/schedules';

/** Who is told of changes: other platforms by webhooks, citizens by mail. */
const BASE = 'https://gk.example.test';
const DOMAIN = 'major-construction-projects';

let product: Product;
let documents: Documents;
let mail: MailServer;
let receiver: Receiver;
let office: Credentials;

beforeAll(async () => {
  mail = await startMailServer();
  receiver = await startReceiver();
  product = await startProduct({
    env: {
      SMTP_HOST: '127.0.0.1',
      SMTP_PORT: String(mail.port),
      MAIL_FROM: '政务公开 <gk@example.test>',
      PUBLIC_URL: BASE,
      WEBHOOK_PRIVATE_NETWORKS: '127.0.0.1/32',
    },
  });
  documents = await documentsOf(product);
  office = await signInPanel(product, 'office-supervisor@example.test', product.demoPassword);
}, 300_000);
afterAll(async () => {
  await product.stop();
  await mail.stop();
  await receiver.stop();
});

const publish = async (more: Record<string, unknown> = {}) => {
  const documentId = await documents.make('published', more);
  await settled(product);
  return documentId;
};
const by = (verb: 'withdraw' | 'publish', documentId: string) =>
  act(product.strapi, documents.reviewer, { verb, documentId, input: { reason: '内容有误' } });
async function correct(documentId: string, title: string): Promise<void> {
  const { editor, reviewer } = documents;
  const step = (who: typeof editor, verb: never, more = {}) =>
    act(product.strapi, who, { verb, documentId, ...more });
  await step(editor, 'correct' as never, { input: { reason: '更正' } });
  await step(editor, 'edit' as never, { data: { title } });
  await step(editor, 'submit' as never);
  await step(reviewer, 'approve' as never);
  await step(reviewer, 'publish' as never);
}
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);

describe('webhooks', () => {
  const targets = (body: unknown, headers = office.headers) =>
    call(`${product.url}/exchange/targets`, { method: 'POST', headers, body });
  const actOn = (id: string, body: unknown) =>
    call(`${product.url}/exchange/targets/${id}/acts`, { method: 'POST', headers: office.headers, body });
  const view = async (id: string) =>
    (await call(`${product.url}/exchange/targets`, { headers: office.headers })).body.data.targets.find(
      (target: { id: string }) => target.id === id,
    );

  /** A target that the test delivers to itself: the product's own worker looks at active ones only. */
  async function makeTarget(more: Record<string, unknown> = {}): Promise<string> {
    const { status, body, text } = await targets({ name: '测试平台', url: receiver.url, ...more });
    if (status !== 200) throw new Error(text);
    receiver.secret = body.data.secret;
    return body.data.target.id;
  }
  /** Steps until nothing is left to do, as several instances do at once. */
  async function deliver(id: string, now = new Date(), instances = 1): Promise<void> {
    const { deliverOne } = nativeModule<typeof import('../../src/plugins/exchange/server/webhooks/deliver')>(
      'plugins/exchange/server/webhooks/deliver',
    );
    const step = () => deliverOne(product.strapi, id, now);
    const work = async () => {
      while ((await step()).more);
    };
    // the product's own worker is at it as well
    await until('all that is due', async () => {
      await Promise.all(Array.from({ length: instances }, work));
      const rows = await product.query(
        `select 1 from webhook_targets t where id = $1 and state = 'active' and (
           position < (select max(seq) from exchange_changes) or exists (
             select from webhook_waiting w where w.target_id = t.id and w.next_try_at <= $2 and not exists (
               select from webhook_waiting e
                where e.target_id = w.target_id and e.document_id = w.document_id and e.seq < w.seq)))`,
        [id, now],
      );
      return rows.length === 0;
    });
  }
  const receivedOf = (documentId: string) =>
    receiver.received.filter((message) => message.documentId === documentId);
  const remove = (id: string) => actOn(id, { act: 'remove' });

  beforeEach(() => {
    receiver.received.length = 0;
    receiver.behave = () => ({ status: 204 });
  });

  test('each change is sent once, signed, with what the document is now', async () => {
    const id = await makeTarget();
    const documentId = await publish({ title: '推送一次' });
    await Promise.all([deliver(id, new Date(), 3), deliver(id)]);
    await correct(documentId, '更正以后');
    await by('withdraw', documentId);
    await settled(product);
    await deliver(id);
    expect(receivedOf(documentId).map(({ type, isGenuine }) => [type, isGenuine])).toEqual([
      ['publication.published', true],
      // withdrawn before it was sent, or not: never the text of what is withdrawn
      ...receivedOf(documentId)
        .slice(1)
        .map(({ data }) => [`publication.${data.change}`, true]),
    ]);
    expect(receivedOf(documentId)[0]?.data).toMatchObject({ title: '推送一次', state: 'live' });
    expect(receivedOf(documentId).at(-1)?.data).toMatchObject({ state: 'withdrawn', reason: '内容有误' });
    expect(new Set(receiver.received.map(({ id: message }) => message)).size).toBe(receiver.received.length);
    await remove(id);
  });

  test('the secret is shown once, and stands nowhere in clear', async () => {
    const id = await makeTarget();
    const [row] = await product.query<{ secret: string }>(
      'select secret from webhook_targets where id = $1',
      [id],
    );
    expect(row?.secret).not.toContain(receiver.secret.slice(6));
    expect(JSON.stringify(await view(id))).not.toContain('secret');
    const { rows } = await product.query.pool.query(
      "select details::text from audit_entries where verb like 'webhook-%'",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(receiver.secret.slice(6, 20));
    const before = receiver.secret;
    receiver.secret = (await actOn(id, { act: 'renew-secret' })).body.data.secret;
    expect(receiver.secret).not.toBe(before);
    const documentId = await publish();
    await deliver(id);
    expect(receivedOf(documentId)[0]?.isGenuine).toBe(true);
    await remove(id);
  });

  test('only what fits the filters is sent, a saved search included', async () => {
    const other = await makeTarget({ filters: { department: ['civil-affairs'] } });
    const searched = await makeTarget({ filters: { domain: [DOMAIN], q: '独角兽工程' } });
    const yes = await publish({ title: '独角兽工程竣工验收' });
    const no = await publish({ title: '另一工程竣工验收' });
    await deliver(searched);
    await deliver(other);
    expect([receivedOf(yes).length, receivedOf(no).length]).toEqual([1, 0]);
    for (const id of [other, searched]) await remove(id);
  });

  test('a later change of a document waits for the earlier; other documents do not', async () => {
    const id = await makeTarget();
    // the worker of the product would be faster than the test
    await actOn(id, { act: 'pause' });
    const stuck = await publish({ title: '先不接收' });
    const free = await publish({ title: '随时接收' });
    await correct(stuck, '先不接收之二');
    await settled(product);
    let isDown = true;
    receiver.behave = ({ documentId }) => ({ status: isDown && documentId === stuck ? 500 : 204 });
    await actOn(id, { act: 'resume' });
    await deliver(id);
    expect([receivedOf(stuck).length, receivedOf(free).length]).toEqual([0, 1]);
    expect(await view(id)).toMatchObject({ waiting: 2, behind: 0 });
    isDown = false;
    await deliver(id, inDays(0.1));
    expect(receivedOf(stuck).map(({ type }) => type)).toEqual([
      'publication.published',
      'publication.corrected',
    ]);
    expect(await view(id)).toMatchObject({ waiting: 0, failingSince: null });
    const log = await call(`${product.url}/exchange/targets/${id}/deliveries`, { headers: office.headers });
    expect(log.body.data.deliveries.map(({ outcome }: { outcome: string }) => outcome)).toContain('failed');
    await remove(id);
  });

  test('what a target never takes is given up after days, where it takes others; replayed, it comes again', async () => {
    const id = await makeTarget();
    const poison = await documents.make('approved', { title: '不接收' });
    receiver.behave = ({ documentId }) => ({ status: documentId === poison ? 400 : 204 });
    await by('publish', poison);
    await settled(product);
    await deliver(id);
    const next = await publish();
    await deliver(id, inDays(1));
    expect(receivedOf(next)).toHaveLength(1);
    await deliver(id, inDays(4));
    const [gone] = (
      await call(`${product.url}/exchange/targets/${id}/deliveries`, { headers: office.headers })
    ).body.data.deliveries;
    expect(gone).toMatchObject({ documentId: poison, outcome: 'given-up', status: 400 });
    receiver.behave = () => ({ status: 204 });
    await actOn(id, { act: 'replay', seq: gone.seq });
    await deliver(id);
    expect([receivedOf(poison).length, receivedOf(next).length]).toEqual([1, 2]);
    // a message that comes again has its id again
    expect(new Set(receivedOf(next).map(({ id: message }) => message)).size).toBe(1);
    await remove(id);
  });

  test('a target that takes nothing for days is paused, the office is told, and resuming loses nothing', async () => {
    const supervisor: Person = await makePerson(product, 'w-supervisor', 'district-office', ['supervisor']);
    const id = await makeTarget();
    receiver.behave = () => ({ status: 503 });
    const documentId = await publish();
    await deliver(id);
    await deliver(id, inDays(6));
    expect(await view(id)).toMatchObject({
      state: 'paused',
      pauseReason: expect.stringContaining('自动暂停'),
    });
    const { items } = await inboxOf(product, supervisor);
    expect(items[0]).toMatchObject({ kind: 'webhook-paused', title: expect.stringContaining('测试平台') });
    receiver.behave = () => ({ status: 200 });
    await deliver(id, inDays(7));
    expect(receivedOf(documentId)).toEqual([]);
    await actOn(id, { act: 'resume' });
    await deliver(id, inDays(7));
    expect(receivedOf(documentId)).toHaveLength(1);
    await remove(id);
  });

  test('a redirect is not followed, and a slow answer is cut off', async () => {
    const { post } = nativeModule<typeof import('../../src/plugins/exchange/server/webhooks/post')>(
      'plugins/exchange/server/webhooks/post',
    );
    const limits = { privateNetworks: ['127.0.0.1/32'], timeoutMs: 300 };
    const body = '{"type":"x","data":{}}';
    receiver.behave = () => ({ status: 302, headers: { location: `${receiver.url}/elsewhere` } });
    expect(await post(receiver.url, {}, body, limits)).toMatchObject({ status: 302, error: '对方答复 302' });
    expect(receiver.received).toEqual([]);
    receiver.behave = () => ({ status: 200, ms: 2_000 });
    const slow = await post(receiver.url, {}, body, limits);
    expect(slow).toMatchObject({ status: null, error: '对方没有按时答复' });
    expect(slow.ms).toBeLessThan(1_500);
  });

  test('a name that leads to a private address is not reached, whatever it led to when it was registered', async () => {
    const { post } = nativeModule<typeof import('../../src/plugins/exchange/server/webhooks/post')>(
      'plugins/exchange/server/webhooks/post',
    );
    const dns = globalThis.nativeRequire('node:dns') as typeof import('node:dns');
    const { lookup } = dns;
    dns.lookup = ((_host: string, _options: object, done: (...found: unknown[]) => void) =>
      done(null, [
        { address: '203.0.114.9', family: 4 },
        { address: '127.0.0.1', family: 4 },
      ])) as never;
    try {
      const answer = await post('https://rebinding.example.test/', {}, '{}', {
        privateNetworks: [],
        timeoutMs: 1_000,
      });
      expect(answer).toMatchObject({ status: null, error: expect.stringContaining('内部或保留地址') });
    } finally {
      dns.lookup = lookup;
    }
  });

  test.each(['http://example.test/', 'https://10.0.0.1/', 'https://[::ffff:127.0.0.2]/', 'javascript:1', ''])(
    'no target: %s',
    async (url) => {
      const answer = await targets({ name: 'x', url });
      expect([answer.status, answer.code]).toEqual([400, 'INVALID_INPUT']);
    },
  );

  test('departments do not see or change targets', async () => {
    const { headers } = await signInPanel(product, 'audit-editor@example.test', product.demoPassword);
    const answers = [
      await targets({ name: 'x', url: receiver.url }, headers),
      await call(`${product.url}/exchange/targets`, { headers }),
    ];
    expect(answers.map(({ status, code }) => [status, code])).toEqual(Array(2).fill([403, 'NOT_ALLOWED']));
  });
});

test('what becomes another thing by the calendar is in the log, once', async () => {
  const [row] = await product.query<{ document_id: string }>(
    "select document_id from publications where state = 'live' and effective_on is not null limit 1",
  );
  const { logDays } = nativeModule<typeof import('../../src/plugins/exchange/server/log/log-days')>(
    'plugins/exchange/server/log/log-days',
  );
  const [{ day } = { day: '' }] = await product.query<{ day: string }>(
    "select (valid_until + 1)::text as day from publications where state = 'live' and valid_until > current_date order by valid_until limit 1",
  );
  expect(row && day).toBeTruthy();
  const [one, two] = await Promise.all([logDays(product.strapi, day), logDays(product.strapi, day)]);
  expect([one, two].sort()).toEqual([0, expect.any(Number)]);
  expect(one + two).toBeGreaterThan(0);
  const rows = await product.query(
    `select 1 from exchange_changes c join publications p using (document_id)
      where c.change = 'standing' and p.valid_until = $1::date - 1`,
    [day],
  );
  expect(rows.length).toBeGreaterThan(0);
});

describe('subscriptions', () => {
  const FILTERS = { domain: [DOMAIN] };
  const subscribe = (email: string, more: Record<string, unknown> = {}) =>
    call(`${product.url}/api/subscriptions`, {
      method: 'POST',
      body: { email, filters: FILTERS, frequency: 'instant', ...more },
    });
  const mails = (email: string) => mail.mails.filter(({ to }) => JSON.stringify(to).includes(email));
  const linkIn = (text: string | undefined, page: string): string => {
    const [found] = new RegExp(`${BASE}/api/subscriptions/${page}\\?token=[\\w.-]+`).exec(text ?? '') ?? [];
    if (!found) throw new Error(`no link to ${page} in ${text}`);
    return found.replace(BASE, product.url);
  };
  const tokenIn = (link: string) => String(new URL(link).searchParams.get('token'));
  const form = (path: string, fields: Record<string, string>) =>
    fetch(path.startsWith('http') ? path : `${product.url}/api/subscriptions/${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
    });
  const sendNews = (now = inDays(0.01)) =>
    nativeModule<typeof import('../../src/plugins/subscriptions/server/mail/send-due')>(
      'plugins/subscriptions/server/mail/send-due',
    ).sendDueNews(product.strapi, now);
  /** The product's own clock may be the one that sends it. */
  async function confirmationOf(email: string): Promise<string> {
    const before = mails(email).length;
    await until('the confirmation', async () => {
      await sendNews();
      const rows = await product.query(
        "select 1 from subscriptions where state = 'pending' and due_at is not null",
      );
      return rows.length === 0 && mails(email).length >= Math.max(1, before);
    });
    return linkIn(mails(email).at(-1)?.text, 'confirm');
  }
  const match = async () => {
    await settled(product);
    const { matchChanges } = nativeModule<
      typeof import('../../src/plugins/subscriptions/server/store/match')
    >('plugins/subscriptions/server/store/match');
    while (await matchChanges(product.strapi)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  async function subscribed(email: string, more: Record<string, unknown> = {}): Promise<void> {
    const answer = await subscribe(email, more);
    if (answer.status !== 202) throw new Error(answer.text);
    const link = await confirmationOf(email);
    const confirmed = await form('confirm', { token: tokenIn(link) });
    expect(confirmed.status).toBe(200);
    // what was published before does not concern her
    await match();
    mail.mails.length = 0;
  }
  const tell = async (now?: Date) => {
    await match();
    await sendNews(now);
  };

  beforeEach(async () => {
    await product.query('delete from subscription_requests');
    await product.query('delete from subscriptions');
    mail.mails.length = 0;
    mail.behave = 'accept';
  });

  test('confirmed by the button alone, told once with a link, ended by one click; then nothing is kept', async () => {
    const email = 'citizen@example.test';
    expect((await subscribe(email)).body.data.message).toContain('确认邮件');
    const link = await confirmationOf(email);
    // programs that open every link of a mail confirm nothing; the page says what would be confirmed
    const page = await (await fetch(link)).text();
    expect(page).toMatch(/<html lang="zh-CN">.*<button>确认订阅<\/button>/s);
    await publish({ title: '确认以前' });
    await tell();
    expect(mails(email)).toHaveLength(1);
    await form('confirm', { token: tokenIn(link) });
    await publish({ title: '新公开的一条' });
    await match();
    await Promise.all([sendNews(), sendNews(), sendNews()]);
    await sendNews(inDays(30));
    const [news, ...more] = mails(email).slice(1);
    expect(more).toEqual([]);
    expect(news?.subject).toBe('[政务公开] 新公开的一条');
    expect(news?.text).not.toContain('确认以前');
    expect(news?.text).toContain(`${BASE}/api/disclosure/publications/`);
    expect(news?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toBe(
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    );
    const list = news?.headers.get('list') as unknown as { unsubscribe: { url: string } };
    const oneClick = await form(list.unsubscribe.url.replace(BASE, product.url), {
      'List-Unsubscribe': 'One-Click',
    });
    expect(oneClick.status).toBe(200);
    expect(await product.query('select 1 from subscriptions')).toEqual([]);
    await publish();
    await tell(inDays(30));
    expect(mails(email)).toHaveLength(2);
  });

  test('withdrawn before the mail goes out: not told; corrected: told as a correction, once', async () => {
    await subscribed('careful@example.test');
    const gone = await publish({ title: '马上撤回' });
    const kept = await publish({ title: '第一稿' });
    await match();
    await by('withdraw', gone);
    await sendNews();
    expect(mails('careful@example.test').map(({ subject }) => subject)).toEqual(['[政务公开] 第一稿']);
    await correct(kept, '第二稿');
    await tell();
    expect(mails('careful@example.test')[1]?.subject).toBe('[政务公开] 【更正】第二稿');
  });

  test.each(['daily', 'weekly'] as const)('%s: one mail for all, at its time', async (frequency) => {
    await subscribed('digest@example.test', { frequency });
    await publish({ title: '甲' });
    await publish({ title: '乙' });
    await match();
    await sendNews();
    expect(mails('digest@example.test')).toEqual([]);
    const [{ at } = { at: new Date() }] = await product.query<{ at: Date }>(
      'select due_at as at from subscriptions',
    );
    expect(at.toISOString()).toMatch(/T00:30:00/);
    await sendNews(at);
    expect(mails('digest@example.test')[0]?.subject).toBe('[政务公开] 2条您订阅的信息');
  });

  test('a saved search is answered by what is new alone; nothing that was typed is in a mail', async () => {
    const q = '青龙桥立交';
    await subscribe('search@example.test', { filters: { q } });
    await confirmationOf('search@example.test');
    expect(JSON.stringify(mail.mails)).not.toContain(q);
    await subscribed('search@example.test', { filters: { q } });
    await publish({ title: '普通工程' });
    const wanted = await publish({ title: '青龙桥立交竣工' });
    await tell();
    const [one] = mails('search@example.test');
    expect(mails('search@example.test')).toHaveLength(1);
    expect(one?.text).toContain(wanted);
    expect(one?.text).not.toContain('普通工程');
    expect(one?.text).toContain('保存的检索');
  });

  test('the manage page changes and ends what the address has', async () => {
    await subscribed('manage@example.test');
    await subscribed('manage@example.test', { filters: { department: ['housing-construction'] } });
    await publish({ title: '管理' });
    await tell();
    expect(mails('manage@example.test')).toHaveLength(2);
    const link = linkIn(mails('manage@example.test')[0]?.text, 'manage');
    const page = await (await fetch(link)).text();
    expect(page).toContain('重大建设项目');
    expect(page.match(/退订这一项/g)).toHaveLength(2);
    expect(page).not.toContain('manage@example.test');
    await form('manage', { token: tokenIn(link), act: 'frequency', frequency: 'weekly' });
    expect(await product.query("select 1 from subscriptions where frequency = 'weekly'")).toHaveLength(1);
    await form('manage', { token: tokenIn(link), act: 'remove-all' });
    expect(await product.query('select 1 from subscriptions')).toEqual([]);
  });

  test('a mail server that is away loses nothing, and the log names no address', async () => {
    await subscribed('patient@example.test');
    await publish({ title: '先失败' });
    await match();
    mail.behave = 'break';
    await sendNews();
    const [row] = await product.query<{ last_error: string; attempts: number }>(
      'select last_error, attempts from subscriptions',
    );
    expect(row).toEqual({ last_error: '451', attempts: 1 });
    mail.behave = 'accept';
    await sendNews(inDays(1));
    expect(mails('patient@example.test')).toHaveLength(1);
  });

  test('broken off after the mail server has taken it, a mail comes again as the same mail, and then no more', async () => {
    await subscribed('crash@example.test');
    await publish({ title: '断在半路' });
    await match();
    await product.query(
      `create function break_off() returns trigger language plpgsql as $$ begin raise exception 'broken off'; end $$;
       create constraint trigger break_off after update of position on subscriptions deferrable initially deferred
         for each row execute function break_off()`,
    );
    await sendNews();
    await product.query('drop function break_off() cascade');
    expect(mails('crash@example.test')).toHaveLength(1);
    await sendNews(inDays(1));
    await sendNews(inDays(2));
    const ids = mails('crash@example.test').map(({ messageId }) => messageId);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test('the address stands nowhere in clear', async () => {
    await subscribed('hidden@example.test');
    for (const table of [
      'subscriptions',
      'subscription_interests',
      'subscription_requests',
      'audit_entries',
    ]) {
      const rows = await product.query(`select 1 from ${table} t where t::text ilike '%hidden@%'`);
      expect(rows).toEqual([]);
    }
  });

  test('the answer tells nobody whether an address is known; too many requests are refused by client alone', async () => {
    await subscribed('known@example.test');
    const answers = [];
    for (let i = 0; i < 8; i++) answers.push(await subscribe('known@example.test'));
    answers.push(await subscribe('unknown@example.test'));
    expect(new Set(answers.map(({ status, text }) => `${status}${text}`)).size).toBe(1);
    await confirmationOf('known@example.test');
    // one before, then as many as an address gets in a day
    expect(mails('known@example.test').length).toBeLessThanOrEqual(3);
    for (let i = 0; i < 30; i++) await subscribe(`flood${i}@example.test`);
    const refused = await subscribe('flood@example.test');
    expect([refused.status, refused.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    await confirmationOf('flood0@example.test');
    expect(mail.mails.length).toBeLessThanOrEqual(31);
  });

  test('what is not confirmed in time is deleted', async () => {
    await subscribe('never@example.test');
    const link = await confirmationOf('never@example.test');
    await product.query("update subscriptions set created_at = created_at - interval '4 days'");
    const { sweepSubscriptions } = nativeModule<
      typeof import('../../src/plugins/subscriptions/server/store/sweep')
    >('plugins/subscriptions/server/store/sweep');
    await sweepSubscriptions(product.strapi);
    expect(await product.query('select 1 from subscriptions')).toEqual([]);
    expect((await form('confirm', { token: tokenIn(link) })).status).toBe(400);
  });

  test.each<[string, unknown]>([
    ['no address', { email: 'nobody', filters: FILTERS }],
    ['several addresses', { email: 'a@example.test, b@example.test', filters: FILTERS }],
    ['a header', { email: 'a@example.test\r\nBcc: b@example.test', filters: FILTERS }],
    ['nothing wanted', { email: 'a@example.test', filters: {} }],
    ['an unknown domain', { email: 'a@example.test', filters: { domain: ['nonsense'] } }],
    ['an unknown field', { email: 'a@example.test', filters: FILTERS, text: '垃圾邮件' }],
    ['an unknown frequency', { email: 'a@example.test', filters: FILTERS, frequency: 'hourly' }],
    ['too long a search', { email: 'a@example.test', filters: { q: 'x'.repeat(101) } }],
  ])('refused: %s', async (_what, body) => {
    const answer = await call(`${product.url}/api/subscriptions`, { method: 'POST', body });
    expect([answer.status, answer.code]).toEqual([400, 'INVALID_INPUT']);
    expect(await product.query('select 1 from subscriptions')).toEqual([]);
  });

  test.each(['confirm', 'unsubscribe', 'manage'])(
    'a false token at %s: a page that says so',
    async (page) => {
      const address = `${product.url}/api/subscriptions/${page}?token=x`;
      for (const answer of [await fetch(address), await form(page, { token: 'x' }), await form(page, {})]) {
        expect(answer.status).toBe(400);
        expect(await answer.text()).toContain('链接无效');
      }
    },
  );

  test('after a switch to the national algorithms an address is known as before, and its links go on', async () => {
    await subscribed('switch@example.test');
    const row = async () =>
      (
        await product.query<{ id: string; address: string; address_hash: string }>(
          'select id, address, address_hash from subscriptions',
        )
      )[0] as { id: string; address: string; address_hash: string };
    const { fingerprint, fingerprints, tokenFor } = nativeModule<
      typeof import('../../src/plugins/subscriptions/server/secrets')
    >('plugins/subscriptions/server/secrets');
    const { resealAddresses } = nativeModule<
      typeof import('../../src/plugins/subscriptions/server/store/reseal')
    >('plugins/subscriptions/server/store/reseal');
    const before = await row();
    const token = tokenFor(product.strapi, 'manage', before.id);
    nativeEnvironment().ENCRYPTION_PROFILE = 'sm';
    try {
      const known = fingerprints(product.strapi, 'address', 'switch@example.test');
      expect(known).toContain(before.address_hash);
      expect(known[0]).not.toBe(before.address_hash);
      expect(await resealAddresses(product.strapi)).toBe(1);
      const after = await row();
      expect(after.address).toMatch(/^sm\./);
      expect(after.address_hash).toBe(fingerprint(product.strapi, 'address', 'switch@example.test'));
      expect(await resealAddresses(product.strapi)).toBe(0);
      expect((await fetch(`${product.url}/api/subscriptions/manage?token=${token}`)).status).toBe(200);
    } finally {
      nativeEnvironment().ENCRYPTION_PROFILE = '';
    }
  });

  test('the office sees figures, departments see nothing', async () => {
    await subscribed('figures@example.test');
    const figures = `${product.url}/subscriptions/figures`;
    expect((await call(figures, { headers: office.headers })).body.data).toMatchObject({
      active: 1,
      byDomain: [{ name: expect.any(String), count: 1 }],
    });
    const { headers } = await signInPanel(product, 'audit-editor@example.test', product.demoPassword);
    expect((await call(figures, { headers })).status).toBe(403);
  });

  test('without a mail server the answer says so', async () => {
    product.strapi.config.set('plugin::email.provider', 'sendmail');
    const answer = await subscribe('x@example.test');
    product.strapi.config.set('plugin::email.provider', 'nodemailer');
    expect([answer.status, answer.code]).toEqual([503, 'MAIL_NOT_CONFIGURED']);
  });
});
