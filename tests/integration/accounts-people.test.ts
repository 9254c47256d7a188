/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeXlsx, row } from '../fixtures/xlsx';
import { bearer, get, login, makePerson, makeSettledPerson, post, signedIn } from './helpers/accounts';
import { type Answer, call } from './helpers/call';
import { documentsOf, RECORD } from './helpers/documents';
import { type Credentials, makePanelUser, makeToken, NOBODY, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

const MEMBERSHIP = 'plugin::disclosure.membership';
const MEMBERS = `/content-manager/collection-types/${MEMBERSHIP}`;

let product: Product;
let office: Credentials;
let admin: Credentials;
const wrong: Record<string, Credentials> = {};

beforeAll(async () => {
  product = await startProduct();
  const { demoPassword } = product;
  office = await signedIn(product, 'office-supervisor@example.test', demoPassword);
  admin = await signedIn(product, 'admin@example.test', product.adminPassword);
  await makePanelUser(product, 'stranger@example.test', 'disclosure-department');
  const auditor = await makeSettledPerson(product, office, 'auditor@example.test', { duties: ['auditor'] });
  Object.assign(wrong, {
    anonymous: NOBODY,
    editor: await signedIn(product, 'finance-editor@example.test', demoPassword),
    reviewer: await signedIn(product, 'finance-reviewer@example.test', demoPassword),
    auditor: auditor.who,
    'panel user without a department': await signedIn(product, 'stranger@example.test', demoPassword),
    'API user': await signInApi(product, 'office-supervisor@example.test', demoPassword),
    'API token': await makeToken(product, 'full'),
  });
});
afterAll(() => product.stop());

const idOf = async (email: string): Promise<string> =>
  (await get(product, office, `/accounts/people?q=${email}`)).body.data.find(
    (person: { email: string | null }) => person.email === email,
  ).id;

function importFile(who: Credentials, content: string | Buffer, preview: boolean): Promise<Answer> {
  const form = new FormData();
  form.append('preview', String(preview));
  form.append(
    'file',
    new Blob([typeof content === 'string' ? content : new Uint8Array(content)]),
    'people.csv',
  );
  return fetch(`${product.url}/accounts/people/import`, {
    method: 'POST',
    headers: who.headers,
    body: form,
  }).then(async (response) => {
    const text = await response.text();
    const body = text.startsWith('{') ? JSON.parse(text) : null;
    return {
      status: response.status,
      body,
      text,
      headers: response.headers,
      code: body?.error?.details?.code ?? null,
    };
  });
}

const entriesOf = (id: string) =>
  product.query<{ verb: string; outcome: string; reason: string | null; details: Record<string, unknown> }>(
    'select verb, outcome, reason, details from audit_entries where document_id = $1 order by seq',
    [id],
  );

describe('who keeps people', () => {
  const NEW = { name: '甲', email: 'nobody@example.test', department: 'finance', duties: ['editor'] };

  test('nobody but the office and the administrator: not even to look, and each try to write is recorded', async () => {
    const { id } = await makePerson(product, office, 'victim@example.test');
    const ways: [string, (who: Credentials) => Promise<Answer>][] = [
      ['list', (who) => get(product, who, '/accounts/people')],
      ['view', (who) => get(product, who, `/accounts/people/${id}`)],
      ['sessions', (who) => get(product, who, `/accounts/people/${id}/sessions`)],
      ['create', (who) => post(product, who, '/accounts/people', NEW)],
      ['import', (who) => importFile(who, '姓名,登录邮箱,部门,职责\n甲,n@example.test,finance,采集', false)],
      ['end one', (who) => post(product, who, `/accounts/people/${id}/sessions/x/end`)],
      ...[
        'change',
        'move',
        'disable',
        'enable',
        'reset-password',
        'reset-second-factor',
        'unlock',
        'end-sessions',
      ].map((act): [string, (who: Credentials) => Promise<Answer>] => [
        act,
        (who) => post(product, who, `/accounts/people/${id}/${act}`, {}),
      ]),
    ];
    const before = (await get(product, office, `/accounts/people/${id}`)).body;
    for (const [name, who] of Object.entries(wrong)) {
      const isPanel = !['anonymous', 'API user', 'API token'].includes(name);
      for (const [way, attempt] of ways) {
        const { status, code } = await attempt(who);
        const expected = isPanel
          ? [403, name.startsWith('panel user') ? 'NO_ACTOR' : 'NOT_ALLOWED']
          : [401, null];
        expect({ name, way, status, code: isPanel ? code : null }).toEqual({
          name,
          way,
          status: expected[0],
          code: expected[1],
        });
      }
    }
    expect((await get(product, office, `/accounts/people/${id}`)).body).toEqual(before);
    const [made] = await product.query<{ count: string }>(
      "select count(*) from admin_users where email in ('nobody@example.test', 'n@example.test')",
    );
    expect(Number(made?.count)).toBe(0);
    const refused = (await entriesOf(id)).filter(({ outcome }) => outcome === 'refused');
    // four people of the panel, eight acts
    expect(refused).toHaveLength(32);
  });

  test('nobody changes herself, and the office no administrator', async () => {
    const own = await idOf('office-supervisor@example.test');
    const refused = await post(product, office, `/accounts/people/${own}/change`, { duties: ['editor'] });
    expect(refused).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    const administrator = await idOf('admin@example.test');
    expect(administrator).toMatch(/^admin-\d+$/);
    for (const [act, body] of [
      ['reset-password', { reason: 'x' }],
      ['reset-second-factor', { reason: 'x' }],
      ['disable', { reason: 'x' }],
      ['end-sessions', {}],
    ] as const) {
      const answer = await post(product, office, `/accounts/people/${administrator}/${act}`, body);
      expect({ act, code: answer.code }).toEqual({ act, code: 'NOT_ALLOWED' });
    }
    expect((await login(product, 'admin@example.test', product.adminPassword)).status).toBe(200);
  });

  test('the office does not do it by the form of Strapi either', async () => {
    const own = await idOf('office-supervisor@example.test');
    const put = (id: string, body: object) =>
      call(`${product.url}${MEMBERS}/${id}`, { method: 'PUT', headers: office.headers, body });
    expect((await put(own, { publisher: true })).code).toBe('NOT_ALLOWED');
    expect((await put(own, { department: 'finance' })).code).toBe('NOT_ALLOWED');
    expect((await put(own, { name: '区政务公开办监督员' })).status).toBe(200);
    const user = await product.strapi.db
      .query('admin::user')
      .findOne({ where: { email: 'admin@example.test' } });
    const made = await post(product, office, MEMBERS, {
      name: '甲',
      department: 'finance',
      adminUser: user.id,
    });
    expect(made.code).toBe('NOT_ALLOWED');
  });

  test('the last administrator stays, whoever tries', async () => {
    const role = await product.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'strapi-super-admin' } });
    const users = product.strapi.db.query('admin::user');
    const first = await users.findOne({ where: { email: 'admin@example.test' } });
    await makePanelUser(product, 'second-admin@example.test', 'strapi-super-admin');
    const second = await users.findOne({ where: { email: 'second-admin@example.test' } });
    const secondAdmin = await signedIn(product, 'second-admin@example.test', product.demoPassword);
    const put = (who: Credentials, id: number, body: object) =>
      call(`${product.url}/admin/users/${id}`, { method: 'PUT', headers: who.headers, body });
    // two: one may go
    expect(
      (await post(product, admin, `/accounts/people/admin-${second.id}/disable`, { reason: '离职' })).status,
    ).toBe(200);
    expect((await get(product, secondAdmin, '/accounts/me')).status).toBe(401);
    // Strapi would count the disabled one
    expect((await put(admin, first.id, { isActive: false })).code).toBe('NOT_ALLOWED');
    const department = await product.strapi.db
      .query('admin::role')
      .findOne({ where: { code: 'disclosure-department' } });
    expect((await put(admin, first.id, { roles: [department.id] })).code).toBe('NOT_ALLOWED');
    expect((await put(admin, first.id, { roles: [role.id] })).status).toBe(200);
    expect(
      (await post(product, admin, `/accounts/people/admin-${first.id}/disable`, { reason: 'x' })).code,
    ).toBe('NOT_ALLOWED');
    expect((await post(product, admin, `/accounts/people/admin-${second.id}/enable`)).status).toBe(200);
  });
});

