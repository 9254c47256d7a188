/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Values } from '../../src/plugins/disclosure/server/types';
import { call } from './helpers/call';
import { act, IN_AN_HOUR } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { engine, nativeModule } from './helpers/native';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import {
  type Desk,
  DOCUMENT,
  deskOf,
  documentValues,
  INTERPRETATION,
  interpretationValues,
} from './helpers/policies';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';
import { auditSince, lastSeq } from './helpers/witness';

/** 同步解读: a normative document becomes public together with its interpretation, or says why there is none. */
let product: Product;
let finance: Desk;
let health: Desk;
let api: Credentials;
let panel: Credentials;

beforeAll(async () => {
  product = await startProduct();
  finance = await deskOf(product, 'finance');
  health = await deskOf(product, 'health');
  api = await signInApi(product, 'finance-reviewer@example.test', product.demoPassword);
  panel = await signInPanel(product, 'finance-reviewer@example.test', product.demoPassword);
}, 300_000);
afterAll(() => product.stop());

const TOGETHER = { interpretationPlan: 'together', interpretationReason: null };
const FOLLOW = { catalogueItem: 'L05-02', interpretationPlan: 'follow', interpretationReason: null };
const REASON = { reason: '测试用的理由' };
const values = (more: Values = {}) => documentValues({ ...TOGETHER, ...more });
const approved = (more: Values = {}) => finance.approve(DOCUMENT, values(more));
const detail = async (documentId: string, on?: string) =>
  read(product, `${PUBLICATIONS}/${documentId}${on ? `?on=${on}` : ''}`);
const isPublic = async (documentId: string) => (await detail(documentId)).status === 200;
const rowsOf = async (documentId: string) => {
  const [row] = await product.query<Record<string, number>>(
    `select (select count(*)::int from publications where document_id = $1) as publications,
            (select count(*)::int from editions where document_id = $1) as editions,
            (select count(*)::int from publication_links where source_id = $1) as links,
            (select count(*)::int from outbox where document_id = $1 and topic = 'publication.published') as events`,
    [documentId],
  );
  return row;
};
const NOTHING = { publications: 0, editions: 0, links: 0, events: 0 };

describe.each([
  ['publish', 'approved', undefined],
  ['schedule', 'approved', IN_AN_HOUR],
  ['expedite', 'draft', REASON],
] as const)('%s', (verb, standing, input) => {
  const make = () => (standing === 'approved' ? approved() : finance.create(DOCUMENT, values()));

  test('is refused without an interpretation, and says what is missing', async () => {
    const documentId = await make();
    const refusal = { code: 'INVALID_CONTENT', message: expect.stringContaining('政策解读') };
    await expect(finance.verb(verb, DOCUMENT, documentId, input)).rejects.toMatchObject(refusal);
    expect(await rowsOf(documentId)).toEqual(NOTHING);
  });

  test('is refused with a draft of one, and names it', async () => {
    const documentId = await make();
    await finance.create(INTERPRETATION, interpretationValues(documentId, { title: '还没写完' }));
    const refusal = { code: 'INVALID_CONTENT', message: expect.stringContaining('《还没写完》还是“草稿”') };
    await expect(finance.verb(verb, DOCUMENT, documentId, input)).rejects.toMatchObject(refusal);
  });

  test('goes with one that is approved', async () => {
    const documentId = await make();
    const interpretation = await finance.approve(INTERPRETATION, interpretationValues(documentId));
    await finance.verb(verb, DOCUMENT, documentId, input);
    const now = verb !== 'schedule';
    expect([await isPublic(documentId), await isPublic(interpretation)]).toEqual([now, now]);
  });
});

test.each<[string, (documentId: string) => Promise<{ code: string | null }>]>([
  [
    'REST',
    (documentId) =>
      call(`${product.url}/api/policy/normative-documents/${documentId}/publish`, {
        method: 'POST',
        headers: api.headers,
        body: {},
      }),
  ],
  [
    'the panel',
    (documentId) =>
      call(`${product.url}/disclosure/desk/${DOCUMENT}/${documentId}/publish`, {
        method: 'POST',
        headers: panel.headers,
        body: {},
      }),
  ],
  [
    'GraphQL',
    (documentId) =>
      graphql(
        product,
        'mutation ($id: ID!) { publishDocument(type: "policy.normative-document", documentId: $id) { documentId } }',
        { id: documentId },
        api,
      ),
  ],
])('it is one gate, also over %s', async (_door, publish) => {
  const documentId = await approved();
  expect((await publish(documentId)).code).toBe('INVALID_CONTENT');
  expect(await isPublic(documentId)).toBe(false);
});

