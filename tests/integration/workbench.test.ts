/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { pastGuards } from '../support/past-guards';
import { call } from './helpers/call';
import { type Credentials, makeMember, makePanelUser, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** The home page: what waits for whom, what a department owes, and how the district stands. */
const AID = 'social_assistance_records';
const UID = 'plugin::social-assistance.record';
const SCHOOL = 'chengnan-experimental-school';

let product: Product;
let people: Record<string, Credentials>;
let ids: Record<string, string>;

/** A day so many days from today, in Shanghai. */
const day = (offset: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
    new Date(Date.now() + offset * 86_400_000),
  );

type Row = {
  owner?: string;
  state: string;
  due?: string | null;
  by?: string[];
  urgent?: boolean;
  title?: string;
};

/** Puts a working copy where it stands, without the steps that led there: only its reading is looked at. */
async function put(documentId: string, { owner = 'civil-affairs', ...row }: Row): Promise<void> {
  await pastGuards(product.databaseUrl, (client) =>
    client.query(
      `insert into ${AID} (document_id, title, state, owner, due_on, contributors, urgent_at, version, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, 1, now(), now())`,
      [
        documentId,
        row.title ?? documentId,
        row.state,
        owner,
        row.due ?? null,
        JSON.stringify(row.by ?? []),
        row.urgent ? new Date() : null,
      ],
    ),
  );
}

const remove = (condition: string) =>
  pastGuards(product.databaseUrl, (client) =>
    client.query(`delete from ${AID} where published_at is null and ${condition}`),
  );

const ask = (who: Credentials | undefined, path: string) =>
  call(`${product.url}/disclosure${path}`, { headers: who?.headers ?? {} });
const data = async (who: Credentials | undefined, path: string) => {
  const answer = await ask(who, path);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return answer.body.data;
};
type Group = { key: string; total: number; items: { documentId: string; dueOn: string | null }[] };
const groupsOf = async (who: Credentials | undefined, path = '/desk'): Promise<Record<string, Group>> =>
  Object.fromEntries(((await data(who, path)).groups as Group[]).map((group) => [group.key, group]));
const listed = (group: Group | undefined) => group?.items.map(({ documentId }) => documentId);

beforeAll(async () => {
  product = await startProduct();
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  people = {
    editor: await signIn('civil-affairs-editor'),
    reviewer: await signIn('civil-affairs-reviewer'),
    stranger: await signIn('audit-reviewer'),
    regulator: await signIn('education-sports-reviewer'),
    office: await signIn('office-supervisor'),
    administrator: await signInPanel(product, 'admin@example.test', product.adminPassword),
  };
  const rows = await product.query<{ document_id: string; email: string }>(
    `select m.document_id, u.email from disclosure_memberships m join admin_users u on u.id = m.admin_user_id`,
  );
  ids = Object.fromEntries(rows.map(({ document_id, email }) => [email.split('@')[0], document_id]));
  // what the demo brought is not looked at
  await remove("state <> 'published'");
  const reviewerId = String(ids['civil-affairs-reviewer']);
  await put('late', { state: 'draft', due: day(-1), by: ['x'] });
  await put('today', { state: 'draft', due: day(0), by: ['x'] });
  await put('seventh', { state: 'returned', due: day(7), by: ['x'] });
  await put('eighth', { state: 'draft', due: day(8), by: ['x'] });
  await put('hers', { state: 'submitted', due: day(3), by: [reviewerId] });
  await put('others', { state: 'submitted', due: day(-30), by: ['x'] });
  await put('approved', { state: 'approved', due: day(2) });
  await put('urgent', { state: 'published', urgent: true, by: ['x'] });
  await put('urgent-hers', { state: 'published', urgent: true, by: [reviewerId] });
  await put('reviewed', { state: 'published' });
  await put('school-draft', { owner: SCHOOL, state: 'draft' });
  await put('school-submitted', { owner: SCHOOL, state: 'submitted', by: ['x'] });
  await put('elsewhere', { owner: 'health', state: 'draft', due: day(-200) });
  const live = (
    await product.query<{ document_id: string }>(
      "select document_id from publications where state = 'live' and owner <> 'civil-affairs' limit 1",
    )
  )[0]?.document_id;
  await put(String(live), { state: 'draft', due: day(-400), title: '对已公开信息的更正' });
});
afterAll(() => product.stop());

describe('the home page of a department', () => {
  test('an editor gets what she can act on, the most urgent first', async () => {
    const groups = await groupsOf(people.editor);
    expect(Object.keys(groups)).toEqual(['overdue', 'soon', 'returned', 'draft', 'underway']);
    expect(listed(groups.overdue)).toEqual(['late']);
    expect(listed(groups.soon)).toEqual(['today', 'seventh']);
    expect(listed(groups.returned)).toEqual(['seventh']);
    expect(listed(groups.underway)?.sort()).toEqual(['approved', 'hers', 'others']);
  });

  test('a reviewer gets what another person entered, not what she wrote herself', async () => {
    const groups = await groupsOf(people.reviewer);
    expect(listed(groups.review)).toEqual(['others']);
    expect(listed(groups.ratify)).toEqual(['urgent']);
    expect(listed(groups.publish)).toEqual(['approved']);
    expect(listed(groups.overdue)).toEqual(['others', 'late']);
    expect(listed(groups.underway)).toEqual(['hers']);
  });

  test('a correction of what is public is never late, and shows no due date', async () => {
    const { draft, overdue } = await groupsOf(people.editor);
    const correction = draft?.items.find(({ dueOn, documentId }) => dueOn === null && documentId !== 'x');
    expect(correction).toBeDefined();
    expect(listed(overdue)).not.toContain(correction?.documentId);
  });

  test('another department’s work waits for nobody here', async () => {
    const groups = await groupsOf(people.stranger);
    for (const group of Object.values(groups)) expect(group.items).toEqual([]);
  });

  test('what a public institution submits waits for its regulator, its drafts do not', async () => {
    const groups = await groupsOf(people.regulator);
    expect(listed(groups.review)).toEqual(['school-submitted']);
    expect(listed(groups.draft)).toEqual([]);
  });

  test('the total tells what the home page leaves out, and the list has all of it', async () => {
    for (let n = 0; n < 60; n += 1) await put(`many-${n}`, { state: 'draft', by: ['x'] });
    const { draft } = await groupsOf(people.editor);
    expect(draft?.items).toHaveLength(8);
    const first = await data(people.editor, '/work?group=draft');
    const second = await data(people.editor, '/work?group=draft&page=2');
    expect(first).toMatchObject({ group: 'draft', total: draft?.total, page: 1, pageSize: 50 });
    const all = [...first.items, ...second.items].map(({ documentId }) => documentId);
    expect(new Set(all).size).toBe(draft?.total);
    await remove("document_id like 'many-%'");
  });
});

describe('the office', () => {
  test('sees how every department stands, whoever is latest first, and what is latest', async () => {
    type Standing = { department: string; latest: { kind: string; what: string; daysLate: number } | null };
    const departments: Standing[] = await data(people.office, '/departments');
    const late = departments.map(({ latest }) => latest?.daysLate ?? 0);
    expect(late).toEqual([...late].sort((a, b) => b - a));
    const find = (code: string) => departments.find(({ department }) => department === code);
    expect(find('health')).toMatchObject({ overdue: 1 });
    expect(find('health')?.latest?.daysLate).toBeGreaterThanOrEqual(200);
    expect(find('civil-affairs')).toMatchObject({ overdue: 2, soon: 4, review: 2, publish: 1, returned: 1 });
  });

  test('reads the same of a department’s latest row as the department does', async () => {
    type Standing = { department: string; latest: { kind: string; what: string; dueOn: string } | null };
    const departments: Standing[] = await data(people.office, '/departments');
    const rows = departments.filter(({ latest }) => latest?.kind === 'row');
    expect(rows.length).toBeGreaterThan(0);
    for (const { department, latest } of rows.slice(0, 5)) {
      const [first] = await data(people.office, `/owed?department=${department}`);
      expect(first.what.dueOn).toBe(latest?.dueOn);
      expect(latest?.what).toContain(first.what.title);
    }
  });

  test('sees a department as its people do, and the reasons behind each number', async () => {
    const groups = await groupsOf(people.office, '/desk?department=civil-affairs');
    expect(groups.overdue?.total).toBe(2);
    expect(groups.review?.total).toBe(2);
    expect(groups.draft).toBeUndefined();
    const page = await data(people.office, '/work?group=overdue&department=civil-affairs');
    expect(page.items.map(({ documentId }: { documentId: string }) => documentId)).toEqual([
      'others',
      'late',
    ]);
  });

  test('sees what is late in the whole district', async () => {
    const groups = await groupsOf(people.office);
    expect(listed(groups.overdue)).toEqual(['elsewhere', 'others', 'late']);
    expect(groups.ratify?.total).toBe(2);
  });
});

describe('what a department owes', () => {
  test('comes by catalogue row with a new entry that is filled in, the longest overdue first', async () => {
    const owed = await data(people.editor, '/owed');
    expect(owed.length).toBeGreaterThan(0);
    const dues = owed.map(({ what }: { what: { dueOn: string | null } }) => what.dueOn ?? '9');
    expect(dues).toEqual([...dues].sort());
    const missing = owed.find(({ create }: { create: unknown }) => create);
    expect(missing.create.code).toBe(missing.code);
    const prefill = await data(people.editor, `/prefill/${missing.code}?period=2026年第3季度`);
    expect(prefill).toMatchObject({ catalogueItem: missing.code, formedOn: day(0) });
    expect(prefill.title).toMatch(/^2026年第3季度./);
  });

  test('what is prefilled can be saved as it is', async () => {
    const values = await data(people.editor, '/prefill/D05-06');
    const answer = await call(`${product.url}/content-manager/collection-types/${UID}`, {
      method: 'POST',
      headers: people.editor?.headers ?? {},
      body: values,
    });
    expect({ status: answer.status, error: answer.body.error }).toEqual({ status: 201, error: undefined });
    expect(answer.body.data).toMatchObject({
      catalogueItem: 'D05-06',
      owner: 'civil-affairs',
      state: 'draft',
    });
  });

  test('is told to a reviewer without duties of an editor, without a way to enter it', async () => {
    const { id } = await makePanelUser(product, 'only-reviews@example.test', 'disclosure-department');
    await makeMember(product.strapi, { department: 'civil-affairs', duties: ['reviewer'], adminUser: id });
    const who = await signInPanel(product, 'only-reviews@example.test', product.demoPassword);
    const owed = await data(who, '/owed');
    expect(owed.length).toBeGreaterThan(0);
    expect(owed.every(({ create }: { create: unknown }) => create === null)).toBe(true);
  });
});

test('what was published lately is the department’s own, newest first; the office sees all of them', async () => {
  const own = await data(people.editor, '/recent');
  expect(new Set(own.map(({ ownerName }: { ownerName: string }) => ownerName)).size).toBeLessThanOrEqual(1);
  const all = await data(people.office, '/recent');
  const times = all.map(({ publishedAt }: { publishedAt: string }) => Date.parse(publishedAt));
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(all.length).toBeGreaterThan(0);
});

describe('nobody looks at another department', () => {
  const PATHS = ['/desk', '/work?group=overdue', '/owed', '/recent'];
  const of = (path: string, department: string) =>
    `${path}${path.includes('?') ? '&' : '?'}department=${department}`;

  test.each(PATHS)('%s', async (path) => {
    expect(await ask(people.editor, of(path, 'health'))).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect((await ask(people.editor, of(path, 'civil-affairs'))).status).toBe(200);
    expect((await ask(people.office, of(path, 'health'))).status).toBe(200);
    expect(await ask(people.office, of(path, 'nowhere'))).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect((await ask(undefined, path)).status).toBe(401);
  });

  test('nor at how the departments stand', async () => {
    expect(await ask(people.editor, '/departments')).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    expect((await ask(people.administrator, '/departments')).status).toBe(200);
  });

  test.each([
    ['/desk?departement=health', 'INVALID_QUERY'],
    ['/work', 'INVALID_QUERY'],
    ['/work?group=overdue&page=0', 'INVALID_QUERY'],
    ['/work?group=overdue&page=99999999999', 'INVALID_QUERY'],
    [`/prefill/D05-06?period=${'x'.repeat(50)}`, 'INVALID_QUERY'],
    ['/work?group=nonsense', 'NOT_FOUND'],
    ['/work?group=review', 'NOT_FOUND'],
    ['/work?group=__proto__', 'NOT_FOUND'],
    ['/prefill/D99-99', 'NOT_FOUND'],
  ])('%s is answered with %s', async (path, code) => {
    const answer = await ask(people.editor, path);
    expect(answer.code).toBe(code);
    expect(answer.body.error.message).toMatch(/[一-鿿]/);
  });
});
