/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { type Answer, call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { engine } from './helpers/native';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { lastSeq, snapshot } from './helpers/witness';

const NEW = 'new-0123456789abcdef01234567';
const TYPED = { title: '还没有保存的标题', body: '<p>身份证号 11010519491231002X</p>' };

let product: Product;
let documents: Documents;
let editor: Credentials;
let colleague: Credentials;
let stranger: Credentials;
let supervisor: Credentials;
let administrator: Credentials;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  editor = await signIn('housing-construction-editor');
  colleague = await signIn('housing-construction-reviewer');
  stranger = await signIn('civil-affairs-editor');
  supervisor = await signIn('office-supervisor');
  administrator = await signInPanel(product, 'admin@example.test', product.adminPassword);
});
afterAll(() => product.stop());
beforeEach(() => product.query('delete from unsaved_edits'));

const ask = (who: Credentials, method: string, key: string, body?: unknown, uid: string = RECORD) =>
  call(`${product.url}/disclosure/desk/${uid}/${key}/unsaved`, { method, headers: who.headers, body });
const keep = (who: Credentials, key: string, values: unknown = TYPED, baseVersion: unknown = 1) =>
  ask(who, 'PUT', key, { values, baseVersion });
const found = async (who: Credentials, key: string) => (await ask(who, 'GET', key)).body.data;
const rows = () => product.query<{ document_id: string; person_id: string }>('select * from unsaved_edits');

describe('what is typed and not saved', () => {
  test('is kept without a version, an entry in the audit log or any other change, and found again', async () => {
    const documentId = await documents.make('draft');
    const before = { ...(await snapshot(product.query)), seq: await lastSeq(product.query) };
    const answer = await keep(editor, documentId);
    expect(answer.body).toEqual({
      data: { savedAt: expect.stringMatching(/^\d{4}-\d{2}-\d{2}T.*\+08:00$/), others: [] },
    });
    expect({ ...(await snapshot(product.query)), seq: await lastSeq(product.query) }).toEqual(before);
    expect(await found(editor, documentId)).toMatchObject({
      edits: [{ key: documentId, baseVersion: 1, entered: TYPED, savedAt: answer.body.data.savedAt }],
      others: [],
      fields: expect.arrayContaining([{ name: 'body', label: '正文', type: 'html' }]),
    });
  });

  test('is one row a person and document: the newest text', async () => {
    const documentId = await documents.make('draft');
    for (const title of ['一', '一二', '一二三']) await keep(editor, documentId, { title });
    expect(await rows()).toHaveLength(1);
    expect((await found(editor, documentId)).edits[0].entered).toEqual({ title: '一二三' });
  });

  test('is forgotten when the person says so, and nobody else’s is', async () => {
    const documentId = await documents.make('draft');
    await keep(editor, documentId);
    await keep(colleague, documentId, { title: '同事的' });
    expect((await ask(editor, 'DELETE', documentId)).status).toBe(204);
    expect((await found(editor, documentId)).edits).toEqual([]);
    expect((await found(colleague, documentId)).edits[0].entered).toEqual({ title: '同事的' });
    expect((await ask(editor, 'DELETE', documentId)).status).toBe(204);
  });

  test('of an entry that was never saved is found by its writer among her new entries', async () => {
    await keep(editor, NEW, TYPED, null);
    await keep(editor, `${NEW}2`, { title: '另一条' }, null);
    const { edits } = await found(editor, 'new');
    expect(edits.map(({ key }: { key: string }) => key)).toEqual([`${NEW}2`, NEW]);
    expect((await found(colleague, 'new')).edits).toEqual([]);
  });

  test('is kept over a newer version, and while a colleague submits: nothing is lost', async () => {
    const documentId = await documents.make('draft');
    await act(product.strapi, documents.reviewer, { verb: 'edit', documentId, data: { title: '同事改的' } });
    expect((await keep(editor, documentId)).status).toBe(200);
    await act(product.strapi, documents.reviewer, { verb: 'submit', documentId });
    expect((await keep(editor, documentId, { title: '更新的' })).status).toBe(200);
    expect((await found(editor, documentId)).edits[0].entered).toEqual({ title: '更新的' });
  });

  test('goes with the document', async () => {
    const documentId = await documents.make('draft');
    await keep(editor, documentId);
    await keep(colleague, documentId);
    await act(product.strapi, documents.editor, { verb: 'delete', documentId });
    expect(await rows()).toEqual([]);
  });

  test('goes after a month, and not before', async () => {
    await keep(editor, NEW, TYPED, null);
    await keep(editor, `${NEW}2`, TYPED, null);
    await product.query(
      "update unsaved_edits set saved_at = now() - (case document_id when $1 then '29 days' else '31 days' end)::interval",
      [NEW],
    );
    const { sweepUnsaved } =
      engine<typeof import('../../src/plugins/disclosure/server/unsaved/sweep')>('unsaved/sweep');
    expect(await sweepUnsaved(product.strapi)).toBe(1);
    expect((await rows()).map((row) => row.document_id)).toEqual([NEW]);
  });

  test('does not grow without bound: the oldest make room', async () => {
    for (let index = 0; index < 55; index += 1) {
      await keep(editor, `new-${String(index).padStart(12, '0')}`, { title: `${index}` }, null);
    }
    const keys = (await rows()).map((row) => row.document_id).sort();
    expect(keys).toHaveLength(50);
    expect(keys[0]).toBe(`new-${'5'.padStart(12, '0')}`);
  });
});

