/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { knex } from 'knex';
import { ROOT } from '../../src/cli/start/paths';
import { verifyAuditChain } from '../../src/plugins/disclosure/server/audit/verify';
import { createTestDatabase, type Sql, sql } from '../support';
import { runCli } from '../support/cli-process';
import { demoProject } from './helpers/documents';
import { EDITOR, importFolder, REVIEWER, TYPE, writeFiles } from './helpers/imports';

/**
 * The import command as a process of its own, killed at any moment and run again: nothing is lost, nothing
 * is there twice, nothing is half-done.
 */
const SHARED = path.join(ROOT, '../shared/data/regulations');

const RECORDS = 'major_construction_projects_records';
/** 法治宣传教育·法律知识普及服务, of the department of justice. */
const LAWS = [
  ...['--as', 'justice-editor@example.test', '--type', 'public-legal-services/records'],
  ...['--set', 'catalogueItem=D07-01', '--set', 'kind=document'],
];

let databaseUrl: string;
let query: Sql;
let options: string[];

beforeEach(async () => {
  databaseUrl = await createTestDatabase('demo');
  query = sql(databaseUrl);
  const project = await demoProject({ query });
  options = [
    '--as',
    EDITOR,
    '--type',
    TYPE,
    '--set',
    `project=${project}`,
    '--set',
    'item=MP8-03',
    '--set',
    'kind=document',
  ];
});
afterEach(() => query.end());

const count = async (text: string): Promise<number> => Number((await query<{ n: string }>(text))[0]?.n);
const items = () => count("select count(*) as n from import_items where outcome = 'created'");

/** Documents that an import has made. */
const documents = (table: string) =>
  count(
    `select count(*) as n from ${table} r
      where published_at is null and exists (select from audit_entries a
        where a.document_id = r.document_id and a.verb = 'create' and a.actor ->> 'via' = 'job'
          and r.document_id in (select document_id from import_items))`,
  );
const orphans = (since: number) =>
  count(
    `select count(*) as n from audit_entries where seq > ${since} and verb = 'create' and outcome = 'done'
        and document_id not in (select document_id from import_items where outcome = 'created')`,
  );

async function killWhen(done: () => Promise<boolean>, args: string[]): Promise<void> {
  const run = runCli('import', args, { databaseUrl });
  while (!(await done())) {
    if (run.child.exitCode !== null)
      throw new Error(`The import ended before it was killed: ${run.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  run.child.kill('SIGKILL');
  await run.exited;
}

/** Kills an import at several places and finishes it; gives the output of the last run. */
async function interruptAndFinish(
  table: string,
  folder: string,
  total: number,
  places: number[],
  options: string[],
): Promise<string> {
  const since = await count('select max(seq) as n from audit_entries');
  const report = path.join(importFolder(), 'report.csv');
  const args = [folder, ...options, '--report', report];
  for (const place of places) {
    await killWhen(async () => (await items()) >= place, args);
    expect(await orphans(since)).toBe(0);
    expect(await documents(table)).toBe(await items());
  }
  const last = runCli('import', args, { databaseUrl });
  expect([await last.exited, last.output()]).toEqual([0, expect.stringContaining('接着上次的继续')]);
  expect([await items(), await documents(table), await orphans(since)]).toEqual([total, total, 0]);
  expect(await count('select count(*) as n from imports')).toBe(1);
  expect(await count("select count(*) as n from imports where state = 'done'")).toBe(1);
  const database = knex({ client: 'pg', connection: databaseUrl });
  expect((await verifyAuditChain(database)).fault).toBeFalsy();
  await database.destroy();
  return last.output();
}

test('a folder that is published, killed twice, is whole after the last run', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [
      `条例${String(i).padStart(2, '0')}(2021-03-05).md`,
      `# 条例${i}\n\n2020年1月1日 发布\n\n<!-- INFO END -->\n\n第一条 内容${i}。\n`,
    ]),
  );
  const folder = writeFiles(importFolder(), files);
  await interruptAndFinish(RECORDS, folder, 40, [3, 20], [...options, '--reviewed-by', REVIEWER]);
  expect(
    await count("select count(*) as n from publications where title like '条例%' and state = 'live'"),
  ).toBe(40);
  expect(await count("select count(distinct index_no) as n from publications where title like '条例%'")).toBe(
    40,
  );
}, 600_000);

test('the folder of national regulations, stopped in the middle, is finished by a second run', async () => {
  if (!existsSync(SHARED)) {
    console.warn(`${SHARED} is not there: the import of the regulations is not tested on this machine`);
    return;
  }
  const total = readdirSync(SHARED).filter((name) => name.endsWith('.md')).length;
  await interruptAndFinish('public_legal_services_records', SHARED, total, [Math.floor(total / 2)], LAWS);
  const [law] = await query<{ formed: string; body: string }>(
    `select formed_on::text as formed, body from public_legal_services_records
      where title = '中华人民共和国发票管理办法' and formed_on = '2023-07-20' and published_at is null`,
  );
  expect(law?.body).toContain('<h2>第一章 总 则</h2>');
  expect(law?.body).toContain('<p>第二条 在中华人民共和国境内印制');
}, 600_000);
