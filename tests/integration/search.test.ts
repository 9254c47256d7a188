/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { makeDocx, makePdf } from '../support/office-files';
import { pastGuards } from '../support/past-guards';
import { act, type Documents, documentsOf } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { nativeModule } from './helpers/native';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { idsOf, queryOf, read } from './helpers/reads';
import { until } from './helpers/schedules';
import { fillSearch, readMissingFiles } from './helpers/search';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';

/** Search: finds what is public from the moment of its publication on, and never what is not. */
let product: Product;
let documents: Documents;
let editor: Credentials;
const uploaded: Uploaded[] = [];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  editor = await signInPanel(product, 'housing-construction-editor@example.test', product.demoPassword);
  await fillSearch(product);
});
afterAll(async () => {
  removeUploads(product, uploaded);
  await product.stop();
});

const search = async (q: string, more: Record<string, string> = {}) => {
  const answer = await read(product, `/api/disclosure/search${queryOf({ q, ...more })}`);
  expect({ q, status: answer.status, text: answer.status === 200 ? '' : answer.text }).toEqual({
    q,
    status: 200,
    text: '',
  });
  return answer.body;
};
const found = async (q: string, more: Record<string, string> = {}) => idsOf((await search(q, more)).data);
const finds = async (q: string, documentId: string) => (await found(q)).includes(documentId);
const by = (verb: 'withdraw' | 'correct' | 'publish', documentId: string) =>
  act(product.strapi, documents.reviewer, { verb, documentId, input: { reason: '检索测试的理由' } });
const suggestions = async (q: string) =>
  (await read(product, `/api/disclosure/search/suggestions${queryOf({ q })}`)).body.data as {
    kind: string;
    text: string;
    documentId: string | null;
  }[];

describe('a document is found', () => {
  test('within moments of its publication, by words that no dictionary has, and not before', async () => {
    const documentId = await documents.make('approved', { title: '犇羴鱻路改造竣工验收公告' });
    expect(await found('犇羴鱻')).toEqual([]);
    await by('publish', documentId);
    await until('it is found', () => finds('犇羴鱻', documentId));
  });

  test('no more from the very withdrawal on, before anything was delivered', async () => {
    const documentId = await documents.make('published', { title: '骉骉路验收公告' });
    await until('it is found', () => finds('骉骉路', documentId));
    await by('withdraw', documentId);
    expect(await search('骉骉路')).toMatchObject({ data: [], meta: { total: 0 } });
    expect(await suggestions('骉骉路')).toEqual([]);
  });

  test('not even where the index has kept it: what is shown is read where it is public', async () => {
    const documentId = await documents.make('published', { title: '猋猋路验收公告' });
    await until('it is found', () => finds('猋猋路', documentId));
    await pastGuards(product.databaseUrl, (client) =>
      client.query(
        "update publications set state = 'withdrawn', withdrawn_at = now(), withdrawal_reason = '测试' where document_id = $1",
        [documentId],
      ),
    );
    expect(await found('猋猋路')).toEqual([]);
    expect(await suggestions('猋猋路')).toEqual([]);
  });

  test('by its old text until the correction is published, by the new one afterwards', async () => {
    const documentId = await documents.make('published', { title: '蟲蟲路验收公告' });
    await until('it is found', () => finds('虫虫路', documentId));
    await by('correct', documentId);
    const data = documents.values({ title: '淼淼路验收公告' });
    await act(product.strapi, documents.editor, { verb: 'edit', documentId, data });
    expect(await found('淼淼路')).toEqual([]);
    await act(product.strapi, documents.editor, { verb: 'submit', documentId });
    await act(product.strapi, documents.reviewer, { verb: 'approve', documentId });
    await by('publish', documentId);
    await until('the new text is found', () => finds('淼淼路', documentId));
    expect(await found('蟲蟲路')).toEqual([]);
  });

  test('by words of an attached file; a file without text is named', async () => {
    const files = [
      await upload(
        product,
        editor,
        '验收意见.docx',
        makeDocx([['本工程使用', '玄武岩鳞片涂料', '作防腐处理']]),
      ),
      await upload(product, editor, '扫描件.pdf', makePdf([])),
    ];
    uploaded.push(...files);
    const documentId = await documents.make('published', { attachments: files.map(({ id }) => id) });
    await until('it is found', () => finds('玄武岩鳞片', documentId));
    const [hit] = (await search('玄武岩鳞片')).data;
    expect(hit).toMatchObject({ documentId, attachmentsWithoutText: ['扫描件.pdf'] });
    expect(hit.highlight.passages).toEqual([
      {
        text: expect.stringContaining('<mark>玄武岩鳞片</mark>'),
        source: 'attachment',
        file: '验收意见.docx',
      },
    ]);
  });

  test('by words of a file that the gate has never read, once the job has read it', async () => {
    const file = await upload(product, editor, '旧附件.docx', makeDocx([['采用', '陶粒混凝土砌块', '砌筑']]));
    uploaded.push(file);
    const documentId = await documents.make('published', { attachments: [file.id] });
    await until('it is found', () => finds('陶粒混凝土', documentId));
    // as if it had been published before files were read
    await product.query('delete from file_texts where file_id = $1', [file.id]);
    await product.query('delete from search_documents where document_id = $1', [documentId]);
    await fillSearch(product);
    expect(await found('陶粒混凝土')).not.toContain(documentId);
    await readMissingFiles(product);
    // the server's own job may have taken the file a moment before
    await until('it is found again', () => finds('陶粒混凝土', documentId));
    expect(await found('陶粒混凝土')).toEqual([documentId]);
  });
});

