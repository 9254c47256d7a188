/** @jest-environment ./tests/integration/helpers/environment.cjs */
import fs from 'node:fs';
import path from 'node:path';
import { deflateSync } from 'node:zlib';
import type { Values, VerbInput, VerbName } from '../../src/plugins/disclosure/server/types';
import { makeDocx, makePdf, makeXlsx, makeZip } from '../support/office-files';
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';
import { expectRefusal } from './helpers/witness';

const ID = '11010519491231002X';
const CARD = '6217000010028192832';
const REASON = '依法应当完整公开的惩戒公示对象信息';
const records = '/api/major-construction-projects/records';

let product: Product;
let documents: Documents;
let editor: Credentials;
let editorAtPanel: Credentials;
const uploaded: Uploaded[] = [];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const email = 'housing-construction-editor@example.test';
  editor = await signInApi(product, email, product.demoPassword);
  editorAtPanel = await signInPanel(product, email, product.demoPassword);
});
afterAll(async () => {
  removeUploads(product, uploaded);
  await product.stop();
});

async function attach(
  ...files: [name: string, bytes: Buffer][]
): Promise<{ documentId: string; files: Uploaded[] }> {
  const own: Uploaded[] = [];
  for (const [name, bytes] of files) own.push(await upload(product, editorAtPanel, name, bytes));
  uploaded.push(...own);
  const documentId = await documents.make('draft', { attachments: own.map(({ id }) => id) });
  return { documentId, files: own };
}
const submit = (documentId: string, body: VerbInput = {}) =>
  call(`${product.url}${records}/${documentId}/submit`, { method: 'POST', headers: editor.headers, body });
const workflow = async (documentId: string) =>
  (await call(`${product.url}${records}/${documentId}/workflow`, { headers: editor.headers })).body.data;
const byReviewer = (verb: VerbName, documentId: string, input: VerbInput = {}, data?: Values) =>
  act(product.strapi, documents.reviewer, { verb, documentId, input, ...(data ? { data } : {}) });
const statusOf = async ({ id }: Uploaded) =>
  (await product.query<{ status: string }>('select status from file_texts where file_id = $1', [id]))[0]
    ?.status;

describe('personal data in an attachment blocks the submission, and is told with its place', () => {
  test.each<[string, Buffer, string | null]>([
    ['名单.docx', makeDocx([['张三', '1101', '0519491231002X']]), null],
    [
      '名单.xlsx',
      makeXlsx([
        ['张三', 'x'],
        ['李四', ID],
      ]),
      '工作表“名单”第2行',
    ],
    ['名单.pdf', makePdf([['Public list'], [`Zhang San ${ID}`]]), '第2页'],
    ['名单.csv', Buffer.from(`姓名,证号\n张三,${ID}\n`), '第2行'],
    ['名单.txt', Buffer.from(`张三 ${ID}\n`), '第1行'],
  ])('%s', async (name, bytes, place) => {
    const { documentId, files } = await attach([name, bytes]);
    expect((await workflow(documentId)).findings).toMatchObject([
      { kind: 'unchecked-file', context: '提交时检查' },
    ]);
    const answer = await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () => submit(documentId));
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain(`附件“${name}”`);
    expect(answer.body.error.details.findings).toMatchObject([
      { file: name, place, kind: 'identity-number', masked: '110105********002X', level: 'sure' },
    ]);
    expect(answer.text).not.toContain('19491231');
    expect(await statusOf(files[0] as Uploaded)).toBe('read');
  });
});

test('the database keeps of an attachment no value', async () => {
  await submit((await attach(['a.txt', Buffer.from(`张三${ID},卡${CARD},电话13800138000`)])).documentId);
  const rows = await product.query<{ n: string }>(
    "select count(*) as n from file_texts t where t::text ~ '19491231002|00001002819|13800138000'",
  );
  expect(Number(rows[0]?.n)).toBe(0);
});

test('masking names the attachments that have to be replaced', async () => {
  const { documentId } = await attach(['名单.xlsx', makeXlsx([[ID]])]);
  await submit(documentId);
  const answer = await call(`${product.url}${records}/${documentId}/mask-personal-data`, {
    method: 'POST',
    headers: editor.headers,
    body: {},
  });
  expect(answer.body.data).toMatchObject({ masked: 0, files: ['名单.xlsx'] });
});

test('an attachment without personal data passes, and is read once', async () => {
  const { documentId, files } = await attach(['公告.pdf', makePdf([['Nothing of anybody']])]);
  expect((await submit(documentId)).status).toBe(200);
  const read = () => product.query('select extracted_at from file_texts where file_id = $1', [files[0]?.id]);
  const first = await read();
  await byReviewer('approve', documentId);
  await byReviewer('publish', documentId);
  expect(await read()).toEqual(first);
});

test('a reason and a confirmation let pass what stands in attachments, but not another content', async () => {
  const { documentId, files } = await attach(['名单.xlsx', makeXlsx([[ID]])]);
  const [file] = files as [Uploaded];
  expect((await submit(documentId, { personalDataReason: REASON })).status).toBe(200);
  await byReviewer('approve', documentId, { confirmPersonalData: true });
  await rewrite(file, makeXlsx([[ID], [CARD]]));
  await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
    expect(byReviewer('publish', documentId)).rejects.toMatchObject({ code: 'PERSONAL_DATA_FOUND' }),
  );
  await rewrite(file, makeXlsx([['总计', ID]]));
  await byReviewer('publish', documentId);
});

/** Changes the content of a stored file behind the library's back, as a restored backup may. */
async function rewrite({ id, url }: Uploaded, bytes: Buffer): Promise<void> {
  fs.writeFileSync(path.join(product.strapi.dirs.static.public, url), bytes);
  await product.query('update files set updated_at = clock_timestamp() where id = $1', [id]);
}

