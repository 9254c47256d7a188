/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { maintain, PARTS } from './helpers/catalogue';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { idsOf, PUBLICATIONS, read, walk } from './helpers/reads';
import { fillSearch } from './helpers/search';
import { expectRefusal } from './helpers/witness';

/** What was published under a row is found whatever became of the row, and nothing new goes there. */
let product: Product;
let documents: Documents;
let office: Credentials;
let editor: Credentials;
/** published under D01-26 before anything happened to it */
let published: string;
let draft: string;
let approved: string;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  office = await signIn('office-supervisor');
  editor = await signIn('housing-construction-editor');
  published = await documents.make('published');
  draft = await documents.make('draft');
  approved = await documents.make('approved');
});
afterAll(() => product.stop());

const idsUnder = async (catalogueItem: string, limit = '50') =>
  idsOf(await walk(product, { catalogueItem, limit }));
const rowOf = async (code: string) =>
  (await read(product, `/api/disclosure/catalogue-items/${code}`)).body.data;
const inList = async (code: string) =>
  (await read(product, '/api/disclosure/catalogue-items?status=all')).body.data.find(
    (row: { code: string }) => row.code === code,
  );
const total = async (code: string): Promise<number> =>
  (await read(product, `${PUBLICATIONS}?catalogueItem=${code}&count=true&limit=1`)).body.meta.total;
const rowOfDraft = async (documentId: string): Promise<string> => {
  const [row] = await product.query<{ catalogue_item: string }>(
    'select catalogue_item from major_construction_projects_records where document_id = $1 and published_at is null',
    [documentId],
  );
  return String(row?.catalogue_item);
};

describe('after a merge', () => {
  let before: { taking: string[]; taken: string[] };
  beforeAll(async () => {
    before = { taking: await idsUnder('D01-25'), taken: await idsUnder('D01-26') };
    expect((await maintain(product, office, 'D01-25', 'merge', { rows: ['D01-26'] })).status).toBe(200);
  });

  test('the row that took over gives what stands under both, each once, newest first, on pages of any size', async () => {
    const expected = [...before.taking, ...before.taken].sort();
    expect(before.taken).toContain(published);
    for (const limit of ['1', '7', '50']) {
      const found = await walk(product, { catalogueItem: 'D01-25', limit });
      expect(idsOf(found).sort()).toEqual(expected);
      const instants = found.map(({ publishedAt }) => Date.parse(publishedAt));
      expect(instants).toEqual([...instants].sort((a, b) => b - a));
    }
    for (const sort of ['oldest', 'formed']) {
      expect(idsOf(await walk(product, { catalogueItem: 'D01-25', sort, limit: '3' })).sort()).toEqual(
        expected,
      );
    }
    expect(await total('D01-25')).toBe(expected.length);
  });

  test('the merged row still answers with its own', async () => {
    expect(await idsUnder('D01-26')).toEqual(before.taken);
    expect(await total('D01-26')).toBe(before.taken.length);
    expect((await read(product, `${PUBLICATIONS}/${published}`)).body.data.catalogueItem).toBe('D01-26');
  });

  test('counts and the newest of the row are those of both', async () => {
    const [newest] = await idsUnder('D01-25');
    for (const row of [await inList('D01-25'), await rowOf('D01-25')]) {
      expect(row).toMatchObject({
        publications: before.taking.length + before.taken.length,
        newest: { documentId: newest },
      });
    }
    expect((await rowOf('D01-25')).latest[0].documentId).toBe(newest);
  });

  test('other filters go with it', async () => {
    const parameters = { catalogueItem: 'D01-25', department: 'housing-construction', q: '竣工验收备案表' };
    await fillSearch(product);
    const answer = await read(product, `/api/disclosure/search?${new URLSearchParams(parameters)}`);
    expect(idsOf(answer.body.data)).toContain(published);
    expect(idsOf(await walk(product, { catalogueItem: 'D01-25', department: 'taxation' }))).toEqual([]);
  });

  test('a new document of an item that belongs to the merged row goes to the one that took over', async () => {
    expect(await rowOfDraft(await documents.make('draft'))).toBe('D01-25');
  });

  test('an open draft may go on: it will be found there', async () => {
    const { documentId } = await act(product.strapi, documents.editor, { verb: 'submit', documentId: draft });
    await act(product.strapi, documents.reviewer, { verb: 'return', documentId, input: { reason: '补充' } });
  });

  test('GraphQL leads both ways', async () => {
    const { data, errors } = await graphql(
      product,
      `query ($id: ID!) {
         publication(documentId: $id) {
           catalogueItemInfo { code status successors successorsInfo { code latest(limit: 10) { documentId } } }
           columnsInfo { code }
         }
         catalogueItem(code: "D01-25") {
           publications predecessors history { act reason predecessors changes { field } }
           latest(limit: 10) { documentId catalogueItemInfo { code } }
         }
         publications(catalogueItem: "D01-25", limit: 100) { data { documentId } }
         domain(slug: "major-construction-projects") { catalogueItems items { code } }
       }`,
      { id: published },
    );
    expect(errors).toEqual([]);
    expect(data.publication.catalogueItemInfo).toMatchObject({
      code: 'D01-26',
      status: 'merged',
      successors: ['D01-25'],
      successorsInfo: [{ code: 'D01-25' }],
    });
    expect(data.publication.columnsInfo.map(({ code }: { code: string }) => code)).toContain('statutory-10');
    const under = await idsUnder('D01-25');
    expect(data.catalogueItem).toMatchObject({
      publications: under.length,
      predecessors: ['D01-26'],
      history: [{ act: 'merge', predecessors: ['D01-26'], changes: [] }],
    });
    expect(idsOf(data.catalogueItem.latest)).toEqual(under.slice(0, 10));
    expect(idsOf(data.publications.data)).toEqual(under);
    expect(data.domain.items.map(({ code }: { code: string }) => code)).not.toContain('D01-26');
    expect(data.domain.catalogueItems).toBe(data.domain.items.length);
  });
});

