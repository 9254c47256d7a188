/** @jest-environment ./tests/integration/helpers/environment.cjs */
import fs from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { createTestDatabase, sql } from '../support/databases';
import { spawnStart, temporaryFolder } from '../support/start-process';
import { call } from './helpers/call';
import { type Cast, gatherCast, type Role } from './helpers/cast';
import { act, type Documents, documentsOf } from './helpers/documents';
import { engine } from './helpers/native';
import { type Product, startProduct } from './helpers/product';
import {
  publishRoster,
  ROSTER_VALUES,
  readRoster,
  UPLOAD_PATHS,
  uploadFile,
  welfareFile,
} from './helpers/rosters';
import { auditSince, lastSeq, snapshot } from './helpers/witness';

/** Who may not upload, what PostgreSQL itself refuses, and what a crash leaves. */
let product: Product;
let documents: Documents;
let cast: Cast;
const folder = path.resolve('.data', 'incoming', String(process.pid));

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  cast = await gatherCast(product);
}, 180_000);
afterAll(() => product.stop());

const filesLeft = () => fs.readdirSync(folder);
const makeDraft = () => documents.make('draft', ROSTER_VALUES);
const upload = (who: Role, documentId: string, door: 'api' | 'panel' = 'api', content?: string) =>
  uploadFile(product, cast[who][door] as never, UPLOAD_PATHS[door](documentId), welfareFile(content));
const countRosters = async () =>
  (await product.query<{ count: number }>('select count(*)::int as count from rosters'))[0]?.count;

/** 401 or 403, and the gate's code. */
const REFUSED: [Role, 'api' | 'panel', number, string][] = [
  ['anonymous', 'api', 403, 'NO_ACTOR'],
  ['anonymous', 'panel', 401, 'NO_ACTOR'],
  ['API user without a department', 'api', 403, 'NO_ACTOR'],
  ['panel user without a department', 'panel', 403, 'NO_ACTOR'],
  ['full-access token without a department', 'api', 403, 'NO_ACTOR'],
  ['inactive member of the owner', 'api', 403, 'NO_ACTOR'],
  ['owner reviewer only', 'api', 403, 'DUTY_REQUIRED'],
  ['owner publisher only', 'api', 403, 'DUTY_REQUIRED'],
  ['editor of another responsible department', 'api', 403, 'NOT_OWNER'],
  ['editor of another responsible department', 'panel', 403, 'NOT_OWNER'],
  ['editor of a department not responsible', 'api', 403, 'NOT_OWNER'],
  ['editor of a department not responsible', 'panel', 403, 'NOT_OWNER'],
  ['office supervisor', 'api', 403, 'NOT_OWNER'],
  ['office supervisor', 'panel', 403, 'NOT_OWNER'],
  ['super admin of the panel', 'panel', 403, 'NO_ACTOR'],
];

test.each(REFUSED)(
  '%s at the %s: %d %s, audited, nothing changed, no file left',
  async (who, door, status, code) => {
    const documentId = await makeDraft();
    const before = await snapshot(product.query);
    const [rosters, seq] = [await countRosters(), await lastSeq(product.query)];
    const answer = await upload(who, documentId, door);
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect([await snapshot(product.query), await countRosters()]).toEqual([before, rosters]);
    expect(await auditSince(product.query, seq)).toMatchObject([{ verb: 'edit', outcome: 'refused', code }]);
    expect(filesLeft()).toEqual([]);
  },
);

test.each<Role>(['owner editor', 'token of the owner (editor)'])('%s may', async (who) => {
  expect((await upload(who, await makeDraft())).status).toBe(201);
});

test('an upload that is refused for its content leaves no file either', async () => {
  expect((await upload('owner editor', await makeDraft(), 'api', '姓名,金额\n甲,x\n')).status).toBe(400);
  expect(filesLeft()).toEqual([]);
});

type Acting = { department?: string; verb?: string };