test('one call makes two documents public: editions, audit entries and events of both, at one instant', async () => {
  const documentId = await approved({ title: '同步发布的文件' });
  const interpretation = await finance.approve(
    INTERPRETATION,
    interpretationValues(documentId, { title: '同步的解读' }),
  );
  const since = await lastSeq(product.query);
  await finance.verb('publish', DOCUMENT, documentId);
  for (const id of [documentId, interpretation]) {
    expect(await rowsOf(id)).toMatchObject({ publications: 1, editions: 1, events: 1 });
  }
  const entries = await auditSince(product.query, since);
  expect(entries.map(({ verb, document_id: id, outcome }) => [verb, id, outcome])).toEqual([
    ['publish', interpretation, 'done'],
    ['publish', documentId, 'done'],
  ]);
  const [a, b] = [(await detail(documentId)).body.data, (await detail(interpretation)).body.data];
  expect(a.interpretations).toMatchObject([{ documentId: interpretation, title: '同步的解读' }]);
  expect(b.interprets).toMatchObject([{ documentId, title: '同步发布的文件' }]);
  expect(b).toMatchObject({ catalogueItem: 'L05-03', subjectId: documentId });
});

describe('all or nothing', () => {
  afterEach(() => jest.restoreAllMocks());

  test('an interpretation that cannot be published keeps its document back, and can be mended', async () => {
    const documentId = await approved();
    const interpretation = await finance.approve(INTERPRETATION, interpretationValues(documentId));
    await spoil(interpretation, { form: null });
    await expect(finance.verb('publish', DOCUMENT, documentId)).rejects.toMatchObject({
      code: 'INVALID_CONTENT',
    });
    expect([await rowsOf(documentId), await rowsOf(interpretation)]).toEqual([NOTHING, NOTHING]);
    await spoil(interpretation, { form: 'text' });
    await finance.verb('publish', DOCUMENT, documentId);
    expect([await isPublic(documentId), await isPublic(interpretation)]).toEqual([true, true]);
  });

  test('a database that fails between the two leaves neither', async () => {
    const documentId = await approved();
    const interpretation = await finance.approve(INTERPRETATION, interpretationValues(documentId));
    await product.query(
      `create function fail_for_test() returns trigger language plpgsql as $$
         begin if new.type = '${INTERPRETATION}' then raise exception 'crash'; end if; return new; end $$`,
    );
    await product.query(
      'create trigger fail_for_test before insert on publications for each row execute function fail_for_test()',
    );
    try {
      await expect(finance.verb('publish', DOCUMENT, documentId)).rejects.toThrow('crash');
    } finally {
      await product.query('drop trigger fail_for_test on publications');
      await product.query('drop function fail_for_test()');
    }
    expect([await rowsOf(documentId), await rowsOf(interpretation)]).toEqual([NOTHING, NOTHING]);
    const [row] = await product.query<{ state: string }>(
      'select state from policy_normative_documents where document_id = $1 and published_at is null',
      [documentId],
    );
    expect(row?.state).toBe('approved');
  });

  test('of many who publish both at once, one does, and nobody waits for ever', async () => {
    const documentId = await approved();
    const interpretation = await finance.approve(INTERPRETATION, interpretationValues(documentId));
    const outcomes = await Promise.allSettled([
      finance.verb('publish', DOCUMENT, documentId),
      finance.verb('publish', INTERPRETATION, interpretation),
      finance.verb('publish', DOCUMENT, documentId),
      finance.verb('publish', INTERPRETATION, interpretation),
    ]);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected')
        expect(['INVALID_TRANSITION', 'INVALID_CONTENT']).toContain(outcome.reason.code);
    }
    for (const id of [documentId, interpretation]) expect(await rowsOf(id)).toMatchObject({ editions: 1 });
  });
});

/** Changes a working copy behind the gate's back, as nobody may but a test. */
const spoil = (documentId: string, changes: object) =>
  product.strapi.db.transaction(async ({ trx }) => {
    const knex = trx as unknown as import('knex').Knex.Transaction;
    await knex.raw("select set_config('app.actor_dept', 'finance', true)");
    await knex('policy_interpretations')
      .where({ document_id: documentId })
      .whereNull('published_at')
      .update(changes);
  });

