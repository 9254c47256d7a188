import knex from 'knex';
import { verifyAuditChain } from '../../src/plugins/disclosure/server/audit/verify';
import { type Sql, sql, startServer, superuserUrl, type TestServer } from '../support';
import type { Answer } from './helpers/call';
import { demoProject, recordValues } from './helpers/documents';
import { type Remote, remote, signIn } from './helpers/remote';
import { gapless, NOT_PUBLISHED, numbersOf, tracesOf, WHOLLY_PUBLISHED } from './helpers/wholeness';
import { snapshot } from './helpers/witness';

const OWNER = 'housing-construction';

let servers: TestServer[];
let query: Sql;
let project: string;
/** Each of them at two instances of the product on one database. */
let editors: Remote[];
let reviewers: Remote[];

beforeAll(async () => {
  const first = await startServer({ demo: true });
  const second = await startServer({ demo: true, databaseUrl: first.databaseUrl });
  servers = [first, second];
  query = sql(first.databaseUrl);
  project = await demoProject({ query });
  const editor = await signIn(first.url, `${OWNER}-editor`, first.demoPassword);
  const reviewer = await signIn(first.url, `${OWNER}-reviewer`, first.demoPassword);
  editors = servers.map(({ url }) => remote(url, editor));
  reviewers = servers.map(({ url }) => remote(url, reviewer));
});
afterAll(async () => {
  await query.end();
  await Promise.all(servers.map((server) => server.stop()));
});

const at = (remotes: Remote[], index: number): Remote => remotes[index % remotes.length] as Remote;
const draft = () => at(editors, 0).create(recordValues(project));

async function approved(index = 0): Promise<string> {
  const documentId = await at(editors, index).create(recordValues(project));
  await at(editors, index).verb(documentId, 'submit');
  const answer = await at(reviewers, index).verb(documentId, 'approve');
  if (answer.status !== 200) throw new Error(answer.text);
  return documentId;
}

/** Many approved documents: copies of one that was entered, submitted and approved. */
async function manyApproved(count: number): Promise<string[]> {
  const original = await approved();
  const superuser = sql(superuserUrl(servers[0]?.databaseUrl ?? ''));
  const rows = await superuser<{ document_id: string }>(
    `with released as (select set_config('session_replication_role', 'replica', false))
     insert into major_construction_projects_records
     select (jsonb_populate_record(r, jsonb_build_object(
               'id', nextval('major_construction_projects_records_id_seq'),
               'document_id', substr(md5(r.document_id || n), 1, 24)))).*
       from major_construction_projects_records r, released, generate_series(1, $2) n
      where r.document_id = $1
     returning document_id`,
    [original, count - 1],
  );
  await superuser.end();
  return [original, ...rows.map((row) => row.document_id)];
}

const outcomes = (answers: Answer[]): string[] =>
  answers.map(({ status, code }) => `${status} ${code ?? 'done'}`).sort();

