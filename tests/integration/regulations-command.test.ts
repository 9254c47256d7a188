/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { knex } from 'knex';
import { verifyAuditChain } from '../../src/plugins/disclosure/server/audit/verify';
import { createTestDatabase, type Sql, sql } from '../support';
import { runCli } from '../support/cli-process';
import { importFolder, writeFiles } from './helpers/imports';

/** `npm run import:regulations` as a process of its own: killed at any moment and run again, nothing is lost or twice there. */
const FILES = 400;

let databaseUrl: string;
let query: Sql;

beforeAll(async () => {
  databaseUrl = await createTestDatabase('demo');
  query = sql(databaseUrl);
});
afterAll(() => query.end());

const versions = async () =>
  Number((await query("select count(*) as n from regulation_versions where title like '样本条例%'"))[0]?.n);
const articles = Array.from(
  { length: 60 },
  (_, at) => `第${'一二三四五六七八九'[at % 9]}条 样本${'条文'.repeat(100)}`,
);
const fileOf = (at: number) =>
  [`# 样本条例${at}`, '2020年1月1日 国务院令第1号公布', '<!-- INFO END -->', ...articles].join('\n\n');

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 50));
}

test('an import that was killed goes on where it stopped', async () => {
  const folder = writeFiles(
    importFolder(),
    Object.fromEntries(
      Array.from({ length: FILES }, (_, at) => [`样本条例${at}(2020-01-01).md`, fileOf(at)]),
    ),
  );
  const report = path.join(importFolder(), '结果.csv');
  const run = () => runCli('import-regulations', [folder, report], { databaseUrl });

  const killed = run();
  await until(async () => (await versions()) >= 20);
  killed.child.kill('SIGKILL');
  await killed.exited;
  const before = await versions();
  expect(before).toBeLessThan(FILES);

  const again = run();
  expect({ status: await again.exited, output: again.output() }).toMatchObject({ status: 0 });
  expect(await versions()).toBe(FILES);
  expect(again.output()).toContain(`已导入${FILES - before}个版本,已有${before}个`);
  expect(readFileSync(report, 'utf8').trim().split('\r\n')).toHaveLength(FILES + 1);
  const database = knex({ client: 'pg', connection: databaseUrl });
  const audited = await query(
    "select count(*) as n from audit_entries where verb = 'import-regulation' and details->>'name' like '样本条例%'",
  );
  expect(Number(audited[0]?.n)).toBe(FILES);
  expect((await verifyAuditChain(database)).fault).toBeFalsy();
  await database.destroy();
});

test('with two persons the texts in force go public through the gate, once, and are found', async () => {
  const folder = writeFiles(importFolder(), {
    '养犬条例(2015-01-01).md': fileOf(0).replace('样本条例0', '养犬条例'),
    '养犬条例(2020-01-01).md': fileOf(1).replace('样本条例1', '养犬条例'),
    '将来条例(2999-01-01).md': fileOf(2).replace('样本条例2', '将来条例'),
  });
  // a database of its own: every text that the site lacks is published
  const own = await createTestDatabase('demo');
  const ask = sql(own);
  const people = ['--as', 'justice-editor@example.test', '--reviewed-by', 'justice-reviewer@example.test'];
  const run = () =>
    runCli('import-regulations', [folder, path.join(importFolder(), 'x.csv'), ...people], {
      databaseUrl: own,
    });
  const texts = (name: string) =>
    ask(
      `select owner, facet, item, state from publications where type = 'plugin::policy.legal-text' and title = '${name}'`,
    );

  const first = run();
  expect({ status: await first.exited, output: first.output() }).toMatchObject({
    status: 1,
    output: expect.stringContaining('《将来条例》没有公开:还没有施行的版本'),
  });
  const known = [{ owner: 'justice', facet: 'administrative-regulation', item: '2020-01-01', state: 'live' }];
  expect(await texts('养犬条例')).toEqual(known);
  expect(await texts('将来条例')).toEqual([]);
  await run().exited;
  expect(await texts('养犬条例')).toEqual(known);
  await ask.end();
}, 300_000);

test.each([
  ['one person alone', ['--as', 'justice-editor@example.test'], '用法'],
  [
    'the same person twice',
    ['--as', 'justice-reviewer@example.test', '--reviewed-by', 'justice-reviewer@example.test'],
    '审核人员不能是录入人本人',
  ],
])('%s publishes nothing', async (_who, people, told) => {
  const folder = writeFiles(importFolder(), { '好条例(2020-01-01).md': fileOf(0) });
  const run = runCli('import-regulations', [folder, path.join(importFolder(), 'x.csv'), ...people], {
    databaseUrl,
  });
  expect(await run.exited).toBe(1);
  expect(run.output()).toContain(told);
});

test('a file that was not taken is named, and the exit status tells', async () => {
  const folder = writeFiles(importFolder(), {
    '坏条例(2020-01-01).md': '没有头',
    '好条例(2020-01-01).md': fileOf(0),
  });
  const run = runCli('import-regulations', [folder, path.join(importFolder(), 'x.csv')], { databaseUrl });
  expect(await run.exited).toBe(1);
  expect(run.output()).toContain('坏条例(2020-01-01).md:没有文件头');
  expect(run.output()).toContain('有问题1个');
});

test('without a folder it says how it is used', async () => {
  const run = runCli('import-regulations', [], { databaseUrl });
  expect(await run.exited).toBe(1);
  expect(run.output()).toContain('npm run import:regulations -- 文件夹');
});
