/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Member, VerbInput, VerbName } from '../../src/plugins/disclosure/server/types';
import { call } from './helpers/call';
import { act, demoProject, IN_AN_HOUR, RECORD, recordValues } from './helpers/documents';
import { nativeModule } from './helpers/native';
import { inboxOf, makePerson, type Person, settled, toldOf } from './helpers/notices';
import { demoMember, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { moveSchedule, until } from './helpers/schedules';

/** Who is told what in the panel: those in whose hands something is, and nobody else. */
let product: Product;
let project: string;
let office: Member;
const people: Record<'editor' | 'reviewer' | 'publisher' | 'stranger' | 'auditing', Person> = {} as never;

beforeAll(async () => {
  product = await startProduct();
  project = await demoProject(product);
  office = { ...(await demoMember(product.strapi, 'office-supervisor')), via: 'admin' };
  people.editor = await makePerson(product, 'n-editor', 'housing-construction', ['editor']);
  people.reviewer = await makePerson(product, 'n-reviewer', 'housing-construction', ['reviewer']);
  people.publisher = await makePerson(product, 'n-publisher', 'housing-construction', ['publisher']);
  people.stranger = await makePerson(product, 'n-stranger', 'finance', ['editor', 'reviewer', 'publisher']);
  people.auditing = await makePerson(product, 'n-audit', 'audit', ['editor', 'reviewer', 'publisher']);
}, 300_000);
afterAll(() => product.stop());

type Step = [VerbName, Person | Member, VerbInput?];
const memberOf = (who: Person | Member): Member => ('member' in who ? who.member : who);

/** Makes a document and takes it through steps; then waits until everybody has been told. */
async function having(steps: Step[], more = {}): Promise<string> {
  const { documentId } = await act(product.strapi, people.editor.member, {
    verb: 'create',
    data: recordValues(project, more),
  });
  for (const [verb, who, input] of steps)
    await act(product.strapi, memberOf(who), { verb, documentId, input });
  await settled(product);
  return documentId;
}
const REASON = { reason: '请补充监理单位' };
const steps = {
  submitted: (): Step[] => [['submit', people.editor]],
  approved: (): Step[] => [...steps.submitted(), ['approve', people.reviewer]],
  published: (): Step[] => [...steps.approved(), ['publish', people.publisher]],
};

async function toldEverybody(documentId: string): Promise<Record<string, string[]>> {
  const entries = await Promise.all(
    Object.entries(people).map(
      async ([name, person]) => [name, await toldOf(product, person, documentId)] as const,
    ),
  );
  return Object.fromEntries(entries.filter(([, kinds]) => kinds.length > 0));
}

test('a submission is told to the reviewers of the department', async () => {
  const documentId = await having(steps.submitted());
  expect(await toldEverybody(documentId)).toEqual({ reviewer: ['submitted'] });
  const { items } = await inboxOf(product, people.reviewer);
  expect(items[0]).toMatchObject({
    kind: 'submitted',
    kindName: '提交给您审核',
    title: '竣工验收备案表',
    uid: RECORD,
    documentId,
    read: false,
    count: 1,
  });
});

test('what comes back is told to who wrote it, with the comment', async () => {
  const documentId = await having(steps.submitted());
  await act(product.strapi, people.reviewer.member, { verb: 'return', documentId, input: REASON });
  await settled(product);
  expect(await toldOf(product, people.editor, documentId)).toEqual(['returned']);
  const { items } = await inboxOf(product, people.editor);
  expect(items[0]).toMatchObject({ kind: 'returned', detail: REASON.reason });
});

test('an approval is told to who publishes', async () => {
  const documentId = await having(steps.approved());
  expect((await toldEverybody(documentId)).publisher).toEqual(['approved']);
});

test('whoever wrote it is told that it was approved and that it is public; once, also where she publishes', async () => {
  const documentId = await having(steps.published());
  expect(await toldOf(product, people.editor, documentId)).toEqual(['passed', 'published']);
  const both = await makePerson(product, 'n-both', 'housing-construction', ['editor', 'publisher']);
  const { documentId: own } = await act(product.strapi, both.member, {
    verb: 'create',
    data: recordValues(project),
  });
  await act(product.strapi, both.member, { verb: 'submit', documentId: own });
  await act(product.strapi, people.reviewer.member, { verb: 'approve', documentId: own });
  await settled(product);
  expect(await toldOf(product, both, own)).toEqual(['approved']);
});

test('what asks for nothing any more counts as read', async () => {
  const open = async (documentId: string) =>
    (
      await product.query<{ kind: string }>(
        'select kind from notifications where document_id = $1 and read_at is null order by id',
        [documentId],
      )
    ).map(({ kind }) => kind);
  expect(await open(await having(steps.submitted()))).toContain('submitted');
  expect(await open(await having(steps.approved()))).not.toContain('submitted');
  const published = await open(await having(steps.published()));
  expect(published).not.toContain('approved');
  expect(published).toContain('published');
});

test('an urgent publication is told to who reviews it afterwards', async () => {
  const documentId = await having([['expedite', people.publisher, { reason: '突发事件' }]]);
  expect(await toldEverybody(documentId)).toEqual({ reviewer: ['ratify'] });
});

test('an order of the office is told to the department; its own withdrawal is not', async () => {
  const ordered = await having([...steps.published(), ['withdraw', office, { reason: '责令撤回' }]]);
  const kinds = await toldEverybody(ordered);
  expect(kinds.editor).toContain('withdrawn');
  expect(kinds.publisher).toContain('withdrawn');
  expect(kinds.stranger).toBeUndefined();
  const own = await having([...steps.published(), ['withdraw', people.publisher, { reason: '有误' }]]);
  expect(Object.values(await toldEverybody(own)).flat()).not.toContain('withdrawn');
});

test('a transfer is told to the department that takes over', async () => {
  const documentId = await having([['transfer', office, { reason: '机构改革', department: 'audit' }]]);
  expect(await toldEverybody(documentId)).toEqual({ auditing: ['transferred'] });
});

test('a scheduled publication that fails is told to who publishes, with the reason', async () => {
  const documentId = await having([...steps.approved(), ['schedule', people.publisher, IN_AN_HOUR]]);
  await product.strapi.db.transaction(async ({ trx }) => {
    const knex = trx as unknown as import('knex').Knex.Transaction;
    await knex.raw("select set_config('app.actor_dept', 'housing-construction', true)");
    await knex('major_construction_projects_records')
      .where({ document_id: documentId })
      .update({ body: null });
  });
  await moveSchedule(product, documentId, 0);
  await until('the notification', async () =>
    (await toldOf(product, people.publisher, documentId)).includes('schedule-failed'),
  );
  const { items } = await inboxOf(product, people.publisher);
  expect(items[0]).toMatchObject({
    kind: 'schedule-failed',
    detail: expect.stringContaining('请填写“正文”'),
  });
});

test('what has gone on before anybody was told is not told any more', async () => {
  const { documentId } = await act(product.strapi, people.editor.member, {
    verb: 'create',
    data: recordValues(project),
  });
  await product.strapi.db.transaction(async () => {
    await act(product.strapi, people.editor.member, { verb: 'submit', documentId });
    await act(product.strapi, people.reviewer.member, { verb: 'return', documentId, input: REASON });
  });
  await settled(product);
  expect(await toldOf(product, people.reviewer, documentId)).toEqual([]);
  expect(await toldOf(product, people.editor, documentId)).toEqual(['returned']);
});

test('personal data in a title or reason is told masked', async () => {
  const documentId = await having(steps.submitted(), { title: '关于联系13812345678的通知' });
  await act(product.strapi, people.reviewer.member, {
    verb: 'return',
    documentId,
    input: { reason: '请删去联系人的手机13987654321' },
  });
  await settled(product);
  const rows = await product.query('select * from notifications where document_id = $1', [documentId]);
  expect(rows.length).toBeGreaterThan(1);
  expect(JSON.stringify(rows)).not.toMatch(/13812345678|13987654321/);
});

test('many of a kind become one line that counts', async () => {
  for (let i = 0; i < 24; i++) await having(steps.submitted());
  const { items } = await inboxOf(product, people.reviewer, '?kind=submitted&unread=true');
  const summary = items.find(({ documentId }) => documentId === null);
  expect(summary?.count).toBeGreaterThanOrEqual(4);
  expect(items.filter(({ documentId }) => documentId !== null).length).toBeLessThanOrEqual(26);
}, 300_000);

describe('a person’s own notifications', () => {
  const ask = (who: Person | null, method: string, path: string, body?: unknown) =>
    call(`${product.url}/notifications${path}`, { method, headers: who?.credentials.headers ?? {}, body });

  test('are read, one or all, by herself alone', async () => {
    await having(steps.submitted());
    const before = await inboxOf(product, people.reviewer, '?unread=true');
    const [first, second] = before.items;
    // another department names hers: nothing happens
    await ask(people.stranger, 'POST', '/read', { ids: [first?.id] });
    expect((await inboxOf(product, people.reviewer, '?unread=true')).unread).toBe(before.unread);
    await ask(people.reviewer, 'POST', '/read', { ids: [first?.id] });
    const after1 = await inboxOf(product, people.reviewer, '?unread=true');
    expect(after1.items[0]?.id).toBe(second?.id);
    expect((await ask(people.reviewer, 'POST', '/read', { all: true })).body.data).toEqual({ unread: 0 });
    expect((await inboxOf(product, people.reviewer, '?unread=true')).items).toEqual([]);
    expect((await ask(people.reviewer, 'GET', '/unread')).body.data).toEqual({ unread: 0 });
  });

  test('are paged, and never another’s', async () => {
    await product.query(
      `insert into notifications (person_id, kind, key, title)
       select $1, 'submitted', 'paged-' || g, '第' || g || '条' from generate_series(1, 70) as g`,
      [people.reviewer.personId],
    );
    const first = await inboxOf(product, people.reviewer);
    expect(first.nextCursor).not.toBeNull();
    const next = await inboxOf(product, people.reviewer, `?cursor=${first.nextCursor}`);
    const ids = [...first.items, ...next.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const own = await product.query<{ id: string }>(
      'select id::text from notifications where person_id = $1',
      [people.reviewer.personId],
    );
    expect(ids.every((id) => own.some((row) => row.id === id))).toBe(true);
    expect((await inboxOf(product, people.stranger)).items).toEqual([]);
  });

  test.each([
    ['GET', '/inbox?cursor=x', undefined],
    ['GET', '/inbox?kind=everything', undefined],
    ['GET', '/inbox?person=somebody', undefined],
    ['GET', '/unread?x=1', undefined],
    ['POST', '/read', {}],
    ['POST', '/read', { ids: ['1; drop table notifications'] }],
    ['POST', '/read', { ids: Array.from({ length: 201 }, (_, i) => String(i + 1)) }],
    ['POST', '/read', { all: true, person_id: 'x' }],
    ['PUT', '/preferences', { channels: { submitted: 'pigeon' } }],
    ['PUT', '/preferences', { channels: { nothing: 'mail' } }],
    ['PUT', '/preferences', { personId: 'x', channels: {} }],
  ])('%s %s with %j is refused', async (method, path, body) => {
    expect((await ask(people.reviewer, method, path, body)).status).toBe(400);
  });

  test.each(['/inbox', '/unread', '/preferences', '/mail'])(
    '%s is nobody’s who has not signed in',
    async (path) => {
      expect((await ask(null, 'GET', path)).status).toBe(401);
    },
  );

  test('the administrator has none, and a department does not see how mail goes', async () => {
    const admin = await signInPanel(product, 'admin@example.test', product.adminPassword);
    const asAdmin = { credentials: admin } as Person;
    expect((await ask(asAdmin, 'GET', '/unread')).body.data).toEqual({ unread: 0 });
    expect((await ask(asAdmin, 'GET', '/inbox')).body.data).toMatchObject({ items: [], seesMail: true });
    expect((await ask(asAdmin, 'GET', '/preferences')).code).toBe('NO_ACTOR');
    expect((await inboxOf(product, people.editor)).seesMail).toBe(false);
    expect((await ask(asAdmin, 'GET', '/mail')).body.data).toMatchObject({ ready: false });
    expect((await ask(people.editor, 'GET', '/mail')).code).toBe('NOT_ALLOWED');
  });
});

describe('what a person has chosen', () => {
  const choose = (who: Person, channels: object) =>
    call(`${product.url}/notifications/preferences`, {
      method: 'PUT',
      headers: who.credentials.headers,
      body: { channels },
    });

  test('holds for her alone, and other kinds stay as they were', async () => {
    const second = await makePerson(product, 'n-reviewer2', 'housing-construction', ['reviewer']);
    await choose(second, { overdue: 'panel' });
    const { body } = await choose(second, { submitted: 'none' });
    const channels = Object.fromEntries(
      body.data.items.map(({ kind, channel }: { kind: string; channel: string }) => [kind, channel]),
    );
    expect(channels).toMatchObject({ submitted: 'none', overdue: 'panel', returned: 'mail', due: 'daily' });
    await product.query("update notifications set created_at = created_at - interval '2 hours'");
    const documentId = await having(steps.submitted());
    expect(await toldOf(product, second, documentId)).toEqual([]);
    expect(await toldOf(product, people.reviewer, documentId)).toEqual(['submitted']);
    const { body: hers } = await call(`${product.url}/notifications/preferences`, {
      headers: people.reviewer.credentials.headers,
    });
    expect(hers.data.items[1]).toMatchObject({ kind: 'submitted', channel: 'mail' });
  });

  test('without a mail server nothing is put by for mail', async () => {
    expect(await product.query('select 1 from notifications where mail_due_at is not null')).toEqual([]);
  });
});

describe('due dates', () => {
  const { lookAtDueDates } = nativeModule<
    typeof import('../../src/plugins/notifications/server/due/look-at-due-dates')
  >('plugins/notifications/server/due/look-at-due-dates');
  const look = (now: string) => lookAtDueDates(product.strapi, new Date(now));

  /** Gives a draft a due date of its own. */
  async function dueOn(day: string): Promise<string> {
    const documentId = await having([]);
    await product.strapi.db.transaction(async ({ trx }) => {
      const knex = trx as unknown as import('knex').Knex.Transaction;
      await knex.raw("select set_config('app.actor_dept', 'housing-construction', true)");
      await knex('major_construction_projects_records')
        .where({ document_id: documentId })
        .update({ due_on: day });
    });
    return documentId;
  }

  test('three working days ahead it is told once, late ones in one line a day', async () => {
    // Friday 2031-03-07; three working days on is Wednesday the 12th
    const near = await dueOn('2031-03-12');
    const far = await dueOn('2031-03-13');
    const late = await dueOn('2031-03-06');
    const before = await product.query(
      "select 1 from notifications where kind = 'overdue' and person_id = $1",
      [people.editor.personId],
    );
    expect(await look('2031-03-06T21:00:00Z')).toBe(false);
    const looks = await Promise.all([1, 2, 3].map(() => look('2031-03-06T23:00:00Z')));
    expect(looks.filter(Boolean)).toHaveLength(1);
    expect(await toldOf(product, people.editor, near)).toEqual(['due']);
    expect(await toldOf(product, people.editor, far)).toEqual([]);
    const lines = await product.query<{ count: number; detail: string; key: string }>(
      "select key, count, detail from notifications where kind = 'overdue' and person_id = $1 order by id",
      [people.editor.personId],
    );
    expect(lines.slice(before.length)).toEqual([expect.objectContaining({ key: 'overdue:2031-03-07' })]);
    expect(lines.at(-1)?.count).toBeGreaterThan(1);
    // Saturday: nobody looks; Monday: the near one is not told again, the late ones are
    expect(await look('2031-03-08T02:00:00Z')).toBe(false);
    expect(await look('2031-03-10T02:00:00Z')).toBe(true);
    expect(await toldOf(product, people.editor, near)).toEqual(['due']);
    expect(await toldOf(product, people.stranger, late)).toEqual([]);
  });

  test('a person who has left, or whose department is dissolved, is told nothing', async () => {
    const leaving = await makePerson(product, 'n-leaving', 'housing-construction', ['reviewer']);
    const { runAs } = nativeModule<typeof import('../../src/plugins/disclosure/server/gate/storage')>(
      'plugins/disclosure/server/gate/storage',
    );
    await runAs({ kind: 'system', name: 'test-office' }, () =>
      product.strapi
        .documents('plugin::disclosure.membership' as never)
        .update({ documentId: leaving.personId, data: { active: false } } as never),
    );
    const documentId = await having(steps.submitted());
    expect(await toldOf(product, leaving, documentId)).toEqual([]);
  });
});
