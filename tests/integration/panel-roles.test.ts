/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { type Credentials, makeMember, makePanelUser, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** What a person's panel shows follows from departments, responsibilities and memberships, by itself. */
let product: Product;
let office: Credentials;

beforeAll(async () => {
  product = await startProduct();
  office = await signInPanel(product, 'office-supervisor@example.test', product.demoPassword);
});
afterAll(() => product.stop());

const READ = 'plugin::content-manager.explorer.read';

/** The domains whose information a person's permissions open to her. */
async function domainsOf(account: string): Promise<string[]> {
  const who = await signInPanel(product, account, product.demoPassword);
  const answer = await call(`${product.url}/admin/users/me/permissions`, { headers: who.headers });
  const subjects = (answer.body.data as { action: string; subject: string | null }[])
    .filter(({ action }) => action === READ)
    .map(({ subject }) => String(subject).replace(/^plugin::|\..*$/g, ''));
  return [...new Set(subjects)].sort();
}

/** Asks again until it is so: roles follow after the commit. */
async function eventually<T>(ask: () => Promise<T>, holds: (value: T) => boolean): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    const value = await ask();
    if (holds(value) || tries > 50) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const manage = (type: string, body: object) =>
  call(`${product.url}/content-manager/collection-types/plugin::disclosure.${type}`, {
    method: 'POST',
    headers: office.headers,
    body,
  });

test('a department’s role opens the domains that it is responsible for, and no others', async () => {
  const domains = await domainsOf('civil-affairs-editor@example.test');
  expect(domains).toContain('social-assistance');
  expect(domains).not.toContain('major-construction-projects');
  expect(domains).not.toContain('tax-administration');
  expect(await domainsOf('taxation-editor@example.test')).toContain('tax-administration');
});

test('the office’s role opens every domain', async () => {
  const domains = await domainsOf('office-supervisor@example.test');
  expect(domains).toEqual(expect.arrayContaining(['social-assistance', 'tax-administration', 'disclosure']));
});

test('a regulator’s role opens what its public institutions publish', async () => {
  const school = await domainsOf('chengnan-experimental-school-editor@example.test');
  expect(school.length).toBeGreaterThan(0);
  expect(await domainsOf('education-sports-reviewer@example.test')).toEqual(expect.arrayContaining(school));
});

test('the list of a type of another department’s domain is refused, not merely hidden', async () => {
  const editor = await signInPanel(product, 'civil-affairs-editor@example.test', product.demoPassword);
  const answer = await call(
    `${product.url}/content-manager/collection-types/plugin::tax-administration.record`,
    { headers: editor.headers },
  );
  expect(answer.status).toBe(403);
});

test('a new responsibility opens its domain, and a responsibility that is taken away closes it', async () => {
  const account = 'audit-editor@example.test';
  expect(await domainsOf(account)).not.toContain('tax-administration');
  const row = (
    await product.query<{ code: string }>(
      "select code from disclosure_catalogue_items where domain = 'tax-administration' order by seq limit 1",
    )
  )[0];
  const made = await manage('responsibility', { department: 'audit', scope: row?.code });
  expect(made.status).toBe(201);
  const opened = await eventually(
    () => domainsOf(account),
    (domains) => domains.includes('tax-administration'),
  );
  expect(opened).toContain('tax-administration');
  await call(
    `${product.url}/content-manager/collection-types/plugin::disclosure.responsibility/${made.body.data.documentId}`,
    { method: 'DELETE', headers: office.headers },
  );
  const closed = await eventually(
    () => domainsOf(account),
    (domains) => !domains.includes('tax-administration'),
  );
  expect(closed).not.toContain('tax-administration');
});

test('a person gets the role of her department with her membership, and the office’s with its duties', async () => {
  const account = 'mover@example.test';
  const { id } = await makePanelUser(product, account, 'disclosure-department');
  expect(await domainsOf(account)).toEqual([]);
  const documentId = await makeMember(product.strapi, {
    department: 'civil-affairs',
    duties: ['editor'],
    adminUser: id,
  });
  const joined = await eventually(
    () => domainsOf(account),
    (domains) => domains.includes('social-assistance'),
  );
  expect(joined).toContain('social-assistance');
  const change = (body: object) =>
    call(`${product.url}/content-manager/collection-types/plugin::disclosure.membership/${documentId}`, {
      method: 'PUT',
      headers: office.headers,
      body,
    });
  expect((await change({ department: 'taxation' })).status).toBe(200);
  const moved = await eventually(
    () => domainsOf(account),
    (domains) => domains.includes('tax-administration'),
  );
  expect(moved).not.toContain('social-assistance');
  expect((await change({ active: false })).status).toBe(200);
  expect(
    await eventually(
      () => domainsOf(account),
      (domains) => domains.length === 0,
    ),
  ).toEqual([]);
});

test('what somebody clicked together by hand does not last', async () => {
  const query = product.strapi.db.query('admin::permission');
  const role = await product.strapi.db
    .query('admin::role')
    .findOne({ where: { code: 'disclosure-department-audit' } });
  await query.create({
    data: {
      action: READ,
      subject: 'plugin::tax-administration.record',
      properties: {},
      conditions: [],
      role: role.id,
    },
  });
  const made = await manage('responsibility', { department: 'audit', scope: 'D05-01' });
  expect(made.status).toBe(201);
  const domains = await eventually(
    () => domainsOf('audit-editor@example.test'),
    (found) => found.includes('social-assistance') && !found.includes('tax-administration'),
  );
  expect(domains).not.toContain('tax-administration');
});
