import { createHash } from 'node:crypto';
import { XMLParser } from 'fast-xml-parser';
import { type Sql, sql, startServer, superuserUrl, type TestServer } from '../support';
import { call } from './helpers/call';
import { Consumer, type Entry } from './helpers/consumer';
import { demoProject, recordValues } from './helpers/documents';
import { type Receiver, startReceiver } from './helpers/receiver';
import { type Remote, remote, signIn } from './helpers/remote';
import { until } from './helpers/schedules';

/**
 * Other platforms keep a copy by the log of changes: two instances of the product publish at once, one of them is
 * killed and started again, and nothing is missing, twice, or out of order; neither at a receiver of webhooks.
 */
const OWNER = 'housing-construction';
const ENV = { WEBHOOK_PRIVATE_NETWORKS: '127.0.0.0/8' };
const SECRET_TEXT = '随撤回而去的正文';

let servers: TestServer[];
let query: Sql;
let project: string;
let tokens: { editor: string; reviewer: string; panel: string };
let receiver: Receiver;
let file: { id: number; sha256: string; size: number };

beforeAll(async () => {
  receiver = await startReceiver();
  const first = await startServer({ demo: true, env: ENV });
  servers = [first, await startServer({ demo: true, databaseUrl: first.databaseUrl, env: ENV })];
  query = sql(first.databaseUrl);
  project = await demoProject({ query });
  const login = await call(`${first.url}/admin/login`, {
    method: 'POST',
    body: { email: `${OWNER}-editor@example.test`, password: first.demoPassword },
  });
  const office = await call(`${first.url}/admin/login`, {
    method: 'POST',
    body: { email: 'office-supervisor@example.test', password: first.demoPassword },
  });
  tokens = {
    editor: await signIn(first.url, `${OWNER}-editor`, first.demoPassword),
    reviewer: await signIn(first.url, `${OWNER}-reviewer`, first.demoPassword),
    panel: office.body.data.token,
  };
  file = await uploadFile(first, login.body.data.token);
  const made = await call(`${first.url}/exchange/targets`, {
    method: 'POST',
    headers: { authorization: `Bearer ${tokens.panel}` },
    body: { name: '省平台', url: receiver.url },
  });
  receiver.secret = made.body.data.secret;
}, 300_000);
afterAll(async () => {
  await query.end();
  await Promise.all(servers.map((server) => server.stop()));
  await receiver.stop();
});

