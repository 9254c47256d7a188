/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { MISSING_PICTURE } from '../../src/plugins/disclosure/shared/missing-picture';
import { UPLOAD_ENDINGS, UPLOAD_TYPES } from '../../src/plugins/disclosure/shared/upload-rules';
import { makePdf } from '../support/office-files';
import { type Answer, call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';
import { expectRefusal } from './helpers/witness';

const RECORDS = '/api/major-construction-projects/records';
const MANAGER = `/content-manager/collection-types/${RECORD}`;
/** A picture of one point. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const EMAIL = 'housing-construction-editor@example.test';

let product: Product;
let documents: Documents;
let api: Credentials;
let panel: Credentials;
const uploaded: Uploaded[] = [];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  api = await signInApi(product, EMAIL, product.demoPassword);
  panel = await signInPanel(product, EMAIL, product.demoPassword);
});
afterAll(async () => {
  removeUploads(product, uploaded);
  await product.stop();
});

/** What the editor makes of an official document. */
const FROM_EDITOR = [
  '<h1 style="text-align:center">关于做好城乡低保工作的通知</h1>',
  '<p>各镇人民政府：</p>',
  '<h2 style="text-indent:2em">一、总体要求</h2>',
  '<p style="text-indent:2em">应当<strong>按期</strong>公开H<sub>2</sub>O，详见<a href="https://example.test/a" rel="noopener noreferrer">指南</a>。</p>',
  '<ol start="3"><li>受理<ul><li>身份证明</li></ul></li></ol>',
  '<table><caption>低保标准</caption><thead><tr><th colspan="2">对象</th></tr></thead><tbody><tr><td rowspan="2">城市</td><td style="text-align:right">885</td></tr><tr><td>0</td></tr></tbody></table>',
  '<p><img src="/uploads/a.png" alt="区位图" /></p>',
  '<p style="text-align:right">区民政局</p>',
].join('\n');

const HOSTILE =
  '<p onclick="alert(1)" style="position:fixed">甲</p><script>alert(1)</script><img src="data:image/svg+xml;base64,AA" onerror="alert(1)"><iframe src="https://example.test"></iframe><table><tr><td colspan="99999">乙</td></tr></table><a href="javascript:alert(1)">丙</a>';

const bodyOf = async (documentId: string): Promise<string> => {
  const [row] = await product.query<{ body: string }>(
    'select body from major_construction_projects_records where document_id = $1 and published_at is null',
    [documentId],
  );
  return String(row?.body);
};

/** Creates a record with a body; returns its documentId. */
const DOORS: [string, (body: string) => Promise<string>][] = [
  [
    'REST',
    async (body) =>
      (
        await call(`${product.url}${RECORDS}`, {
          method: 'POST',
          headers: api.headers,
          body: { data: documents.values({ body }) },
        })
      ).body.data.documentId,
  ],
  [
    'the panel',
    async (body) =>
      (
        await call(`${product.url}${MANAGER}`, {
          method: 'POST',
          headers: panel.headers,
          body: documents.values({ body }),
        })
      ).body.data.documentId,
  ],
  [
    'GraphQL',
    async (body) => {
      const { data } = await graphql(
        product,
        'mutation ($data: MajorConstructionProjectsRecordInput!) { done: createMajorConstructionProjectsRecord(data: $data) { documentId } }',
        { data: documents.values({ body }) },
        api,
      );
      return data.done.documentId;
    },
  ],
  [
    'an import or a job',
    async (body) =>
      (await act(product.strapi, documents.editor, { verb: 'create', data: documents.values({ body }) }))
        .documentId,
  ],
];

describe.each(DOORS)('a body that comes through %s', (_door, create) => {
  test('keeps everything that the editor makes', async () => {
    expect(await bodyOf(await create(FROM_EDITOR))).toBe(FROM_EDITOR);
  });

  test('loses what could act in a reader’s browser', async () => {
    const body = await bodyOf(await create(HOSTILE));
    expect(body).not.toMatch(/script|onclick|onerror|data:|iframe|position|99999/i);
    expect(body).toContain('<p>甲</p>');
    expect(body).toContain('<td colspan="100">乙</td>');
  });
});

test('what the editor makes is read by the public as it was entered', async () => {
  const documentId = await documents.make('published', { body: FROM_EDITOR });
  const answer = await call(`${product.url}/api/disclosure/publications/${documentId}`);
  expect(answer.body.data.body).toBe(FROM_EDITOR);
});

test('an identity number in a merged cell, in the title of a table and in the description of a picture is found', async () => {
  const id = '11010519491231002X';
  for (const body of [
    `<table><tbody><tr><td colspan="2">${id}</td></tr></tbody></table>`,
    `<table><caption>${id}</caption><tbody><tr><td>甲</td></tr></tbody></table>`,
    `<p><img src="/uploads/a.png" alt="${id}"></p>`,
  ]) {
    const documentId = await documents.make('draft', { body });
    await expectRefusal(product.query, 'PERSONAL_DATA_FOUND', () =>
      expect(act(product.strapi, documents.editor, { verb: 'submit', documentId })).rejects.toMatchObject({
        code: 'PERSONAL_DATA_FOUND',
      }),
    );
  }
});

const submit = (documentId: string): Promise<Answer> =>
  call(`${product.url}${RECORDS}/${documentId}/submit`, { method: 'POST', headers: api.headers, body: {} });

describe('what the panel says while one types, the server decides by', () => {
  test.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'a picture that could not be pasted',
      { body: `<p><strong>${MISSING_PICTURE}</strong></p>` },
      'body',
      /插入图片/,
    ],
    [
      'a notice that ends before it begins',
      { kind: 'notice', formedOn: '2026-11-02', validUntil: '2026-11-01' },
      'validUntil',
      /“有效期至”不能早于成文日期/,
    ],
    ['a day of formation in the future', { formedOn: '2099-01-04' }, 'formedOn', /“成文日期”不能晚于今天/],
  ])('%s is not submitted', async (_what, values, field, message) => {
    const documentId = await documents.make('draft', values);
    const answer = await expectRefusal(product.query, 'INVALID_CONTENT', () => submit(documentId));
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.issues).toContainEqual({
      field,
      message: expect.stringMatching(message),
    });
  });

  test('a title is stored on one line, a document number in its form', async () => {
    const documentId = await documents.make('draft', {
      title: ' 关于公布\r\n名单的通知 ',
      docNo: '青府发[2021]05号',
    });
    const [row] = await product.query(
      'select title, doc_no from major_construction_projects_records where document_id = $1',
      [documentId],
    );
    expect(row).toEqual({ title: '关于公布名单的通知', doc_no: '青府发〔2021〕5号' });
  });
});

