/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { type Answer, call } from './helpers/call';
import { type Documents, documentsOf, RECORD, type Standing } from './helpers/documents';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { expectRefusal, snapshot } from './helpers/witness';

let product: Product;
let documents: Documents;
let api: { editor: Credentials; reviewer: Credentials };
let panel: { editor: Credentials; reviewer: Credentials };

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const at = async (signIn: typeof signInApi) => ({
    editor: await signIn(product, 'housing-construction-editor@example.test', product.demoPassword),
    reviewer: await signIn(product, 'housing-construction-reviewer@example.test', product.demoPassword),
  });
  api = await at(signInApi);
  panel = await at(signInPanel);
});
afterAll(() => product.stop());

const RECORDS = '/api/major-construction-projects/records';
const MANAGER = `/content-manager/collection-types/${RECORD}`;
const DESK = `/disclosure/desk/${RECORD}`;

type Door = 'REST' | 'panel';
type Who = 'editor' | 'reviewer';
const DOORS: Door[] = ['REST', 'panel'];

const send = (door: Door, who: Who, method: string, path: string, body?: unknown): Promise<Answer> =>
  call(`${product.url}${path}`, { method, body, headers: (door === 'REST' ? api : panel)[who].headers });

const verb = (door: Door, who: Who, documentId: string, name: string, body: unknown = {}) =>
  send(door, who, 'POST', `${door === 'REST' ? RECORDS : DESK}/${documentId}/${name}`, body);
const create = (door: Door, values: unknown, query = '') =>
  door === 'REST'
    ? send(door, 'editor', 'POST', `${RECORDS}${query}`, { data: values })
    : send(door, 'editor', 'POST', `${MANAGER}${query}`, values);
const update = (door: Door, documentId: string, values: Record<string, unknown>) =>
  door === 'REST'
    ? send(door, 'editor', 'PUT', `${RECORDS}/${documentId}`, { data: values })
    : send(door, 'editor', 'PUT', `${MANAGER}/${documentId}`, values);

/** The answer has the code and its status, a Chinese sentence says why, and nothing has changed. */
const expectCode = (status: number, code: string, attempt: () => Promise<Answer>) =>
  expectRefusal(product.query, code, async () => {
    const answer = await attempt();
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
  });

