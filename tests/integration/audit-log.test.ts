/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { type Answer, call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { engine } from './helpers/native';
import {
  type Credentials,
  demoMember,
  makeApiUser,
  makeMember,
  makeToken,
  NOBODY,
  signInApi,
} from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { queryOf } from './helpers/reads';
import { lastSeq } from './helpers/witness';

let product: Product;
let documents: Documents;
let supervisor: Credentials;
let owner: Credentials;
let other: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInApi(product, `${account}@example.test`, product.demoPassword);
  supervisor = await signIn('office-supervisor');
  owner = await signIn('housing-construction-editor');
  other = await signIn('civil-affairs-reviewer');
});
afterAll(() => product.stop());

type Entry = {
  seq: number;
  at: string;
  verb: string;
  outcome: string;
  code: string | null;
  actor: { name: string; department?: string; kind: string } | null;
  documentId: string | null;
  owner: string | null;
  version: number | null;
  editionNo: number | null;
  reason: string | null;
};

const audit = (who: Credentials, parameters: Record<string, string> = {}): Promise<Answer> =>
  call(`${product.url}/api/disclosure/audit${queryOf(parameters)}`, { headers: who.headers });
const entriesOf = async (who: Credentials, parameters: Record<string, string> = {}): Promise<Entry[]> =>
  (await audit(who, { limit: '100', ...parameters })).body.data;

/** A document through its whole life, each step once, some refused on the way. */
async function liveThrough(): Promise<string> {
  const { strapi } = product;
  const { editor, reviewer } = documents;
  const office = await demoMember(strapi, 'office-supervisor');
  const { documentId } = await act(strapi, editor, { verb: 'create', data: documents.values() });
  const step = (member: typeof editor, verb: Parameters<typeof act>[2]['verb'], more = {}) =>
    act(strapi, member, { verb, documentId, ...more });
  await step(editor, 'edit', { data: { title: '第二版' } });
  await step(editor, 'submit');
  await expect(step(editor, 'approve')).rejects.toThrow();
  await step(reviewer, 'return', { input: { reason: '请补充附件' } });
  await step(editor, 'submit');
  await step(reviewer, 'approve', { input: { comment: '同意' } });
  await step(reviewer, 'publish');
  await step(editor, 'clone');
  await step(editor, 'correct', { input: { reason: '数字有误' } });
  await step(editor, 'discard');
  await step(office, 'transfer', { input: { reason: '机构改革', department: 'audit' } });
  await step(office, 'withdraw', { input: { reason: '不宜公开' } });
  return documentId;
}

