import fs from 'node:fs';
import { createTestDatabase, sql } from '../support';
import { spawnStart, temporaryFolder } from '../support/start-process';

test('a database of its own starts nothing embedded and loads no demo unless told to', async () => {
  const databaseUrl = await createTestDatabase('plain');
  const dataDir = temporaryFolder();
  const server = await spawnStart({ databaseUrl, dataDir, env: { DEMO: '' } });
  await server.ready();
  expect(fs.readdirSync(dataDir)).toEqual(['incoming', 'secrets.json']);
  expect(server.stdout()).not.toContain('演示账号');
  expect(await server.stop()).toBe(0);
});

test('two instances that start together share one database and one administrator', async () => {
  const databaseUrl = await createTestDatabase('plain');
  const query = sql(databaseUrl);
  await query('delete from admin_users');
  const servers = await Promise.all([spawnStart({ databaseUrl }), spawnStart({ databaseUrl })]);
  await Promise.all(servers.map((server) => server.ready()));
  expect(await query('select email from admin_users')).toEqual([{ email: 'admin@example.test' }]);
  expect(await Promise.all(servers.map((server) => server.stop()))).toEqual([0, 0]);
  await query.end();
});

test('an administrator that exists is left as she is, and no password is printed that does not work', async () => {
  const databaseUrl = await createTestDatabase('plain');
  const server = await spawnStart({
    databaseUrl,
    panel: true,
    env: { ADMIN_PASSWORD: 'Another-password-1' },
  });
  await server.ready();
  expect(server.stdout()).toContain('已有的管理员账号');
  expect(server.stdout()).not.toContain('Another-password-1');
  await server.stop();
});