describe('of several who do the same at once, at two instances of the product, one wins', () => {
  test.each([1, 2, 3])('publishing (round %i): the others hear 409 INVALID_TRANSITION', async () => {
    const documentId = await approved();
    const answers = await Promise.all(
      [0, 1, 0, 1].map((index) => at(reviewers, index).verb(documentId, 'publish')),
    );
    expect(outcomes(answers)).toEqual(['200 done', ...Array(3).fill('409 INVALID_TRANSITION')]);
    expect((await tracesOf(query, [documentId])).get(documentId)).toEqual(WHOLLY_PUBLISHED);
  });

  test('publishing with the same expectedVersion: the others hear 409 STALE_VERSION', async () => {
    const documentId = await approved();
    const answers = await Promise.all(
      [0, 1].map((index) => at(reviewers, index).verb(documentId, 'publish', { expectedVersion: 3 })),
    );
    expect(outcomes(answers)).toEqual(['200 done', '409 STALE_VERSION']);
    expect((await tracesOf(query, [documentId])).get(documentId)).toEqual(WHOLLY_PUBLISHED);
  });

  test.each([1, 2, 3])(
    'editing with the same expectedVersion (round %i): the others hear 409 STALE_VERSION',
    async () => {
      const documentId = await draft();
      const titles = ['甲', '乙', '丙', '丁'];
      const answers = await Promise.all(
        titles.map((title, index) =>
          at(editors, index).edit(documentId, { data: { title }, expectedVersion: 1 }),
        ),
      );
      expect(outcomes(answers)).toEqual(['200 done', ...Array(3).fill('409 STALE_VERSION')]);
      const winner = answers.find(({ status }) => status === 200)?.body.data;
      const [row] = await query(
        'select title, version from major_construction_projects_records where document_id = $1',
        [documentId],
      );
      expect(row).toEqual({ title: winner.title, version: 2 });
    },
  );

  test('approving and returning', async () => {
    const documentId = await draft();
    await at(editors, 0).verb(documentId, 'submit');
    const answers = await Promise.all([
      at(reviewers, 0).verb(documentId, 'approve', { expectedVersion: 2 }),
      at(reviewers, 1).verb(documentId, 'return', { reason: '请补充', expectedVersion: 2 }),
    ]);
    expect(outcomes(answers)).toEqual(['200 done', '409 STALE_VERSION']);
  });

  test('withdrawing', async () => {
    const documentId = await approved();
    await at(reviewers, 0).verb(documentId, 'publish');
    const answers = await Promise.all(
      [0, 1].map((index) => at(reviewers, index).verb(documentId, 'withdraw', { reason: `理由${index}` })),
    );
    expect(outcomes(answers)).toEqual(['200 done', '409 INVALID_TRANSITION']);
    const rows = await query(
      "select verb from audit_entries where document_id = $1 and verb = 'withdraw' and outcome = 'done'",
      [documentId],
    );
    expect(rows).toHaveLength(1);
  });
});

describe('索引号 have no gap and no double', () => {
  test('under 20 publications at once, at two instances', async () => {
    const ids = await manyApproved(20);
    const before = await numbersOf(query, OWNER);
    const answers = await Promise.all(ids.map((id, index) => at(reviewers, index).verb(id, 'publish')));
    expect(outcomes(answers)).toEqual(Array(20).fill('200 done'));
    const after = await numbersOf(query, OWNER);
    expect(after).toHaveLength(before.length + 20);
    expect(after).toEqual(gapless(after));
  });

  test('of an organ that publishes for the first time', async () => {
    const [server] = servers as [TestServer];
    const organ = '014416330';
    await query("update disclosure_departments set org_code = $1 where code = 'finance'", [organ]);
    const sign = (duty: string) => signIn(server.url, `finance-${duty}`, server.demoPassword);
    const editor = remote(server.url, await sign('editor'));
    const reviewer = remote(server.url, await sign('reviewer'));
    const titles = ['一', '二', '三', '四'];
    const ids = await Promise.all(titles.map((title) => editor.create(recordValues(project, { title }))));
    for (const id of ids) {
      await editor.verb(id, 'submit');
      await reviewer.verb(id, 'approve');
    }
    expect(await numbersOf(query, organ)).toEqual([]);
    await Promise.all(ids.map((id) => reviewer.verb(id, 'publish')));
    expect(await numbersOf(query, organ)).toEqual([1, 2, 3, 4]);
  });
});

