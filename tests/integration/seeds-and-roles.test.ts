/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { engine } from './helpers/native';
import { signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** What comes with the product, who keeps it, and what stays of it after a restart. */
let product: Product;

const count = async (table: string): Promise<number> => {
  const [row] = await product.query<{ n: string }>(`select count(*) as n from ${table}`);
  return Number(row?.n);
};

beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.stop());

describe('the reference data of a new installation', () => {
  test.each([
    ['disclosure_departments', 38],
    ['disclosure_columns', 21],
    // 592 of the 26, and 25 of the local domains
    ['disclosure_catalogue_items', 627],
  ])('%s has %i rows, each once', async (table, expected) => {
    expect(await count(table)).toBe(expected);
    expect(await count(`(select distinct code from ${table}) as codes`)).toBe(expected);
  });

  test('every responsible department exists', async () => {
    const strangers = await product.query(
      'select * from disclosure_responsibilities where department not in (select code from disclosure_departments)',
    );
    expect(strangers).toEqual([]);
  });

  test('rows that no published text confirms are marked 待核实 for the public', async () => {
    const { body } = await call(`${product.url}/api/disclosure/catalogue-items`);
    const [row] = await product.query<{ n: string }>(
      "select count(*) as n from disclosure_catalogue_items where provenance <> 'published'",
    );
    const marked = body.data.filter(({ toBeConfirmed }: { toBeConfirmed: boolean }) => toBeConfirmed);
    expect(marked).toHaveLength(Number(row?.n));
    expect(marked.length).toBeGreaterThan(0);
  });
});