test('at its instant a scheduled document takes its interpretation along', async () => {
  const documentId = await approved();
  const interpretation = await finance.approve(INTERPRETATION, interpretationValues(documentId));
  await finance.verb('schedule', DOCUMENT, documentId, IN_AN_HOUR);
  await product.query(
    "update schedules set publish_at = now() - interval '1 minute' where document_id = $1",
    [documentId],
  );
  const { publishDue } =
    engine<typeof import('../../src/plugins/disclosure/server/jobs/publish-scheduled')>(
      'jobs/publish-scheduled',
    );
  await publishDue(product.strapi, new Date());
  expect([await isPublic(documentId), await isPublic(interpretation)]).toEqual([true, true]);
});

test('an exemption needs its reason, and the reason is public', async () => {
  await expect(approved({ interpretationPlan: 'exempt', interpretationReason: ' ' })).rejects.toMatchObject({
    code: 'INVALID_CONTENT',
  });
  const documentId = await approved({ interpretationPlan: 'exempt', interpretationReason: '只改了一个地址' });
  await finance.verb('publish', DOCUMENT, documentId);
  expect((await detail(documentId)).body.data.attributes.interpretationReason).toBe('只改了一个地址');
});

describe('a document that may be interpreted later', () => {
  test('is no 行政规范性文件', async () => {
    await expect(
      finance.create(DOCUMENT, values({ ...FOLLOW, catalogueItem: 'L05-01' })),
    ).rejects.toMatchObject({ code: 'INVALID_INPUT', message: expect.stringContaining('同步发布') });
  });

  test('is marked from the day after its last day, until it is interpreted', async () => {
    const documentId = await approved(FOLLOW);
    await finance.verb('publish', DOCUMENT, documentId);
    const { attributes, publishedAt } = (await detail(documentId)).body.data;
    const { createCalendar } = nativeModule<
      typeof import('../../src/plugins/disclosure/server/rules/working-days')
    >('plugins/disclosure/server/rules/working-days');
    const dueOn = createCalendar([]).addWorkingDays(publishedAt.slice(0, 10), 3);
    expect(attributes.interpretationDueOn).toBe(dueOn);
    const markOn = async (on: string) =>
      (await detail(documentId, on)).body.data.attributes.interpretationLate;
    expect(await markOn(dueOn)).toBeUndefined();
    expect(await markOn('2099-01-01')).toBe('late');
    const etag = (await detail(documentId)).headers.get('etag');
    await finance.publish(INTERPRETATION, interpretationValues(documentId));
    expect(await markOn('2099-01-01')).toBeUndefined();
    expect((await detail(documentId)).headers.get('etag')).not.toBe(etag);
  });
});