test('two administrators who disable each other at the same moment do not leave the house without one', async () => {
  await makePanelUser(product, 'third-admin@example.test', 'strapi-super-admin');
  await makePanelUser(product, 'fourth-admin@example.test', 'strapi-super-admin');
  const third = await signedIn(product, 'third-admin@example.test', product.demoPassword);
  const fourth = await signedIn(product, 'fourth-admin@example.test', product.demoPassword);
  for (const email of ['admin@example.test', 'second-admin@example.test']) {
    await post(product, third, `/accounts/people/${await idOf(email)}/disable`, { reason: '测试' });
  }
  const answers = await Promise.all([
    post(product, third, `/accounts/people/${await idOf('fourth-admin@example.test')}/disable`, {
      reason: '同时',
    }),
    post(product, fourth, `/accounts/people/${await idOf('third-admin@example.test')}/disable`, {
      reason: '同时',
    }),
  ]);
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

test('an account that is no member’s is not overlooked', async () => {
  const id = await idOf('stranger@example.test');
  expect(id).toMatch(/^admin-/);
  expect((await post(product, office, `/accounts/people/${id}/change`, { name: '新' })).code).toBe(
    'INVALID_TRANSITION',
  );
  expect((await post(product, office, `/accounts/people/${id}/disable`, { reason: '没有人员' })).status).toBe(
    200,
  );
});

describe('a new person', () => {
  test('is a member with an account, a role of the panel and one entry of the audit log', async () => {
    const { id, email, initialPassword } = await makePerson(product, office, 'new@example.test', {
      name: '李雷',
      duties: ['editor', 'reviewer'],
    });
    const { data } = (await get(product, office, `/accounts/people/${id}`)).body;
    expect(data).toMatchObject({
      name: '李雷',
      email,
      department: 'civil-affairs',
      departmentName: '区民政局',
      duties: ['editor', 'reviewer'],
      state: 'initial',
      hasSecondFactor: false,
      lastSignInAt: null,
      whyNot: null,
    });
    const entries = await entriesOf(id);
    expect(entries).toEqual([expect.objectContaining({ verb: 'account-create', outcome: 'done' })]);
    expect(JSON.stringify(entries)).not.toContain(initialPassword);
    const { who } = await (async () => ({
      who: bearer((await login(product, email, initialPassword)).body.data.token),
    }))();
    await post(product, who, '/accounts/me/password', {
      currentPassword: initialPassword,
      password: 'Harbour-view-71',
    });
    expect((await get(product, who, '/disclosure/desk')).status).toBe(200);
    expect((await get(product, office, `/accounts/people/${id}`)).body.data.state).toBe('active');
  });

  test.each([
    ['an address that somebody has', { email: 'finance-editor@example.test' }, /已有账号/],
    ['the same in capital letters', { email: 'Finance-Editor@Example.Test' }, /已有账号/],
    ['no address', { email: 'x' }, /不是邮箱/],
    ['no name', { name: '  ' }, /姓名/],
    ['a name that cannot be shown', { name: '甲\u0000乙' }, /不能显示/],
    ['an unknown department', { department: 'nowhere' }, /没有这个部门/],
    ['no duty', { duties: [] }, /职责/],
    ['a duty that is none', { duties: ['administrator'] }, /职责/],
    ['an unknown field', { roles: [1] }, /roles/],
  ])('is refused with %s', async (_name, change, message) => {
    const answer = await post(product, office, '/accounts/people', {
      name: '甲',
      email: 'refused@example.test',
      department: 'finance',
      duties: ['editor'],
      ...change,
    });
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(answer.body.error.message).toMatch(message);
  });

  test('is made once, when two offices enter her at the same moment', async () => {
    const make = () =>
      post(product, office, '/accounts/people', {
        name: '甲',
        email: 'twice@example.test',
        department: 'finance',
        duties: ['editor'],
      });
    const answers = await Promise.all([make(), make(), make()]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400]);
  });
});

describe('the list', () => {
  test('is filtered by department, state and words, and says how many there are', async () => {
    const { id } = await makePerson(product, office, 'wanted@example.test', {
      name: '韩梅梅',
      department: 'audit',
    });
    const found = async (query: string) =>
      (await get(product, office, `/accounts/people?${query}`)).body.data.map(
        (person: { id: string }) => person.id,
      );
    expect(await found('q=韩梅')).toEqual([id]);
    expect(await found('q=WANTED@')).toEqual([id]);
    expect(await found('department=audit&state=initial')).toEqual([id]);
    expect(await found('department=finance&q=韩梅')).toEqual([]);
    // no wildcards of the database
    expect(await found('q=%25')).toEqual([]);
    const all = (await get(product, office, '/accounts/people')).body;
    expect(all.data).toHaveLength(50);
    expect(all.meta.total).toBeGreaterThan(50);
    const second = (await get(product, office, '/accounts/people?page=2')).body;
    const ids = new Set([...all.data, ...second.data].map((person: { id: string }) => person.id));
    expect(ids.size).toBe(all.data.length + second.data.length);
  });

  test.each(['state=boss', 'page=0', 'limit=1000', 'page=x'])('refuses %s', async (query) => {
    expect(await get(product, office, `/accounts/people?${query}`)).toMatchObject({
      status: 400,
      code: 'INVALID_QUERY',
    });
  });
});

test('who moves leaves her documents with the department, and sees those of the new one', async () => {
  const person = await makeSettledPerson(product, office, 'mover@example.test', {
    department: 'housing-construction',
    duties: ['editor'],
  });
  const { values } = await documentsOf(product);
  const records = `/content-manager/collection-types/${RECORD}`;
  const made = await post(product, person.who, records, values());
  expect(made.status).toBe(201);
  const { documentId } = made.body.data;
  const moved = await post(product, office, `/accounts/people/${person.id}/move`, {
    department: 'finance',
    reason: '轮岗',
  });
  expect(moved.body.data.person.departmentName).toBe('区财政局');
  const after = await signedIn(product, person.email, person.password);
  const edit = await call(`${product.url}${records}/${documentId}`, {
    method: 'PUT',
    headers: after.headers,
    body: { title: '改' },
  });
  expect(edit.code).toBe('NOT_OWNER');
  const colleague = await signedIn(product, 'housing-construction-editor@example.test', product.demoPassword);
  const kept = await call(`${product.url}${records}/${documentId}`, {
    method: 'PUT',
    headers: colleague.headers,
    body: { title: '由同事继续' },
  });
  expect(kept.status).toBe(200);
  const moves = (await entriesOf(person.id)).filter(({ verb }) => verb === 'account-move');
  expect(moves).toHaveLength(1);
  expect(moves[0]).toMatchObject({
    reason: '轮岗',
    details: { from: 'housing-construction', to: 'finance' },
  });
});

test('each change of an account is one entry, and the chain holds', async () => {
  const { id } = await makeSettledPerson(product, office, 'audited@example.test');
  const acts: [string, object][] = [
    ['change', { name: '新名字', duties: ['editor', 'publisher'] }],
    ['reset-password', { reason: '忘记密码' }],
    ['unlock', {}],
    ['end-sessions', {}],
    ['disable', { reason: '离职' }],
    ['enable', {}],
  ];
  for (const [act, body] of acts) {
    expect({
      act,
      status: (await post(product, office, `/accounts/people/${id}/${act}`, body)).status,
    }).toEqual({
      act,
      status: 200,
    });
  }
  const verbs = (await entriesOf(id)).map(({ verb }) => verb);
  expect(verbs).toEqual([
    'account-create',
    'account-sign-in',
    'account-password',
    ...acts.map(([act]) => `account-${act}`),
  ]);
  const again = await post(product, office, `/accounts/people/${id}/enable`);
  expect(again).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
  expect((await post(product, office, `/accounts/people/${id}/promote`)).code).toBe('NOT_FOUND');
  expect((await post(product, office, '/accounts/people/no-such/enable')).code).toBe('NOT_FOUND');
  expect((await post(product, office, `/accounts/people/${id}/disable`, {})).body.error.message).toMatch(
    /理由/,
  );
});

describe('a list of people', () => {
  const HEADER = '姓名,登录邮箱,部门,职责';

  test('is looked at first, made row by row, and goes on where it was when it comes again', async () => {
    const file = [
      HEADER,
      '甲一,list-1@example.test,区财政局,采集',
      '甲二,不是邮箱,区财政局,采集',
      '甲三,list-3@example.test,finance,采集、审核、发布',
      '甲四,LIST-1@example.test,区财政局,采集',
      '已有,finance-editor@example.test,区财政局,采集',
    ].join('\n');
    const preview = await importFile(office, file, true);
    expect(preview.body.data.counts).toEqual({ ready: 2, created: 0, exists: 1, failed: 2 });
    expect(preview.text).not.toContain('initialPassword');
    const [none] = await product.query("select 1 from admin_users where email = 'list-1@example.test'");
    expect(none).toBeUndefined();

    const made = (await importFile(office, file, false)).body.data;
    expect(made.counts).toEqual({ ready: 0, created: 2, exists: 1, failed: 2 });
    const [first] = made.rows;
    expect((await login(product, 'list-1@example.test', first.initialPassword)).body.data.next).toBe(
      'password',
    );
    expect(made.rows[1]).toMatchObject({ outcome: 'failed', message: '登录邮箱不是邮箱地址' });

    const again = (await importFile(office, file.replace('不是邮箱', 'list-2@example.test'), false)).body
      .data;
    expect(again.counts).toEqual({ ready: 0, created: 1, exists: 4, failed: 0 });
  });

  test('may be a sheet of Excel, with numbers for names', async () => {
    const path = await makeXlsx(join(mkdtempSync(join(tmpdir(), 'people-')), 'people.xlsx'), {
      rows: [
        ['人员名单'],
        ['姓名', '登录邮箱', '部门', '职责'],
        ['乙一', 'sheet-1@example.test', '区审计局', '审核'],
        [123, 'sheet-2@example.test', '区审计局', '审核'],
      ]
        .map((cells, index) => row(index + 1, cells))
        .join(''),
    });
    const sheet = readFileSync(path);
    rmSync(dirname(path), { recursive: true });
    const { data } = (await importFile(office, sheet, false)).body;
    expect(data.counts.created).toBe(2);
    expect(data.notes).toEqual([expect.stringContaining('第2行是表头')]);
  });

  test.each([
    [
      'ten thousand rows',
      () =>
        [HEADER, ...Array.from({ length: 10_000 }, (_, i) => `甲,p${i}@example.test,finance,采集`)].join(
          '\n',
        ),
    ],
    ['a picture', () => Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['nothing', () => ''],
    ['other columns', () => '姓名,电话\n甲,1'],
  ])('is refused when it is %s, and nobody is made', async (_name, content) => {
    const count = async () =>
      Number((await product.query<{ n: string }>('select count(*) as n from admin_users'))[0]?.n);
    const before = await count();
    const answer = await importFile(office, content(), false);
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect(answer.body.error.message).toMatch(/[一-龥]/);
    expect(await count()).toBe(before);
  });
});