describe('what somebody has reviewed, or the public reads, is not exchanged in the library', () => {
  const clean = makeDocx([['公开的内容']]);
  const replace = (file: Uploaded, who = editorAtPanel) =>
    upload(product, who, '换掉.docx', makeDocx([['没有人看过的内容']]), { replaces: file.id });
  const urlOf = async ({ id }: Uploaded) =>
    fs.readFileSync(
      path.join(
        product.strapi.dirs.static.public,
        String((await product.query<{ url: string }>('select url from files where id = $1', [id]))[0]?.url),
      ),
    );

  test.each(['submitted', 'approved', 'published'] as const)(
    'a file of a document that is %s',
    async (state) => {
      const { documentId, files } = await attach(['附件.docx', clean]);
      const [file] = files as [Uploaded];
      await submit(documentId);
      if (state !== 'submitted') await byReviewer('approve', documentId);
      if (state === 'published') await byReviewer('publish', documentId);
      await expect(replace(file)).rejects.toThrow(/409.*INVALID_TRANSITION/);
      const administrator = await signInPanel(product, 'admin@example.test', product.adminPassword);
      await expect(replace(file, administrator)).rejects.toThrow(/409.*INVALID_TRANSITION/);
      const deleted = await call(`${product.url}/upload/files/${file.id}`, {
        method: 'DELETE',
        headers: administrator.headers,
      });
      expect(deleted).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
      const inBulk = await call(`${product.url}/upload/actions/bulk-delete`, {
        method: 'POST',
        headers: administrator.headers,
        body: { fileIds: [file.id], folderIds: [] },
      });
      expect(inBulk).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
      expect(await urlOf(file)).toEqual(clean);
    },
  );

  test('a file of a draft that was returned may be replaced', async () => {
    const { documentId, files } = await attach(['附件.docx', clean]);
    await submit(documentId);
    await byReviewer('return', documentId, { reason: '请更换附件' });
    await replace(files[0] as Uploaded);
  });
});

test('a file that was replaced by a clean one is read again', async () => {
  const { documentId, files } = await attach(['名单.docx', makeDocx([[ID]])]);
  expect((await submit(documentId)).code).toBe('PERSONAL_DATA_FOUND');
  await upload(product, editorAtPanel, '名单.docx', makeDocx([['110105********002X']]), {
    replaces: (files[0] as Uploaded).id,
  });
  expect((await submit(documentId)).status).toBe(200);
});

describe('what cannot be checked warns, and the reviewer sees why', () => {
  const encrypt =
    '/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> >> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]';
  const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2048)]);
  test.each<[string, string, Buffer, string]>([
    ['an old Word file', '旧.doc', old, 'unsupported'],
    ['a scanned PDF', '扫描.pdf', makePdf([[]]), 'no-text'],
    ['a PDF partly scanned', '部分扫描.pdf', makePdf([['A page of text'], []]), 'partial'],
    ['a PDF with a password', '加密.pdf', makePdf([['secret text']], { trailer: encrypt }), 'encrypted'],
    ['a broken PDF', '坏.pdf', Buffer.from('%PDF-1.4\nnothing of it'), 'broken'],
    [
      'a picture',
      '图.png',
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
      'unsupported',
    ],
  ])('%s', async (_what, name, bytes, status) => {
    const { documentId, files } = await attach([name, bytes]);
    expect((await submit(documentId)).status).toBe(200);
    expect(await statusOf(files[0] as Uploaded)).toBe(status);
    const { findings } = await workflow(documentId);
    expect(findings).toMatchObject([
      { kind: 'unchecked-file', level: 'warn', file: name, kindName: '无法检查文字' },
    ]);
    expect(findings[0].context).toMatch(/[\u4e00-\u9fff]/);
  });

  test('a file that is gone from the folder', async () => {
    const { documentId, files } = await attach(['a.txt', Buffer.from(ID)]);
    removeUploads(product, files);
    expect((await submit(documentId)).status).toBe(200);
    expect(await statusOf(files[0] as Uploaded)).toBe('missing');
  });
});

describe('a hostile file costs a bounded time and harms nobody', () => {
  const zeros = (size: number) => deflateSync(Buffer.alloc(size, ' '), { level: 9 });
  const bomb = makeZip([
    { name: '[Content_Types].xml', content: '<Types/>' },
    { name: 'xl/workbook.xml', content: '<workbook/>' },
    ...[1, 2, 3].map((no) => ({
      name: `xl/worksheets/sheet${no}.xml`,
      content: Buffer.alloc(60_000_000, '0'),
    })),
  ]);
  test.each<[string, string, Buffer]>([
    ['a zip bomb', '炸弹.xlsx', bomb],
    ['a PDF whose page swells to 600 MB', '膨胀.pdf', makePdf([['x']], { stream: zeros(600_000_000) })],
    ['a PDF whose pages are their own children', '循环.pdf', loop()],
  ])('%s', async (_what, name, bytes) => {
    const { documentId, files } = await attach([name, bytes]);
    const started = Date.now();
    const pending = submit(documentId);
    // the server answers others meanwhile, and holds no lock on the document
    expect((await call(`${product.url}/api/disclosure/domains`)).status).toBe(200);
    expect((await workflow(documentId)).state).toBe('draft');
    expect((await pending).status).toBe(200);
    expect(Date.now() - started).toBeLessThan(45_000);
    expect(['too-large', 'timeout', 'broken', 'no-text', 'partial']).toContain(
      await statusOf(files[0] as Uploaded),
    );
  });

  function loop(): Buffer {
    const text = makePdf([['x']]).toString('latin1');
    return Buffer.from(text.replace('/Kids [4 0 R]', '/Kids [2 0 R]'), 'latin1');
  }
});
