/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { sql, superuserUrl } from '../support';
import { type Documents, documentsOf } from './helpers/documents';
import { type Product, startProduct } from './helpers/product';
import { publishedRows } from './helpers/published-rows';
import { idsOf, PUBLICATIONS, type Publication, queryOf, read, walk } from './helpers/reads';

let product: Product;
let documents: Documents;
let rich: Publication;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const values = {
    theme: '城乡建设',
    genre: '通知',
    validity: '有效',
    docNo: '青住建发〔2026〕7号',
    kind: 'notice',
  };
  const documentId = await documents.make('published', values);
  await documents.make('draft', values);
  await documents.make('withdrawn', { ...values, docNo: '青住建发〔2026〕8号' });
  await documents.make('published', { ...values, docNo: '青住建发〔2026〕9号', theme: '财政' });
  rich = (await read(product, `${PUBLICATIONS}/${documentId}`)).body.data;
});
afterAll(() => product.stop());

describe('a list can be narrowed by', () => {
  test.each<[string, string | (() => string), string, Record<string, string>?]>([
    ['domain', 'major-construction-projects', "domain = 'major-construction-projects'"],
    ['domain', 'no-such-domain', 'false'],
    ['catalogueItem', 'D01-26', "catalogue_item = 'D01-26'"],
    ['department', 'housing-construction', "owner = 'housing-construction'"],
    ['column', 'major-construction-projects', "domain = 'major-construction-projects'"],
    ['column', 'statutory-10', "'statutory-10' = any(leaves)"],
    ['column', 'statutory', "array_to_string(leaves, ' ') like '%statutory-%'"],
    ['column', 'standard-catalogues', 'true'],
    ['column', 'statutory-07', "'statutory-07' = any(leaves)"],
    ['column', 'guide', 'false'],
    ['kind', 'notice', "kind = 'notice'"],
    ['kind', 'project', "kind = 'project'"],
    ['theme', '城乡建设', "theme = '城乡建设'"],
    ['genre', '通知', "genre = '通知'"],
    // as it was entered; what follows from days: policy-validity.test.ts
    [
      'validity',
      '有效',
      "validity = '有效' and owner = 'housing-construction'",
      { department: 'housing-construction' },
    ],
    ['indexNo', () => String(rich.indexNo), 'index_no = $indexNo'],
    ['docNo', '青住建发〔2026〕7号', "doc_no = '青住建发〔2026〕7号'"],
    ['docNo', '青住建发〔2026〕8号', 'false'],
    ['subject', () => documents.project, 'project = $project'],
  ])('%s=%s', async (name, given, where, besides = {}) => {
    const value = typeof given === 'string' ? given : given();
    const condition = where.replace(/\$\w+/, `'${value}'`);
    const expected = await publishedRows(product, condition);
    const found = await walk(product, { [name]: value, ...besides, limit: '50' });
    expect(idsOf(found).sort()).toEqual(expected);
    if (where !== 'false') expect(expected.length).toBeGreaterThan(0);
    const { body } = await read(
      product,
      `${PUBLICATIONS}${queryOf({ [name]: value, ...besides, count: 'true', limit: '1' })}`,
    );
    expect(body.meta.total).toBe(expected.length);
  });

  test('several filters at once', async () => {
    const parameters = {
      theme: '城乡建设',
      genre: '通知',
      kind: 'notice',
      department: 'housing-construction',
    };
    expect(idsOf(await walk(product, parameters))).toEqual([rich.documentId]);
    expect(await walk(product, { ...parameters, department: 'audit' })).toEqual([]);
  });
});

describe('a list comes in order', () => {
  test('newest first, by default', async () => {
    const found = await walk(product, { limit: '20' });
    const instants = found.map(({ publishedAt }) => Date.parse(publishedAt));
    expect(instants).toEqual([...instants].sort((a, b) => b - a));
    expect(idsOf(found)).toEqual(idsOf(await walk(product, { sort: 'newest', limit: '9' })));
  });

  test('oldest first: the same the other way round', async () => {
    const newest = await walk(product, { sort: 'newest', limit: '100' });
    expect(idsOf(await walk(product, { sort: 'oldest', limit: '9' }))).toEqual(idsOf(newest).reverse());
  });

  test('by the day of formation, the latest first, and none is left out', async () => {
    const found = await walk(product, { sort: 'formed', limit: '9' });
    const days = found.map(({ formedOn }) => formedOn ?? '');
    expect(days).toEqual([...days].sort().reverse());
    expect(idsOf(found).sort()).toEqual(await publishedRows(product, 'true'));
  });
});