test('everything that was done and refused is told in order: who, what, why', async () => {
  const documentId = await liveThrough();
  const entries = (await entriesOf(supervisor, { documentId })).reverse();
  expect(entries.map(({ verb, outcome, code, reason }) => [verb, outcome, code, reason])).toEqual([
    ['create', 'done', null, null],
    ['edit', 'done', null, null],
    ['submit', 'done', null, null],
    ['approve', 'refused', 'NEEDS_SECOND_REVIEWER', null],
    ['return', 'done', null, '请补充附件'],
    ['submit', 'done', null, null],
    ['approve', 'done', null, '同意'],
    ['publish', 'done', null, null],
    ['correct', 'done', null, '数字有误'],
    ['discard', 'done', null, null],
    ['transfer', 'done', null, '机构改革'],
    ['withdraw', 'done', null, '不宜公开'],
  ]);
  expect(entries.map(({ version }) => version)).toEqual([1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  for (const entry of entries) {
    expect(entry.at).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/);
    expect(entry.at.slice(0, 10)).toBe(todayInShanghai());
    expect(entry.actor).toMatchObject({
      kind: 'member',
      name: expect.any(String),
      department: expect.any(String),
    });
  }
  expect(entries[7]).toMatchObject({
    editionNo: 1,
    owner: 'housing-construction',
    actor: { name: '区住建局审核员' },
  });
  expect(entries[11]?.actor).toMatchObject({ department: 'district-office' });
});

test('a deletion and a copy are told with what they were', async () => {
  const draft = await documents.make('draft', { title: '将被删除' });
  await act(product.strapi, documents.editor, { verb: 'delete', documentId: draft });
  const [deletion] = await entriesOf(supervisor, { documentId: draft });
  expect(deletion).toMatchObject({ verb: 'delete', outcome: 'done', details: { title: '将被删除' } });
  const copy = await act(product.strapi, documents.editor, {
    verb: 'clone',
    documentId: await documents.make('draft'),
  });
  const [cloning] = await entriesOf(supervisor, { documentId: copy.documentId });
  expect(cloning).toMatchObject({ verb: 'clone', outcome: 'done', version: 1 });
});

test('a change of reference data is told, too', async () => {
  const office = await demoMember(product.strapi, 'office-supervisor');
  const { runAs } = engine<typeof import('../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
  await runAs(office, () =>
    product.strapi
      .documents('plugin::disclosure.calendar-day' as never)
      .create({ data: { date: '2031-01-02', kind: 'dayoff', name: '测试' } } as never),
  );
  const [entry] = await entriesOf(supervisor);
  expect(entry).toMatchObject({
    verb: 'reference-create',
    outcome: 'done',
    type: 'plugin::disclosure.calendar-day',
    actor: { department: 'district-office' },
    details: { values: { date: '2031-01-02' } },
  });
});

test('what the demo and the seeds did is told under their names', async () => {
  const rows = await product.query<{ name: string }>(
    "select distinct actor->>'name' as name from audit_entries where seq < 50",
  );
  expect(rows.map(({ name }) => name)).toContain('reference-seed');
  for (const { name } of rows) expect(name).toBeTruthy();
});

describe('who may read it', () => {
  let documentId: string;
  beforeAll(async () => {
    documentId = await documents.make('published');
  });

  test('the office sees everything', async () => {
    const owners = new Set((await entriesOf(supervisor)).map((entry) => entry.owner));
    expect(owners.size).toBeGreaterThan(1);
    expect(await entriesOf(supervisor, { documentId })).toHaveLength(4);
  });

  test('an auditor of any department sees everything', async () => {
    const { id } = await makeApiUser(product, 'auditor@example.test');
    await makeMember(product.strapi, { department: 'audit', duties: ['auditor'], apiUser: id });
    const auditor = await signInApi(product, 'auditor@example.test', product.demoPassword);
    expect(await entriesOf(auditor, { documentId })).toHaveLength(4);
  });

  test('a department sees what concerns its own documents, and nothing else', async () => {
    expect(await entriesOf(owner, { documentId })).toHaveLength(4);
    expect(await entriesOf(other, { documentId })).toEqual([]);
    for (const entry of await entriesOf(owner)) expect(entry.owner).toBe('housing-construction');
    for (const entry of await entriesOf(other)) expect(entry.owner).toBe('civil-affairs');
  });

  test('an attempt of another department on its document is told to the owner', async () => {
    const stranger = await demoMember(product.strapi, 'civil-affairs-editor');
    await expect(act(product.strapi, stranger, { verb: 'correct', documentId })).rejects.toThrow();
    const [entry] = await entriesOf(owner, { documentId });
    expect(entry).toMatchObject({
      verb: 'correct',
      outcome: 'refused',
      code: 'NOT_OWNER',
      actor: { department: 'civil-affairs' },
    });
  });

  test('the department that takes a document over sees its whole history', async () => {
    const moved = await liveThrough();
    const taker = await signInApi(product, 'audit-editor@example.test', product.demoPassword);
    expect(await entriesOf(taker, { documentId: moved })).toHaveLength(12);
  });

  test('nobody else: 401 or 403 NO_ACTOR', async () => {
    await makeApiUser(product, 'stranger@example.test');
    const strangers = [
      NOBODY,
      await makeToken(product, 'unbound'),
      await signInApi(product, 'stranger@example.test', product.demoPassword),
      { ...NOBODY, headers: { authorization: 'Bearer nonsense' } },
    ];
    for (const stranger of strangers) {
      const answer = await audit(stranger, { documentId });
      expect([401, 403]).toContain(answer.status);
      expect(answer.code).toBe('NO_ACTOR');
      expect(answer.text).not.toContain(documentId);
    }
  });
});

describe('pages', () => {
  test('lead through the whole log, newest first, without gap or double, while more is written', async () => {
    const top = await lastSeq(product.query);
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await audit(supervisor, { limit: '100', ...(cursor ? { cursor } : {}) });
      seen.push(...body.data.map(({ seq }: Entry) => seq));
      cursor = body.meta.nextCursor ?? undefined;
      await documents.make('draft');
    } while (cursor);
    expect(seen).toEqual(Array.from({ length: top }, (_, index) => top - index));
  });

  test.each([
    'limit=0',
    'limit=101',
    'cursor=abc',
    'cursor=',
    'cursor=-1',
    'nonsense=1',
    'owner=audit',
    'documentId=',
  ])('%s is refused: 400', async (query) => {
    const answer = await call(`${product.url}/api/disclosure/audit?${query}`, {
      headers: supervisor.headers,
    });
    expect(answer.status).toBe(400);
    expect(answer.code).toMatch(/^INVALID_(QUERY|CURSOR)$/);
  });
});

test('the chain is whole at the end', async () => {
  const { verifyAuditChain } =
    engine<typeof import('../../src/plugins/disclosure/server/audit/verify')>('audit/verify');
  expect(await verifyAuditChain(product.strapi.db.connection as never)).toMatchObject({ fault: null });
});
