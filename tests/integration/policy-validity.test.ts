/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { Client } from 'pg';
import type { Values } from '../../src/plugins/disclosure/server/types';
import { graphql } from './helpers/graphql';
import { CLEANUP, type Desk, DOCUMENT, deskOf, documentValues } from './helpers/policies';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, queryOf, read, walk } from './helpers/reads';

/** Validity is never set by anybody: it follows from days, and from what other documents do. */
let product: Product;
let finance: Desk;
let health: Desk;
let office: Desk;

beforeAll(async () => {
  product = await startProduct();
  finance = await deskOf(product, 'finance');
  health = await deskOf(product, 'health');
  office = await deskOf(product, 'district-office');
}, 300_000);
afterAll(() => product.stop());

const publish = (more: Values = {}, desk = finance) => desk.publish(DOCUMENT, documentValues(more));
const detail = async (documentId: string, on?: string) =>
  read(product, `${PUBLICATIONS}/${documentId}${on ? `?on=${on}` : ''}`);
const validity = async (documentId: string, on?: string) => (await detail(documentId, on)).body.data.validity;
const titlesIn = (links: { title: string }[]) => links.map(({ title }) => title);
const REASON = { reason: '测试用的理由' };

test('five years from 2021-03-26 end on 2026-03-25', async () => {
  const documentId = await publish({ effectiveOn: '2021-03-26', formedOn: '2021-03-20', validityYears: 5 });
  expect((await detail(documentId)).body.data).toMatchObject({
    effectiveOn: '2021-03-26',
    validUntil: '2026-03-25',
    validity: '失效',
  });
  const days = ['2021-03-25', '2021-03-26', '2026-03-25', '2026-03-26'];
  expect(await Promise.all(days.map((on) => validity(documentId, on)))).toEqual([
    '未生效',
    '有效',
    '有效',
    '失效',
  ]);
});

test('what the text says of its last day counts before what is counted', async () => {
  const documentId = await publish({ effectiveOn: '2024-02-01', validityYears: 5, validUntil: '2029-02-01' });
  expect((await detail(documentId)).body.data.validUntil).toBe('2029-02-01');
});

test('nobody can enter a validity', async () => {
  await expect(finance.create(DOCUMENT, documentValues({ validity: '有效' }))).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
});

