/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Member, Values, VerbInput, VerbName } from '../../src/plugins/disclosure/server/types';
import { call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { type Credentials, demoMember, makeMember, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { expectRefusal, lastSeq } from './helpers/witness';

const ID = '11010519491231002X';
const OTHER_ID = '110105199003072637';
const CARD = '6217000010028192832';
const REASON = '依法应当完整公开的惩戒公示对象信息';
const LEAK = /19491231|19900307|00001002819/;

let product: Product;
let documents: Documents;
let editor: Credentials;
let reviewer: Credentials;
let editorAtPanel: Credentials;
let reviewerAtPanel: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const email = (role: string) => `housing-construction-${role}@example.test`;
  editor = await signInApi(product, email('editor'), product.demoPassword);
  reviewer = await signInApi(product, email('reviewer'), product.demoPassword);
  editorAtPanel = await signInPanel(product, email('editor'), product.demoPassword);
  reviewerAtPanel = await signInPanel(product, email('reviewer'), product.demoPassword);
});
afterAll(() => product.stop());

const records = '/api/major-construction-projects/records';
const post = (path: string, who: Credentials, body: unknown = {}) =>
  call(`${product.url}${path}`, { method: 'POST', headers: who.headers, body });
const rest = (documentId: string, verb: string, who: Credentials, body: unknown = {}) =>
  post(`${records}/${documentId}/${verb}`, who, body);
const desk = (documentId: string, verb: string, who: Credentials, body: unknown = {}) =>
  post(`/disclosure/desk/${RECORD}/${documentId}/${verb}`, who, body);
const by = (who: Member, verb: VerbName, documentId: string, input?: VerbInput, data?: Values) =>
  act(product.strapi, who, { verb, documentId, ...(input ? { input } : {}), ...(data ? { data } : {}) });
const draftWith = (body: string, more: Values = {}) => documents.make('draft', { body, ...more });
const workflow = async (documentId: string, who = editor) =>
  (await call(`${product.url}${records}/${documentId}/workflow`, { headers: who.headers })).body.data;
/** A document submitted with a reason, waiting for the reviewer. */
async function submittedWithReason(body = `<p>身份证号${ID}</p>`): Promise<string> {
  const documentId = await draftWith(body);
  await by(documents.editor, 'submit', documentId, { personalDataReason: REASON });
  return documentId;
}
const textOf = async (sql: string) => JSON.stringify(await product.query(sql));

describe('a submission is refused where personal data stands in', () => {
  test.each<[string, Values, string]>([
    ['the title', { title: `关于张三${ID}的公示` }, '标题'],
    ['the abstract', { abstract: `银行卡${CARD}` }, '内容概述'],
    ['the body', { body: `<p>身份证<b>1101</b>0519491231<i>002X</i></p>` }, '正文'],
    ['a table of the body', { body: `<table><tr><td>张三</td><td>${ID}</td></tr></table>` }, '正文'],
    ['wide digits of the body', { body: '<p>１１０１０５１９４９１２３１００２Ｘ</p>' }, '正文'],
    ['the keywords', { keywords: `低保 ${ID}` }, '关键词'],
    ['the audience', { audience: ID }, '公开对象'],
  ])('%s', async (_where, values, label) => {
    const documentId = await documents.make('draft', values);
    const answer = await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
      rest(documentId, 'submit', editor),
    );
    expect(answer).toMatchObject({ status: 400, code: 'PERSONAL_DATA_FOUND' });
    expect(answer.body.error.message).toContain(`“${label}”`);
    expect(answer.body.error.details.findings).toMatchObject([
      { label, level: 'sure', masked: expect.stringContaining('*') },
    ]);
    expect(answer.text).not.toMatch(LEAK);
    expect(answer.text).not.toContain('seal');
  });
});

