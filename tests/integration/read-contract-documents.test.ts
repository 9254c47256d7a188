/** @jest-environment ./tests/integration/helpers/environment.cjs */
import departments from '../../database/seeds/departments.json';
import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { type Answer, call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { demoMember } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { idsOf, PUBLICATIONS, queryOf, read } from './helpers/reads';

let product: Product;
let documents: Documents;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
});
afterAll(() => product.stop());

const YEAR = todayInShanghai().slice(0, 4);
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}\+08:00$/;
const RECORDS = '/api/major-construction-projects/records';
const PROJECTS = '/api/major-construction-projects/projects';
const publication = (id: string) => read(product, `${PUBLICATIONS}/${id}`);
const editions = (id: string) => read(product, `${PUBLICATIONS}/${id}/editions`);
const by = (
  who: 'editor' | 'reviewer',
  verb: Parameters<typeof act>[2]['verb'],
  documentId: string,
  more = {},
) => act(product.strapi, documents[who], { verb, documentId, ...more });
const REASON = '有一处数字有误';

async function correctAndPublish(documentId: string, values: Record<string, unknown>): Promise<void> {
  await by('editor', 'correct', documentId, { input: { reason: REASON } });
  await by('editor', 'edit', documentId, { data: values });
  await by('editor', 'submit', documentId);
  await by('reviewer', 'approve', documentId);
  await by('reviewer', 'publish', documentId);
}