describe.each(DOORS)('at the %s', (door) => {
  test.each<[string, Standing, Who, Record<string, unknown>]>([
    ['submit', 'draft', 'editor', {}],
    ['return', 'submitted', 'reviewer', { reason: '请补充' }],
    ['approve', 'submitted', 'reviewer', {}],
    ['publish', 'approved', 'reviewer', {}],
    ['withdraw', 'published', 'reviewer', { reason: '有误' }],
    ['correct', 'published', 'editor', {}],
  ])('%s with an old expectedVersion is refused: 409 STALE_VERSION', async (name, standing, who, body) => {
    const documentId = await documents.make(standing);
    await expectCode(409, 'STALE_VERSION', () =>
      verb(door, who, documentId, name, { ...body, expectedVersion: 99 }),
    );
  });

  test.each(['missing', '', '   ', '\n\t'])(
    'a withdrawal with the reason “%s” is refused: 400 REASON_REQUIRED',
    async (reason) => {
      const documentId = await documents.make('published');
      const body = reason === 'missing' ? {} : { reason };
      await expectCode(400, 'REASON_REQUIRED', () => verb(door, 'reviewer', documentId, 'withdraw', body));
    },
  );

  test('a return without a reason is refused: 400 REASON_REQUIRED', async () => {
    const documentId = await documents.make('submitted');
    await expectCode(400, 'REASON_REQUIRED', () => verb(door, 'reviewer', documentId, 'return'));
  });

  test('a verb that the state does not allow is refused: 409 INVALID_TRANSITION', async () => {
    const documentId = await documents.make('draft');
    await expectCode(409, 'INVALID_TRANSITION', () => verb(door, 'reviewer', documentId, 'publish'));
  });

  test('an incomplete entry cannot be submitted: 400 INVALID_CONTENT names every gap', async () => {
    const documentId = await documents.make('draft', { title: '', body: null, formedOn: null });
    await expectCode(400, 'INVALID_CONTENT', () => verb(door, 'editor', documentId, 'submit'));
    const { body } = await verb(door, 'editor', documentId, 'submit');
    const fields = body.error.details.issues.map(({ field }: { field: string }) => field);
    expect(fields.sort()).toEqual(['body', 'formedOn', 'title']);
  });

  test('what was formed in the future cannot be submitted: 400 INVALID_CONTENT', async () => {
    const documentId = await documents.make('draft', { formedOn: '2099-01-04' });
    await expectCode(400, 'INVALID_CONTENT', () => verb(door, 'editor', documentId, 'submit'));
  });

  const INVALID: [string, Record<string, unknown>][] = [
    ['an item that is none of the 54', { item: 'MP9-01' }],
    ['a project that does not exist', { project: 'abcdefghijklmnopqrstuvwx' }],
    ['a kind that does not exist', { kind: 'nonsense' }],
    ['a day that does not exist', { formedOn: '2026-02-30' }],
    ['a title that is too long', { title: '长'.repeat(201) }],
    ['a number where words belong', { title: 12 }],
    ['words where a number belongs', { settlementAmount: '很多' }],
    ['a number that is too large', { settlementAmount: 1e12 }],
    ['a character that no text can have', { title: 'a\u0000b' }],
  ];

  test.each(INVALID)('a create with %s is refused: 400', async (_what, values) => {
    await expectCode(400, 'INVALID_INPUT', () => create(door, documents.values(values)));
  });

  test.each(INVALID)('an edit with %s is refused: 400', async (_what, values) => {
    const documentId = await documents.make('draft');
    await expectCode(400, 'INVALID_INPUT', () => update(door, documentId, values));
  });

  test.each([
    ['create', 'in the query', () => create(door, documents.values(), '?status=published')],
    ['create', 'in the values', () => create(door, { ...documents.values(), status: 'published' })],
    [
      'create',
      'in the body',
      () =>
        send(door, 'editor', 'POST', door === 'REST' ? RECORDS : MANAGER, {
          ...(door === 'REST' ? { data: documents.values() } : documents.values()),
          status: 'published',
        }),
    ],
    [
      'create',
      'as publishedAt',
      () => create(door, { ...documents.values(), publishedAt: '2026-11-02T00:00:00.000Z' }),
    ],
  ])('status=published in a %s %s publishes nothing', async (_verb, _where, attempt) => {
    const published = () =>
      product.query(
        `select (select count(*) from publications) as publications, (select count(*) from editions) as editions,
                (select count(*) from major_construction_projects_records where published_at is not null) as rows`,
      );
    const before = await published();
    const answer = await attempt();
    expect([200, 201, 400]).toContain(answer.status);
    expect(await published()).toEqual(before);
  });
});