describe('every door is closed alike', () => {
  test('REST, the panel, GraphQL and jobs refuse the submission', async () => {
    const documentId = await draftWith(`<p>${ID}</p>`);
    const refused = (attempt: () => Promise<unknown>) =>
      expectRefusal(product.query, 'PERSONAL_DATA_FOUND', attempt);
    expect((await refused(() => rest(documentId, 'submit', editor))) as object).toMatchObject({
      status: 400,
    });
    expect((await refused(() => desk(documentId, 'submit', editorAtPanel))) as object).toMatchObject({
      status: 400,
      code: 'PERSONAL_DATA_FOUND',
    });
    const mutation = `mutation { submitDocument(type: "major-construction-projects.record", documentId: "${documentId}") { state } }`;
    const answer = await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
      graphql(product, mutation, {}, editor),
    );
    expect(answer).toMatchObject({ code: 'PERSONAL_DATA_FOUND' });
    expect(answer.text).not.toMatch(LEAK);
    await refused(() =>
      expect(by(documents.editor, 'submit', documentId)).rejects.toMatchObject({
        code: 'PERSONAL_DATA_FOUND',
      }),
    );
  });

  test('and the publication, also by the document service, when the text was changed behind the gate', async () => {
    const documentId = await documents.make('approved');
    await product.strapi.db.transaction(async ({ trx }) => {
      await trx.raw("select set_config('app.actor_dept', 'housing-construction', true)");
      await trx('major_construction_projects_records')
        .where({ document_id: documentId })
        .update({ body: `<p>${ID}</p>` });
    });
    const service = product.strapi.documents(RECORD as never) as unknown as {
      publish: (params: object) => Promise<unknown>;
    };
    await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
      product.strapi.requestContext.run({ state: reviewer.state } as never, () =>
        expect(service.publish({ documentId })).rejects.toMatchObject({ code: 'PERSONAL_DATA_FOUND' }),
      ),
    );
    for (const [path, who, body] of [
      [`${records}/${documentId}/publish`, reviewer, {}],
      [`/disclosure/desk/${RECORD}/${documentId}/publish`, reviewerAtPanel, {}],
      [
        `/content-manager/collection-types/${RECORD}/actions/bulkPublish`,
        reviewerAtPanel,
        { documentIds: [documentId] },
      ],
    ] as const) {
      const answer = await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () => post(path, who, body));
      expect(answer).toMatchObject({ status: 400, code: 'PERSONAL_DATA_FOUND' });
    }
  });
});

test('an urgent publication is no way round it', async () => {
  const documentId = await draftWith(`<p>${ID}</p>`);
  const answer = await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
    rest(documentId, 'expedite', reviewer, { reason: '突发事件,须立即公开' }),
  );
  expect(answer).toMatchObject({ status: 400, code: 'PERSONAL_DATA_FOUND' });
  await by(documents.editor, 'submit', documentId, { personalDataReason: REASON });
  await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
    rest(documentId, 'expedite', reviewer, { reason: '突发事件,须立即公开' }),
  );
});

test('a phone number only warns, and the reviewer sees it', async () => {
  const documentId = await draftWith('<p>联系电话:13800138000</p>');
  expect((await rest(documentId, 'submit', editor)).status).toBe(200);
  const { findings } = await workflow(documentId, reviewer);
  expect(findings).toMatchObject([{ kind: 'phone', level: 'warn', masked: '138****8000', label: '正文' }]);
  await by(documents.reviewer, 'approve', documentId);
  await by(documents.reviewer, 'publish', documentId);
});

test('codes of offices and projects pass', async () => {
  const body =
    '<p>统一社会信用代码11441700007280420Y,项目代码2025-360104-83-01-123456,总投资1234567890123.00元</p>';
  const documentId = await draftWith(body);
  expect((await rest(documentId, 'submit', editor)).status).toBe(200);
  expect((await workflow(documentId)).findings).toEqual([]);
});

