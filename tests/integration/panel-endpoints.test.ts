/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { type Documents, documentsOf, PROJECT, RECORD } from './helpers/documents';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { auditSince, expectRefusal, lastSeq, snapshot } from './helpers/witness';

let product: Product;
let documents: Documents;
let editor: Credentials;
let reviewer: Credentials;
let stranger: Credentials;
let supervisor: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  editor = await signIn('housing-construction-editor');
  reviewer = await signIn('housing-construction-reviewer');
  stranger = await signIn('civil-affairs-reviewer');
  supervisor = await signIn('office-supervisor');
});
afterAll(() => product.stop());

const MANAGER = `/content-manager/collection-types/${RECORD}`;
const ask = (who: Credentials, path: string, body?: unknown) =>
  call(`${product.url}${path}`, { method: body === undefined ? 'GET' : 'POST', headers: who.headers, body });
const bulk = (who: Credentials, action: string, documentIds: string[]) =>
  ask(who, `${MANAGER}/actions/${action}`, { documentIds });
const statesOf = async (documentIds: string[]) =>
  (
    await product.query<{ state: string }>(
      'select state from major_construction_projects_records where document_id = any($1) and published_at is null',
      [documentIds],
    )
  ).map(({ state }) => state);

describe('several documents at once', () => {
  test('approved documents are all published, each with a number, an edition and an entry of its own', async () => {
    const ids = [
      await documents.make('approved'),
      await documents.make('approved'),
      await documents.make('approved'),
    ];
    const seq = await lastSeq(product.query);
    const answer = await bulk(reviewer, 'bulkPublish', ids);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { count: 3 } });
    expect(await statesOf(ids)).toEqual(['published', 'published', 'published']);
    const rows = await product.query<{ index_no: string; editions: string }>(
      `select index_no, (select count(*) from editions e where e.document_id = p.document_id) as editions
         from publications p where document_id = any($1)`,
      [ids],
    );
    expect(new Set(rows.map((row) => row.index_no)).size).toBe(3);
    expect(rows.map((row) => row.editions)).toEqual(['1', '1', '1']);
    const entries = await auditSince(product.query, seq);
    expect(entries.map(({ verb, outcome }) => `${verb} ${outcome}`)).toEqual(Array(3).fill('publish done'));
  });

  test('drafts are all deleted', async () => {
    const ids = [await documents.make('draft'), await documents.make('draft')];
    const answer = await bulk(editor, 'bulkDelete', ids);
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { count: 2 } });
    expect(await statesOf(ids)).toEqual([]);
  });

  test('days of the calendar are all deleted by the office, each with an entry of its own', async () => {
    const manager = '/content-manager/collection-types/plugin::disclosure.calendar-day';
    const make = async (date: string) =>
      (await ask(supervisor, manager, { date, kind: 'dayoff', name: '测试' })).body.data.documentId as string;
    const ids = [await make('2031-05-05'), await make('2031-05-06')];
    const seq = await lastSeq(product.query);
    const answer = await ask(supervisor, `${manager}/actions/bulkDelete`, { documentIds: ids });
    expect({ status: answer.status, body: answer.body }).toEqual({ status: 200, body: { count: 2 } });
    expect((await auditSince(product.query, seq)).map(({ verb }) => verb)).toEqual([
      'reference-delete',
      'reference-delete',
    ]);
  });

  test('one that may not be published holds back the others, with its reason', async () => {
    const ids = [await documents.make('approved'), await documents.make('draft')];
    await expectRefusal(product.query, 'INVALID_TRANSITION', async () => {
      expect(await bulk(reviewer, 'bulkPublish', ids)).toMatchObject({
        status: 409,
        code: 'INVALID_TRANSITION',
      });
    });
    expect((await statesOf(ids)).sort()).toEqual(['approved', 'draft']);
  });
});