describe('after a second merge', () => {
  test('the whole chain is found under the last row', async () => {
    const expected = [...(await idsUnder('D01-24')), ...(await idsUnder('D01-25'))].sort();
    expect((await maintain(product, office, 'D01-24', 'merge', { rows: ['D01-25'] })).status).toBe(200);
    expect((await idsUnder('D01-24')).sort()).toEqual(expected);
    expect(expected).toContain(published);
    expect(await rowOfDraft(await documents.make('draft'))).toBe('D01-24');
  });
});

describe('after a split', () => {
  let codes: string[];
  beforeAll(async () => {
    const answer = await maintain(product, office, 'D01-24', 'split', PARTS);
    codes = answer.body.data.slice(1).map(({ code }: { code: string }) => code);
  });

  test('what was published stays under the old row', async () => {
    expect(await idsUnder('D01-24')).toContain(published);
    expect(await idsUnder(String(codes[0]))).toEqual([]);
    expect((await rowOf(String(codes[0]))).predecessors).toMatchObject([{ code: 'D01-24', status: 'split' }]);
  });

  test('nothing new is entered there: the refusal names the successors', async () => {
    const answer = await expectRefusal(product.query, 'INVALID_INPUT', () =>
      call(`${product.url}/content-manager/collection-types/${RECORD}`, {
        method: 'POST',
        headers: editor.headers,
        body: documents.values(),
      }),
    );
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    for (const code of codes) expect(answer.body.error.message).toContain(code);
  });

  test('an open draft is not submitted, and the desk says why before one tries', async () => {
    const view = await call(`${product.url}/disclosure/desk/${RECORD}/${draft}`, { headers: editor.headers });
    expect(view.body.data.issues).toMatchObject([
      { field: 'catalogueItem', message: expect.stringContaining('已合并') },
    ]);
    await expectRefusal(product.query, 'INVALID_INPUT', async () => {
      const attempt = act(product.strapi, documents.editor, { verb: 'submit', documentId: draft });
      await expect(attempt).rejects.toMatchObject({
        code: 'INVALID_INPUT',
        message: expect.stringContaining(String(codes[0])),
      });
    });
    await act(product.strapi, documents.editor, {
      verb: 'edit',
      documentId: draft,
      data: { title: '仍可修改' },
    });
  });

  test('an approved one is not published either', async () => {
    await expectRefusal(product.query, 'INVALID_INPUT', async () => {
      const attempt = act(product.strapi, documents.reviewer, { verb: 'publish', documentId: approved });
      await expect(attempt).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    });
  });

  test('what is public may still be corrected where it stands', async () => {
    const { editor: writer, reviewer } = documents;
    const documentId = published;
    await act(product.strapi, writer, { verb: 'correct', documentId, input: { reason: '更正错字' } });
    await act(product.strapi, writer, { verb: 'edit', documentId, data: { title: '竣工验收备案表(更正)' } });
    await act(product.strapi, writer, { verb: 'submit', documentId });
    await act(product.strapi, reviewer, { verb: 'approve', documentId });
    await act(product.strapi, reviewer, { verb: 'publish', documentId });
    expect((await read(product, `${PUBLICATIONS}/${documentId}`)).body.data).toMatchObject({
      title: '竣工验收备案表(更正)',
      catalogueItem: 'D01-26',
    });
  });
});

test('a row that never was is not found, and its publications are none', async () => {
  expect((await read(product, '/api/disclosure/catalogue-items/D01-98')).status).toBe(404);
  expect((await read(product, '/api/disclosure/catalogue-items/D01-01?x=1')).status).toBe(400);
  expect((await read(product, '/api/disclosure/catalogue-items?status=old')).status).toBe(400);
  expect(await idsUnder('D01-98')).toEqual([]);
});
