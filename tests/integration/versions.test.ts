/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Values } from '../../src/plugins/disclosure/server/types';
import { call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { type Credentials, demoMember, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { auditSince, expectRefusal, lastSeq } from './helpers/witness';

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

const ask = (who: Credentials, path: string, body?: unknown) =>
  call(`${product.url}/disclosure/desk/${RECORD}/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: who.headers,
    body,
  });
const edit = (documentId: string, data: Values, who = documents.editor) =>
  act(product.strapi, who, { verb: 'edit', documentId, data });
const step = (
  documentId: string,
  verb: 'submit' | 'approve' | 'publish' | 'return' | 'correct',
  who = documents.reviewer,
) => act(product.strapi, who, { verb, documentId, input: verb === 'return' ? { reason: '请改标题' } : {} });
type Version = { key: string; title: string; steps: string[]; by: string; reason: string | null };
const versionsOf = async (documentId: string, who = editor): Promise<Version[]> =>
  (await ask(who, `${documentId}/versions`)).body.data.versions;
const textOf = async (documentId: string, key: string, who = editor): Promise<Values> =>
  (await ask(who, `${documentId}/versions/${key}`)).body.data.content;
const rowsOf = (documentId: string) =>
  product.query<{ version: number; since: number; kept: boolean }>(
    'select version, since, kept from draft_versions where document_id = $1 order by version',
    [documentId],
  );

describe('every text of a document', () => {
  test('is kept when another takes its place, and told with who, when and why', async () => {
    const documentId = await documents.make('draft', { title: '第一稿' });
    await edit(documentId, { title: '第二稿' }, documents.reviewer);
    await step(documentId, 'submit', documents.editor);
    await step(documentId, 'return');
    await edit(documentId, { title: '第三稿' });
    expect(
      (await versionsOf(documentId)).map(({ key, title, steps, reason }) => [key, title, steps, reason]),
    ).toEqual([
      ['current', '第三稿', ['修改'], null],
      ['draft-4', '第二稿', ['修改', '提交审核', '退回'], '请改标题'],
      ['draft-1', '第一稿', ['新建'], null],
    ]);
    const [, second, first] = await versionsOf(documentId);
    expect(second?.by).toBe(documents.reviewer.name);
    expect(first?.by).toBe(documents.editor.name);
    expect(await textOf(documentId, 'draft-1')).toMatchObject({ title: '第一稿', kind: 'document' });
    expect(await textOf(documentId, 'current')).toMatchObject({ title: '第三稿' });
  });

  test('is found by every version in which it stood: what a person began with', async () => {
    const documentId = await documents.make('returned', { title: '退回的' });
    await edit(documentId, { title: '改过的' });
    for (const key of ['draft-1', 'draft-2', 'draft-3']) {
      expect(await textOf(documentId, key)).toMatchObject({ title: '退回的' });
    }
    expect(await textOf(documentId, 'draft-4')).toMatchObject({ title: '改过的' });
    expect((await ask(editor, `${documentId}/versions/draft-5`)).status).toBe(404);
  });

  test('stands beside the editions that were public', async () => {
    const documentId = await documents.make('published', { title: '公开的' });
    await act(product.strapi, documents.editor, { verb: 'correct', documentId, input: { reason: '有错字' } });
    await edit(documentId, { title: '更正的' });
    await step(documentId, 'submit', documents.editor);
    await step(documentId, 'approve');
    await step(documentId, 'publish');
    const versions = await versionsOf(documentId);
    expect(versions.map(({ key }) => key).sort()).toEqual(
      ['current', 'draft-5', 'edition-1', 'edition-2'].sort(),
    );
    expect(versions.find(({ key }) => key === 'edition-2')).toMatchObject({
      title: '更正的',
      reason: '有错字',
      steps: ['发布'],
    });
    expect(await textOf(documentId, 'edition-1')).toMatchObject({ title: '公开的' });
    expect(await textOf(documentId, 'edition-2')).toMatchObject({ title: '更正的' });
  });

  test('is not kept twice: a save that changes nothing leaves nothing', async () => {
    const documentId = await documents.make('draft');
    await edit(documentId, { title: '竣工验收备案表' });
    await edit(documentId, {});
    expect(await rowsOf(documentId)).toEqual([]);
  });

  test('is kept when changes are given up, too', async () => {
    const documentId = await documents.make('draft, live', { title: '公开的' });
    await edit(documentId, { title: '不要的' });
    await act(product.strapi, documents.editor, { verb: 'discard', documentId });
    expect((await versionsOf(documentId)).map(({ title }) => title)).toContain('不要的');
    expect(await textOf(documentId, 'current')).toMatchObject({ title: '公开的' });
  });

  test('stays within bounds: the newest fifty, and every one that was submitted', async () => {
    const documentId = await documents.make('returned', { title: '送审的' });
    for (let count = 0; count < 55; count += 1) await edit(documentId, { title: `第${count}次修改` });
    const rows = await rowsOf(documentId);
    expect(rows).toHaveLength(51);
    expect(rows[0]).toEqual({ version: 3, since: 1, kept: true });
    expect((await ask(editor, `${documentId}/versions/draft-4`)).status).toBe(404);
    expect(await textOf(documentId, `draft-${rows[1]?.version}`)).toMatchObject({
      title: expect.stringMatching(/^第\d+次修改$/),
    });
  }, 120_000);

  test('goes with a document that is deleted', async () => {
    const documentId = await documents.make('draft');
    await edit(documentId, { title: '改过' });
    await act(product.strapi, documents.editor, { verb: 'delete', documentId });
    expect(await rowsOf(documentId)).toEqual([]);
  });

  test('leaves nothing when the write is refused or undone', async () => {
    const documentId = await documents.make('submitted');
    await expectRefusal(product.query, 'INVALID_TRANSITION', () =>
      expect(edit(documentId, { title: '不行' })).rejects.toThrow(),
    );
  });

  test('that holds a number of a person is masked with the rest', async () => {
    const documentId = await documents.make('draft', { body: '<p>身份证号 11010519491231002X</p>' });
    await edit(documentId, { title: '第二稿' });
    const answer = await ask(editor, `${documentId}/mask-personal-data`, {});
    expect(answer.status).toBe(200);
    const rows = await product.query('select content::text from draft_versions where document_id = $1', [
      documentId,
    ]);
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('11010519491231002X');
    expect(JSON.stringify(rows)).toContain('110105');
  });
});

describe('versions are read by those who may read the document', () => {
  let documentId: string;
  beforeAll(async () => {
    documentId = await documents.make('published', { title: '版本的秘密' });
    await act(product.strapi, documents.editor, { verb: 'correct', documentId });
    await edit(documentId, { title: '版本的秘密之二' });
    await edit(documentId, { title: '版本的秘密之三' });
  });

  test.each(['versions', 'versions/current', 'versions/edition-1', 'versions/draft-5', 'surroundings'])(
    'another department is refused: %s',
    async (path) => {
      const answer = await ask(stranger, `${documentId}/${path}`);
      expect(answer).toMatchObject({ status: 403, code: 'NOT_OWNER' });
      expect(answer.text).not.toContain('版本的秘密');
    },
  );

  test('colleagues and the office read them; the office restores nothing', async () => {
    for (const who of [reviewer, supervisor]) {
      expect((await versionsOf(documentId, who)).length).toBe(4);
      expect(await textOf(documentId, 'edition-1', who)).toMatchObject({ title: '版本的秘密' });
    }
    const { restore } = (await ask(supervisor, `${documentId}/versions`)).body.data;
    expect(restore).toMatchObject({ allowed: false, why: expect.stringContaining('责任部门') });
    expect(await ask(supervisor, `${documentId}/restore`, { edition: 1 })).toMatchObject({ status: 403 });
  });

  test.each(['draft-0', 'draft-x', 'edition-9', 'draft-99999999999', 'nonsense', "draft-1'--"])(
    'a version that is none is not found: %s',
    async (key) => {
      expect((await ask(editor, `${documentId}/versions/${encodeURIComponent(key)}`)).status).toBe(404);
    },
  );

  test('the public history still tells no earlier text', async () => {
    const answer = await call(`${product.url}/api/disclosure/publications/${documentId}/editions`);
    expect(answer.text).not.toContain('秘密之');
  });
});

describe('two people: the second to save learns who was first, what she changed, and loses nothing', () => {
  test('a save over a newer version is refused, and the newer text is there to compare', async () => {
    const documentId = await documents.make('draft', { title: '原来的' });
    await edit(documentId, { title: '同事的' }, documents.reviewer);
    const save = (values: Values) =>
      call(`${product.url}/content-manager/collection-types/${RECORD}/${documentId}`, {
        method: 'PUT',
        headers: editor.headers,
        body: values,
      });
    await expectRefusal(product.query, 'STALE_VERSION', async () =>
      expect(await save({ title: '我的', version: 1 })).toMatchObject({ status: 409, code: 'STALE_VERSION' }),
    );
    const theirs = (await ask(editor, `${documentId}/versions/current`)).body.data;
    expect(theirs).toMatchObject({
      version: 2,
      by: documents.reviewer.name,
      steps: ['修改'],
      mayNotEdit: null,
      content: { title: '同事的' },
      names: { kind: { document: '文件' } },
    });
    // she takes over: the other's text stays
    expect((await save({ title: '我的', version: 2 })).status).toBe(200);
    expect(await textOf(documentId, 'draft-2')).toMatchObject({ title: '同事的' });
    expect(await textOf(documentId, 'current')).toMatchObject({ title: '我的' });
  });

  test('where it was submitted meanwhile, it says that it cannot be saved now', async () => {
    const documentId = await documents.make('submitted');
    const { mayNotEdit } = (await ask(editor, `${documentId}/versions/current`)).body.data;
    expect(mayNotEdit).toContain('待审核');
  });
});

describe('restore', () => {
  const restore = (documentId: string, input: object, who = documents.editor) =>
    act(product.strapi, who, { verb: 'restore', documentId, input });
  const stateOf = async (documentId: string) =>
    (
      await product.query<{
        state: string;
        title: string;
        contributors: string[];
        correction_reason: string | null;
      }>(
        'select state, title, contributors, correction_reason from major_construction_projects_records where document_id = $1 and published_at is null',
        [documentId],
      )
    )[0];

  test('makes an edition the working copy again, and leaves what is public alone', async () => {
    const documentId = await documents.make('published', { title: '第一版', docNo: '青府发〔2021〕5号' });
    await act(product.strapi, documents.editor, { verb: 'correct', documentId });
    await edit(documentId, { title: '第二版', docNo: null });
    for (const [verb, who] of [
      ['submit', documents.editor],
      ['approve', documents.reviewer],
      ['publish', documents.reviewer],
    ] as const)
      await step(documentId, verb, who);
    const publicNow = () => call(`${product.url}/api/disclosure/publications/${documentId}`);
    const before = (await publicNow()).body;
    const seq = await lastSeq(product.query);
    await restore(documentId, { edition: 1, reason: '改回原来的' });
    expect(await stateOf(documentId)).toMatchObject({
      state: 'draft',
      title: '第一版',
      correction_reason: '改回原来的',
    });
    expect(await textOf(documentId, 'current')).toMatchObject({ docNo: '青府发〔2021〕5号' });
    expect((await publicNow()).body).toEqual(before);
    expect((await auditSince(product.query, seq)).map(({ verb, outcome }) => [verb, outcome])).toEqual([
      ['restore', 'done'],
    ]);
    for (const [verb, who] of [
      ['submit', documents.editor],
      ['approve', documents.reviewer],
      ['publish', documents.reviewer],
    ] as const)
      await step(documentId, verb, who);
    expect((await publicNow()).body.data).toMatchObject({ title: '第一版', editionNo: 3 });
  });

  test('keeps what it replaces', async () => {
    const documentId = await documents.make('draft', { title: '甲' });
    await edit(documentId, { title: '乙' });
    await restore(documentId, { draftVersion: 1 });
    expect(await textOf(documentId, 'current')).toMatchObject({ title: '甲' });
    expect(await textOf(documentId, 'draft-2')).toMatchObject({ title: '乙' });
    await restore(documentId, { draftVersion: 2 });
    expect(await textOf(documentId, 'current')).toMatchObject({ title: '乙' });
  });

  test('who wrote the text does not approve it, though another one restored it', async () => {
    const documentId = await documents.make('draft', { title: '审核人员写的' });
    await edit(documentId, { title: '审核人员改的' }, documents.reviewer);
    await edit(documentId, { title: '再改' });
    await restore(documentId, { draftVersion: 2 });
    expect((await stateOf(documentId))?.contributors).toEqual(
      expect.arrayContaining([documents.editor.personId, documents.reviewer.personId]),
    );
    await step(documentId, 'submit', documents.editor);
    await expect(step(documentId, 'approve')).rejects.toMatchObject({ code: 'NEEDS_SECOND_REVIEWER' });
  });

  test('leaves out what does not exist any more, and names it', async () => {
    const documentId = await documents.make('draft', { title: '甲' });
    await edit(documentId, { title: '乙' });
    await product.query(
      `update draft_versions set content = content || '{"genre":"圣旨","attachments":[{"name":"图.pdf","url":"/uploads/gone.pdf","mime":"application/pdf","size":1}]}'
        where document_id = $1`,
      [documentId],
    );
    const answer = await ask(editor, `${documentId}/restore`, { draftVersion: 1, expectedVersion: 2 });
    expect(answer.status).toBe(200);
    expect(answer.body.meta.notes).toEqual([
      '“附件”中的“图.pdf”已从媒体库删除，没有恢复，请重新上传',
      '“体裁”原来的“圣旨”已不能选用，请重新选择',
    ]);
    expect(await textOf(documentId, 'current')).toMatchObject({ title: '甲', genre: null, attachments: [] });
  });

  test.each<[string, object, string]>([
    ['neither an edition nor a version', {}, 'INVALID_INPUT'],
    ['both of them', { edition: 1, draftVersion: 1 }, 'INVALID_INPUT'],
    ['an edition that is none', { edition: 7 }, 'INVALID_INPUT'],
    ['a version that is none', { draftVersion: 2_000_000_000 }, 'INVALID_INPUT'],
    ['an older version than it is now', { edition: 1, expectedVersion: 1 }, 'STALE_VERSION'],
  ])('%s is refused, and nothing changes', async (_what, input, code) => {
    const documentId = await documents.make('published');
    await expectRefusal(product.query, code, () =>
      expect(restore(documentId, input)).rejects.toMatchObject({ code }),
    );
  });

  test.each<[string, unknown]>([
    ['words', '1'],
    ['a fraction', 1.5],
    ['less than one', 0],
    ['more than the database holds', 3_000_000_000],
  ])('a number that is none is refused: %s', async (_what, edition) => {
    const documentId = await documents.make('published');
    expect(await ask(editor, `${documentId}/restore`, { edition })).toMatchObject({
      status: 400,
      code: 'INVALID_INPUT',
    });
  });

  test('another department restores nothing', async () => {
    const documentId = await documents.make('published');
    const civil = await demoMember(product.strapi, 'civil-affairs-editor');
    await expectRefusal(product.query, 'NOT_OWNER', () =>
      expect(restore(documentId, { edition: 1 }, civil)).rejects.toMatchObject({ code: 'NOT_OWNER' }),
    );
  });

  test('goes by REST as well', async () => {
    const documentId = await documents.make('published', { title: '接口恢复' });
    const system = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
    const answer = await call(
      `${product.url}/api/major-construction-projects/records/${documentId}/restore`,
      { method: 'POST', headers: system.headers, body: { edition: 1 } },
    );
    expect(answer.body).toMatchObject({ data: { documentId, state: 'draft', title: '接口恢复' } });
  });
});

describe('beside a document', () => {
  const surroundings = async (documentId: string, who = editor) =>
    (await ask(who, `${documentId}/surroundings`)).body.data;

  test('it says who can take the next step: never those who may not', async () => {
    const documentId = await documents.make('submitted');
    expect((await surroundings(documentId)).next).toEqual([
      { verb: 'approve', label: '审核通过', department: '区住建局', people: [documents.reviewer.name] },
    ]);
    const own = await documents.make('draft');
    await edit(own, { title: '审核人员自己改的' }, documents.reviewer);
    await step(own, 'submit', documents.editor);
    expect((await surroundings(own)).next).toEqual([
      { verb: 'approve', label: '审核通过', department: '区住建局', people: [] },
    ]);
  });

  test.each([
    ['draft', 'submit'],
    ['approved', 'publish'],
    ['published', undefined],
    ['published in urgency', 'ratify'],
    ['withdrawn', undefined],
  ] as const)('of a document that is %s the next step is %s', async (standing, verb) => {
    expect((await surroundings(await documents.make(standing))).next[0]?.verb).toBe(verb);
  });

  test('it leads to what it names, and back', async () => {
    const documentId = await documents.make('published', { title: '被项目列出的' });
    const { links } = await surroundings(documentId);
    expect(links).toEqual([
      expect.objectContaining({
        relation: '项目',
        direction: 'from',
        documentId: documents.project,
        mine: false,
      }),
    ]);
    const successor = await documents.make('published', { title: '新的' });
    await act(product.strapi, documents.reviewer, {
      verb: 'withdraw',
      documentId,
      input: { reason: '有新的', successor },
    });
    expect((await surroundings(documentId)).links).toContainEqual(
      expect.objectContaining({ relation: '替代信息', documentId: successor, mine: true }),
    );
    expect((await surroundings(successor)).links).toContainEqual(
      expect.objectContaining({ relation: '被它替代', direction: 'to', documentId }),
    );
  });
});

test('a save costs at most one statement more than before, and only where the text changes', async () => {
  const documentId = await documents.make('draft');
  const heard: string[] = [];
  const listen = ({ sql }: { sql: string }) => heard.push(sql);
  const knex = product.strapi.db.connection;
  knex.on('query', listen);
  await edit(documentId, { title: '竣工验收备案表' });
  const without = heard.length;
  heard.length = 0;
  await edit(documentId, { title: '改过的标题' });
  knex.removeListener('query', listen);
  expect(heard.length).toBe(without + 1);
  expect(heard.filter((sql) => sql.includes('draft_versions'))).toHaveLength(1);
});