describe('pages', () => {
  test.each([1, 2, 7, 63, 100])(
    'of %i give every publication once, the last without a cursor',
    async (limit) => {
      const found = idsOf(await walk(product, { limit: String(limit) }));
      expect(new Set(found).size).toBe(found.length);
      expect([...found].sort()).toEqual(await publishedRows(product, 'true'));
    },
  );

  test('have no total unless it is asked for', async () => {
    const { body } = await read(product, `${PUBLICATIONS}?limit=1`);
    expect(Object.keys(body.meta)).toEqual(['nextCursor']);
    expect((await read(product, `${PUBLICATIONS}?limit=1&count=false`)).body.meta).toEqual(body.meta);
  });

  test('hold together where many were published in the same instant', async () => {
    const before = new Set(idsOf(await walk(product, {})));
    for (let made = 0; made < 5; made++) await documents.make('published', { theme: '同一时刻' });
    const superuser = sql(superuserUrl(product.databaseUrl));
    await superuser(
      `with released as (select set_config('session_replication_role', 'replica', false))
       update publications set published_at = '2026-05-05T10:00:00+08:00' from released where theme = '同一时刻'`,
    );
    await superuser.end();
    const found = idsOf(await walk(product, { limit: '2' })).filter((id) => !before.has(id));
    expect(found).toHaveLength(5);
    expect(new Set(found).size).toBe(5);
  });

  test.each(['newest', 'oldest', 'formed'])(
    'sorted by %s miss and repeat nothing while others publish',
    async (sort) => {
      const before = await publishedRows(product, 'true');
      const publishing: Promise<unknown>[] = [];
      const found = idsOf(
        await walk(product, { sort, limit: '6' }, async () => {
          publishing.push(documents.make('published'));
          await Promise.race([...publishing, new Promise((resolve) => setTimeout(resolve, 15))]);
        }),
      );
      await Promise.all(publishing);
      expect(publishing.length).toBeGreaterThan(5);
      expect(new Set(found).size).toBe(found.length);
      expect(before.filter((id) => !found.includes(id))).toEqual([]);
    },
  );
});

describe('a cursor is refused (400 INVALID_CURSOR)', () => {
  const firstCursor = async (parameters: Record<string, string> = {}): Promise<string> =>
    (await read(product, `${PUBLICATIONS}${queryOf({ ...parameters, limit: '2' })}`)).body.meta.nextCursor;
  const changed = (cursor: string, change: (parts: unknown[]) => unknown): string =>
    Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(cursor, 'base64url').toString())))).toString(
      'base64url',
    );

  test.each<[string, () => Promise<Record<string, string>>]>([
    ['of another order', async () => ({ sort: 'oldest', cursor: await firstCursor() })],
    ['of another filter', async () => ({ kind: 'document', cursor: await firstCursor() })],
    ['of a list without the filter', async () => ({ cursor: await firstCursor({ kind: 'document' }) })],
    ['that is no cursor', async () => ({ cursor: 'abc' })],
    ['that was cut off', async () => ({ cursor: (await firstCursor()).slice(0, -4) })],
    [
      'that was made up',
      async () => ({ cursor: Buffer.from('["2026-01-01","x","abcdefghijkl"]').toString('base64url') }),
    ],
    [
      'whose instant is none',
      async () => ({ cursor: changed(await firstCursor(), ([, ...rest]) => ['abc', ...rest]) }),
    ],
    [
      'whose instant was changed',
      async () => ({
        cursor: changed(await firstCursor(), ([, ...rest]) => ['2020-01-01 00:00:00+08', ...rest]),
      }),
    ],
    [
      'whose document was changed',
      async () => ({ cursor: changed(await firstCursor(), ([value, , key]) => [value, 'zzz', key]) }),
    ],
    [
      'with a character that no text can have',
      async () => ({ cursor: changed(await firstCursor(), ([value, , key]) => [value, 'a\u0000', key]) }),
    ],
  ])('%s', async (_what, parameters) => {
    const answer = await read(product, `${PUBLICATIONS}${queryOf(await parameters())}`);
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_CURSOR' });
  });
});

