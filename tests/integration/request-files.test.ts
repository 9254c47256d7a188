/** @jest-environment ./tests/integration/helpers/environment.cjs */
import fs from 'node:fs';
import http from 'node:http';
import sharp from 'sharp';
import { renderDocx, renderPdf } from '../../src/plugins/disclosure/server/official-copies';
import { plain } from '../../src/plugins/disclosure/server/official-copies/document/model';
import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { StatusTold } from '../../src/plugins/requests/shared/contract';
import type { FilesTold, FileTold, PageTold } from '../../src/plugins/requests/shared/files';
import { EICAR, type FakeClamd, fakeClamd } from '../support/fake-clamd';
import { makeZip } from '../support/office-files';
import { nativeEnvironment, nativeModule } from './helpers/native';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
const people: Record<string, Credentials> = {};
const today = todayInShanghai();
const MB = 1024 * 1024;

beforeAll(async () => {
  product = await startProduct();
  for (const account of ['finance-editor', 'finance-reviewer', 'health-editor', 'office-supervisor']) {
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
  }
});
afterAll(() => product.stop());
beforeEach(() => product.query('delete from information_request_attempts'));

type Answer<T> = { status: number; data: T; code: string; message: string };
async function call<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  const answer = await fetch(`${product.url}${path}`, init);
  const body = await answer.json();
  const { message, details } = body.error ?? {};
  return {
    ...{ status: answer.status, message, code: details?.code },
    data: 'meta' in body ? body : body.data,
  };
}
const json = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
  body: JSON.stringify(body),
});
const desk = <T>(who: string, path: string, body?: unknown) =>
  call<T>(
    `/requests/requests/${path}`,
    body === undefined ? { headers: people[who]?.headers ?? {} } : json(body, people[who]?.headers),
  );

const MARK = 'geheimer-Inhalt-der-Anlage-42';
const pdf = (text = MARK) => Buffer.from(`%PDF-1.4\n% ${text}\n%%EOF`);
type Sent = { name: string; bytes: Buffer };
const form = (fields: Record<string, string>, files: readonly Sent[]) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  for (const { name, bytes } of files) data.append('attachments', new Blob([new Uint8Array(bytes)]), name);
  return data;
};

const application = {
  department: 'finance',
  applicant: {
    ...{ kind: 'person', name: '欧阳明月', idType: 'passport', idNumber: 'E12345678', phone: '13800138000' },
  },
  wanted: { name: '某项信息' },
  form: { medium: 'electronic', delivery: 'online' },
};
const send = (files: readonly Sent[]) =>
  call<{ queryCode: string }>('/api/requests', {
    method: 'POST',
    body: form({ application: JSON.stringify(application) }, files),
  });
type Key = { queryCode: string; idLast4: string };
async function applied(files: readonly Sent[] = []): Promise<{ key: Key; id: string }> {
  const { status, data, message } = await send(files);
  expect([status, message]).toEqual([201, undefined]);
  const [row] = await product.query<{ id: string }>(
    'select id from information_requests order by submitted_at desc limit 1',
  );
  return { key: { queryCode: data.queryCode, idLast4: '5678' }, id: String(row?.id) };
}
const told = async (key: Key) => (await call<StatusTold>('/api/requests/status', json(key))).data;
const download = (key: Key, file: string) =>
  fetch(`${product.url}/api/requests/file`, json({ ...key, file }));
const add = (who: string, id: string, role: string, files: readonly Sent[]) =>
  call<FilesTold>(`/requests/requests/${id}/files`, {
    ...{ method: 'POST', headers: people[who]?.headers ?? {} },
    body: form({ role }, files),
  });
const left = () => fs.readdirSync(`${nativeEnvironment().DATA_DIR || '.data'}/incoming`, { recursive: true });
const counts = async () =>
  (
    await product.query<{ n: string }>(
      "select (select count(*) from information_requests) || '/' || (select count(*) from information_request_files) as n",
    )
  )[0]?.n;

async function handled(): Promise<{ key: Key; id: string }> {
  const made = await applied();
  await desk('finance-editor', `${made.id}/register`, { receivedOn: today });
  return made;
}