describe('a publication', () => {
  test('has the fields of the contract', async () => {
    const documentId = await documents.make('published', {
      docNo: '青住建发[2026]07号',
      settlementAmount: 12.5,
    });
    const { status, body, headers } = await publication(documentId);
    expect(status).toBe(200);
    expect(headers.get('etag')).toMatch(/^"[^"]+"$/);
    expect(body.data).toMatchObject({
      documentId,
      type: 'plugin::major-construction-projects.record',
      domain: 'major-construction-projects',
      catalogueItem: 'D01-26',
      kind: 'document',
      owner: 'housing-construction',
      ownerName: '区住建局',
      indexNo: expect.stringMatching(new RegExp(`^housing-construction/${YEAR}-\\d{5}$`)),
      docNo: '青住建发〔2026〕7号',
      title: '竣工验收备案表',
      abstract: '竣工验收备案材料。',
      formedOn: '2026-11-02',
      publishedAt: expect.stringMatching(INSTANT),
      columns: ['major-construction-projects', 'statutory-10'],
      url: `${PUBLICATIONS}/${documentId}`,
      body: '<p>竣工验收备案材料。</p>',
      attachments: [],
      editionNo: 1,
      subjectId: documents.project,
      facet: 'completion',
      item: 'MP8-03',
    });
    expect(body.data.attributes).toMatchObject({ settlementAmount: 12.5 });
    expect((await read(product, body.data.url)).status).toBe(200);
  });

  test('stands in the list as in the detail, but for what only the detail has', async () => {
    const documentId = await documents.make('published', { theme: '列表与详情' });
    const { body } = await read(product, `${PUBLICATIONS}${queryOf({ theme: '列表与详情' })}`);
    const [listed] = body.data;
    expect((await publication(documentId)).body.data).toMatchObject(listed);
    expect(listed).not.toHaveProperty('body');
    expect(listed).not.toHaveProperty('attachments');
  });

  test.each(['draft', 'submitted', 'returned', 'approved'] as const)(
    'that never was public is not found: %s',
    async (standing) => {
      const documentId = await documents.make(standing);
      for (const path of [
        `${PUBLICATIONS}/${documentId}`,
        `${PUBLICATIONS}/${documentId}/editions`,
        `${RECORDS}/${documentId}`,
      ]) {
        expect(await read(product, path)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
      }
    },
  );

  test.each(['draft, live', 'submitted, live', 'returned, live', 'approved, live'] as const)(
    'stays public as it is while a correction is: %s',
    async (standing) => {
      const documentId = await documents.make(standing);
      expect((await publication(documentId)).body.data).toMatchObject({
        editionNo: 1,
        title: '竣工验收备案表',
      });
    },
  );

  test.each(['abcdefghijklmnopqrstuvwx', '1', '%00', "'%20or%201=1", '长'.repeat(300)])(
    '“%s” that does not exist is not found',
    async (id) => {
      for (const path of [PUBLICATIONS, RECORDS, PROJECTS]) {
        expect((await read(product, `${path}/${id}`)).status).toBe(id === '%00' ? 400 : 404);
      }
    },
  );
});

describe('a correction', () => {
  test('replaces what is public, keeps the index number and the day of first publication, and is told as an edition', async () => {
    const documentId = await documents.make('published');
    const first = (await publication(documentId)).body.data;
    await correctAndPublish(documentId, { title: '竣工验收备案表(更正)', body: '<p>更正后的正文。</p>' });
    const answer = await publication(documentId);
    const second = answer.body.data;
    expect(second).toMatchObject({
      title: '竣工验收备案表(更正)',
      body: '<p>更正后的正文。</p>',
      editionNo: 2,
      indexNo: first.indexNo,
      firstPublishedAt: first.firstPublishedAt,
    });
    expect(Date.parse(second.publishedAt)).toBeGreaterThan(Date.parse(first.publishedAt));
    const history = (await editions(documentId)).body.data;
    expect(history).toEqual([
      expect.objectContaining({
        editionNo: 2,
        title: '竣工验收备案表(更正)',
        reason: REASON,
        publishedAt: second.publishedAt,
      }),
      expect.objectContaining({
        editionNo: 1,
        title: '竣工验收备案表',
        reason: null,
        publishedAt: first.publishedAt,
      }),
    ]);
    const { body } = await read(product, `${RECORDS}/${documentId}`);
    expect(body.data).toMatchObject({ title: '竣工验收备案表(更正)', indexNo: first.indexNo });
  });

  test('gives the publication another ETag', async () => {
    const documentId = await documents.make('published');
    const before = (await publication(documentId)).headers.get('etag');
    expect((await publication(documentId)).headers.get('etag')).toBe(before);
    await correctAndPublish(documentId, { title: '另一个标题' });
    expect((await publication(documentId)).headers.get('etag')).not.toBe(before);
  });

  test('that is discarded leaves everything as it was', async () => {
    const documentId = await documents.make('draft, live');
    const before = (await publication(documentId)).body;
    await by('editor', 'edit', documentId, { data: { title: '没有发布的标题' } });
    await by('editor', 'discard', documentId);
    expect((await publication(documentId)).body).toEqual(before);
    const [row] = await product.query<{ title: string }>(
      'select title from major_construction_projects_records where document_id = $1 and published_at is null',
      [documentId],
    );
    expect(row?.title).toBe('竣工验收备案表');
  });
});

describe('a withdrawn publication', () => {
  const PLACES = (id: string) => [
    `${PUBLICATIONS}/${id}`,
    `${PUBLICATIONS}/${id}/editions`,
    `${RECORDS}/${id}`,
  ];
  const expectGone = (answer: Answer, tombstone: Record<string, unknown>) => {
    expect(answer).toMatchObject({ status: 410, code: 'WITHDRAWN' });
    expect(answer.body.error.message).toContain(tombstone.reason);
    expect(answer.body.error.details).toMatchObject(tombstone);
    expect(answer.text).not.toContain('竣工验收备案材料');
  };

  test('answers 410 everywhere with the reason, the instant and the number, and without its text', async () => {
    const documentId = await documents.make('published');
    const { indexNo } = (await publication(documentId)).body.data;
    await by('reviewer', 'withdraw', documentId, { input: { reason: '  内容有误,另行公布  ' } });
    for (const path of PLACES(documentId)) {
      expectGone(await read(product, path), {
        documentId,
        indexNo,
        reason: '内容有误,另行公布',
        withdrawnAt: expect.stringMatching(INSTANT),
        orderedBy: null,
        successor: null,
      });
    }
    const { body } = await read(product, `${PUBLICATIONS}${queryOf({ indexNo })}`);
    expect(body.data).toEqual([]);
    const listed = await read(product, `${RECORDS}${queryOf({ 'filters[documentId]': documentId })}`);
    expect(listed.body.data).toEqual([]);
  });

  test('names what replaces it', async () => {
    const [documentId, successor] = [await documents.make('published'), await documents.make('published')];
    await by('reviewer', 'withdraw', documentId, { input: { reason: '已被替代', successor } });
    expectGone(await publication(documentId), { reason: '已被替代', successor });
  });

  test.each<[string, (own: string) => Promise<string>]>([
    ['does not exist', async () => 'abcdefghijklmnopqrstuvwx'],
    ['is a draft', async () => documents.make('draft')],
    ['was withdrawn itself', async () => documents.make('withdrawn')],
    ['is the document itself', async (own) => own],
  ])('cannot name a replacement that %s: 400', async (_what, replacement) => {
    const documentId = await documents.make('published');
    const successor = await replacement(documentId);
    await expect(
      by('reviewer', 'withdraw', documentId, { input: { reason: '已被替代', successor } }),
    ).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    expect((await publication(documentId)).status).toBe(200);
  });

  test('on the order of the office names the office', async () => {
    const documentId = await documents.make('published');
    const supervisor = await demoMember(product.strapi, 'office-supervisor');
    await act(product.strapi, supervisor, { verb: 'withdraw', documentId, input: { reason: '不宜公开' } });
    expectGone(await publication(documentId), { reason: '不宜公开', orderedBy: 'district-office' });
  });

  test('comes back under its old number when it is corrected and published again', async () => {
    const documentId = await documents.make('published');
    const { indexNo } = (await publication(documentId)).body.data;
    await by('reviewer', 'withdraw', documentId, { input: { reason: '内容有误' } });
    await correctAndPublish(documentId, { title: '重新发布' });
    expect((await publication(documentId)).body.data).toMatchObject({
      indexNo,
      editionNo: 2,
      title: '重新发布',
    });
  });
});

describe('a transferred publication', () => {
  test('stands under the department that takes over, in every list, and it alone changes it', async () => {
    const documentId = await documents.make('published');
    const supervisor = await demoMember(product.strapi, 'office-supervisor');
    const before = (await publication(documentId)).body.data;
    await act(product.strapi, supervisor, {
      verb: 'transfer',
      documentId,
      input: { reason: '机构改革', department: 'audit' },
    });
    expect((await publication(documentId)).body.data).toEqual({
      ...before,
      owner: 'audit',
      ownerName: '区审计局',
      // the page's tags name the source
      govMeta: JSON.parse(JSON.stringify(before.govMeta).replaceAll('区住建局', '区审计局')),
    });
    const listed = (department: string) =>
      read(product, `${PUBLICATIONS}${queryOf({ department, limit: '100' })}`).then(({ body }) =>
        idsOf(body.data),
      );
    expect(await listed('audit')).toContain(documentId);
    expect(await listed('housing-construction')).not.toContain(documentId);
    expect((await read(product, `${RECORDS}/${documentId}`)).body.data.owner).toBe('audit');
    await expect(by('editor', 'correct', documentId, { input: {} })).rejects.toMatchObject({
      code: 'NOT_OWNER',
    });
    const taker = await demoMember(product.strapi, 'audit-editor');
    await act(product.strapi, taker, { verb: 'correct', documentId });
  });

  test.each(['no-such-department', '', 'housing-construction'])(
    'cannot go to “%s”: 400',
    async (department) => {
      const documentId = await documents.make('published');
      const supervisor = await demoMember(product.strapi, 'office-supervisor');
      await expect(
        act(product.strapi, supervisor, {
          verb: 'transfer',
          documentId,
          input: { reason: '机构改革', department },
        }),
      ).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
    },
  );
});

describe('records in the manner of Strapi', () => {
  test('can be filtered, sorted, cut down to fields and paged', async () => {
    for (const title of ['甲', '乙', '丙']) await documents.make('published', { title, theme: '分页' });
    await documents.make('draft', { title: '丁', theme: '分页' });
    const { status, body } = await read(
      product,
      `${RECORDS}?filters[theme][$eq]=分页&sort=indexNo:desc&fields[0]=title&fields[1]=indexNo&pagination[page]=1&pagination[pageSize]=2&populate=attachments`,
    );
    expect(status).toBe(200);
    expect(body.meta.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 2, total: 3 });
    expect(body.data.map(({ title }: { title: string }) => title)).toEqual(['丙', '乙']);
    expect(Object.keys(body.data[0]).sort()).toEqual(['attachments', 'documentId', 'id', 'indexNo', 'title']);
  });

  test('give at most 100 a page', async () => {
    const answer = await read(product, `${RECORDS}?pagination[pageSize]=100000`);
    if (answer.status === 200) expect(answer.body.meta.pagination.pageSize).toBeLessThanOrEqual(100);
    else expect(answer).toMatchObject({ status: 400 });
  });

  test('status=draft shows nothing', async () => {
    const documentId = await documents.make('draft, live');
    expect((await read(product, `${RECORDS}?status=draft`)).body.data).toEqual([]);
    expect((await read(product, `${RECORDS}/${documentId}?status=draft`)).status).toBe(404);
    expect(
      (await read(product, `${RECORDS}?status=published&pagination[pageSize]=1`)).body.data,
    ).toHaveLength(1);
    expect(await read(product, `${RECORDS}?status=nonsense`)).toMatchObject({
      status: 400,
      code: 'INVALID_QUERY',
    });
  });

  const HIDDEN = [
    'contributors',
    'submittedAt',
    'reviewComment',
    'correctionReason',
    'createdBy',
    'updatedBy',
    'nonsense',
  ];
  test.each([
    ...HIDDEN.flatMap((name) => [
      `filters[${name}][$notNull]=true`,
      `filters[$or][0][${name}][$contains]=a`,
      `filters[$not][${name}][$eq]=1`,
      `sort=${name}`,
      `sort[0][${name}]=asc`,
      `fields[0]=${name}`,
    ]),
    ...[
      'filters[createdBy][email][$startsWith]=a',
      'filters[createdBy][password][$startsWith]=a',
      'sort=createdBy.email',
    ],
    ...['filters[updatedBy][roles][name]=a', 'filters[$and][0][$or][0][createdBy][id][$gt]=0'],
    ...[
      'populate=*',
      'populate=createdBy',
      'populate[0]=createdBy',
      'populate[createdBy]=*',
      'populate=deep',
      'populate[nonsense]=*',
    ],
    ...[
      'populate[attachments][populate]=*',
      'populate[attachments][populate]=related',
      'populate[attachments][populate]=createdBy',
    ],
    ...['populate[attachments][populate][related][populate]=*', 'populate[attachments][populate][folder]=*'],
    ...[
      'populate[attachments][filters][createdBy][email][$contains]=a',
      'populate[attachments][sort]=createdBy.email',
    ],
    ...['populate[attachments][status]=draft', 'populate[attachments][filters][folderPath]=/'],
    ...[
      'filters[attachments][createdBy][email][$contains]=a',
      'filters[attachments][related][id]=1',
      'filters[attachments][folder][id]=1',
    ],
    ...['where[id]=1', 'lookup[id]=1', '_q=a', '_where[id]=1', 'locale=zh', 'publicationState=preview'],
    ...[
      'hasPublishedVersion=false',
      'publicationFilter=never-published',
      'publicationStatusFilter=published-modified',
    ],
    ...[
      'data[title]=x',
      'filters[formedOn][$eq]=abc',
      'filters[formedOn]=2026-02-30',
      'filters[version]=abc',
      'filters[version]=99999999999999',
      'filters[id]=abc',
      'filters[createdAt]=abc',
      'filters[publishedAt][$gt]=abc',
      'filters[title][$between]=1',
      'filters[title][nonsense]=1',
      'filters=abc',
      'filters[]=1',
      'filters[$and]=1',
      'filters[$or][0]=1',
      'filters[$not]=1',
      'filters[title]=%00',
      'fields=',
      'fields[a]=b',
      'sort=',
      'sort[title]=1',
      'pagination=1',
      'pagination[page]=1&pagination[start]=1',
      'pagination[nonsense]=1',
      'pagination[page]=0',
      'pagination[pageSize]=-1',
      'sort=title:nonsense',
    ],
  ])('%s is refused: 400', async (query) => {
    for (const path of [RECORDS, PROJECTS]) {
      const answer = await read(product, `${path}?${query}`);
      expect({ path, status: answer.status, code: answer.code }).toEqual({
        path,
        status: 400,
        code: 'INVALID_QUERY',
      });
    }
  });

  test('a list of one type does not hold the other', async () => {
    expect((await read(product, `${PROJECTS}/${await documents.make('published')}`)).status).toBe(404);
    expect((await read(product, `${RECORDS}/${documents.project}`)).status).toBe(404);
  });
});

