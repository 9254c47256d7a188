import { spawnSync } from 'node:child_process';
import knex from 'knex';
import { ROOT } from '../../src/cli/start/paths';
import { type AuditContent, hashEntry } from '../../src/plugins/disclosure/server/audit/chain';
import { type AuditRow, toEntry } from '../../src/plugins/disclosure/server/audit/rows';
import { type ChainReport, verifyAuditChain } from '../../src/plugins/disclosure/server/audit/verify';
import { createTestDatabase, type Sql, sql, superuserUrl } from '../support';

/**
 * The chain that a real server has written, in the hands of somebody who may do everything in the
 * database and switches its triggers off. Each test has a database of its own.
 */
let databaseUrl: string;
let forge: Sql;
let last: number;

const LOOSE = "with released as (select set_config('session_replication_role', 'replica', false))";

beforeEach(async () => {
  databaseUrl = await createTestDatabase('demo');
  forge = sql(superuserUrl(databaseUrl));
  const [head] = await forge<{ seq: string }>('select seq from audit_head');
  last = Number(head?.seq);
});
afterEach(() => forge.end());

async function verify(): Promise<ChainReport> {
  const connection = knex({ client: 'pg', connection: databaseUrl });
  try {
    return await verifyAuditChain(connection);
  } finally {
    await connection.destroy();
  }
}

/** `npm run audit:verify` on the database. */
function runCommand() {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--require', 'tsx/cjs', 'src/cli/verify-audit.ts'],
    { cwd: ROOT, encoding: 'utf8', env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl } },
  );
  return { status, output: `${stdout}${stderr}` };
}

const change = (set: string, seq: number) =>
  forge(`${LOOSE} update audit_entries set ${set} from released where seq = ${seq}`);
const remove = (where: string) => forge(`${LOOSE} delete from audit_entries using released where ${where}`);
const swap = async (one: number, other: number) => {
  await change('seq = -1', one);
  await change(`seq = ${one}`, other);
  await change(`seq = ${other}`, -1);
};

async function entryAt(seq: number): Promise<AuditContent & { previousHash: string }> {
  const [row] = await forge<AuditRow>('select * from audit_entries where seq = $1', [seq]);
  const { hash: _hash, ...entry } = toEntry(row as AuditRow);
  return entry;
}

/** Rewrites an entry and gives it a hash that fits. */
async function rewrite(seq: number, change: Partial<AuditContent>, previousHash?: string): Promise<string> {
  const { previousHash: own, ...content } = await entryAt(seq);
  const before = previousHash ?? own;
  const changed = { ...content, ...change };
  const hash = hashEntry(changed, before);
  await forge(
    `${LOOSE} update audit_entries set reason = $1, previous_hash = $2, hash = $3 from released where seq = $4`,
    [changed.reason, before, hash, seq],
  );
  return hash;
}

test('the chain of a real server is whole, and the command says so', async () => {
  expect(last).toBeGreaterThan(200);
  expect(await verify()).toEqual({ entries: last, fault: null });
  const { status, output } = runCommand();
  expect({ status, output }).toEqual({ status: 0, output: expect.stringContaining(`共 ${last} 条`) });
});

describe('a change of any part of an entry is found, and the entry named', () => {
  test.each([
    "at = at + interval '1 millisecond'",
    "verb = 'edit'",
    "outcome = case outcome when 'done' then 'refused' else 'done' end",
    "code = 'NOT_OWNER'",
    `actor = '{"kind": "system", "name": "x"}'`,
    'actor = null',
    "type = 'x'",
    "document_id = 'x'",
    "owner = 'civil-affairs'",
    'version = 99',
    'edition_no = 99',
    "reason = 'x'",
    `details = '{"x": 1}'`,
    `previous_hash = repeat('a', 64)`,
    `hash = repeat('a', 64)`,
  ])('%s', async (set) => {
    await change(set, 77);
    const { entries, fault } = await verify();
    expect({ entries, seq: fault?.seq }).toEqual({ entries: 76, seq: 77 });
  });

  test.each(['first', 'last'])('also of the %s entry', async (place) => {
    const seq = place === 'first' ? 1 : last;
    await change("reason = 'x'", seq);
    expect(await verify()).toEqual({ entries: seq - 1, fault: { seq, fault: 'changed' } });
  });

  test('also where its own hash was made to fit: the next entry does not follow from it', async () => {
    await rewrite(77, { reason: '改写的理由' });
    expect(await verify()).toMatchObject({ fault: { seq: 78 } });
  });

  test('also where all later hashes were made to fit: the head remembers the last', async () => {
    let hash = await rewrite(last - 3, { reason: '改写的理由' });
    for (let seq = last - 2; seq <= last; seq++) hash = await rewrite(seq, {}, hash);
    expect(await verify()).toMatchObject({ fault: { seq: last, fault: 'changed' } });
  });
});