describe('REST', () => {
  test('an edit with an old expectedVersion is refused: 409 STALE_VERSION', async () => {
    const documentId = await documents.make('draft');
    const edit = (expectedVersion: number, title: string) =>
      send('REST', 'editor', 'PUT', `${RECORDS}/${documentId}`, { data: { title }, expectedVersion });
    expect((await edit(1, '第二版')).body.data).toMatchObject({ version: 2, title: '第二版' });
    await expectCode(409, 'STALE_VERSION', () => edit(1, '第三版'));
    expect((await edit(2, '第三版')).body.data).toMatchObject({ version: 3 });
  });

  test('a delete with an old expectedVersion is refused: 409 STALE_VERSION', async () => {
    const documentId = await documents.make('draft');
    const remove = (query: string) => send('REST', 'editor', 'DELETE', `${RECORDS}/${documentId}${query}`);
    await expectCode(409, 'STALE_VERSION', () => remove('?expectedVersion=7'));
    await expectCode(400, 'INVALID_QUERY', () => remove('?expectedVersion=abc'));
    expect((await remove('?expectedVersion=1')).status).toBe(204);
  });

  test.each([
    ['an unknown attribute', { nonsense: 1 }],
    ['the owner', { owner: 'audit' }],
    ['the state', { state: 'published' }],
    ['the index number', { indexNo: 'X/2026-00001' }],
    ['the version', { version: 9 }],
    ['the due date', { dueOn: '2030-01-01' }],
    ['the contributors', { contributors: [] }],
    ['the id', { id: 1 }],
    ['the documentId', { documentId: 'abcdefghijklmnopqrstuvwx' }],
    ['createdBy', { createdBy: 1 }],
    ['the class, which follows from the item', { informationClass: 'bidding' }],
  ])('a write that sets %s is refused: 400', async (_what, values) => {
    await expectCode(400, 'INVALID_INPUT', () => create('REST', documents.values(values)));
    const documentId = await documents.make('draft');
    await expectCode(400, 'INVALID_INPUT', () => update('REST', documentId, values));
  });

  test.each([
    ['POST', () => RECORDS],
    ['PUT', (id: string) => `${RECORDS}/${id}`],
    ['DELETE', (id: string) => `${RECORDS}/${id}`],
    ['POST', (id: string) => `${RECORDS}/${id}/submit`],
  ])('%s %s with an unknown query parameter is refused: 400', async (method, path) => {
    const documentId = await documents.make('draft');
    const body =
      method === 'DELETE' || path(documentId).endsWith('submit') ? undefined : { data: documents.values() };
    await expectRefusal(product.query, 'INVALID_QUERY', async () => {
      const answer = await send('REST', 'editor', method, `${path(documentId)}?nonsense=1`, body);
      expect(answer).toMatchObject({ status: 400, code: 'INVALID_QUERY' });
    });
  });

  test('a file that does not exist cannot be attached: 400', async () => {
    const before = await snapshot(product.query);
    const answer = await create('REST', documents.values({ attachments: [999999] }));
    expect(answer.status).toBe(400);
    expect(await snapshot(product.query)).toEqual(before);
  });

  test.each([
    ['no data', {}],
    ['data that is a list', { data: [] }],
    ['data that is text', { data: 'x' }],
    ['something beside data', { data: {}, nonsense: true }],
  ])('a create with %s is refused: 400', async (_what, body) => {
    await expectCode(400, 'INVALID_INPUT', () => send('REST', 'editor', 'POST', RECORDS, body));
  });

  test('a verb with something unknown in its body is refused: 400', async () => {
    const documentId = await documents.make('draft');
    await expectCode(400, 'INVALID_INPUT', () =>
      verb('REST', 'editor', documentId, 'submit', { state: 'published' }),
    );
  });

  test('a verb that does not exist is not found: 404', async () => {
    const documentId = await documents.make('draft');
    const before = await snapshot(product.query);
    for (const name of [
      'create',
      'edit',
      'delete',
      'discard',
      'clone',
      'nonsense',
      'constructor',
      '__proto__',
    ]) {
      expect(await verb('REST', 'editor', documentId, name)).toMatchObject({ status: 404 });
    }
    expect(await snapshot(product.query)).toEqual(before);
  });

  test.each(['abcdefghijklmnopqrstuvwx', "'%20or%201=1", '1', '..%2f..', '长'.repeat(300)])(
    'a document “%s” that does not exist is not found: 404',
    async (id) => {
      const answer = await send('REST', 'editor', 'PUT', `${RECORDS}/${id}`, { data: { title: 'x' } });
      expect(answer.status).toBe(404);
    },
  );

  test('a documentId that no text can be is refused: 400', async () => {
    const answer = await send('REST', 'editor', 'PUT', `${RECORDS}/a%00b`, { data: { title: 'x' } });
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });

  test('a document of one type cannot be written as one of another: 404', async () => {
    const answer = await send('REST', 'editor', 'PUT', `${RECORDS}/${documents.project}`, {
      data: { title: 'x' },
    });
    expect(answer).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  test('broken JSON is refused: 400', async () => {
    const response = await fetch(`${product.url}${RECORDS}`, {
      method: 'POST',
      headers: { ...api.editor.headers, 'content-type': 'application/json' },
      body: '{"data": ',
    });
    expect(response.status).toBe(400);
  });

  test('a body without markup becomes paragraphs, and scripts never come in', async () => {
    const { body } = await create(
      'REST',
      documents.values({ body: '<p onclick="x()">好</p><script>alert(1)</script>' }),
    );
    const [row] = await product.query<{ body: string }>(
      'select body from major_construction_projects_records where document_id = $1',
      [body.data.documentId],
    );
    expect(row?.body).toBe('<p>好</p>');
  });
});

describe('the panel', () => {
  test('a form that was opened before a colleague saved is refused: 409 STALE_VERSION', async () => {
    const documentId = await documents.make('draft');
    await update('REST', documentId, { title: '同事先保存' });
    await expectCode(409, 'STALE_VERSION', () =>
      update('panel', documentId, { title: '后保存', version: 1 }),
    );
  });

  test('what the engine keeps cannot be set through a form', async () => {
    const documentId = await documents.make('draft');
    const kept = () =>
      product.query(
        'select owner, state, index_no, due_on::text, contributors from major_construction_projects_records where document_id = $1',
        [documentId],
      );
    const before = await kept();
    const forged = {
      owner: 'audit',
      state: 'published',
      indexNo: 'X/1',
      dueOn: '2030-01-01',
      contributors: [],
    };
    await update('panel', documentId, { title: '新标题', ...forged });
    expect(await kept()).toEqual(before);
  });

  test('a publication through the unpublish endpoint with discardDraft changes nothing without a reason', async () => {
    const documentId = await documents.make('draft, live');
    await expectCode(400, 'REASON_REQUIRED', () =>
      send('panel', 'reviewer', 'POST', `${MANAGER}/${documentId}/actions/unpublish`, { discardDraft: true }),
    );
  });

  test('the endpoint that creates and publishes at once publishes nothing', async () => {
    const before = await snapshot(product.query);
    const answer = await send('panel', 'reviewer', 'POST', `${MANAGER}/actions/publish`, documents.values());
    expect(answer).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
    expect(await snapshot(product.query)).toEqual(before);
  });
});

describe('the document service, inside a request of the editor', () => {
  type Service = Record<
    'create' | 'update',
    (params: Record<string, unknown>) => Promise<{ documentId: string }>
  >;
  const service = () => product.strapi.documents(RECORD as never) as unknown as Service;
  const inRequest = (work: () => Promise<unknown>) =>
    product.strapi.requestContext.run({ state: api.editor.state } as never, async () => {
      await work();
    });
  const publishedCounts = () =>
    product.query(
      `select (select count(*) from publications) as publications,
              (select count(*) from major_construction_projects_records where published_at is not null) as rows`,
    );

  test.each([
    [
      'a create with status=published',
      () => service().create({ data: documents.values(), status: 'published' }),
    ],
    [
      'a create with publishedAt',
      () => service().create({ data: documents.values({ publishedAt: new Date().toISOString() }) }),
    ],
    [
      'an update with status=published',
      async () =>
        service().update({
          documentId: await documents.make('draft'),
          data: { title: '不会公开' },
          status: 'published',
        }),
    ],
  ])('%s publishes nothing', async (_what, attempt) => {
    const before = await publishedCounts();
    await inRequest(attempt);
    expect(await publishedCounts()).toEqual(before);
  });

  test.each([
    ['an attribute that does not exist', { nonsense: 1 }],
    ['a kind that does not exist', { kind: 'nonsense' }],
    ['an item that is none of the 54', { item: 'MP9-01' }],
  ])('%s is refused: 400 INVALID_INPUT', async (_what, values) => {
    await expectRefusal(product.query, 'INVALID_INPUT', () =>
      inRequest(async () => {
        await expect(service().create({ data: documents.values(values) })).rejects.toMatchObject({
          status: 400,
          code: 'INVALID_INPUT',
        });
      }),
    );
  });
});