describe('PostgreSQL itself', () => {
  let session: Client;
  let draft: string;
  let kept: string;
  const OWNER = 'housing-construction';
  beforeAll(async () => {
    session = new Client({ connectionString: product.databaseUrl });
    await session.connect();
    draft = (await upload('owner editor', await makeDraft())).body.data.rosterId;
    const published = await makeDraft();
    kept = (await upload('owner editor', published)).body.data.rosterId;
    await publishRoster(product, documents, published);
  });
  afterAll(() => session.end());

  async function attempt(
    statement: string,
    values: unknown[],
    { department = '', verb = '' }: Acting,
  ): Promise<string> {
    await session.query('begin');
    try {
      await session.query("select set_config('app.actor_dept', $1, true), set_config('app.verb', $2, true)", [
        department,
        verb,
      ]);
      const { rowCount } = await session.query(statement, values);
      return `done ${rowCount}`;
    } catch (error) {
      return String((error as { code?: string }).code);
    } finally {
      await session.query('rollback');
    }
  }

  const FOREIGN_KEY = '23001';
  test.each<[string, string, string, () => string, Acting]>([
    [
      'a change of a sealed row',
      'DG001',
      "update roster_rows set cells = '[]' where roster_id = $1",
      () => draft,
      { department: OWNER },
    ],
    [
      'the removal of single rows',
      'DG001',
      'delete from roster_rows where roster_id = $1 and seq = 1',
      () => draft,
      { department: OWNER },
    ],
    [
      'rows added to a sealed roster',
      'DG001',
      "insert into roster_rows (roster_id, seq, cells, search_text) values ($1, 99, '[]', '')",
      () => draft,
      { department: OWNER },
    ],
    [
      'a change of a sealed roster',
      'DG001',
      'update rosters set row_count = 99 where id = $1',
      () => draft,
      { department: OWNER },
    ],
    [
      'a change by another department',
      'DG002',
      'delete from rosters where id = $1',
      () => draft,
      { department: 'civil-affairs' },
    ],
    ['a change by nobody', 'DG002', 'delete from rosters where id = $1', () => draft, {}],
    [
      'a roster for another department',
      'DG002',
      'insert into rosters (id, type, document_id, owner, created_by, columns) select gen_random_uuid(), type, document_id, owner, created_by, columns from rosters where id = $1',
      () => draft,
      { department: 'civil-affairs' },
    ],
    [
      'the removal of what an edition shows, by its owner',
      FOREIGN_KEY,
      'delete from rosters where id = $1',
      () => kept,
      { department: OWNER },
    ],
    [
      'the removal of what an edition shows, by the sweep',
      FOREIGN_KEY,
      'delete from rosters where id = $1',
      () => kept,
      { verb: 'sweep' },
    ],
    [
      'a change of what an edition shows',
      'DG001',
      'delete from edition_rosters where roster_id = $1',
      () => kept,
      { department: OWNER },
    ],
  ])('refuses %s', async (_what, code, statement, id, acting) => {
    const outcome = await attempt(statement, [id()], acting);
    expect(outcome === '23503' ? FOREIGN_KEY : outcome).toBe(code);
  });

  test('lets the owner remove a whole roster that no edition shows, with its rows', async () => {
    expect(await attempt('delete from rosters where id = $1', [draft], { department: OWNER })).toBe('done 1');
  });
});

describe('the sweep', () => {
  const { sweepRosters } = {
    sweepRosters: () =>
      engine<typeof import('../../src/plugins/disclosure/server/rosters/sweep')>(
        'rosters/sweep',
      ).sweepRosters(product.strapi),
  };
  const age = async (id: string): Promise<void> => {
    // as superuser, with the triggers off: time cannot be waited for
    const { superuserUrl } = await import('../support');
    const superuser = sql(superuserUrl(product.databaseUrl));
    await superuser(
      `set session_replication_role = replica; update rosters set created_at = now() - interval '2 hours' where id = '${id}'`,
    );
    await superuser.end();
  };
  const exists = async (id: string) =>
    (await product.query('select from rosters where id = $1', [id])).length === 1;

  test('keeps what the working copy or an earlier text of it shows; an hour after its document is gone, it goes', async () => {
    const documentId = await makeDraft();
    const replaced = (await upload('owner editor', documentId)).body.data.rosterId;
    const inUse = (await upload('owner editor', documentId)).body.data.rosterId;
    await sweepRosters();
    expect([await exists(replaced), await exists(inUse)]).toEqual([true, true]);
    await age(replaced);
    await age(inUse);
    await sweepRosters();
    expect([await exists(replaced), await exists(inUse)]).toEqual([true, true]);
    await act(product.strapi, documents.editor, { verb: 'delete', documentId });
    await sweepRosters();
    expect([await exists(replaced), await exists(inUse)]).toEqual([false, false]);
    expect(await product.query('select from roster_rows where roster_id = $1', [replaced])).toEqual([]);
  });

  test('keeps what only an edition shows any more', async () => {
    const documentId = await makeDraft();
    const old = (await upload('owner editor', documentId)).body.data.rosterId;
    await publishRoster(product, documents, documentId);
    await act(product.strapi, documents.editor, { verb: 'correct', documentId, input: { reason: '更新' } });
    await upload('owner editor', documentId);
    await publishRoster(product, documents, documentId);
    await age(old);
    await sweepRosters();
    expect(await exists(old)).toBe(true);
  });
});