describe('is nobody else’s business', () => {
  let documentId: string;
  beforeEach(async () => {
    documentId = await documents.make('draft');
    await keep(editor, documentId);
  });

  test('colleagues and the office see that somebody is typing, and since when, but not what', async () => {
    for (const who of [colleague, supervisor]) {
      const answer = await ask(who, 'GET', documentId);
      expect(answer.text).not.toContain('还没有保存的标题');
      expect(answer.text).not.toContain('11010519491231002X');
      expect(answer.body.data).toMatchObject({
        edits: [],
        others: [{ name: documents.editor.name, savedAt: expect.any(String) }],
      });
    }
    expect((await keep(colleague, documentId)).body.data.others).toHaveLength(1);
  });

  test('after ten minutes she does not count as typing any more', async () => {
    await product.query("update unsaved_edits set saved_at = now() - interval '11 minutes'");
    expect((await found(colleague, documentId)).others).toEqual([]);
  });

  test.each<[string, () => Credentials, number, string]>([
    ['another department', () => stranger, 403, 'NOT_OWNER'],
    ['the administrator', () => administrator, 403, 'NO_ACTOR'],
  ])('%s learns nothing and keeps nothing', async (_who, who, status, code) => {
    const before = await rows();
    for (const answer of [await ask(who(), 'GET', documentId), await keep(who(), documentId)]) {
      expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
      expect(answer.text).not.toContain('还没有保存的标题');
    }
    await ask(who(), 'DELETE', documentId);
    expect(await rows()).toEqual(before);
  });

  test('the office may look, but types nothing in another department’s document', async () => {
    expect(await keep(supervisor, documentId)).toMatchObject({ status: 403, code: 'NOT_OWNER' });
  });

  test('a department that is not responsible keeps no new entry', async () => {
    const uid = 'plugin::social-assistance.record';
    const answer = await ask(editor, 'PUT', NEW, { values: TYPED, baseVersion: null }, uid);
    expect(answer).toMatchObject({ status: 403, code: 'NOT_RESPONSIBLE' });
    expect((await ask(stranger, 'PUT', NEW, { values: TYPED, baseVersion: null }, uid)).status).toBe(200);
  });
});

describe('hostile input is refused in Chinese and changes nothing', () => {
  test.each<[string, unknown, number, string]>([
    ['no body', undefined, 400, 'INVALID_INPUT'],
    ['a list', [], 400, 'INVALID_INPUT'],
    ['no values', { baseVersion: 1 }, 400, 'INVALID_INPUT'],
    ['values that are none', { values: '<p>', baseVersion: 1 }, 400, 'INVALID_INPUT'],
    ['a version that is none', { values: {}, baseVersion: -1 }, 400, 'INVALID_INPUT'],
    ['an unknown field', { values: { nonsense: 1 }, baseVersion: 1 }, 400, 'INVALID_INPUT'],
    ['a field of the engine', { values: { owner: 'finance' }, baseVersion: 1 }, 400, 'INVALID_INPUT'],
    ['something beside', { values: {}, baseVersion: 1, personId: 'x' }, 400, 'INVALID_INPUT'],
  ])('%s', async (_what, body, status, code) => {
    const documentId = await documents.make('draft');
    const answer = await ask(editor, 'PUT', documentId, body);
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
    expect(await rows()).toEqual([]);
  });

  test.each<[string, string, number]>([
    ['an unknown document', 'nonsense', 404],
    ['a key of a new entry that is none', 'new-../../x', 404],
    ['a key that is too long', `new-${'0'.repeat(41)}`, 404],
    ['a very long key', 'x'.repeat(5000), 404],
  ])('%s', async (_what, key, status) => {
    expect((await keep(editor, encodeURIComponent(key))).status).toBe(status);
    expect(await rows()).toEqual([]);
  });

  test('an unknown type, and unknown parameters', async () => {
    expect(
      (await ask(editor, 'PUT', NEW, { values: {}, baseVersion: null }, 'plugin::upload.file')).status,
    ).toBe(404);
    const path = `${product.url}/disclosure/desk/${RECORD}/new/unsaved?person=x`;
    expect((await call(path, { headers: editor.headers })).status).toBe(400);
  });

  test('a form that is too long', async () => {
    const documentId = await documents.make('draft');
    const answer: Answer = await keep(editor, documentId, { body: '字'.repeat(2_500_001) });
    expect([400, 413]).toContain(answer.status);
    expect(answer.body.error.message).toMatch(/[\u4e00-\u9fff]/);
    expect(await rows()).toEqual([]);
  });

  test('letters that no database holds cost nobody her text: it is kept without them', async () => {
    const documentId = await documents.make('draft');
    expect(
      (await keep(editor, documentId, { title: '甲\0乙\ud800丙', roster: 'no uuid', kind: {} })).status,
    ).toBe(200);
    expect((await found(editor, documentId)).edits[0].entered).toMatchObject({ title: '甲乙\ufffd丙' });
  });
});

test('no text reaches the log, not even when the database fails', async () => {
  const documentId = await documents.make('draft');
  const logged: string[] = [];
  const { log } = product.strapi;
  const error = log.error;
  log.error = ((message: unknown) => {
    logged.push(String((message as Error)?.stack ?? message));
    return log;
  }) as typeof log.error;
  await product.query('alter table unsaved_edits rename to unsaved_edits_away');
  try {
    const answer = await keep(editor, documentId);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('11010519491231002X');
  } finally {
    await product.query('alter table unsaved_edits_away rename to unsaved_edits');
    log.error = error;
  }
  expect(logged.join('\n')).not.toContain('11010519491231002X');
});