describe('files', () => {
  const send = (name: string, bytes: Buffer, type: string) => upload(product, panel, name, bytes, { type });

  test('the server takes by the list that the panel checks before the upload', () => {
    const { security } = product.strapi.config.get('plugin::upload') as {
      security: { allowedTypes: string[] };
    };
    expect(security.allowedTypes).toEqual(UPLOAD_TYPES);
    expect(UPLOAD_ENDINGS).toContain('.ofd');
  });

  test.each([
    ['页面.html', '<html><script>alert(1)</script></html>', 'text/html'],
    ['图.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'image/svg+xml'],
    ['安装.exe', 'MZ\u0090\u0000\u0003', 'application/octet-stream'],
  ])('%s is refused by the server as well', async (name, content, type) => {
    await expect(send(name, Buffer.from(content, 'latin1'), type)).rejects.toThrow(/: 4\d\d /);
  });

  test('a file is given another name while nobody has read it, and not after that', async () => {
    const file = await send('a.pdf', makePdf([['Nothing of anybody']]), 'application/pdf');
    uploaded.push(file);
    const documentId = await documents.make('draft', { attachments: [file.id] });
    const rename = async (name: string) => {
      const form = new FormData();
      form.append('fileInfo', JSON.stringify({ name, alternativeText: null, caption: null }));
      const answer = await fetch(`${product.url}/upload?id=${file.id}`, {
        method: 'POST',
        headers: panel.headers,
        body: form,
      });
      return { status: answer.status, text: await answer.text() };
    };
    const nameNow = async () =>
      (await product.query<{ name: string }>('select name from files where id = $1', [file.id]))[0]?.name;
    expect((await rename('竣工图.pdf')).status).toBe(200);
    expect(await nameNow()).toBe('竣工图.pdf');
    expect((await submit(documentId)).status).toBe(200);
    const refused = await rename('没有人看过的名称.pdf');
    expect(refused).toMatchObject({ status: 409 });
    expect(refused.text).toContain('INVALID_TRANSITION');
    expect(await nameNow()).toBe('竣工图.pdf');
    // other information about it may be given: its name is sent along, unchanged
    expect((await rename('竣工图.pdf')).status).toBe(200);
  });

  test('a picture in a text is exchanged while nobody has read it, and not after that', async () => {
    const png = Buffer.from(PNG, 'base64');
    const picture = await send('图.png', png, 'image/png');
    uploaded.push(picture);
    const replace = () => upload(product, panel, '图.png', png, { type: 'image/png', replaces: picture.id });
    const body = `<p><img src="${picture.url}" alt="区位图"></p>`;
    const documentId = await documents.make('draft', { body });
    await replace();
    expect((await submit(documentId)).status).toBe(200);
    await expect(replace()).rejects.toThrow(/409.*INVALID_TRANSITION/);
    const deleted = await call(`${product.url}/upload/files/${picture.id}`, {
      method: 'DELETE',
      headers: panel.headers,
    });
    expect(deleted.status).toBeGreaterThanOrEqual(400);
    await act(product.strapi, documents.reviewer, {
      verb: 'return',
      documentId,
      input: { reason: '请补充' },
    });
    await expect(replace()).rejects.toThrow(/409.*INVALID_TRANSITION/);
  });

  test('what one uploads, another department does not see', async () => {
    const file = await send('b.pdf', makePdf([['Nothing of anybody']]), 'application/pdf');
    uploaded.push(file);
    const stranger = await signInPanel(product, 'finance-editor@example.test', product.demoPassword);
    const listed = await call(`${product.url}/upload/files?pageSize=100`, { headers: stranger.headers });
    expect(listed.text).not.toContain(file.url);
    expect(
      (await call(`${product.url}/upload/files/${file.id}`, { headers: stranger.headers })).status,
    ).toBeGreaterThanOrEqual(400);
  });
});