describe('a document that is changed and repealed', () => {
  let original: string;
  let change: string;
  let successor: string;
  let before: string | null;
  beforeAll(async () => {
    original = await publish({ title: '原办法', docNo: '青财字〔2024〕1号', effectiveOn: '2024-02-01' });
    before = (await detail(original)).headers.get('etag');
    change = await publish({ title: '修改决定', amends: [original], effectiveOn: '2025-01-01' });
    successor = await publish({
      title: '新办法',
      docNo: '青财字〔2026〕9号',
      repeals: [original],
      effectiveOn: '2026-01-01',
    });
  });

  test.each([
    ['2024-01-31', '未生效'],
    ['2024-12-31', '有效'],
    ['2025-01-01', '已修改'],
    ['2025-12-31', '已修改'],
    ['2026-01-01', '废止'],
    [undefined, '废止'],
  ])('on %s it is %s, over REST and GraphQL', async (on, expected) => {
    expect(await validity(original, on)).toBe(expected);
    const day = on ? `, on: "${on}"` : '';
    const answer = await graphql(
      product,
      `{ publication(documentId: "${original}"${day}) { validity }
         policyNormativeDocument(documentId: "${original}"${day}) { validity } }`,
    );
    expect(answer.data).toEqual({
      publication: { validity: expected },
      policyNormativeDocument: { validity: expected },
    });
  });

  test('it is found, says that it is repealed, and leads to what replaced it, and back', async () => {
    const { data } = (await detail(original)).body;
    expect(data.repealedBy).toEqual([
      {
        documentId: successor,
        title: '新办法',
        docNo: '青财字〔2026〕9号',
        day: '2026-01-01',
        url: `/api/disclosure/publications/${successor}`,
        live: true,
      },
    ]);
    expect(titlesIn(data.amendedBy)).toEqual(['修改决定']);
    expect(titlesIn((await detail(successor)).body.data.repeals)).toEqual(['原办法']);
    expect(titlesIn((await detail(change)).body.data.amends)).toEqual(['原办法']);
    const answer = await graphql(
      product,
      `{ publications(docNo: "青财字〔2024〕1号") { data { validity repealedOn repealedBy { documentId live } } } }`,
    );
    expect(answer.data.publications.data).toEqual([
      { validity: '废止', repealedOn: '2026-01-01', repealedBy: [{ documentId: successor, live: true }] },
    ]);
  });

  test('its etag is another one, and its own text and owner are what they were', async () => {
    expect((await detail(original)).headers.get('etag')).not.toBe(before);
    const editions = await product.query('select edition_no from editions where document_id = $1', [
      original,
    ]);
    expect(editions).toHaveLength(1);
  });

  test('those who listen are told of it, once for each change', async () => {
    const events = await product.query<{ payload: { source: string } }>(
      "select payload from outbox where topic = 'publication.standing-changed' and document_id = $1 order by id",
      [original],
    );
    expect(events.map(({ payload }) => payload.source)).toEqual([change, successor]);
  });

  test('a correction of it does not lose what others have done to it', async () => {
    await finance.verb('correct', DOCUMENT, original, REASON);
    await finance.edit(DOCUMENT, original, { title: '原办法(更正)' });
    const { editor, reviewer } = finance;
    expect(editor.personId).not.toBe(reviewer.personId);
    await bringOut(original);
    expect((await detail(original)).body.data).toMatchObject({ title: '原办法(更正)', validity: '废止' });
  });

  test('what repealed it being withdrawn, it is changed and in force again', async () => {
    await finance.verb('withdraw', DOCUMENT, successor, REASON);
    expect((await detail(original)).body.data).toMatchObject({
      validity: '已修改',
      repealedBy: [],
      repealedOn: null,
    });
    expect(await validity(original, '2024-06-01')).toBe('有效');
  });

  test('what changed it being corrected so that it no longer names it, it is as it was', async () => {
    await finance.verb('correct', DOCUMENT, change, REASON);
    await finance.edit(DOCUMENT, change, { amends: null });
    await bringOut(change);
    expect((await detail(original)).body.data).toMatchObject({
      validity: '有效',
      amendedBy: [],
      amendedOn: null,
    });
  });

  test('the office withdraws by order what another department had repealed with', async () => {
    const target = await publish({ title: '被部门废止' });
    const source = await publish({ repeals: [target], effectiveOn: '2025-05-01' });
    const { act } = await import('./helpers/documents');
    const { demoMember } = await import('./helpers/people');
    const supervisor = await demoMember(product.strapi, 'office-supervisor');
    await act(product.strapi, supervisor, {
      verb: 'withdraw',
      uid: DOCUMENT,
      documentId: source,
      input: REASON,
    });
    expect(await validity(target)).toBe('有效');
  });
});

/** From draft to publication, by the two people of the finance department. */
async function bringOut(documentId: string): Promise<void> {
  const { act } = await import('./helpers/documents');
  await act(product.strapi, finance.editor, { verb: 'submit', uid: DOCUMENT, documentId });
  await finance.verb('approve', DOCUMENT, documentId);
  await finance.verb('publish', DOCUMENT, documentId);
}

describe('lists go by the validity of a day', () => {
  test.each(['未生效', '有效', '已修改', '废止', '失效'])('every %s one, and no other', async (wanted) => {
    await publish({ effectiveOn: '2099-01-01' });
    for (const on of ['2024-06-01', '2026-11-01']) {
      const all = await walk(product, { domain: 'policy', on, limit: '100' });
      const found = await walk(product, { domain: 'policy', on, validity: wanted, limit: '100' });
      const expected = all.filter((publication) => publication.validity === wanted);
      expect(found.map(({ documentId }) => documentId)).toEqual(expected.map(({ documentId }) => documentId));
    }
  });

  test.each(['2024-02-30', '昨天', '2024-1-1', ''])('on=%s is refused', async (on) => {
    const list = await read(product, `${PUBLICATIONS}${queryOf({ on })}`);
    expect([list.status, list.code]).toEqual([400, 'INVALID_QUERY']);
  });
});