describe('a deletion is found, and the first missing entry named', () => {
  test.each<[string, () => string, () => number]>([
    ['at the beginning', () => 'seq = 1', () => 1],
    ['in the middle', () => 'seq = 77', () => 77],
    ['of several', () => 'seq between 40 and 60', () => 40],
    ['at the end', () => `seq = ${last}`, () => last],
    ['of the whole end', () => 'seq > 100', () => 101],
    ['of everything', () => 'true', () => 1],
  ])('%s', async (_where, where, missing) => {
    await remove(where());
    expect(await verify()).toEqual({ entries: missing() - 1, fault: { seq: missing(), fault: 'missing' } });
  });

  test('in the middle, though the numbers were closed up', async () => {
    await remove('seq = 77');
    await forge(`${LOOSE} update audit_entries set seq = -seq from released where seq > 77`);
    await forge(`${LOOSE} update audit_entries set seq = -seq - 1 from released where seq < 0`);
    await forge('update audit_head set seq = seq - 1');
    expect(await verify()).toMatchObject({ fault: { seq: 77 } });
  });

  test('of the head itself: the command does not say that all is well', async () => {
    await forge('delete from audit_head');
    expect(runCommand().status).toBe(1);
  });
});

describe('a reordering is found, and the first entry out of place named', () => {
  test.each([
    ['neighbours', 77, 78],
    ['entries far apart', 30, 150],
    ['the first two', 1, 2],
  ])('%s', async (_which, one, other) => {
    await swap(one, other);
    expect(await verify()).toEqual({ entries: one - 1, fault: { seq: one, fault: 'reordered' } });
  });

  test('the last two', async () => {
    await swap(last - 1, last);
    expect(await verify()).toMatchObject({ fault: { seq: last - 1, fault: 'reordered' } });
  });
});

test('the command names the first broken entry in Chinese and ends with status 1', async () => {
  await change("reason = 'x'", 77);
  await remove('seq = 90');
  const { status, output } = runCommand();
  expect(status).toBe(1);
  expect(output).toContain('第 77 条');
});

/** The walk goes in batches of 1000: their seams hide nothing. */
test.each([999, 1000, 1001, 2000, 2001])('in a long chain the deletion of entry %i is found', async (seq) => {
  const [head] = await forge<{ hash: string }>('select hash from audit_head');
  let hash = head?.hash ?? '';
  const rows: unknown[][] = [];
  const at = '2026-11-23T00:00:00.000Z';
  for (let next = last + 1; next <= 2500; next++) {
    const nothing = {
      type: null,
      documentId: null,
      owner: null,
      version: null,
      editionNo: null,
      reason: null,
      details: null,
    };
    const content = {
      seq: next,
      at,
      verb: 'edit',
      outcome: 'refused' as const,
      code: 'NO_ACTOR',
      actor: null,
      ...nothing,
    };
    rows.push([next, hash, hashEntry(content, hash)]);
    hash = hashEntry(content, hash);
  }
  await forge(
    `insert into audit_entries (seq, at, verb, outcome, code, previous_hash, hash)
     select seq, $1, 'edit', 'refused', 'NO_ACTOR', previous_hash, hash
       from unnest($2::bigint[], $3::text[], $4::text[]) as made (seq, previous_hash, hash)`,
    [at, rows.map((row) => row[0]), rows.map((row) => row[1]), rows.map((row) => row[2])],
  );
  await forge('update audit_head set seq = 2500, hash = $1', [hash]);
  expect(await verify()).toEqual({ entries: 2500, fault: null });
  await remove(`seq = ${seq}`);
  expect(await verify()).toEqual({ entries: seq - 1, fault: { seq, fault: 'missing' } });
});