test('what the office changed or deleted stays so after a restart, and nothing comes twice', async () => {
  const { runAs } = engine<typeof import('../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
  const office = { kind: 'system', name: 'test-office' } as const;
  const uid = 'plugin::disclosure.responsibility' as never;
  const department = 'plugin::disclosure.department' as never;
  const { strapi } = product;
  await runAs(office, async () => {
    const justice = await strapi.db.query(department).findOne({ where: { code: 'justice' } });
    await strapi
      .documents(department)
      .update({ documentId: justice.documentId, data: { name: '区司法局(新)' } as never });
    const rows = await strapi.db.query(uid).findMany({ where: { scope: 'D01-16' } });
    for (const { documentId } of rows) await strapi.documents(uid).delete({ documentId });
  });
  const before = await Promise.all(
    ['disclosure_departments', 'disclosure_responsibilities', 'up_permissions'].map(count),
  );
  const { databaseUrl } = product;
  await product.stop();
  product = await startProduct({ databaseUrl });
  expect(
    await Promise.all(['disclosure_departments', 'disclosure_responsibilities', 'up_permissions'].map(count)),
  ).toEqual(before);
  const names = await product.query("select name from disclosure_departments where code = 'justice'");
  expect(names).toEqual([{ name: '区司法局(新)' }]);
  expect(await product.query("select * from disclosure_responsibilities where scope = 'D01-16'")).toEqual([]);
});

describe('who keeps the reference data', () => {
  const type = 'plugin::disclosure.department';
  const path = `/content-manager/collection-types/${type}`;
  const people = new Map<string, Record<string, string>>();
  const send = async (account: string, method: string, url: string, body?: unknown) => {
    const headers =
      people.get(account) ?? (await signInPanel(product, account, product.demoPassword)).headers;
    people.set(account, headers);
    return call(`${product.url}${url}`, { method, body, headers });
  };
  const documentIdOf = async (code: string) =>
    (
      await product.query<{ document_id: string }>(
        'select document_id from disclosure_departments where code = $1',
        [code],
      )
    )[0]?.document_id;

  test('a department does not', async () => {
    const answer = await send('finance-reviewer@example.test', 'POST', path, { code: 'own', name: '自设' });
    expect(answer.status).toBe(403);
    expect(await documentIdOf('own')).toBeUndefined();
  });

  test('the office does, and each change is in the audit log', async () => {
    const answer = await send('office-supervisor@example.test', 'POST', path, {
      code: 'new-bureau',
      name: '新设局',
    });
    expect(answer.status).toBe(201);
    const [entry] = await product.query<{ verb: string; actor: { name: string } }>(
      'select verb, actor from audit_entries order by seq desc limit 1',
    );
    expect(entry).toMatchObject({ verb: 'reference-create', actor: { name: '区政务公开办监督员' } });
  });

  test('a department’s code never changes', async () => {
    const answer = await send(
      'office-supervisor@example.test',
      'PUT',
      `${path}/${await documentIdOf('audit')}`,
      { code: 'other' },
    );
    expect(answer).toMatchObject({ status: 400, body: { error: { details: { code: 'INVALID_INPUT' } } } });
    expect(await documentIdOf('audit')).toBeDefined();
  });

  test.each([
    ['11370322004222241N', 200],
    ['000014349', 200],
    ['11441700007280420X', 400],
    ['abc', 400],
  ])(
    'an organisation code is checked by its check digit (GB 32100, GB 11714): %s',
    async (orgCode, status) => {
      const answer = await send(
        'office-supervisor@example.test',
        'PUT',
        `${path}/${await documentIdOf('audit')}`,
        { orgCode },
      );
      expect(answer.status).toBe(status);
    },
  );

  test('机关代字 is one department’s alone, and short: numbers of documents begin with it', async () => {
    const set = async (code: string, organWord: string) => {
      const url = `${path}/${await documentIdOf(code)}`;
      return send('office-supervisor@example.test', 'PUT', url, { organWord });
    };
    expect((await set('audit', '某审')).status).toBe(200);
    expect((await set('audit', '某审')).status).toBe(200);
    expect(await set('justice', '某审')).toMatchObject({
      ...{ status: 400, body: { error: { message: expect.stringMatching(/“某审”已由.*使用/) } } },
    });
    expect((await set('justice', '某 司')).status).toBe(400);
    expect((await set('justice', '某'.repeat(21))).status).toBe(400);
    expect((await set('audit', '')).status).toBe(200);
    expect((await set('justice', '某审')).status).toBe(200);
  });

  test('one account stands for one person only', async () => {
    const [taken] = await product.query<{ id: number }>(
      "select id from admin_users where email = 'finance-editor@example.test'",
    );
    const membership = '/content-manager/collection-types/plugin::disclosure.membership';
    const answer = await send('office-supervisor@example.test', 'POST', membership, {
      name: '另一人',
      department: 'health',
      adminUser: { connect: [{ id: taken?.id }] },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('区财政局录入员');
  });
});

describe('accounts', () => {
  test('nobody registers herself, and nobody makes the server write mail', async () => {
    const post = (path: string, body: unknown) => call(`${product.url}${path}`, { method: 'POST', body });
    const person = { username: 'x', email: 'x@example.test', password: 'Password-1' };
    expect((await post('/api/auth/local/register', person)).status).toBeGreaterThanOrEqual(400);
    expect((await post('/api/auth/forgot-password', { email: 'finance-editor@example.test' })).status).toBe(
      403,
    );
    expect(await product.query("select * from up_users where email = 'x@example.test'")).toEqual([]);
  });

  test('the role of departments has the writes of every registered type, and the audit log', async () => {
    const rows = await product.query<{ action: string }>(
      `select p.action from up_permissions p join up_permissions_role_lnk l on l.permission_id = p.id
         join up_roles r on r.id = l.role_id where r.type = 'department' order by p.action`,
    );
    const actions = rows.map(({ action }) => action);
    for (const type of ['project', 'record']) {
      for (const action of ['create', 'update', 'delete', 'verb', 'workflow']) {
        expect(actions).toContain(`plugin::major-construction-projects.${type}.${action}`);
      }
    }
    expect(actions).toContain('plugin::disclosure.public.audit');
  });

  test('every demo account is one person with a panel and an API account', async () => {
    const halves = await product.query(
      'select name from disclosure_memberships where admin_user_id is null or api_user_id is null',
    );
    expect(halves).toEqual([]);
    expect(await count('disclosure_memberships')).toBe(38 * 2 + 1);
  });
});