describe('what cannot be named is refused, and nothing is kept', () => {
  let theirs: string;
  let draft: string;
  let governments: string;
  let own: string;
  let record: string;
  beforeAll(async () => {
    theirs = await publish({ title: '卫健委的文件' }, health);
    draft = await finance.create(DOCUMENT, documentValues());
    governments = await publish({ title: '区政府的文件' }, office);
    own = await publish();
    const [row] = await product.query<{ document_id: string }>(
      "select document_id from publications where kind = 'document' and effective_on is null and state = 'live' limit 1",
    );
    record = String(row?.document_id);
  });

  test.each<[string, () => Values, string]>([
    ['what does not exist', () => ({ repeals: ['no-such-document'] }), 'INVALID_INPUT'],
    ['what was never public', () => ({ amends: [draft] }), 'INVALID_INPUT'],
    ['what has no validity', () => ({ repeals: [record] }), 'INVALID_INPUT'],
    ["another department's", () => ({ repeals: [theirs] }), 'NOT_OWNER'],
    ["the government's", () => ({ amends: [governments] }), 'NOT_OWNER'],
    ['one twice', () => ({ amends: [own, own] }), 'INVALID_INPUT'],
    ['one to be changed and repealed', () => ({ amends: [own], repeals: [own] }), 'INVALID_INPUT'],
    ['no list', () => ({ amends: own }), 'INVALID_INPUT'],
    ['numbers', () => ({ amends: [1] }), 'INVALID_INPUT'],
    ['201 of them', () => ({ amends: Array.from({ length: 201 }, (_, i) => `d${i}`) }), 'INVALID_INPUT'],
    ['a NUL', () => ({ amends: ['a\0b'] }), 'INVALID_INPUT'],
  ])('%s', async (_what, values, code) => {
    await expect(finance.create(DOCUMENT, documentValues(values()))).rejects.toMatchObject({ code });
  });

  test('itself', async () => {
    await expect(finance.edit(DOCUMENT, draft, { repeals: [draft] })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('自己'),
    });
  });

  test('the government may repeal what a department has issued', async () => {
    await publish({ title: '区政府废止决定', repeals: [theirs], effectiveOn: '2026-05-01' }, office);
    const { data } = (await detail(theirs)).body;
    expect(data).toMatchObject({ validity: '废止', owner: 'health' });
    expect(titlesIn(data.repealedBy)).toEqual(['区政府废止决定']);
  });
});

describe('circles', () => {
  test('a document does not repeal what has changed it, directly or through others', async () => {
    const a = await publish({ title: '甲' });
    const b = await publish({ title: '乙', amends: [a] });
    const c = await publish({ title: '丙', repeals: [b] });
    await finance.verb('correct', DOCUMENT, a, REASON);
    for (const target of [b, c]) {
      await expect(finance.edit(DOCUMENT, a, { repeals: [target] })).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('循环'),
      });
    }
  });

  test('two that are published at the same moment cannot close one, ten times over', async () => {
    for (let round = 0; round < 10; round++) {
      const [a = '', b = ''] = await Promise.all([
        publish({ title: `甲${round}` }),
        publish({ title: `乙${round}` }),
      ]);
      await Promise.all([a, b].map((id) => finance.verb('correct', DOCUMENT, id, REASON)));
      await finance.edit(DOCUMENT, a, { repeals: [b] });
      await finance.edit(DOCUMENT, b, { repeals: [a] });
      const outcomes = await Promise.allSettled([bringOut(a), bringOut(b)]);
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      const refusal = outcomes.find((outcome) => outcome.status === 'rejected');
      expect(refusal?.reason).toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining('循环'),
      });
      const links = await product.query('select from publication_links where source_id = any($1)', [[a, b]]);
      expect(links).toHaveLength(1);
    }
  }, 120_000);
});