async function uploadFile({ url }: TestServer, token: string) {
  const bytes = Buffer.from(`附件 ${Date.now()}\n`);
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type: 'text/plain' }), '附件.txt');
  const answer = await fetch(`${url}/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  const [one] = (await answer.json()) as { id: number }[];
  return {
    id: Number(one?.id),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
  };
}

const at = (index: number, who: 'editor' | 'reviewer'): Remote =>
  remote(servers[index % servers.length]?.url ?? '', tokens[who]);
const addresses = () => servers.map(({ url }) => url);
const changes = (parameters: string) => call(`${addresses()[0]}/api/exchange/changes?${parameters}`);

async function approved(index: number, more: Record<string, unknown> = {}): Promise<string> {
  const documentId = await at(index, 'editor').create(recordValues(project, more));
  for (const [who, verb] of [
    ['editor', 'submit'],
    ['reviewer', 'approve'],
  ] as const) {
    const { status, text } = await at(index, who).verb(documentId, verb);
    if (status !== 200) throw new Error(text);
  }
  return documentId;
}
const publish = async (documentId: string, index: number) =>
  (await at(index, 'reviewer').verb(documentId, 'publish')).status;
const withdraw = (documentId: string, index: number) =>
  at(index, 'reviewer').verb(documentId, 'withdraw', { reason: '内容有误' });

async function correct(documentId: string, index: number, title: string): Promise<void> {
  await at(index, 'editor').verb(documentId, 'correct', { reason: '更正标题' });
  await at(index, 'editor').edit(documentId, { data: { title } });
  await at(index, 'editor').verb(documentId, 'submit');
  await at(index, 'reviewer').verb(documentId, 'approve');
  expect(await publish(documentId, index)).toBe(200);
}

/** What is live, by the read model itself. */
const live = async () =>
  new Map(
    (
      await query<{ document_id: string; title: string; owner: string; body: string; edition_no: number }>(
        "select document_id, title, owner, detail->>'body' as body, edition_no from publications where state = 'live'",
      )
    ).map((row) => [row.document_id, row]),
  );

async function expectIdentical({ copy, entries }: Consumer): Promise<void> {
  const expected = await live();
  expect([...copy.keys()].sort()).toEqual([...expected.keys()].sort());
  for (const [documentId, { title, owner, body, edition_no }] of expected) {
    expect(copy.get(documentId)).toMatchObject({ title, owner, body, editionNo: edition_no });
  }
  const rows = await query<{ document_id: string }>('select document_id from exchange_changes order by seq');
  // each entry once, in the order of the log
  expect(entries.map(({ documentId }) => documentId)).toEqual(rows.map(({ document_id }) => document_id));
  expect(new Set(entries.map(({ cursor }) => cursor)).size).toBe(entries.length);
}

test('from zero to an identical copy; attachments have the hash and size of their bytes', async () => {
  const documentId = await approved(0, { attachments: [file.id] });
  expect(await publish(documentId, 0)).toBe(200);
  const consumer = new Consumer(addresses);
  await consumer.readOn();
  await expectIdentical(consumer);
  const [attachment] = (consumer.copy.get(documentId) as Entry).attachments as { url: string }[];
  expect(attachment).toMatchObject({ name: '附件.txt', sha256: file.sha256, size: file.size });
  const bytes = Buffer.from(await (await fetch(`${addresses()[1]}${attachment?.url}`)).arrayBuffer());
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
});

test('an entry that is committed later stands behind one that is committed earlier', async () => {
  const [first, second] = [await approved(0), await approved(1)];
  for (const id of [first, second]) await publish(id, 0);
  // a transaction that has changed a publication, and is slow to commit
  const slow = sql(superuserUrl(servers[0]?.databaseUrl ?? ''));
  const client = await slow.pool.connect();
  await client.query('begin');
  await client.query("select set_config('app.actor_dept', $1, true)", [OWNER]);
  await client.query("update publications set etag = etag || 'x' where document_id = $1", [first]);
  const consumer = new Consumer(addresses);
  await withdraw(second, 1);
  await consumer.readOn();
  expect(consumer.entries.at(-1)).toMatchObject({ documentId: second, change: 'withdrawn' });
  await client.query('commit');
  client.release();
  await slow.end();
  await consumer.readOn();
  expect(consumer.entries.at(-1)).toMatchObject({ documentId: first, change: 'standing' });
  const ids = await query<{ id: string }>('select id from exchange_changes order by seq desc limit 2');
  // it was written first, and would have been missed by the order of writing
  expect(Number(ids[0]?.id)).toBeLessThan(Number(ids[1]?.id));
});

test('a consumer that reads on while two instances publish, correct and withdraw misses nothing', async () => {
  const documents = await Promise.all(Array.from({ length: 16 }, (_, index) => approved(index)));
  const work = documents.map(async (documentId, index) => {
    expect(await publish(documentId, index)).toBe(200);
    if (index % 4 === 1) await correct(documentId, index, `更正${index}`);
    if (index % 4 === 2) expect((await withdraw(documentId, index)).status).toBe(200);
  });
  const consumer = new Consumer(addresses, 3);
  await consumer.follow(Promise.all(work));
  await expectIdentical(consumer);
  expect(consumer.tombstones.size).toBeGreaterThanOrEqual(4);
}, 120_000);

test('a withdrawal is told with its reason, and no entry of the log has the text any more', async () => {
  const documentId = await approved(0, { body: `<p>${SECRET_TEXT}</p>` });
  await publish(documentId, 0);
  const before = new Consumer(addresses, 200);
  await before.readOn();
  expect(before.copy.get(documentId)?.body).toContain(SECRET_TEXT);
  await withdraw(documentId, 0);
  const after = new Consumer(addresses, 200);
  await after.readOn();
  expect(after.tombstones.get(documentId)).toMatchObject({
    change: 'withdrawn',
    reason: '内容有误',
    title: '竣工验收备案表',
  });
  expect(JSON.stringify(after.entries)).not.toContain(SECRET_TEXT);
  // also where it tells of the publication
  expect(
    after.entries.filter((entry) => entry.documentId === documentId).map(({ change }) => change),
  ).toEqual(['withdrawn', 'withdrawn']);
});

test('a transfer is told with the new owner', async () => {
  const documentId = await approved(0);
  await publish(documentId, 0);
  const office = remote(
    addresses()[0] ?? '',
    await signIn(addresses()[0] ?? '', 'office-supervisor', servers[0]?.demoPassword ?? ''),
  );
  expect(
    (await office.verb(documentId, 'transfer', { department: 'audit', reason: '职责调整' })).status,
  ).toBe(200);
  const consumer = new Consumer(addresses, 200);
  await consumer.readOn();
  expect(consumer.entries.at(-1)).toMatchObject({ change: 'transferred', documentId, owner: 'audit' });
});

test('XML says the same, under the names of a profile', async () => {
  const [json, xml] = await Promise.all(
    ['json', 'xml'].map((format) => changes(`limit=200&profile=chinese&format=${format}`)),
  );
  expect(xml?.headers.get('content-type')).toMatch(/^application\/xml/);
  const parsed = new XMLParser({ parseTagValue: false }).parse(xml?.text ?? '').变更列表;
  const entries: Entry[] = json?.body.data;
  expect(parsed.meta.nextCursor).toBe(json?.body.meta.nextCursor);
  expect(
    parsed.信息.map((entry: Record<string, unknown>) => [entry.变更, entry.信息编号, entry.标题]),
  ).toEqual(entries.map((entry) => [entry.变更, entry.信息编号, entry.标题]));
  const files = parsed.信息.flatMap((entry: Record<string, { 项?: object }>) => entry.附件?.项 ?? []);
  expect(files).toContainEqual(expect.objectContaining({ 名称: '附件.txt', 校验值: file.sha256 }));
});

const cursorWith = (change: (parts: string[]) => string[]) => async () => {
  const { body } = await changes('limit=1');
  const parts = JSON.parse(Buffer.from(body.meta.nextCursor, 'base64url').toString('utf8')) as string[];
  return Buffer.from(JSON.stringify(change(parts))).toString('base64url');
};
const ofPublications = async () =>
  (await call(`${addresses()[0]}/api/disclosure/publications?limit=1`)).body.meta.nextCursor;

test.each<[string, string | (() => Promise<string>), string]>([
  ['nonsense', 'nonsense', 'INVALID_CURSOR'],
  ['a cursor of another list', ofPublications, 'INVALID_CURSOR'],
  [
    'another place under the same seal',
    cursorWith(([, id = '', seal = '']) => ['0', id, seal]),
    'INVALID_CURSOR',
  ],
  ['another seal', cursorWith(([value = '', id = '']) => [value, id, 'AAAAAAAAAAAA']), 'INVALID_CURSOR'],
  ['an injection', Buffer.from(`["1 or 1=1","","AAAAAAAAAAAA"]`).toString('base64url'), 'INVALID_CURSOR'],
])('refused: %s', async (_what, cursor, code) => {
  const value = typeof cursor === 'string' ? cursor : await cursor();
  const answer = await changes(`cursor=${value}`);
  expect([answer.status, answer.code]).toEqual([400, code]);
});

test.each(['limit=201', 'limit=0', 'format=csv', 'profile=unknown', 'profile=../../x', 'after=1'])(
  'refused: %s',
  async (parameters) => {
    const answer = await changes(parameters);
    expect([answer.status, answer.code]).toEqual([400, 'INVALID_QUERY']);
  },
);

test('a killed instance leaves no gap: everything answered is in the log once, and reaches the receiver in order', async () => {
  const documents = await Promise.all(Array.from({ length: 12 }, (_, index) => approved(index)));
  const second = servers[1] as TestServer;
  const consumer = new Consumer(addresses, 5);
  const work = documents.map((documentId, index) => publish(documentId, index).catch(() => null));
  const killed = Promise.race(work).then(() => second.kill9());
  const answers = Promise.all(work);
  await consumer.follow(Promise.all([killed, answers]));
  const statuses = await answers;
  servers[1] = await startServer({ demo: true, databaseUrl: second.databaseUrl, env: ENV });
  await consumer.readOn();
  await expectIdentical(consumer);
  const published = documents.filter((_, index) => statuses[index] === 200);
  for (const documentId of published) {
    expect(consumer.entries.filter((entry) => entry.documentId === documentId)).toHaveLength(1);
  }
  await correct(documents[0] as string, 1, '重启以后更正').catch(() => undefined);
  await consumer.readOn();
  // the receiver has got all that came after it was registered; a crash may repeat the last one
  const [{ position } = { position: 0 }] = await query<{ position: string }>(
    'select position from webhook_targets',
  );
  expect(Number(position)).toBeGreaterThan(0);
  const wanted = await query<{ seq: string; document_id: string }>(
    'select seq, document_id from exchange_changes where seq > (select min(seq) from webhook_deliveries) - 1 order by seq',
  );
  await until(
    'the receiver',
    async () => {
      const ids = new Set(receiver.received.map(({ id }) => id));
      return wanted.every(({ seq }) => ids.has(`change-${seq}`));
    },
    60_000,
  );
  expect(receiver.received.every(({ isGenuine }) => isGenuine)).toBe(true);
  const order = new Map<string, number>();
  for (const { id, documentId } of receiver.received) {
    const seq = Number(id.replace('change-', ''));
    expect(seq).toBeGreaterThanOrEqual(order.get(documentId) ?? 0);
    order.set(documentId, seq);
  }
  const repeats = receiver.received.length - new Set(receiver.received.map(({ id }) => id)).size;
  expect(repeats).toBeLessThanOrEqual(1);
}, 180_000);