describe('an interpretation', () => {
  test("of another department's document is refused, over REST, the panel and GraphQL", async () => {
    const theirs = await health.create(DOCUMENT, documentValues({ title: '卫健委的草稿' }));
    const data = interpretationValues(theirs);
    const editor = 'finance-editor@example.test';
    const [rest, inPanel] = [
      await signInApi(product, editor, product.demoPassword),
      await signInPanel(product, editor, product.demoPassword),
    ];
    const answers = [
      await call(`${product.url}/api/policy/interpretations`, {
        method: 'POST',
        headers: rest.headers,
        body: { data },
      }),
      await call(`${product.url}/content-manager/collection-types/${INTERPRETATION}`, {
        method: 'POST',
        headers: inPanel.headers,
        body: data,
      }),
      await graphql(
        product,
        'mutation ($data: PolicyInterpretationInput!) { createPolicyInterpretation(data: $data) { documentId } }',
        { data },
        rest,
      ),
    ];
    expect(answers.map(({ code }) => code)).toEqual(['NOT_OWNER', 'NOT_OWNER', 'NOT_OWNER']);
    const left = await product.query('select from policy_interpretations where interprets = $1', [theirs]);
    expect(left).toEqual([]);
  });

  test.each([
    ['nothing that there is', 'no-such-document'],
    ['another interpretation', 'interpretation'],
  ])('of %s is refused', async (_what, wanted) => {
    const document = await finance.create(DOCUMENT, values());
    const other = await finance.create(INTERPRETATION, interpretationValues(document));
    const interprets = wanted === 'interpretation' ? other : wanted;
    await expect(finance.create(INTERPRETATION, interpretationValues(interprets))).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('does not become public before its document, and is not scheduled before it', async () => {
    const documentId = await finance.create(DOCUMENT, values());
    const interpretation = await finance.approve(INTERPRETATION, interpretationValues(documentId));
    for (const [verb, input] of [
      ['publish', undefined],
      ['schedule', IN_AN_HOUR],
    ] as const) {
      await expect(finance.verb(verb, INTERPRETATION, interpretation, input)).rejects.toMatchObject({
        code: 'INVALID_CONTENT',
        message: expect.stringContaining('还没有公开'),
      });
    }
  });

  test('with an address that is none is not submitted', async () => {
    const documentId = await finance.create(DOCUMENT, values());
    const data = interpretationValues(documentId, { mediaLink: 'javascript:alert(1)' });
    await expect(finance.approve(INTERPRETATION, data)).rejects.toMatchObject({ code: 'INVALID_CONTENT' });
  });
});

describe('the panel', () => {
  const view = async (uid: string, documentId: string) =>
    (await call(`${product.url}/disclosure/desk/${uid}/${documentId}`, { headers: panel.headers })).body.data;

  test('says beside the buttons what is missing, and no longer when it is there', async () => {
    const documentId = await approved();
    const button = async (verb: string) =>
      (await view(DOCUMENT, documentId)).buttons.find((one: { verb: string }) => one.verb === verb);
    for (const verb of ['publish', 'schedule']) {
      expect(await button(verb)).toMatchObject({
        allowed: false,
        why: expect.stringMatching(/^还缺：政策解读/),
      });
    }
    const bulk = await call(`${product.url}/disclosure/bulk/${DOCUMENT}`, {
      method: 'POST',
      headers: panel.headers,
      body: { documentIds: [documentId] },
    });
    const offered = bulk.body.data[0].verbs.find((one: { verb: string }) => one.verb === 'publish');
    expect(offered).toMatchObject({ allowed: false, why: expect.stringMatching(/^还缺：/) });
    await finance.approve(INTERPRETATION, interpretationValues(documentId));
    for (const verb of ['publish', 'schedule'])
      expect(await button(verb)).toMatchObject({ allowed: true, why: null });
  });

  test('shows the documents around a document, each once', async () => {
    const repealed = await finance.publish(DOCUMENT, documentValues({ title: '被废止的' }));
    const documentId = await approved({ title: '废止并解读', repeals: [repealed] });
    await finance.approve(INTERPRETATION, interpretationValues(documentId, { title: '它的解读' }));
    await finance.verb('publish', DOCUMENT, documentId);
    const around = async (id: string) => {
      const address = `${product.url}/disclosure/desk/${DOCUMENT}/${id}/surroundings`;
      const { body } = await call(address, { headers: panel.headers });
      return body.data.links.map(({ relation, title }: Record<string, string>) => `${relation} ${title}`);
    };
    expect(await around(documentId)).toEqual(['废止的文件 被废止的', '解读它的文件 它的解读']);
    expect(await around(repealed)).toEqual(['废止它的文件 废止并解读']);
  });

  test("offers a department's own documents alone", async () => {
    const own = await finance.publish(DOCUMENT, documentValues({ title: '财政局的文件' }));
    const theirs = await health.publish(DOCUMENT, documentValues({ title: '卫健委的文件' }));
    for (const source of ['policy.own-documents', 'policy.decidable-documents']) {
      const answer = await call(`${product.url}/disclosure/choices/${source}`, { headers: panel.headers });
      const offered = answer.body.data.map(({ value }: { value: string }) => value);
      expect([offered.includes(own), offered.includes(theirs)]).toEqual([true, false]);
    }
  });
});

test('a department whose document was transferred is not asked for the interpretations of the former one', async () => {
  const documentId = await approved();
  await finance.approve(INTERPRETATION, interpretationValues(documentId));
  const { demoMember } = await import('./helpers/people');
  const supervisor = await demoMember(product.strapi, 'office-supervisor');
  const input = { ...REASON, department: 'health' };
  await act(product.strapi, supervisor, { verb: 'transfer', uid: DOCUMENT, documentId, input });
  await expect(health.verb('publish', DOCUMENT, documentId)).rejects.toMatchObject({
    code: 'INVALID_CONTENT',
  });
});