describe('an unknown or impossible parameter is refused (400 INVALID_QUERY), in Chinese', () => {
  const LISTS = [PUBLICATIONS, '/api/disclosure/search?q=项目'];
  const IMPOSSIBLE = [
    ...['nonsense=1', 'status=draft', 'status=published', 'state=withdrawn', 'owner=audit', 'type=x'],
    ...[
      'where[id]=1',
      'lookup[id]=1',
      '_q=a',
      '_where=1',
      'filters[title][$contains]=a',
      'populate=*',
      'fields=owner',
    ],
    ...['kind[$ne]=x', 'kind[]=a', 'kind=a&kind=b', 'kind=', 'kind=%00', `kind=${'x'.repeat(200)}`],
    ...['limit=0', 'limit=-1', 'limit=101', 'limit=abc', 'limit=1.5', 'limit=', 'limit=99999999999'],
    ...['sort=nonsense', 'sort=title', 'sort=', 'count=yes', 'count=1'],
    ...[
      'from=2026-02-30',
      'from=yesterday',
      'to=2026-13-01',
      'from=0000-01-01',
      'from=2026-1-1',
      'to=99999-01-01',
    ],
  ];

  test.each(LISTS.flatMap((list) => IMPOSSIBLE.map((query) => [list, query])))(
    '%s %s',
    async (list, query) => {
      const answer = await read(product, `${encodeURI(list)}${list.includes('?') ? '&' : '?'}${query}`);
      expect({ status: answer.status, code: answer.code }).toEqual({ status: 400, code: 'INVALID_QUERY' });
      expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
    },
  );

  test.each([
    '/api/disclosure/domains',
    '/api/disclosure/domains/major-construction-projects',
    '/api/disclosure/catalogue-items',
    '/api/disclosure/departments',
    '/api/disclosure/columns',
    '/api/disclosure/publications/{record}',
    '/api/disclosure/publications/{record}/editions',
    '/api/major-construction-projects/projects/{project}/chain',
    '/api/major-construction-projects/records',
    '/api/major-construction-projects/records/{record}',
    '/api/major-construction-projects/projects',
    '/api/major-construction-projects/projects/{project}',
  ])('%s', async (path) => {
    const address = path.replace('{record}', rich.documentId).replace('{project}', documents.project);
    expect((await read(product, address)).status).toBe(200);
    for (const query of ['nonsense=1', 'where[id]=1', 'lookup[id]=1', '_q=a']) {
      const answer = await read(product, `${address}?${query}`);
      expect({ query, status: answer.status, code: answer.code }).toEqual({
        query,
        status: 400,
        code: 'INVALID_QUERY',
      });
    }
  });
});

describe('a search', () => {
  const search = (q: string) => read(product, `/api/disclosure/search${queryOf({ q, limit: '100' })}`);

  test.each<[string, () => string]>([
    ['its title', () => String(rich.title)],
    ['its document number', () => String(rich.docNo)],
    ['its index number', () => String(rich.indexNo)],
    ['words of its body', () => '备案材料'],
  ])('finds a publication by %s', async (_what, q) => {
    const { status, body } = await search(q());
    expect(status).toBe(200);
    expect(idsOf(body.data)).toContain(rich.documentId);
  });

  test('finds nothing withdrawn and no draft', async () => {
    expect((await search('青住建发〔2026〕8号')).body.data).toEqual([]);
  });

  test.each(['%', '_', '\\', "'", '"', '%%%', 'a_b', '100%', '_%'])(
    'takes “%s” as it is written',
    async (q) => {
      const expected = await product.query<{ document_id: string }>(
        "select document_id from publications where state = 'live' and position($1 in search_text) > 0",
        [q],
      );
      expect(idsOf((await search(q)).body.data).sort()).toEqual(
        expected.map((row) => row.document_id).sort(),
      );
    },
  );

  test.each(['', '?q=', '?q=%20', `?q=${'长'.repeat(101)}`, '?q=%00', '?q=a&q=b'])(
    'without words is refused: “%s”',
    async (query) => {
      expect(
        await read(product, `/api/disclosure/search${encodeURI(query).replace(/%25/g, '%')}`),
      ).toMatchObject({
        status: 400,
        code: 'INVALID_QUERY',
      });
    },
  );
});

describe('a list can also be narrowed by', () => {
  test('from and to: whole days of Asia/Shanghai, both included', async () => {
    const instants = [
      '2026-03-04T23:59:59.999+08:00',
      '2026-03-05T00:00:00.000+08:00',
      '2026-03-05T23:59:59.999+08:00',
      '2026-03-06T00:00:00.000+08:00',
    ];
    const ids: string[] = [];
    const superuser = sql(superuserUrl(product.databaseUrl));
    for (const instant of instants) {
      const id = await documents.make('published');
      await superuser(
        `with released as (select set_config('session_replication_role', 'replica', false))
         update publications set published_at = $2 from released where document_id = $1`,
        [id, instant],
      );
      ids.push(id);
    }
    await superuser.end();
    const between = async (from: string, to: string) =>
      idsOf(await walk(product, { from, to, sort: 'oldest' }));
    expect(await between('2026-03-05', '2026-03-05')).toEqual([ids[1], ids[2]]);
    expect(await between('2026-03-04', '2026-03-05')).toEqual([ids[0], ids[1], ids[2]]);
    expect(await between('2026-03-06', '2026-03-06')).toEqual([ids[3]]);
    expect(await between('2026-03-07', '2026-03-08')).toEqual([]);
  });
});
