import { randomBytes } from 'node:crypto';
import { Client, Pool, type QueryResult, type QueryResultRow } from 'pg';
import { testRun } from './cluster';
import { spawnStart } from './start-process';

/** `empty`; `plain`: schema and reference data; `demo`: the demo content and accounts as well. */
export type DatabaseKind = 'empty' | 'plain' | 'demo';

/**
 * A fresh database in the test cluster, owned by the application's ordinary role.
 *
 * @returns its address
 */
export async function createTestDatabase(kind: DatabaseKind = 'empty'): Promise<string> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  if (kind !== 'empty') await ensureTemplate(kind);
  await asSuperuser((client) =>
    client.query(creation(name, kind === 'empty' ? 'template1' : templateName(kind))),
  );
  return addressOf(name);
}

/** The same database as superuser, for what the application's role may not do. */
export function superuserUrl(databaseUrl: string): string {
  const url = new URL(testRun().superuserUrl);
  url.pathname = new URL(databaseUrl).pathname;
  return url.href;
}

export type Sql = {
  <Row extends QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  pool: Pool;
  end(): Promise<void>;
};

/** Plain SQL on a database: `const query = sql(url); await query('select …', [1]); await query.end()`. */
export function sql(databaseUrl: string): Sql {
  const pool = new Pool({ connectionString: databaseUrl, max: 4 });
  pool.on('error', () => undefined);
  const run = async <Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> => {
    const result: QueryResult<Row> = await pool.query<Row>(text, values);
    return result.rows;
  };
  return Object.assign(run, { pool, end: () => pool.end() });
}

/** Makes the template once per test run; workers that come meanwhile wait for it. */
async function ensureTemplate(kind: 'plain' | 'demo'): Promise<void> {
  await asSuperuser(async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [
      templateName(kind),
    ]);
    if (rowCount) return;
    await client.query('select pg_advisory_lock(hashtext($1))', [templateName(kind)]);
    const again = await client.query('select 1 from pg_database where datname = $1', [templateName(kind)]);
    if (again.rowCount) return;
    // Under another name until it is whole: an interrupted build must not become the template.
    const draft = `building_${kind}`;
    await client.query(`drop database if exists ${draft}`);
    await client.query(creation(draft, 'template1'));
    const server = await spawnStart({ databaseUrl: addressOf(draft), demo: kind === 'demo' });
    await server.ready();
    await server.stop();
    await client.query(`alter database ${draft} rename to ${templateName(kind)}`);
  });
}

const templateName = (kind: DatabaseKind) => `${kind}_template`;

const creation = (name: string, template: string) =>
  `create database ${name} template ${template} owner disclosure`;

function addressOf(name: string): string {
  const { superuserUrl: address, applicationPassword } = testRun();
  const url = new URL(address);
  url.username = 'disclosure';
  url.password = applicationPassword;
  url.pathname = `/${name}`;
  return url.href;
}

async function asSuperuser<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testRun().superuserUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