describe('a department sees only what is its own', () => {
  const MARKER = '尚未公开的草稿标记';
  let documentId: string;

  beforeAll(async () => {
    documentId = await documents.make('draft', { title: MARKER, body: `<p>${MARKER}</p>` });
  });

  const PLACES: [string, () => Promise<{ status: number; text: string }>][] = [
    ['the list', () => ask(stranger, `${MANAGER}?pageSize=100`)],
    ['the list with a search', () => ask(stranger, `${MANAGER}?_q=${encodeURIComponent(MARKER)}`)],
    [
      'the list with a filter',
      () => ask(stranger, `${MANAGER}?filters[title][$contains]=${encodeURIComponent(MARKER)}`),
    ],
    ['the form', () => ask(stranger, `${MANAGER}/${documentId}`)],
    ['the check before a bulk action', () => bulk(stranger, 'bulkFindForValidation', [documentId])],
    ['the desk', () => ask(stranger, `/disclosure/desk/${RECORD}/${documentId}`)],
    ['the worklist', () => ask(stranger, '/disclosure/desk')],
    ['the home page', () => ask(stranger, '/content-manager/homepage/recent-documents?action=update')],
    ['a copy', () => ask(stranger, `${MANAGER}/clone/${documentId}`, {})],
    ['an unknown type', () => ask(stranger, `/content-manager/collection-types/plugin::nonsense.record`)],
  ];

  test.each(PLACES)('not another department’s draft: %s', async (_place, look) => {
    const answer = await look();
    expect(answer.status).toBeLessThan(500);
    expect(answer.text).not.toContain(MARKER);
  });

  test.each([
    ['its editor', () => editor],
    ['the office', () => supervisor],
  ])('but %s does', async (_who, who) => {
    expect((await ask(who(), `${MANAGER}/${documentId}`)).text).toContain(MARKER);
    expect((await ask(who(), `/disclosure/desk/${RECORD}/${documentId}`)).body.data.title).toBe(MARKER);
  });

  test('a department that leads no project does not open the list of projects', async () => {
    const answer = await ask(stranger, `/content-manager/collection-types/${PROJECT}`);
    expect(answer.status).toBe(403);
    expect(answer.body.results).toBeUndefined();
  });

  test('a department cannot read or change departments’ people, duties or the calendar', async () => {
    const before = await snapshot(product.query);
    for (const type of [
      'membership',
      'responsibility',
      'department',
      'calendar-day',
      'catalogue-item',
      'column',
    ]) {
      const path = `/content-manager/collection-types/plugin::disclosure.${type}`;
      expect((await ask(stranger, path)).status).toBe(403);
      expect((await ask(stranger, path, { name: 'x', code: 'x', scope: 'x', department: 'x' })).status).toBe(
        403,
      );
      expect(
        (await ask(stranger, `/content-manager/relations/plugin::disclosure.${type}/adminUser`)).status,
      ).toBeGreaterThanOrEqual(400);
    }
    expect(await snapshot(product.query)).toEqual(before);
  });
});

describe('the desk', () => {
  test('says of every button whether it is on and, where it is off, why', async () => {
    const documentId = await documents.make('submitted');
    const { body } = await ask(editor, `/disclosure/desk/${RECORD}/${documentId}`);
    const buttons = Object.fromEntries(
      body.data.buttons.map((button: { verb: string; allowed: boolean; why: string | null }) => [
        button.verb,
        button,
      ]),
    );
    expect(buttons.approve).toMatchObject({ allowed: false, why: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect(buttons.submit).toMatchObject({ allowed: false, why: expect.stringContaining('待审核') });
    expect(body.data).toMatchObject({
      state: 'submitted',
      owner: 'housing-construction',
      ownerName: '区住建局',
    });
    expect(body.data.due).toMatchObject({ dueOn: '2026-11-30' });
  });

  test('a button that is on does what it says, and one that is off is refused by the gate for the same reason', async () => {
    const documentId = await documents.make('submitted');
    const { body } = await ask(reviewer, `/disclosure/desk/${RECORD}/${documentId}`);
    for (const { verb, allowed, why, reason } of body.data.buttons) {
      if (allowed || ['edit', 'delete', 'discard'].includes(verb)) continue;
      const words = reason === 'none' ? {} : { reason: '理由' };
      const answer = await ask(reviewer, `/disclosure/desk/${RECORD}/${documentId}/${verb}`, {
        ...words,
        ...(verb === 'transfer' ? { department: 'audit' } : {}),
      });
      expect({ verb, message: answer.body.error?.message }).toEqual({ verb, message: why });
    }
    const approved = await ask(reviewer, `/disclosure/desk/${RECORD}/${documentId}/approve`, {});
    expect(approved.body.data).toMatchObject({ state: 'approved' });
  });
});