test('what the index lacks, or has by older rules, the job puts there; once', async () => {
  await product.query('delete from search_documents where kind = $1', ['guide']);
  await product.query("update search_documents set rules = 0 where kind = 'notice'");
  const [missing] = await product.query<{ count: string }>(
    "select count(*) from publications where state = 'live' and kind in ('guide', 'notice')",
  );
  expect(await fillSearch(product)).toBe(Number(missing?.count));
  expect(await fillSearch(product)).toBe(0);
});

describe('a query', () => {
  test('of a phrase finds only where it stands word for word; without quotation marks, all of its words', async () => {
    const together = await documents.make('published', { title: '钢结构防火涂层检测报告' });
    const apart = await documents.make('published', { title: '防火门和涂层厚度的钢结构检测' });
    await until('both are found', async () => (await found('钢结构 涂层')).length >= 2);
    expect(await found('“钢结构防火涂层”')).toEqual([together]);
    expect(await found('钢结构 涂层')).toEqual(expect.arrayContaining([together, apart]));
    expect(await found('涂层 -报告')).toEqual([apart]);
  });

  test('whose words nowhere stand together is answered with most of them, and says so', async () => {
    const { data, meta } = await search('最低生活保障 申请 鸵鸟');
    expect(data.map(({ title }: { title: string }) => title)).toContain('最低生活保障申请办事指南');
    expect(meta.help).toBe('没有同时包含全部词语的信息，以下包含其中一部分');
  });

  test('with a slip in a title finds it, and tells what was meant', async () => {
    expect(await search('最底生活保障申请办事指南')).toMatchObject({
      data: [{ title: '最低生活保障申请办事指南' }],
      meta: { didYouMean: '最低生活保障申请办事指南' },
    });
  });

  test('that finds nothing says what can be done', async () => {
    expect(await search('鸵鸟驼鹿')).toMatchObject({
      data: [],
      meta: { total: 0, help: expect.stringMatching(/错别字/) },
    });
  });

  test.each([
    ...[
      '%',
      '_',
      "'",
      '"',
      '\\',
      '!!!',
      '。,、',
      '🎉🎉',
      '\u0001\u0007',
      '-',
      '“”',
      '《》',
      '()',
      '&|!<->:*',
    ],
    ...['\u200b\ufeff', '---', '- -', '"""', '\ud800'],
  ])('of nothing but signs (%j) is told so', async (q) => {
    expect(await search(q)).toMatchObject({
      data: [],
      meta: { total: 0, help: expect.stringMatching(/汉字/) },
    });
  });

  test.each([
    ...[
      "'; drop table publications; --",
      '低保 & !申请 | <-> :*',
      "低保' or '1'='1",
      '低保:A*',
      '(低保',
      '"低保',
      '低保"',
    ],
    ...[
      '$1 ?',
      '\\x00',
      '{}[]',
      '低保 🎉',
      'a'.repeat(100),
      '字'.repeat(100),
      '低 '.repeat(49).trim(),
      '-低 '.repeat(33).trim(),
    ],
    ...[
      '第'.repeat(50),
      '令第1号'.repeat(20),
      '〔2026〕'.repeat(15),
      '1'.repeat(100),
      '"a" "b" "c" "d"',
      '十'.repeat(60),
    ],
  ])('of odd characters is only text: %j', async (q) => {
    expect((await search(q, { facets: 'true' })).meta.total).toBeGreaterThanOrEqual(0);
    expect((await read(product, `/api/disclosure/search/suggestions${queryOf({ q })}`)).status).toBe(200);
    expect((await search(q, { sort: 'newest' })).meta.total).toBeGreaterThanOrEqual(0);
  });

  test('of ten thousand characters is refused with the bound', async () => {
    const answer = await read(product, `/api/disclosure/search${queryOf({ q: '长'.repeat(1_000) })}`);
    expect([answer.status, answer.code, answer.body.error.message]).toEqual([
      400,
      'INVALID_QUERY',
      expect.stringContaining('不能超过100个字'),
    ]);
    expect(
      (await read(product, `/api/disclosure/search/suggestions${queryOf({ q: '长'.repeat(1_000) })}`)).code,
    ).toBe('INVALID_QUERY');
    const overGraphql = await graphql(product, 'query ($q: String!) { search(q: $q) { meta { total } } }', {
      q: '长'.repeat(10_000),
    });
    expect(overGraphql.errors[0]?.message).toContain('不能超过100个字');
  });
});