/** Drafts, reviews and sends an answer. */
async function answered(id: string): Promise<void> {
  const answer = { outcome: 'partialGrant', text: '部分公开。', reasons: '其余涉及商业秘密。' };
  const steps: [string, string, object][] = [
    ['finance-editor', 'saveAnswer', { answer }],
    ['finance-editor', 'submit', {}],
    ['finance-reviewer', 'legalReview', { result: 'passed', opinion: '合法' }],
    ['finance-reviewer', 'secrecyReview', { result: 'passed', opinion: '不涉密' }],
    ['finance-reviewer', 'approve', {}],
    ['finance-editor', 'send', { on: today, method: 'online' }],
  ];
  for (const [who, verb, body] of steps) {
    const { status, message } = await desk(who, `${id}/${verb}`, body);
    expect([verb, status, message]).toEqual([verb, 200, undefined]);
  }
}

test('an application comes with files, which stand nowhere in clear', async () => {
  const { key, id } = await applied([{ name: '../很特别的附件名.PDF', bytes: pdf() }]);
  const [file] = (await told(key)).files;
  expect(file).toMatchObject({ of: 'application', name: '很特别的附件名.pdf', why: null });
  const got = await download(key, String(file?.id));
  expect(Buffer.from(await got.arrayBuffer()).equals(pdf())).toBe(true);
  const header = (name: string) => [name, got.headers.get(name)];
  expect(
    Object.fromEntries(
      ['content-type', 'content-disposition', 'x-content-type-options', 'cache-control'].map(header),
    ),
  ).toEqual({
    'content-type': 'application/octet-stream',
    'content-disposition': expect.stringContaining('attachment'),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  const tables = await product.query<{ name: string }>(
    'select tablename as name from pg_tables where schemaname = current_schema()',
  );
  const signs = [
    MARK,
    Buffer.from(MARK).toString('hex'),
    '很特别的附件名',
    Buffer.from('%PDF-1').toString('hex'),
  ];
  for (const { name } of tables) {
    const [found] = await product.query<{ n: number }>(
      `select count(*)::int as n from "${name}" as t where ${signs.map((_sign, i) => `t::text like '%' || $${i + 1} || '%'`).join(' or ')}`,
      signs,
    );
    expect([name, found?.n]).toEqual([name, 0]);
  }
  expect(left().filter((name) => !/^\d+$/.test(String(name)))).toEqual([]);
  const list = await desk<FilesTold>('finance-editor', `${id}/files`);
  expect(list.data.data).toMatchObject([{ role: 'application', scan: 'unscanned', scanLabel: '未查毒' }]);
});

test.each<[string, () => Sent[], number, string]>([
  ['a program', () => [{ name: 'a.exe', bytes: Buffer.from('MZ') }], 400, 'FILE_REFUSED'],
  ['a page', () => [{ name: 'a.html', bytes: Buffer.from('<script>') }], 400, 'FILE_REFUSED'],
  [
    'a program under the name of a PDF',
    () => [{ name: 'a.pdf', bytes: Buffer.from('MZ') }],
    400,
    'FILE_REFUSED',
  ],
  [
    'macros',
    () => [
      {
        name: 'a.docx',
        bytes: makeZip([
          { name: 'word/document.xml', content: '<x/>' },
          { name: 'word/vbaProject.bin', content: 'x' },
        ]),
      },
    ],
    400,
    'FILE_REFUSED',
  ],
  [
    'a bomb',
    () => [
      {
        name: 'a.docx',
        bytes: makeZip([{ name: 'word/document.xml', content: Buffer.alloc(150 * MB) }]),
      },
    ],
    400,
    'FILE_REFUSED',
  ],
  ['too many', () => Array.from({ length: 11 }, () => ({ name: 'a.pdf', bytes: pdf() })), 413, 'TOO_LARGE'],
  [
    'one that is too large',
    () => [{ name: 'a.pdf', bytes: Buffer.concat([pdf(), Buffer.alloc(21 * MB)]) }],
    413,
    'TOO_LARGE',
  ],
  [
    'too much in all',
    () =>
      Array.from({ length: 3 }, () => ({
        name: 'a.pdf',
        bytes: Buffer.concat([pdf(), Buffer.alloc(19 * MB)]),
      })),
    413,
    'TOO_LARGE',
  ],
  [
    'a good one beside a bad one',
    () => [
      { name: 'a.pdf', bytes: pdf() },
      { name: 'b.pdf', bytes: Buffer.from('x') },
    ],
    400,
    'FILE_REFUSED',
  ],
])('%s: all is refused, and nothing is left', async (_what, files, status, code) => {
  const before = await counts();
  expect(await send(files())).toMatchObject({
    status,
    code,
    message: expect.stringMatching(/[\u4e00-\u9fff]/),
  });
  expect(await counts()).toBe(before);
  expect(left().filter((name) => !/^\d+$/.test(String(name)))).toEqual([]);
});

/** Tells how long it will be, or sends in pieces without telling, until it is answered. */
function flood(told: boolean): Promise<{ status: number; sent: number; body: string }> {
  return new Promise((resolve, reject) => {
    const head = `--b\r\ncontent-disposition: form-data; name="attachments"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
    let sent = 0;
    let isAnswered = false;
    const request = http.request(`${product.url}/api/requests`, {
      method: 'POST',
      headers: {
        'content-type': 'multipart/form-data; boundary=b',
        ...(told ? { 'content-length': String(120 * MB) } : {}),
      },
    });
    request.on('response', (answer) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        request.destroy();
        resolve({ status: Number(answer.statusCode), sent, body: Buffer.concat(chunks).toString() });
      });
    });
    request.on('error', (error) => isAnswered || reject(error));
    const piece = Buffer.alloc(MB, 0x20);
    request.write(head);
    const next = () => {
      if (isAnswered || sent >= 119 * MB) return;
      sent += piece.length;
      if (request.write(piece)) setImmediate(next);
      else request.once('drain', next);
    };
    next();
  });
}

test.each([
  ['told before', true],
  ['sent without telling', false],
])('100 MB that are %s are refused before they have come', async (_what, isTold) => {
  const { status, sent, body } = await flood(isTold);
  expect(status).toBe(413);
  expect(JSON.parse(body).error).toMatchObject({
    message: expect.stringContaining('50MB'),
    details: { code: 'TOO_LARGE' },
  });
  expect(sent).toBeLessThan(100 * MB);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(left().filter((name) => !/^\d+$/.test(String(name)))).toEqual([]);
});

test('the plain form takes files without a script, and an empty field of files', async () => {
  const page = await fetch(`${product.url}/api/requests/form`).then((answer) => answer.text());
  expect(page).toContain('enctype="multipart/form-data"');
  const post = async (files: readonly Sent[]) => {
    const again = await fetch(`${product.url}/api/requests/form`).then((answer) => answer.text());
    const { applicant, form: how, wanted, department } = application;
    const fields = {
      ...{ department, once: /name="once" value="([^"]+)"/.exec(again)?.[1] ?? '' },
      ...Object.fromEntries(Object.entries(applicant).map(([name, value]) => [`applicant.${name}`, value])),
      ...{ 'wanted.name': wanted.name, 'form.medium': how.medium, 'form.delivery': how.delivery },
    };
    return fetch(`${product.url}/api/requests/form`, { method: 'POST', body: form(fields, files) });
  };
  const sent = await post([{ name: '申请书.txt', bytes: Buffer.from('内容') }]);
  const queryCode = /class="code">([^<]+)</.exec(await sent.text())?.[1] ?? '';
  expect(sent.status).toBe(201);
  const followed = await fetch(`${product.url}/api/requests/follow`, {
    method: 'POST',
    body: new URLSearchParams({ queryCode, idLast4: '5678' }),
  }).then((answer) => answer.text());
  expect(followed).toContain('申请书.txt');
  const file = /name="file" value="([^"]+)"/.exec(followed)?.[1] ?? '';
  const got = await fetch(`${product.url}/api/requests/file`, {
    method: 'POST',
    body: new URLSearchParams({ queryCode, idLast4: '5678', file }),
  });
  expect(await got.text()).toBe('内容');
  expect((await post([{ name: '', bytes: Buffer.alloc(0) }])).status).toBe(201);
  const refused = await post([{ name: 'a.pdf', bytes: Buffer.from('x') }]);
  expect([refused.status, (await refused.text()).includes('内容与扩展名不符')]).toEqual([400, true]);
});

test('files of an answer are hers once it has been sent, and nobody else’s', async () => {
  const { key, id } = await handled();
  const other = await applied();
  expect((await add('health-editor', id, 'answer', [{ name: 'a.pdf', bytes: pdf() }])).code).toBe(
    'NOT_FOUND',
  );
  expect((await add('office-supervisor', id, 'answer', [{ name: 'a.pdf', bytes: pdf() }])).code).toBe(
    'NOT_OWNER',
  );
  const added = await add('finance-editor', id, 'answer', [{ name: '结果.pdf', bytes: pdf() }]);
  const original = await add('finance-editor', id, 'original', [{ name: '原件.pdf', bytes: pdf() }]);
  expect([added.status, original.status]).toEqual([201, 201]);
  const files = original.data.data;
  const [answer, kept] = ['answer', 'original'].map((role) =>
    String(files.find((one) => one.role === role)?.id),
  );
  expect((await told(key)).files).toEqual([]);
  expect((await download(key, String(answer))).status).toBe(404);
  await answered(id);
  expect((await told(key)).files).toMatchObject([{ id: answer, of: 'answer', name: '结果.pdf' }]);
  expect((await download(key, String(answer))).status).toBe(200);
  expect((await download(key, String(kept))).status).toBe(404);
  expect((await download(other.key, String(answer))).status).toBe(404);
  expect((await download({ ...key, idLast4: '0000' }, String(answer))).status).toBe(404);
  expect((await desk('health-editor', `${id}/files`)).code).toBe('NOT_FOUND');
  expect((await desk('health-editor', `${id}/files/${answer}`)).code).toBe('NOT_FOUND');
  // another request's address does not lead to it either
  expect((await desk('finance-editor', `${other.id}/files/${answer}`)).code).toBe('NOT_FOUND');
  expect((await call(`/requests/requests/${id}/files/${answer}`, {})).status).toBe(401);
  expect((await add('finance-editor', id, 'answer', [{ name: 'b.pdf', bytes: pdf() }])).code).toBe(
    'INVALID_TRANSITION',
  );
  expect((await desk('finance-editor', `${id}/files/${answer}/removal`, { reason: '上传错了' })).code).toBe(
    'INVALID_TRANSITION',
  );
  await fetch(`${product.url}/requests/requests/${id}/files/${answer}`, {
    headers: people['office-supervisor']?.headers ?? {},
  });
  const entries = await product.query<{ verb: string }>(
    `select verb from audit_entries where document_id = $1 and verb like 'request-file-%'`,
    [id],
  );
  expect(entries.map(({ verb }) => verb)).toEqual([
    'request-file-added',
    'request-file-added',
    'request-file-viewed',
  ]);
});

test('who adds a file of the answer does not approve it', async () => {
  const { id } = await handled();
  await add('finance-editor', id, 'answer', [{ name: 'a.pdf', bytes: pdf() }]);
  const [row] = await product.query<{ authors: string[] }>(
    'select authors from information_requests where id = $1',
    [id],
  );
  expect(row?.authors).toHaveLength(1);
});

test('files are forgotten with the data of the request', async () => {
  const { id } = await applied([{ name: 'a.pdf', bytes: pdf() }]);
  await product.query(`update information_requests set sealed = null where id = $1`, [id]);
  const { forgetFiles } = nativeModule<typeof import('../../src/plugins/requests/server/files/store')>(
    'plugins/requests/server/files/store',
  );
  await forgetFiles(product.strapi.db.connection as never);
  const [found] = await product.query<{ n: number }>(
    `select (select count(*) from information_request_files where request_id = $1)::int
          + (select count(*) from information_request_file_parts where file_id not in (select id from information_request_files))::int as n`,
    [id],
  );
  expect(found?.n).toBe(0);
});

test('a file whose parts were exchanged in the database does not open', async () => {
  const { key } = await applied([
    { name: 'a.pdf', bytes: pdf('eins') },
    { name: 'b.pdf', bytes: pdf('zwei') },
  ]);
  const [first, second] = (await told(key)).files;
  await product.query(
    `update information_request_file_parts set content = (select content from information_request_file_parts where file_id = $1) where file_id = $2`,
    [second?.id, first?.id],
  );
  const got = await download(key, String(first?.id));
  expect(got.status).toBe(500);
  expect(await got.text()).not.toContain('zwei');
  await product.query('delete from information_request_files where id = $1', [first?.id]);
});

describe('redaction', () => {
  const SECRET = '江州某某科技有限公司';
  const document = {
    ...{ title: '关于补助资金的函', docNo: '', head: [], fields: [], notes: [] },
    blocks: [
      plain(`申报单位${SECRET}，联系电话13800138000。`),
      plain('补助金额为一百万元。'),
      plain(`抄送：${SECRET}`),
    ],
  };
  const plan = (more: object) => ({ article: '15', reason: '第三方不同意公开', ...more });
  async function prepared(type: 'docx' | 'pdf') {
    const { id, key } = await handled();
    const bytes = Buffer.from(await (type === 'pdf' ? renderPdf : renderDocx)(document as never, new Map()));
    const { data } = await add('finance-editor', id, 'original', [{ name: `函.${type}`, bytes }]);
    const original = data.data.at(-1) as FileTold;
    expect(original.canRedact).toBe(true);
    return { id, key, original };
  }
  const page = (id: string, file: string, no = 1) =>
    desk<PageTold>('finance-editor', `${id}/files/${file}/pages/${no}`);

  test.each(['docx', 'pdf'] as const)(
    '%s: a copy without the text is made, looked at, accepted and handed over',
    async (type) => {
      const { id, key, original } = await prepared(type);
      const shown = (await page(id, original.id)).data;
      expect(shown.text.replace(/\s/g, '')).toContain(SECRET);
      const removals = [{ text: SECRET }, { text: '13800138000' }];
      const made = await desk<{ id: string }>(
        'finance-editor',
        `${id}/files/${original.id}/redactions`,
        plan({ removals }),
      );
      expect([made.status, made.message]).toEqual([201, undefined]);
      const look = (await page(id, made.data.id)).data;
      expect(look.text).not.toContain(SECRET);
      if (type === 'docx') expect(look.text).toContain('申报单位■■■，联系电话■■■。');
      else expect([look.text.trim(), look.image?.startsWith('data:image/jpeg')]).toEqual(['', true]);
      const list = (await desk<FilesTold>('finance-editor', `${id}/files`)).data.data;
      expect(list.find((file) => file.id === made.data.id)).toMatchObject({
        ...{ role: 'redaction', madeFrom: original.id, canAccept: true },
        redaction: { removed: 3, article: '15', reason: '第三方不同意公开' },
      });
      expect((await desk('health-editor', `${id}/files/${made.data.id}/acceptance`, {})).code).toBe(
        'NOT_FOUND',
      );
      expect((await desk('finance-editor', `${id}/files/${made.data.id}/acceptance`, {})).status).toBe(200);
      await answered(id);
      const files = (await told(key)).files;
      expect(files).toMatchObject([{ id: made.data.id, name: `函（遮盖件）.${type}` }]);
      const bytes = Buffer.from(await (await download(key, made.data.id)).arrayBuffer());
      expect(bytes.includes(Buffer.from(SECRET))).toBe(false);
      const entries = await product.query<{ reason: string; details: object }>(
        `select reason, details from audit_entries where document_id = $1 and verb = 'request-file-redacted'`,
        [id],
      );
      expect(entries).toMatchObject([{ reason: '第三方不同意公开', details: { article: '15', removed: 3 } }]);
      expect(JSON.stringify(entries)).not.toContain(SECRET);
    },
  );

  test.each<[string, object, string]>([
    ['what is not there', { removals: [{ text: '没有的文字' }] }, 'REDACTION_FAILED'],
    ['no reason', { removals: [{ text: SECRET }], reason: '' }, 'INVALID_INPUT'],
    ['no article', { removals: [{ text: SECRET }], article: '99' }, 'INVALID_INPUT'],
    ['nothing', {}, 'INVALID_INPUT'],
    ['one character', { removals: [{ text: '司' }] }, 'INVALID_INPUT'],
    ['a region of a DOCX', { regions: [{ page: 1, x: 0, y: 0, width: 1, height: 1 }] }, 'INVALID_INPUT'],
  ])('%s is refused with a sentence, and no copy is made', async (_what, more, code) => {
    const { id, original } = await prepared('docx');
    const answer = await desk('finance-editor', `${id}/files/${original.id}/redactions`, plan(more));
    expect(answer).toMatchObject({ code, message: expect.stringMatching(/[\u4e00-\u9fff]/) });
    expect((await desk<FilesTold>('finance-editor', `${id}/files`)).data.data).toHaveLength(1);
  });

  test('a region of a PDF is painted over', async () => {
    const { id, original } = await prepared('pdf');
    const regions = [{ page: 1, x: 0, y: 0, width: 1, height: 1 }];
    const made = await desk<{ id: string }>(
      'finance-editor',
      `${id}/files/${original.id}/redactions`,
      plan({ regions }),
    );
    const { image } = (await page(id, made.data.id)).data;
    const { data, info } = await sharp(Buffer.from(String(image).split(',')[1] ?? '', 'base64'))
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    // inside of the edges, which a drawn page may share with its ground
    const bright = data.filter(
      (value, at) => value > 30 && at % info.width < info.width - 2 && at < data.length - 2 * info.width,
    );
    expect(bright).toHaveLength(0);
  });

  test('an unaccepted copy and the original are never handed over', async () => {
    const { id, key, original } = await prepared('docx');
    const removals = [{ text: SECRET }];
    const made = await desk<{ id: string }>(
      'finance-editor',
      `${id}/files/${original.id}/redactions`,
      plan({ removals }),
    );
    await answered(id);
    expect((await told(key)).files).toEqual([]);
    for (const file of [original.id, made.data.id]) expect((await download(key, file)).status).toBe(404);
  });
});

describe('with a scanner', () => {
  let clamd: FakeClamd | null = null;
  const settings = (config: object) => product.strapi.config.set('plugin::requests.clamd', config);
  afterEach(async () => {
    await clamd?.stop();
    clamd = null;
    settings({});
  });

  test('what is infected is not kept, what is clean is served, and without an answer a file waits until it is scanned', async () => {
    clamd = await fakeClamd();
    const { port } = clamd;
    settings({ host: '127.0.0.1', port, milliseconds: 2_000 });
    const before = await counts();
    expect(await send([{ name: 'a.txt', bytes: EICAR }])).toMatchObject({
      status: 422,
      code: 'INFECTED_FILE',
    });
    expect(await counts()).toBe(before);
    const clean = await applied([{ name: 'a.pdf', bytes: pdf() }]);
    const [file] = (await told(clean.key)).files;
    expect((await download(clean.key, String(file?.id))).status).toBe(200);

    await clamd.stop();
    const waiting = await applied([{ name: 'b.pdf', bytes: pdf() }]);
    const [held] = (await told(waiting.key)).files;
    expect(held?.why).toContain('查毒');
    const refused = await download(waiting.key, String(held?.id));
    expect([refused.status, (await refused.json()).error.details.code]).toEqual([409, 'FILE_NOT_SCANNED']);
    expect((await desk('finance-editor', `${waiting.id}/files/${held?.id}`)).code).toBe('FILE_NOT_SCANNED');

    clamd = await fakeClamd();
    settings({ host: '127.0.0.1', port: clamd.port, milliseconds: 2_000 });
    const { scanWaiting } = nativeModule<typeof import('../../src/plugins/requests/server/jobs/scan-files')>(
      'plugins/requests/server/jobs/scan-files',
    );
    await scanWaiting(product.strapi);
    expect((await download(waiting.key, String(held?.id))).status).toBe(200);
  });

  test('a virus that is found later takes the content away', async () => {
    const { key, id } = await applied([{ name: 'a.txt', bytes: EICAR }]);
    clamd = await fakeClamd();
    settings({ host: '127.0.0.1', port: clamd.port, milliseconds: 2_000 });
    const { scanWaiting } = nativeModule<typeof import('../../src/plugins/requests/server/jobs/scan-files')>(
      'plugins/requests/server/jobs/scan-files',
    );
    await scanWaiting(product.strapi);
    const [file] = (await told(key)).files;
    expect(file?.why).toContain('病毒');
    expect((await download(key, String(file?.id))).status).toBe(422);
    expect((await desk<FilesTold>('finance-editor', `${id}/files`)).data.data).toMatchObject([
      { scan: 'infected' },
    ]);
    expect(
      await product.query('select 1 from information_request_file_parts where file_id = $1', [file?.id]),
    ).toEqual([]);
  });
});

test('after a switch to the national algorithms old codes still lead to old requests, and new ones are sealed by them', async () => {
  const { key, id } = await applied([{ name: 'a.pdf', bytes: pdf() }]);
  nativeEnvironment().ENCRYPTION_PROFILE = 'sm';
  try {
    const { resealOld } = nativeModule<typeof import('../../src/plugins/requests/server/jobs/reseal')>(
      'plugins/requests/server/jobs/reseal',
    );
    expect((await told(key)).stateLabel).toBe('待登记');
    await resealOld(product.strapi);
    const [row] = await product.query<{ sealed: string }>(
      'select sealed from information_requests where id = $1',
      [id],
    );
    expect(row?.sealed).toMatch(/^sm\./);
    const [file] = (await told(key)).files;
    expect((await download(key, String(file?.id))).status).toBe(200);
    const later = await applied([{ name: 'b.pdf', bytes: pdf() }]);
    // found as the same applicant, although the first was written before the switch
    const { data } = await desk<{ related: { id: string; why: string }[] }>('finance-editor', later.id);
    expect(data.related).toContainEqual(expect.objectContaining({ id, why: 'sameApplicant' }));
  } finally {
    nativeEnvironment().ENCRYPTION_PROFILE = '';
  }
});