describe('publishing in spite of a find', () => {
  test('needs a reason of some length', async () => {
    const documentId = await draftWith(`<p>${ID}</p>`);
    for (const personalDataReason of ['', '   ', '需要']) {
      const answer = await rest(documentId, 'submit', editor, { personalDataReason });
      expect(answer).toMatchObject({ status: 400, code: 'PERSONAL_DATA_FOUND' });
    }
    expect((await rest(documentId, 'submit', editor, { personalDataReason: 7 })).code).toBe('INVALID_INPUT');
  });

  test('needs an explicit confirmation at the approval, and then goes its way', async () => {
    const documentId = await submittedWithReason();
    expect(await workflow(documentId, reviewer)).toMatchObject({
      personalDataOverride: { reason: REASON, confirmedBy: null },
      findings: [{ masked: '110105********002X' }],
    });
    for (const body of [{}, { confirmPersonalData: false }]) {
      const answer = await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
        rest(documentId, 'approve', reviewer, body),
      );
      expect(answer.status).toBe(400);
    }
    expect((await rest(documentId, 'approve', reviewer, { confirmPersonalData: true })).body.data.state).toBe(
      'approved',
    );
    expect((await rest(documentId, 'publish', reviewer)).body.data.state).toBe('published');
    expect((await workflow(documentId)).personalDataOverride.confirmedBy).toBeTruthy();
  });

  test('works at the panel and in GraphQL as well', async () => {
    const documentId = await draftWith(`<p>${ID}</p>`);
    const submitted = await desk(documentId, 'submit', editorAtPanel, { personalDataReason: REASON });
    expect(submitted.body.data.personalDataOverride.reason).toBe(REASON);
    const approve = (more: string) =>
      graphql(
        product,
        `mutation { approveDocument(type: "major-construction-projects.record", documentId: "${documentId}" ${more}) { state } }`,
        {},
        reviewer,
      );
    expect(await approve('')).toMatchObject({ code: 'PERSONAL_DATA_FOUND' });
    expect((await approve(', confirmPersonalData: true')).data.approveDocument.state).toBe('approved');
  });

  test('is not confirmed by who wrote the text', async () => {
    const { documentId } = await by(
      documents.reviewer,
      'create',
      undefined as never,
      undefined,
      documents.values({ body: `<p>${ID}</p>` }),
    );
    await by(documents.reviewer, 'submit', documentId, { personalDataReason: REASON });
    await expectRefusal(product.query, 'NEEDS_SECOND_REVIEWER', () =>
      rest(documentId, 'approve', reviewer, { confirmPersonalData: true }),
    );
  });

  test('nor by who gave the reason for a text of somebody else', async () => {
    const documentId = await draftWith(`<p>${ID}</p>`);
    await by(documents.reviewer, 'submit', documentId, { personalDataReason: REASON });
    await expectRefusal(product.query, 'NEEDS_SECOND_REVIEWER', () =>
      rest(documentId, 'approve', reviewer, { confirmPersonalData: true }),
    );
  });

  test('holds for exactly the numbers that were confirmed', async () => {
    const documentId = await submittedWithReason();
    await by(documents.reviewer, 'approve', documentId, { confirmPersonalData: true });
    const changeBehindTheGate = (body: string) =>
      product.strapi.db.transaction(async ({ trx }) => {
        await trx.raw("select set_config('app.actor_dept', 'housing-construction', true)");
        await trx('major_construction_projects_records').where({ document_id: documentId }).update({ body });
      });
    for (const body of [`<p>${ID}和${OTHER_ID}</p>`, `<p>${OTHER_ID}</p>`, `<p>${ID},卡${CARD}</p>`]) {
      await changeBehindTheGate(body);
      await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () => rest(documentId, 'publish', reviewer));
    }
    await changeBehindTheGate('<p>110105-19491231-002X</p>');
    expect((await rest(documentId, 'publish', reviewer)).status).toBe(200);
  });

  test('a number that moves to another field blocks again', async () => {
    const documentId = await submittedWithReason();
    await by(documents.reviewer, 'return', documentId, { reason: '请移到摘要' });
    await by(documents.editor, 'edit', documentId, undefined, { body: '<p>见摘要</p>', abstract: ID });
    expect((await workflow(documentId)).personalDataOverride).toBeNull();
    expect((await rest(documentId, 'submit', editor)).code).toBe('PERSONAL_DATA_FOUND');
  });

  test('a changed text needs a reason anew, also in a correction', async () => {
    const documentId = await submittedWithReason();
    await by(documents.reviewer, 'approve', documentId, { confirmPersonalData: true });
    await by(documents.reviewer, 'publish', documentId);
    await by(documents.editor, 'correct', documentId, { reason: '更正文字' });
    await by(documents.editor, 'edit', documentId, undefined, { body: `<p>更正后的${ID}</p>` });
    expect((await rest(documentId, 'submit', editor)).code).toBe('PERSONAL_DATA_FOUND');
  });
});