describe('order and pages', () => {
  const ORDER = ['search-order-title', 'search-order-repealed', 'search-order-old', 'search-order-body'];
  beforeAll(async () => {
    const years = (n: number) => `now() - interval '${n} years'`;
    const row = (id: string, title: string, at: string, more: Record<string, string>) =>
      `('${id}', 'order', 'health', 'document', 'health', '区卫健委', '${id}', '${title}', (${at})::date, ${at}, ${at}, 1, 'live',
        '${JSON.stringify({ documentId: id, title, domain: 'health', kind: 'document', owner: 'health', ...more })}', '{}', '${title} 鹮鹮', '')`;
    await pastGuards(product.databaseUrl, (client) =>
      client.query(
        `insert into publications (document_id, type, domain, kind, owner, owner_name, index_no, title, formed_on, published_at,
           first_published_at, edition_no, state, summary, detail, search_text, etag)
         values ${[
           row('search-order-title', '鹮鹮保护办法', years(1), {}),
           row('search-order-old', '鹮鹮保护通知', years(9), {}),
           row('search-order-repealed', '鹮鹮保护规定', years(1), { repealedOn: '2020-01-01' }),
           row('search-order-body', '湿地管理办法', years(0), {}),
         ].join(', ')}`,
      ),
    );
    await fillSearch(product);
  });

  test('by relevance: titles before bodies, in force before repealed, new before old', async () => {
    expect(await found('鹮鹮')).toEqual([
      'search-order-title',
      'search-order-old',
      'search-order-repealed',
      'search-order-body',
    ]);
  });

  test('by date', async () => {
    const ids = await found('鹮鹮', { sort: 'newest' });
    expect(ids[0]).toBe('search-order-body');
    expect(ids.at(-1)).toBe('search-order-old');
  });

  test.each(['relevance', 'newest'])(
    'pages of %s follow each other without a gap or a repetition',
    async (sort) => {
      const all = await found('鹮鹮', { sort });
      const ids: string[] = [];
      let cursor: string | null = null;
      do {
        const { data, meta } = await search('鹮鹮', { sort, limit: '1', ...(cursor ? { cursor } : {}) });
        ids.push(...idsOf(data));
        cursor = meta.nextCursor;
      } while (cursor);
      expect(ids).toEqual(all);
      expect([...ids].sort()).toEqual([...ORDER].sort());
    },
  );

  test('a page of another search is refused', async () => {
    const { meta } = await search('鹮鹮', { limit: '1' });
    const answer = await read(
      product,
      `/api/disclosure/search${queryOf({ q: '保护', limit: '1', cursor: meta.nextCursor })}`,
    );
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_CURSOR' });
  });

  test.each<[Record<string, string>, string[]]>([
    [{ validity: '废止' }, ['search-order-repealed']],
    [{ domain: 'health' }, ORDER],
    [{ domain: 'nonsense' }, []],
    [{ department: 'health', kind: 'document' }, ORDER],
    [{ department: 'finance' }, []],
    [{ from: '2026-11-01' }, ['search-order-body']],
    [{ to: '2019-12-31' }, ['search-order-old']],
    [{ indexNo: 'search-order-old' }, ['search-order-old']],
  ])('narrowed by %j', async (filters, expected) => {
    const { data, meta } = await search('鹮鹮', filters);
    expect(idsOf(data).sort()).toEqual([...expected].sort());
    expect(meta.total).toBe(expected.length);
  });

  test('facets count what was found, in words', async () => {
    const { meta } = await search('鹮鹮', { facets: 'true' });
    expect(meta.facets).toMatchObject({
      domain: [{ value: 'health', label: expect.any(String), count: 4 }],
      department: [{ value: 'health', label: '区卫健委', count: 4 }],
      kind: [{ value: 'document', label: '文件', count: 4 }],
      validity: [{ value: '废止', count: 1 }],
    });
    expect(meta.facets.year.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(4);
    expect((await search('鹮鹮')).meta.facets).toBeUndefined();
  });
});

test('every statement over the terms goes by their index, and ends after two seconds', async () => {
  const functions = await product.query<{ proname: string; proconfig: string[] }>(
    "select proname, proconfig from pg_proc where proname in ('search_newest', 'search_count', 'search_facets')",
  );
  expect(functions).toHaveLength(3);
  for (const { proconfig } of functions) {
    expect(proconfig).toEqual(
      expect.arrayContaining([
        'enable_seqscan=off',
        'enable_indexscan=off',
        'plan_cache_mode=force_generic_plan',
      ]),
    );
  }
  const plan = await product.strapi.db.transaction(async ({ trx }) => {
    const knex = trx as unknown as import('knex').Knex.Transaction;
    await knex.raw('set local enable_seqscan = off');
    await knex.raw('set local enable_indexscan = off');
    const { rows } = await knex.raw(
      "explain select document_id from search_documents d where d.terms @@ '保障'::tsquery order by published_at desc limit 20",
    );
    return rows.map((row: Record<string, string>) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Bitmap Index Scan on search_documents_terms/);
  const { createReader } = nativeModule<
    typeof import('../../src/plugins/search/server/index/postgres/reader')
  >('plugins/search/server/index/postgres/reader');
  const reader = createReader(product.strapi);
  await expect(reader.read('select pg_sleep(10)', [])).rejects.toMatchObject({ code: 'BUSY' });
  await reader.end();
});

test('what is marked is escaped', async () => {
  const documentId = await documents.make('published', { title: '鸑鷟<script>alert(1)</script>&验收' });
  await until('it is found', () => finds('鸑鷟', documentId));
  const [hit] = (await search('鸑鷟 验收')).data;
  expect(hit.highlight.title).toBe(
    '<mark>鸑鷟</mark>&lt;script&gt;alert(1)&lt;/script&gt;&amp;<mark>验收</mark>',
  );
});

test.each([
  ['最低', 'title', '最低生活保障申请办事指南'],
  ['生活保障申请', 'title', '最低生活保障申请办事指南'],
  ['zdshbz', 'title', '最低生活保障申请办事指南'],
  ['低保', 'title', '最低生活保障申请办事指南'],
  ['〔2026〕18', 'number', '青民字〔2026〕18号'],
  ['财政', 'department', '区财政局'],
  ['qczj', 'department', '区财政局'],
  ['社会救', 'domain', '社会救助'],
])('“%s” suggests the %s %s', async (q, kind, text) => {
  expect(await suggestions(q)).toContainEqual(expect.objectContaining({ kind, text }));
});

test('GraphQL answers the same, and leads on', async () => {
  const { data, errors } = await graphql(
    product,
    `{ search(q: "低保 申请", facets: true, limit: 3) {
         data { documentId title highlight { title passages { text source } } attachmentsWithoutText department { name } }
         meta { total totalIsAtLeast didYouMean help facets { domain { value label count } } }
       }
       searchSuggestions(q: "最低") { kind text documentId } }`,
  );
  expect(errors).toEqual([]);
  const rest = await search('低保 申请', { facets: 'true', limit: '3' });
  expect(data.search.data.map(({ documentId }: { documentId: string }) => documentId)).toEqual(
    idsOf(rest.data),
  );
  expect(data.search.meta.total).toBe(rest.meta.total);
  expect(data.search.data[0].department.name).toBe('区民政局');
  expect(data.searchSuggestions.length).toBeGreaterThan(0);
});