/** A failure at any point of a publication, brought about in the database itself. */
describe('a publication that fails on the way leaves nothing, and its number goes to the next', () => {
  test.each([
    ['the working copy is written', 'before update on major_construction_projects_records'],
    ['the published row is written', 'before insert on major_construction_projects_records'],
    ['the edition is written', 'before insert on editions'],
    ['the publication is written', 'after insert on publications'],
    ['the audit entry is written', 'before insert on audit_entries'],
    ['the audit head moves', 'before update on audit_head'],
    ['the outbox is written', 'before insert on outbox'],
    ['everything is committed', 'constraint'],
  ])('when %s', async (_point, event) => {
    const documentId = await approved();
    const superuser = sql(superuserUrl(servers[0]?.databaseUrl ?? ''));
    await superuser(
      `create function fail() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`,
    );
    await superuser(
      event === 'constraint'
        ? 'create constraint trigger fails after insert on editions deferrable initially deferred for each row execute function fail()'
        : `create trigger fails ${event} for each row execute function fail()`,
    );
    const before = await snapshot(query);
    const failed = await at(reviewers, 0).verb(documentId, 'publish');
    await superuser('drop function fail() cascade');
    await superuser.end();
    expect(failed.status).toBe(500);
    expect(failed.text).not.toContain('disk');
    expect(await snapshot(query)).toEqual(before);
    expect((await tracesOf(query, [documentId])).get(documentId)).toEqual(NOT_PUBLISHED);
    expect((await at(reviewers, 1).verb(documentId, 'publish')).status).toBe(200);
    const numbers = await numbersOf(query, OWNER);
    expect(numbers).toEqual(gapless(numbers));
  });
});

/** The server is killed as by a power failure; the tests after it find it started again. */
test('kill -9 during 50 publications: each document is wholly published or not at all', async () => {
  const ids = await manyApproved(50);
  const victim = servers[1] as TestServer;
  const publishing = reviewers[1] as Remote;
  const answered: string[] = [];
  let killed: Promise<void> | undefined;
  await Promise.all(
    ids.map(async (id) => {
      const answer = await publishing.verb(id, 'publish').catch(() => null);
      if (answer?.status === 200) answered.push(id);
      if (answered.length >= 15) killed ??= victim.kill9();
    }),
  );
  await killed;
  await sessionsEnded();

  const traces = await tracesOf(query, ids);
  const published = ids.filter((id) => traces.get(id)?.state === 'published');
  expect(published.length).toBeGreaterThanOrEqual(15);
  expect(published.length).toBeLessThan(50);
  for (const id of ids)
    expect(traces.get(id)).toEqual(published.includes(id) ? WHOLLY_PUBLISHED : NOT_PUBLISHED);
  expect(answered.filter((id) => !published.includes(id))).toEqual([]);

  const numbers = await numbersOf(query, OWNER);
  expect(numbers).toEqual(gapless(numbers));
  const [counter] = await query<{ last: number }>(
    'select last from index_number_sequences where scope like $1',
    [`${OWNER}:%`],
  );
  expect(counter?.last).toBe(numbers.length);
  expect(await chainReport(victim.databaseUrl)).toMatchObject({ fault: null });

  servers[1] = await startServer({ demo: true, databaseUrl: victim.databaseUrl });
  const { url } = servers[1];
  reviewers[1] = remote(url, await signIn(url, `${OWNER}-reviewer`, victim.demoPassword));
  const rest = ids.filter((id) => !published.includes(id));
  const answers = await Promise.all(rest.map((id, index) => at(reviewers, index).verb(id, 'publish')));
  expect(outcomes(answers)).toEqual(rest.map(() => '200 done'));
  for (const trace of (await tracesOf(query, ids)).values()) expect(trace).toEqual(WHOLLY_PUBLISHED);
  const all = await numbersOf(query, OWNER);
  expect(all).toEqual(gapless(all));
});

/** PostgreSQL notices the end of a client a moment later and undoes what it had not committed. */
async function sessionsEnded(): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const [row] = await query<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity
        where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
    );
    if (row?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Sessions of the killed server stay open');
}

async function chainReport(databaseUrl: string) {
  const connection = knex({ client: 'pg', connection: databaseUrl });
  try {
    return await verifyAuditChain(connection);
  } finally {
    await connection.destroy();
  }
}