test('a transfer hands the rosters over, so that the new owner can go on with them', async () => {
  const documentId = await makeDraft();
  await upload('owner editor', documentId);
  await publishRoster(product, documents, documentId);
  const supervisor = (await documentsOf(product)).reviewer;
  const { demoMember } = await import('./helpers/people');
  const office = await demoMember(product.strapi, 'office-supervisor');
  expect(supervisor.department).toBe('housing-construction');
  await act(product.strapi, office, {
    verb: 'transfer',
    documentId,
    input: { reason: '机构改革', department: 'finance' },
  });
  const owners = await product.query('select owner from rosters where document_id = $1', [documentId]);
  expect(owners).toEqual([{ owner: 'finance' }]);
  expect((await readRoster(product, documentId)).status).toBe(200);
  expect((await upload('owner editor', documentId)).code).toBe('NOT_OWNER');
});

describe('an upload that ends in the middle', () => {
  const LONG = `姓名,村\n${Array.from({ length: 120_000 }, (_, n) => `村民${n},湖坊村`).join('\n')}\n`;

  /** Waits until rows are being written. */
  async function inserting(query: Product['query']): Promise<number> {
    for (let tries = 0; tries < 2000; tries++) {
      const [row] = await query<{ pid: number }>(
        "select pid from pg_stat_activity where datname = current_database() and query like '%insert into roster_rows%' and pid <> pg_backend_pid()",
      );
      if (row) return row.pid;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('No rows were written');
  }

  test('with its connection to the database leaves nothing', async () => {
    const documentId = await makeDraft();
    const before = await countRosters();
    const answer = upload('owner editor', documentId, 'api', LONG);
    await product.query('select pg_terminate_backend($1)', [await inserting(product.query)]);
    expect((await answer).status).toBe(500);
    expect(await countRosters()).toBe(before);
    expect(filesLeft()).toEqual([]);
    expect((await upload('owner editor', documentId)).status).toBe(201);
  });

  test('with kill -9 leaves nothing in the database, and the next start removes the file', async () => {
    const databaseUrl = await createTestDatabase('demo');
    const dataDir = temporaryFolder();
    const query = sql(databaseUrl);
    const first = await spawnStart({ databaseUrl, dataDir });
    await first.ready();
    const { body } = await call(`${first.url}/api/auth/local`, {
      method: 'POST',
      body: { identifier: 'housing-construction-editor@example.test', password: product.demoPassword },
    });
    const headers = { authorization: `Bearer ${body.jwt}` };
    const created = await call(`${first.url}/api/major-construction-projects/records`, {
      method: 'POST',
      headers,
      body: { data: documents.values(ROSTER_VALUES) },
    });
    const { documentId } = created.body.data;
    const answer = uploadFile(first, { headers }, UPLOAD_PATHS.api(documentId), welfareFile(LONG)).catch(
      () => null,
    );
    await inserting(query);
    first.signal('SIGKILL');
    await Promise.all([answer, first.exited]);
    const incoming = path.join(dataDir, 'incoming', String(first.pid));
    expect(fs.readdirSync(incoming)).toHaveLength(1);
    expect(await query('select from rosters')).toEqual([]);
    const second = await spawnStart({ databaseUrl, dataDir });
    await second.ready();
    expect(fs.existsSync(incoming)).toBe(false);
    const [row] = await query(
      'select roster from major_construction_projects_records where document_id = $1',
      [documentId],
    );
    expect(row).toEqual({ roster: null });
    await second.stop();
    await query.end();
  }, 180_000);
});
