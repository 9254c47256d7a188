/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { until } from './helpers/schedules';

/** What a person may do in the panel is kept between her requests, and never longer than it is true. */
const RECORD = 'plugin::major-construction-projects.record';
const LIST = `/content-manager/collection-types/${RECORD}?pageSize=100`;
const READ = 'plugin::content-manager.explorer.read';

let product: Product;
let housing: Credentials;
let office: Credentials;
const reads = { admin: 0, up: 0 };

beforeAll(async () => {
  product = await startProduct();
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  [housing, office] = [await signIn('housing-construction-editor'), await signIn('office-supervisor')];
  product.strapi.db.connection.on('query', ({ sql }: { sql: string }) => {
    const table = /"(admin|up)_permissions" as /.exec(sql)?.[1] as keyof typeof reads | undefined;
    if (table) reads[table] += 1;
  });
}, 300_000);
afterAll(() => product.stop());

const list = ({ headers }: Credentials) => call(`${product.url}${LIST}`, { headers });
const ownersOf = async (who: Credentials): Promise<string[]> => {
  const { status, body } = await list(who);
  expect(status).toBe(200);
  return [...new Set((body.results as { owner: string }[]).map(({ owner }) => owner))].sort();
};

/** The permission by which a department's people see the records. */
const PERMISSION = `
  select p.id from admin_permissions p
    join admin_permissions_role_lnk r on r.permission_id = p.id
    join admin_users_roles_lnk u on u.role_id = r.role_id
    join admin_users a on a.id = u.user_id
   where p.subject = '${RECORD}' and p.action = '${READ}' and a.email = 'housing-construction-editor@example.test'`;

test('permissions are read once, however often and however many at once a person asks', async () => {
  await product.query('update permission_version set version = version + 1');
  const before = reads.admin;
  await Promise.all(Array.from({ length: 8 }, () => list(housing)));
  await list(housing);
  expect(reads.admin - before).toBe(1);
});

test('each person sees her own department’s records, whoever has asked before', async () => {
  const [all, own] = [await ownersOf(office), await ownersOf(housing)];
  expect(own).toEqual(['housing-construction']);
  expect(all.length).toBeGreaterThan(1);
  expect([await ownersOf(office), await ownersOf(housing)]).toEqual([all, own]);
});

test('a permission that is taken away opens nothing from the moment that this is committed', async () => {
  const [{ id }] = (await product.query<{ id: number }>(PERMISSION)) as [{ id: number }];
  const client = await product.query.pool.connect();
  try {
    await client.query('begin');
    await client.query("update admin_permissions set action = 'plugin::none' where id = $1", [id]);
    expect((await list(housing)).status).toBe(200);
    await client.query('commit');
  } finally {
    client.release();
  }
  expect((await list(housing)).status).toBe(403);
  await product.query('update admin_permissions set action = $2 where id = $1', [id, READ]);
  expect((await list(housing)).status).toBe(200);
});

test('a role that is taken away takes all that it opened', async () => {
  const links = await product.query<{ user_id: number; role_id: number }>(
    `delete from admin_users_roles_lnk where user_id =
       (select id from admin_users where email = 'housing-construction-editor@example.test') returning user_id, role_id`,
  );
  expect((await list(housing)).status).toBe(403);
  for (const { user_id, role_id } of links)
    await product.query('insert into admin_users_roles_lnk (user_id, role_id) values ($1, $2)', [
      user_id,
      role_id,
    ]);
  expect(await ownersOf(housing)).toEqual(['housing-construction']);
});

test('who moves to another department sees that one’s records and no longer the former’s', async () => {
  const memberships = product.strapi.db.query('plugin::disclosure.membership');
  const { id } = await memberships.findOne({
    where: { adminUser: { email: 'housing-construction-editor@example.test' } },
  });
  const move = (department: string) => memberships.update({ where: { id }, data: { department } });
  await move('transport');
  // her role follows a moment later and may close the list altogether
  const { status, body } = await list(housing);
  const owners = status === 200 ? (body.results as { owner: string }[]).map(({ owner }) => owner) : [];
  expect(owners).not.toContain('housing-construction');
  await move('housing-construction');
  await until('her role is back', async () => (await list(housing)).status === 200);
  expect(await ownersOf(housing)).toEqual(['housing-construction']);
});

test('a closed account is refused, whatever was kept', async () => {
  const set = (active: boolean) =>
    product.query('update admin_users set is_active = $1 where email = $2', [
      active,
      'housing-construction-editor@example.test',
    ]);
  await set(false);
  expect((await list(housing)).status).toBe(401);
  await set(true);
  expect((await list(housing)).status).toBe(200);
});

describe('a department’s program', () => {
  const AUDIT = '/api/disclosure/audit?limit=1';
  let program: Credentials;
  const ask = () => call(`${product.url}${AUDIT}`, { headers: program.headers });
  beforeAll(async () => {
    program = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
  });

  test('has the permissions of its role read once', async () => {
    await ask();
    const before = reads.up;
    for (let i = 0; i < 5; i++) expect((await ask()).status).toBe(200);
    expect(reads.up - before).toBe(0);
    await product.query('update permission_version set version = version + 1');
    await ask();
    expect(reads.up).toBeGreaterThan(before);
  });

  test('loses what is taken from its role with the next request, and has it back', async () => {
    const rename = (from: string, to: string) =>
      product.query(
        `update up_permissions set action = replace(action, $1, $2)
                      where action like 'plugin::disclosure.%' and strpos(action, $1) > 0 returning id`,
        [from, to],
      );
    expect((await rename('.audit', '.nothing')).length).toBeGreaterThan(0);
    expect((await ask()).status).toBe(403);
    await rename('.nothing', '.audit');
    expect((await ask()).status).toBe(200);
  });

  test('without its sign-in, or blocked, nothing that was kept helps it', async () => {
    expect((await call(`${product.url}${AUDIT}`)).status).toBe(403);
    const block = (blocked: boolean) =>
      product.query('update up_users set blocked = $1 where email = $2', [
        blocked,
        'housing-construction-editor@example.test',
      ]);
    await block(true);
    expect((await ask()).status).toBe(401);
    await block(false);
    expect((await ask()).status).toBe(200);
  });
});
