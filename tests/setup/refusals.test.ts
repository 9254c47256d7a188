import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { createTestDatabase } from '../support';
import { testRun } from '../support/cluster';
import { type StartOptions, spawnStart, temporaryFolder } from '../support/start-process';
import { refusalOf } from './one-sentence';

const withUrl = (change: (url: URL) => void): string => {
  const url = new URL(testRun().superuserUrl);
  change(url);
  return url.href;
};

const cases: [string, () => StartOptions, RegExp][] = [
  ['a port that is no number', () => ({ env: { PORT: 'abc' } }), /PORT.*1 到 65535/],
  ['a port out of range', () => ({ env: { PORT: '70000' } }), /PORT.*1 到 65535/],
  ['a host that is none', () => ({ env: { HOST: 'http://x y' } }), /HOST/],
  ['an address of another machine', () => ({ env: { HOST: '203.0.113.7' } }), /203\.0\.113\.7.*HOST/],
  ['DEMO that is neither true nor false', () => ({ env: { DEMO: 'maybe' } }), /DEMO.*true.*false/],
  ['an e-mail address that is none', () => ({ env: { ADMIN_EMAIL: 'admin' } }), /ADMIN_EMAIL/],
  ['a short password', () => ({ env: { ADMIN_PASSWORD: 'short' } }), /ADMIN_PASSWORD.*8 个字符/],
  [
    'DATABASE_URL of another database',
    () => ({ databaseUrl: 'mysql://u:p@h/d' }),
    /DATABASE_URL.*postgres:\/\//,
  ],
  [
    'a read address without a main address',
    () => ({ env: { DATABASE_READ_URL: 'postgres://u:p@127.0.0.1/d' } }),
    /DATABASE_READ_URL/,
  ],
  [
    'a database that does not answer',
    () => ({ databaseUrl: 'postgres://user:s3cret-pass@127.0.0.1:9/db' }),
    /DATABASE_URL.*127\.0\.0\.1:9.*ECONNREFUSED/,
  ],
  [
    'a wrong database password',
    () => ({ databaseUrl: withUrl((url) => Object.assign(url, { password: 's3cret-pass' })) }),
    /用户 postgres/,
  ],
  [
    'a database that does not exist',
    () => ({ databaseUrl: withUrl((url) => Object.assign(url, { pathname: '/missing' })) }),
    /missing/,
  ],
];

test.each(cases)('%s is refused with one sentence', async (_name, options, expected) => {
  const sentence = await refusalOf(await spawnStart(options()));
  expect(sentence).toMatch(expected);
  expect(sentence).not.toContain('s3cret-pass');
});

test('a password of the first administrator that breaks the rules is refused with the rules', async () => {
  const databaseUrl = await createTestDatabase('empty');
  const sentence = await refusalOf(
    await spawnStart({ databaseUrl, env: { ADMIN_PASSWORD: 'weakpassword' } }),
  );
  expect(sentence).toMatch(/ADMIN_PASSWORD 不合密码规则.*3种/);
});

test('a port in use is refused and another one proposed', async () => {
  const squatter = net.createServer();
  await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const { port } = squatter.address() as net.AddressInfo;
  const start = await spawnStart({ port, databaseUrl: await createTestDatabase() });
  expect(await refusalOf(start)).toMatch(new RegExp(`端口 ${port} 已被占用.*PORT=\\d+`));
  squatter.close();
});

test('a data folder that cannot be made is refused', async () => {
  const file = path.join(temporaryFolder(), 'file');
  fs.writeFileSync(file, '');
  const start = await spawnStart({ dataDir: path.join(file, 'data') });
  expect(await refusalOf(start)).toMatch(/数据目录.*DATA_DIR/);
});

test('damaged secrets are refused and left alone', async () => {
  const dataDir = temporaryFolder();
  const file = path.join(dataDir, 'secrets.json');
  fs.writeFileSync(file, '{"APP_KEYS":');
  expect(await refusalOf(await spawnStart({ dataDir }))).toContain(file);
  expect(fs.readFileSync(file, 'utf8')).toBe('{"APP_KEYS":');
});