describe('the last line', () => {
  let session: Client;
  let target: string;
  beforeAll(async () => {
    target = await publish({ title: '最后防线' });
    session = new Client({ connectionString: product.databaseUrl });
    await session.connect();
  });
  afterAll(() => session.end());

  const attempt = async (statement: string, values: unknown[], department?: string) => {
    await session.query('begin');
    try {
      if (department) await session.query("select set_config('app.actor_dept', $1, true)", [department]);
      return (await session.query(statement, values)).rowCount;
    } finally {
      await session.query('rollback');
    }
  };

  test.each([
    [
      'a day of repeal that no document gives',
      "update publications set repealed_on = '2020-01-01' where document_id = $1",
    ],
    [
      'a summary that says so',
      `update publications set summary = summary || '{"repealedOn":"2020-01-01"}' where document_id = $1`,
    ],
    ['the etag alone', "update publications set etag = 'x' where document_id = $1"],
    [
      'a link of a document that is not hers',
      "insert into publication_links values ('x', $1, 'repeals', '2020-01-01', 0)",
    ],
  ])('refuses another department %s', async (_what, statement) => {
    await expect(attempt(statement, [target], 'health')).rejects.toMatchObject({ code: 'DG002' });
  });

  test("refuses a department's link to another department's document, whatever the code allows", async () => {
    const theirs = await publish({ title: '别人的' }, health);
    const statement = "insert into publication_links values ($1, $2, 'repeals', '2020-01-01', 0)";
    await expect(attempt(statement, [target, theirs], 'finance')).rejects.toMatchObject({ code: 'DG002' });
    await expect(attempt(statement, [theirs, target], 'health')).rejects.toMatchObject({ code: 'DG002' });
  });

  test('refuses to change a link', async () => {
    await publish({ repeals: [target], effectiveOn: '2025-01-01' });
    const statement = "update publication_links set on_day = '2020-01-01' where target_id = $1";
    await expect(attempt(statement, [target], 'finance')).rejects.toMatchObject({ code: 'DG001' });
    await expect(attempt('truncate publication_links', [], 'finance')).rejects.toMatchObject({
      code: 'DG001',
    });
  });
});

describe('a clean-up', () => {
  const batch = (entries: unknown, more: Values = {}): Values => ({
    title: '2026年规范性文件清理结果',
    year: 2026,
    decidedOn: '2026-03-01',
    formedOn: '2026-03-01',
    docNo: '青财字〔2026〕30号',
    entries,
    ...more,
  });

  test('takes effect on the documents that it names, and is undone with it', async () => {
    const [kept = '', changed = '', repealed = '', lapsed = ''] = await Promise.all(
      ['继续', '修改', '废止', '失效'].map((title) => publish({ title: `清理${title}` })),
    );
    const documentId = await finance.publish(
      CLEANUP,
      batch([
        { outcome: 'continue', document: kept },
        { outcome: 'amend', document: changed },
        { outcome: 'repeal', document: repealed },
        { outcome: 'lapse', document: lapsed },
        { outcome: 'repeal', title: '不在系统内的文件', docNo: '青财字〔2010〕1号', note: '已不适用' },
      ]),
    );
    const standings = () => Promise.all([kept, changed, repealed, lapsed].map((id) => validity(id)));
    expect(await standings()).toEqual(['有效', '已修改', '废止', '失效']);
    expect(await validity(lapsed, '2026-02-28')).toBe('有效');
    expect(await validity(lapsed, '2026-03-01')).toBe('失效');
    const { data } = (await detail(documentId)).body;
    expect(data.attributes.entries).toHaveLength(5);
    expect([data.confirms, data.amends, data.repeals, data.lapses].map(titlesIn)).toEqual([
      ['清理继续'],
      ['清理修改'],
      ['清理废止'],
      ['清理失效'],
    ]);
    expect(titlesIn((await detail(kept)).body.data.confirmedBy)).toEqual([data.title]);
    await finance.verb('withdraw', CLEANUP, documentId, REASON);
    expect(await standings()).toEqual(['有效', '有效', '有效', '有效']);
  });

  test.each<[string, unknown, string]>([
    ['an outcome that there is not', [{ outcome: 'delete', title: '甲' }], 'INVALID_INPUT'],
    ['an unknown column', [{ outcome: 'repeal', title: '甲', extra: 1 }], 'INVALID_INPUT'],
    ['501 lines', Array.from({ length: 501 }, () => ({ outcome: 'repeal', title: '甲' })), 'INVALID_INPUT'],
    ['no list', { outcome: 'repeal' }, 'INVALID_INPUT'],
  ])('with %s is refused', async (_what, entries, code) => {
    await expect(finance.create(CLEANUP, batch(entries))).rejects.toMatchObject({ code });
  });

  test('of another department is refused, line by line', async () => {
    const theirs = await publish({ title: '卫健委的另一件' }, health);
    await expect(
      finance.create(CLEANUP, batch([{ outcome: 'repeal', document: theirs }])),
    ).rejects.toMatchObject({ code: 'NOT_OWNER', message: expect.stringContaining('卫健委的另一件') });
  });

  test('with an empty list or a line without a name is not submitted', async () => {
    for (const entries of [[], [{ outcome: 'repeal', note: '?' }]]) {
      await expect(finance.approve(CLEANUP, batch(entries))).rejects.toMatchObject({
        code: 'INVALID_CONTENT',
      });
    }
  });
});