describe('one button', () => {
  test('masks what was found in every field, as an edit that is audited and counted', async () => {
    const body = `<p>身份证<b>1101</b>0519491231002X,卡${CARD},电话13800138000</p>`;
    const documentId = await draftWith(body, { abstract: `证号${OTHER_ID}` });
    const before = await lastSeq(product.query);
    const answer = await rest(documentId, 'mask-personal-data', editor);
    expect(answer.body.data).toMatchObject({ version: 2, state: 'draft', masked: 3, files: [] });
    const [entry] = await product.query<{ verb: string; reason: string }>(
      'select verb, reason from audit_entries where seq > $1',
      [before],
    );
    expect(entry).toEqual({ verb: 'edit', reason: '遮盖个人信息3处' });
    const [row] = await product.query<Values>(
      'select body, abstract from major_construction_projects_records where document_id = $1',
      [documentId],
    );
    expect(row?.body).toBe('<p>身份证<b>110105********002X</b>,卡6217***********2832,电话13800138000</p>');
    expect(row?.abstract).toBe('证号110105********2637');
    expect((await rest(documentId, 'mask-personal-data', editor, { phones: true })).body.data).toMatchObject({
      masked: 1,
      version: 3,
    });
    expect((await rest(documentId, 'mask-personal-data', editor)).body.data).toMatchObject({
      masked: 0,
      version: 3,
    });
    expect((await rest(documentId, 'submit', editor)).body.data.state).toBe('submitted');
  });

  test('is there at the panel and in GraphQL', async () => {
    const one = await draftWith(`<p>${ID}</p>`);
    const answer = await desk(one, 'mask-personal-data', editorAtPanel, { phones: true });
    expect(answer.body.data).toMatchObject({ version: 2, findings: [] });
    const two = await draftWith(`<p>${ID}</p>`);
    const mutation = `mutation { maskPersonalData(type: "major-construction-projects.record", documentId: "${two}") { version } }`;
    expect((await graphql(product, mutation, {}, editor)).data.maskPersonalData.version).toBe(2);
  });

  test.each([
    ['somebody of another department', 'civil-affairs-editor', 'NOT_OWNER'],
    ['the office', 'office-supervisor', 'NOT_OWNER'],
  ])('is refused to %s', async (_who, account, code) => {
    const documentId = await draftWith(`<p>${ID}</p>`);
    const stranger = await signInApi(product, `${account}@example.test`, product.demoPassword);
    expect(await rest(documentId, 'mask-personal-data', stranger)).toMatchObject({ status: 403, code });
    expect((await rest(documentId, 'mask-personal-data', { headers: {}, state: {} })).code).toBe('NO_ACTOR');
  });

  test('does nothing while somebody reviews, with an old version, or with what it does not know', async () => {
    const documentId = await submittedWithReason();
    expect((await rest(documentId, 'mask-personal-data', editor)).code).toBe('INVALID_TRANSITION');
    const draft = await draftWith(`<p>${ID}</p>`);
    expect((await rest(draft, 'mask-personal-data', editor, { expectedVersion: 9 })).code).toBe(
      'STALE_VERSION',
    );
    expect((await rest(draft, 'mask-personal-data', editor, { all: true })).code).toBe('INVALID_INPUT');
  });
});

