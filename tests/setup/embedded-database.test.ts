import fs from 'node:fs';
import path from 'node:path';
import { isAlive } from '../../database/embedded/postmaster';
import { type Sql, sql } from '../support';
import { type StartProcess, spawnStart, temporaryFolder } from '../support/start-process';
import { refusalOf } from './one-sentence';

const dataDir = temporaryFolder();
const inData = (name: string) => path.join(dataDir, name);
const readSecrets = () =>
  JSON.parse(fs.readFileSync(inData('secrets.json'), 'utf8')) as Record<string, string>;
const postmasterLine = (line: number) =>
  Number(fs.readFileSync(inData('postgres/postmaster.pid'), 'utf8').split('\n')[line]);
const postmasterPid = () => postmasterLine(0);
const log = () => fs.readFileSync(inData('postgres.log'), 'utf8');

let server: StartProcess;

async function start(detached = false): Promise<StartProcess> {
  server = await spawnStart({ dataDir, ownSecrets: true, detached });
  await server.ready();
  return server;
}

async function withDatabase<T>(work: (query: Sql) => Promise<T>): Promise<T> {
  const query = sql(
    `postgres://disclosure:${readSecrets().POSTGRES_PASSWORD}@127.0.0.1:${postmasterLine(3)}/disclosure`,
  );
  try {
    return await work(query);
  } finally {
    await query.end();
  }
}

const marks = () => withDatabase((query) => query<{ word: string }>('select word from marks order by word'));

/** The tests follow one installation through its life. */
describe('an installation with the embedded database', () => {
  afterAll(async () => {
    await server.stop();
  });

  test('starts in an empty folder and prints what signs in', async () => {
    await start();
    expect((await fetch(`${server.url}/_health`)).status).toBe(204);
    const secrets = readSecrets();
    expect(server.stderr()).toBe('');
    expect(fs.statSync(inData('secrets.json')).mode & 0o777).toBe(0o600);
    const answer = await fetch(`${server.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'admin@example.test', password: secrets.ADMIN_PASSWORD }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ data: { user: { preferedLanguage: 'zh-Hans' } } });
  });

  test('shows examples of its API that work as they stand, whatever its port', async () => {
    const page = await (await fetch(`${server.url}/api/docs`)).text();
    const addresses = [...page.matchAll(/curl [^\n]*?&quot;(http[^&]+)/g)].map(([, address = '']) => address);
    expect(addresses.length).toBeGreaterThan(1);
    expect(addresses.filter((address) => !address.startsWith(`${server.url}/api/`))).toEqual([]);
  });

  test('listens with PostgreSQL on the loopback interface only and asks for a password', async () => {
    const port = postmasterLine(3);
    await expect(
      sql(`postgres://disclosure:wrong@127.0.0.1:${port}/disclosure`)('select 1'),
    ).rejects.toMatchObject({
      code: '28P01',
    });
    const [row] = await withDatabase((query) =>
      query<{ addresses: string }>("select current_setting('listen_addresses') as addresses"),
    );
    expect(row?.addresses).toBe('127.0.0.1');
  });

  test('refuses a second instance on the same folder', async () => {
    const second = await spawnStart({ dataDir, ownSecrets: true });
    expect(await refusalOf(second)).toContain(String(server.pid));
    expect((await fetch(`${server.url}/_health`)).status).toBe(204);
  });

  test('keeps secrets and data over a restart', async () => {
    await withDatabase((query) => query("create table marks as select 'first' as word"));
    const secrets = readSecrets();
    const pid = postmasterPid();
    expect(await server.stop()).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(fs.existsSync(inData('lock'))).toBe(false);
    await start();
    expect(readSecrets()).toEqual(secrets);
    expect(await marks()).toEqual([{ word: 'first' }]);
  });

  test('takes over after kill -9, PostgreSQL included', async () => {
    await withDatabase((query) => query("insert into marks values ('second')"));
    const orphan = postmasterPid();
    server.signal('SIGKILL');
    await server.exited;
    expect(isAlive(orphan)).toBe(true);
    await start();
    expect(isAlive(orphan)).toBe(false);
    expect(await marks()).toEqual([{ word: 'first' }, { word: 'second' }]);
  });

  test('recovers after kill -9 of both', async () => {
    await withDatabase((query) => query("insert into marks values ('third')"));
    process.kill(postmasterPid(), 'SIGKILL');
    server.signal('SIGKILL');
    await server.exited;
    await start();
    expect(await marks()).toHaveLength(3);
  });

  test('stops in order on Ctrl-C, which a terminal sends to the whole group, twice', async () => {
    await server.stop();
    await start(true);
    const pid = postmasterPid();
    const before = log().length;
    process.kill(-server.pid, 'SIGINT');
    process.kill(-server.pid, 'SIGINT');
    expect(await server.exited).toBe(0);
    expect(isAlive(pid)).toBe(false);
    expect(log().slice(before)).toContain('database system is shut down');
    expect(server.stderr()).toBe('');
  });

  test('leaves nothing behind when a start is interrupted', async () => {
    server = await spawnStart({ dataDir, ownSecrets: true });
    const pidFile = inData('postgres/postmaster.pid');
    // PostgreSQL makes the file before it writes its number into it
    while (!fs.existsSync(pidFile) || !(postmasterPid() > 0))
      await new Promise((resolve) => setTimeout(resolve, 10));
    const pid = postmasterPid();
    server.signal('SIGINT');
    expect(await server.exited).toBe(0);
    expect(isAlive(pid)).toBe(false);
    const before = log().length;
    await start();
    expect(log().slice(before)).not.toContain('not properly shut down');
  });

  test('stops with an error when PostgreSQL ends by itself', async () => {
    process.kill(postmasterPid(), 'SIGINT');
    expect(await server.exited).toBe(1);
    expect(server.stderr()).toMatch(/^内置数据库意外停止[^\n]*。\n$/);
    expect(fs.existsSync(inData('lock'))).toBe(false);
    await start();
    expect(await marks()).toHaveLength(3);
  });

  test('refuses secrets that are not those of the database, without touching either', async () => {
    await server.stop();
    const secrets = fs.readFileSync(inData('secrets.json'), 'utf8');
    fs.rmSync(inData('secrets.json'));
    expect(await refusalOf(await spawnStart({ dataDir, ownSecrets: true }))).toContain('secrets.json');
    fs.writeFileSync(inData('secrets.json'), secrets, { mode: 0o600 });
    await start();
    expect(await marks()).toHaveLength(3);
  });
});
