/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { Client } from 'pg';
import { call } from './helpers/call';
import { documentsOf, PROJECT, RECORD } from './helpers/documents';
import { engine } from './helpers/native';
import { makeMember, makePanelUser, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { snapshot } from './helpers/witness';

/**
 * The last line: what PostgreSQL itself refuses, though every line of code above it is bypassed. The
 * session is the application's own role, as a stranger with the application's password has it.
 */
let product: Product;
let session: Client;
let live: string;
let draft: string;
let draftRow: number;
let withdrawn: string;

beforeAll(async () => {
  product = await startProduct();
  const documents = await documentsOf(product);
  live = await documents.make('draft, live');
  draft = await documents.make('draft');
  withdrawn = await documents.make('withdrawn');
  const [row] = await product.query<{ id: number }>(
    'select id from major_construction_projects_records where document_id = $1',
    [draft],
  );
  draftRow = Number(row?.id);
  session = new Client({ connectionString: product.databaseUrl });
  await session.connect();
});
afterAll(async () => {
  await session.end();
  await product.stop();
});

type Acting = { department?: string; verb?: string };

/** Runs one statement in a transaction of its own that ends without a trace, as the given department. */
async function attempt(
  statement: string,
  values: unknown[] = [],
  { department, verb }: Acting = {},
): Promise<number> {
  await session.query('begin');
  try {
    if (department) await session.query("select set_config('app.actor_dept', $1, true)", [department]);
    if (verb) await session.query("select set_config('app.verb', $1, true)", [verb]);
    return (await session.query(statement, values)).rowCount ?? 0;
  } finally {
    await session.query('rollback');
  }
}

const FINAL = 'DG001';
const NOT_OWNER = 'DG002';
const IDENTITY = 'DG003';
const OWNER = { department: 'housing-construction' };
const OTHER = { department: 'civil-affairs' };

const refused = async (code: string, statement: string, values: unknown[] = [], acting: Acting = {}) => {
  const before = await snapshot(product.query);
  await expect(attempt(statement, values, acting)).rejects.toMatchObject({ code });
  expect(await snapshot(product.query)).toEqual(before);
};

describe.each([
  ['nobody', {}],
  ['the owner', OWNER],
  ['another department', OTHER],
] as [string, Acting][])('acting for %s, history is final', (_who, acting) => {
  test.each([
    "update editions set title = 'x'",
    "update editions set content = '{}'",
    'update editions set reason = null',
    'delete from editions',
    'truncate editions',
    'truncate editions cascade',
    "update audit_entries set outcome = 'done'",
    "update audit_entries set actor = '{}'",
    'delete from audit_entries',
    'truncate audit_entries',
    'delete from publications',
    'truncate publications',
  ])('%s', (statement) => refused(FINAL, statement, [], acting));
});

describe('a publication', () => {
  const change = "update publications set title = 'x' where document_id = $1";
  const insert = `insert into publications select (jsonb_populate_record(p, jsonb_build_object('document_id', 'x', 'index_no', 'x/1'))).*
                    from publications p where document_id = $1`;

  test.each([
    ['changed by nobody', change, {}],
    ['changed by another department', change, OTHER],
    ['changed by another department that says it withdraws', change, { ...OTHER, verb: 'withdraw' }],
    [
      'withdrawn by another department',
      "update publications set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'x' where document_id = $1",
      OTHER,
    ],
    ['made in another department’s name', insert, OTHER],
    ['made in nobody’s name', insert, {}],
    [
      'given away by its owner',
      "update publications set owner = 'civil-affairs' where document_id = $1",
      OWNER,
    ],
    [
      'taken by another department',
      "update publications set owner = 'civil-affairs' where document_id = $1",
      OTHER,
    ],
  ] as [string, string, Acting][])('cannot be %s', (_what, statement, acting) =>
    refused(NOT_OWNER, statement, [live], acting),
  );

  test.each([
    ['index number', "update publications set index_no = 'x/1' where document_id = $1", OWNER],
    [
      'index number, by a transfer',
      "update publications set index_no = 'x/1', owner = 'audit' where document_id = $1",
      { verb: 'transfer' },
    ],
    ['documentId', "update publications set document_id = 'x' where document_id = $1", OWNER],
  ] as [string, string, Acting][])('keeps its %s', (_what, statement, acting) =>
    refused(IDENTITY, statement, [live], acting),
  );

  test('changes no word when the office withdraws it', () =>
    refused(
      NOT_OWNER,
      `update publications set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'x', detail = '{}' where document_id = $1`,
      [live],
      { department: 'district-office', verb: 'ordered-withdrawal' },
    ));

  test('cannot be a tombstone without a reason', async () => {
    await expect(
      attempt(
        "update publications set state = 'withdrawn', withdrawn_at = now() where document_id = $1",
        [live],
        OWNER,
      ),
    ).rejects.toMatchObject({ code: '23514' });
  });

  test('has a number that no other has', async () => {
    await expect(
      attempt(
        `insert into publications select (jsonb_populate_record(p, jsonb_build_object('document_id', 'x'))).*
           from publications p where document_id = $1`,
        [live],
        OWNER,
      ),
    ).rejects.toMatchObject({ code: '23505' });
  });

  test.each([
    ['changed by its owner', change, OWNER],
    [
      'moved by a transfer',
      "update publications set owner = 'audit' where document_id = $1",
      { department: 'district-office', verb: 'transfer' },
    ],
    [
      'withdrawn by order of the office',
      "update publications set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = 'x' where document_id = $1",
      { department: 'district-office', verb: 'ordered-withdrawal' },
    ],
  ] as [string, string, Acting][])('can be %s', async (_what, statement, acting) => {
    expect(await attempt(statement, [live], acting)).toBe(1);
  });
});

describe.each([
  ['working copies and published rows of records', 'major_construction_projects_records', () => live],
  ['working copies of records', 'major_construction_projects_records', () => draft],
  ['withdrawn records', 'major_construction_projects_records', () => withdrawn],
])('%s', (_rows, table, id) => {
  const change = `update ${table} set title = 'x' where document_id = $1`;
  const remove = `delete from ${table} where document_id = $1`;
  const copy = `insert into ${table} select (jsonb_populate_record(r, jsonb_build_object('id', 9999999, 'document_id', 'x'))).*
                  from ${table} r where document_id = $1 limit 1`;

  test.each([
    ['changed by nobody', change, {}],
    ['changed by another department', change, OTHER],
    ['deleted by nobody', remove, {}],
    ['deleted by another department', remove, OTHER],
    ['made by nobody', copy, {}],
    ['made in another department’s name', copy, OTHER],
    [
      'given away without a transfer',
      `update ${table} set owner = 'civil-affairs' where document_id = $1`,
      OWNER,
    ],
    [
      'taken by another department',
      `update ${table} set owner = 'civil-affairs' where document_id = $1`,
      OTHER,
    ],
  ] as [string, string, Acting][])('cannot be %s', (_what, statement, acting) =>
    refused(NOT_OWNER, statement, [id()], acting),
  );

  test('can be changed by their owner', async () => {
    expect(await attempt(change, [id()], OWNER)).toBeGreaterThan(0);
  });
});

test.each([RECORD, PROJECT])('every table of a disclosure type has the trigger: %s', async (uid) => {
  const { collectionName } = product.strapi.contentType(uid);
  const [row] = await product.query<{ tgenabled: string }>(
    "select tgenabled from pg_trigger where tgrelid = $1::regclass and tgname = 'record_belongs_to_owner'",
    [collectionName],
  );
  expect(row?.tgenabled).toBe('O');
});

describe('code that goes around the document service', () => {
  const query = () => product.strapi.db.query(RECORD);

  test.each<[string, () => Promise<unknown>]>([
    [
      'strapi.db.query().update',
      () => query().update({ where: { documentId: draft }, data: { title: 'x' } }),
    ],
    [
      'strapi.db.query().updateMany',
      () => query().updateMany({ where: { documentId: draft }, data: { title: 'x' } }),
    ],
    ['strapi.db.query().delete', () => query().delete({ where: { documentId: draft } })],
    ['strapi.db.query().deleteMany', () => query().deleteMany({ where: { documentId: draft } })],
    [
      'strapi.db.query().create',
      () => query().create({ data: { title: 'x', owner: 'audit', documentId: 'x' } }),
    ],
    [
      'strapi.entityService.update',
      () => product.strapi.entityService.update(RECORD, draftRow, { data: { title: 'x' } } as never),
    ],
    [
      'knex',
      () => product.strapi.db.connection('publications').where({ document_id: live }).update({ title: 'x' }),
    ],
    ['knex on the audit log', () => product.strapi.db.connection('audit_entries').delete()],
  ])('is refused, by the database at the latest: %s', async (_way, bypass) => {
    const before = await snapshot(product.query);
    await expect(bypass()).rejects.toMatchObject({ code: expect.stringMatching(/^(DG00[12]|NO_ACTOR)$/) });
    expect(await snapshot(product.query)).toEqual(before);
  });

  test('a gate session ends with its transaction: the connection goes back without a department', async () => {
    const documents = await documentsOf(product);
    await documents.make('published');
    const knex = product.strapi.db.connection;
    const settings = await Promise.all(
      Array.from(
        { length: 20 },
        async () => (await knex.raw("select current_setting('app.actor_dept', true) as department")).rows[0],
      ),
    );
    for (const { department } of settings) expect(department ?? '').toBe('');
  });
});

test('the account of a panel user who entered documents can still be removed', async () => {
  const account = 'leaver@example.test';
  const { id } = await makePanelUser(product, account, 'disclosure-department');
  await makeMember(product.strapi, { department: 'housing-construction', duties: ['editor'], adminUser: id });
  const leaver = await signInPanel(product, account, product.demoPassword);
  const documents = await documentsOf(product);
  const made = await call(`${product.url}/content-manager/collection-types/${RECORD}`, {
    method: 'POST',
    headers: leaver.headers,
    body: documents.values(),
  });
  const creator = async () =>
    (
      await product.query<{ created_by_id: number | null }>(
        'select created_by_id from major_construction_projects_records where document_id = $1',
        [made.body.data.documentId],
      )
    )[0]?.created_by_id;
  expect(await creator()).toBe(id);
  const admin = await signInPanel(product, 'admin@example.test', product.adminPassword);
  const removed = await call(`${product.url}/admin/users/${id}`, {
    method: 'DELETE',
    headers: admin.headers,
  });
  expect(removed.status).toBe(200);
  expect(await creator()).toBeNull();
});

test('the hash chain is whole after all these attempts', async () => {
  const { verifyAuditChain } =
    engine<typeof import('../../src/plugins/disclosure/server/audit/verify')>('audit/verify');
  expect(await verifyAuditChain(product.strapi.db.connection as never)).toMatchObject({ fault: null });
});