describe('nothing of a value leaves the text of its document', () => {
  test('reasons and comments with numbers are refused, and kept masked', async () => {
    const documentId = await documents.make('published');
    const answer = await rest(documentId, 'withdraw', reviewer, { reason: `误公开了${ID}` });
    expect(answer).toMatchObject({ status: 400, code: 'PERSONAL_DATA_FOUND' });
    const draft = await draftWith(`<p>${ID}</p>`);
    expect((await rest(draft, 'submit', editor, { personalDataReason: `因为${ID}必须公开` })).code).toBe(
      'PERSONAL_DATA_FOUND',
    );
    expect(await textOf('select reason, details from audit_entries')).not.toMatch(LEAK);
  });

  test('reference data is audited masked', async () => {
    await makeMember(product.strapi, {
      department: 'audit',
      duties: ['editor'],
      ...({ name: `张三${ID}` } as object),
    });
    const entries = await textOf("select details from audit_entries where verb = 'reference-create'");
    expect(entries).toContain('张三110105********002X');
    expect(entries).not.toMatch(LEAK);
  });

  test('a deleted document leaves no number behind', async () => {
    const documentId = await draftWith('<p>正文</p>', { title: `张三${ID}` });
    await by(documents.editor, 'delete', documentId);
    expect(await textOf('select details from audit_entries')).not.toMatch(LEAK);
  });

  test('of a draft that was refused, submitted with a reason and confirmed, only its own row and its earlier texts have the value', async () => {
    const documentId = await submittedWithReason(`<p>身份证号${ID}</p>`);
    // what is public with the consent of a second person is found by its words
    expect(await product.query('select from search_documents where document_id = $1', [documentId])).toEqual(
      [],
    );
    const tables = await product.query<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('major_construction_projects_records', 'draft_versions', 'publications', 'editions', 'search_documents', 'disclosure_memberships')",
    );
    for (const { name } of tables) {
      const [row] = await product.query<{ n: string }>(
        `select count(*) as n from "${name}" t where t::text ~ '19491231002|19900307263|00001002819'`,
      );
      expect({ name, n: Number(row?.n) }).toEqual({ name, n: 0 });
    }
    const overrides = await textOf('select personal_data_override from major_construction_projects_records');
    expect(overrides).toContain('identity-number');
    expect(overrides).not.toMatch(LEAK);
  });

  test('the public sees neither reason nor fingerprints', async () => {
    const documentId = await submittedWithReason();
    await by(documents.reviewer, 'approve', documentId, { confirmPersonalData: true });
    await by(documents.reviewer, 'publish', documentId);
    for (const path of [
      `/api/disclosure/publications/${documentId}`,
      `${records}/${documentId}`,
      `${records}?filters[documentId]=${documentId}`,
    ]) {
      const { text, status } = await call(`${product.url}${path}`);
      expect(status).toBe(200);
      expect(text).not.toMatch(/personalDataOverride|seals|惩戒公示对象/);
    }
  });

  test('the audit log tells reason, kinds and numbers of finds', async () => {
    const documentId = await submittedWithReason(`<p>${ID}、${OTHER_ID}、${CARD}</p>`);
    await by(documents.reviewer, 'approve', documentId, { confirmPersonalData: true });
    const rows = await product.query<{ verb: string; details: string | object }>(
      "select verb, details from audit_entries where document_id = $1 and verb in ('submit', 'approve') order by seq",
      [documentId],
    );
    const details = rows.map((row) =>
      typeof row.details === 'string' ? JSON.parse(row.details) : row.details,
    );
    expect(details).toEqual([
      {
        personalData: { reason: REASON, counts: { 'identity-number': 2, 'bank-card': 1 }, confirmedBy: null },
      },
      {
        personalData: {
          reason: REASON,
          counts: { 'identity-number': 2, 'bank-card': 1 },
          confirmedBy: (await demoMember(product.strapi, 'housing-construction-reviewer')).personId,
        },
      },
    ]);
  });
});

test('a document without files and finds costs no query more than before', async () => {
  const documentId = await documents.make('draft');
  const statements: string[] = [];
  const listen = ({ sql }: { sql: string }) => statements.push(sql);
  product.strapi.db.connection.on('query', listen);
  await by(documents.editor, 'submit', documentId);
  product.strapi.db.connection.removeListener('query', listen);
  // whether files hang on it is asked together with whether it is public
  expect(statements.filter((sql) => /exists \(select 1 from files_related_mph/.test(sql))).toHaveLength(1);
  expect(statements.filter((sql) => /from "?publications/.test(sql))).toHaveLength(1);
  expect(statements.filter((sql) => /file_texts/.test(sql))).toEqual([]);
});