describe('the catalogue, the domains, the departments and the columns', () => {
  const count = async (where: string) =>
    Number(
      (
        await product.query<{ n: string }>(
          `select count(*) as n from publications where state = 'live' and ${where}`,
        )
      )[0]?.n,
    );

  test('domains tell how much of each is public', async () => {
    const { body } = await read(product, '/api/disclosure/domains');
    expect(body.data).toContainEqual(
      expect.objectContaining({
        code: 'D01',
        slug: 'major-construction-projects',
        name: '重大建设项目',
        leadDepartment: 'development-reform',
        catalogueItems: 26,
        publications: await count("domain = 'major-construction-projects'"),
      }),
    );
    expect((await read(product, '/api/disclosure/domains/no-such-domain')).status).toBe(404);
  });

  test('rows of a catalogue tell who is responsible, how much is public and the newest of it', async () => {
    const documentId = await documents.make('published');
    const { body } = await read(
      product,
      '/api/disclosure/catalogue-items?domain=major-construction-projects',
    );
    expect(body.data).toHaveLength(26);
    const row = body.data.find(({ code }: { code: string }) => code === 'D01-26');
    expect(row).toMatchObject({
      departments: ['housing-construction'],
      publications: await count("catalogue_item = 'D01-26'"),
      newest: { documentId },
    });
    const one = await read(product, '/api/disclosure/domains/major-construction-projects');
    expect(one.body.data.items).toEqual(body.data);
  });

  test('rows can be narrowed to those of a department', async () => {
    const { body } = await read(
      product,
      '/api/disclosure/catalogue-items?domain=major-construction-projects&department=natural-resources',
    );
    expect(body.data.map(({ code }: { code: string }) => code)).toEqual([
      'D01-10',
      'D01-11',
      'D01-13',
      'D01-14',
      'D01-15',
      'D01-22',
    ]);
    expect((await read(product, '/api/disclosure/catalogue-items?domain=no-such-domain')).body.data).toEqual(
      [],
    );
  });

  test('departments tell their names and how much each has made public', async () => {
    const { body } = await read(product, '/api/disclosure/departments');
    expect(body.data).toHaveLength(departments.departments.length);
    const found = body.data.find(({ code }: { code: string }) => code === 'housing-construction');
    expect(found).toMatchObject({
      name: '区住建局',
      publications: await count("owner = 'housing-construction'"),
    });
  });

  test('columns are a tree in which every parent exists, the domains under the standard catalogues', async () => {
    const { body } = await read(product, '/api/disclosure/columns');
    const codes = new Set(body.data.map(({ code }: { code: string }) => code));
    for (const { parent } of body.data) expect(parent === null || codes.has(parent)).toBe(true);
    expect(body.data).toContainEqual(
      expect.objectContaining({ code: 'major-construction-projects', parent: 'standard-catalogues' }),
    );
  });

  test('cannot be written: there is no such route', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      for (const path of ['domains', 'departments', 'columns', 'catalogue-items', 'publications', 'audit']) {
        const { status } = await call(`${product.url}/api/disclosure/${path}`, { method, body: {} });
        expect([404, 405]).toContain(status);
      }
    }
  });
});
