/** @jest-environment ./tests/integration/helpers/environment.cjs */
import path from 'node:path';
import { DIST } from '../../src/cli/start/paths';
import type { ImportJob, ImportPreview } from '../../src/plugins/imports/server/contract';
import { demoProject } from './helpers/documents';
import { RECORD, workingCopies } from './helpers/imports';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** What the plugin does when the server ends. */
const { stopBackground } = globalThis.nativeRequire(
  path.join(DIST, 'src/plugins/imports/server/jobs/background'),
) as typeof import('../../src/plugins/imports/server/jobs/background');

let product: Product;
let project: string;
const people: Record<string, Credentials> = {};

beforeAll(async () => {
  product = await startProduct();
  project = await demoProject(product);
  for (const account of ['housing-construction-editor', 'audit-editor', 'office-supervisor']) {
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
  }
});
afterAll(() => product.stop());

type Answer<T> = { status: number; data: T; message: string; code: string };

async function ask<T>(who: string, path: string, init: RequestInit = {}): Promise<Answer<T>> {
  const headers = { ...people[who]?.headers, ...(init.headers as Record<string, string>) };
  const answer = await fetch(`${product.url}/imports${path}`, { ...init, headers });
  const text = await answer.text();
  const body = text.startsWith('{') ? JSON.parse(text) : { data: text };
  return {
    status: answer.status,
    data: body.data,
    message: body.error?.message,
    code: body.error?.details?.code,
  };
}

const upload = (who: string, name: string, content: string, type: string = RECORD) => {
  const form = new FormData();
  form.append('type', type);
  form.append('file', new Blob([content]), name);
  return ask<ImportPreview>(who, '/jobs', { method: 'POST', body: form });
};
const run = (who: string, id: string, mapping: unknown, target = 'draft') =>
  ask<ImportJob>(who, `/jobs/${id}/run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ mapping, target }),
  });

async function finished(who: string, id: string): Promise<ImportJob> {
  for (let i = 0; i < 600; i += 1) {
    const { data } = await ask<ImportJob>(who, `/jobs/${id}`);
    if (data.state !== 'running') return data;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The import does not end');
}

const EDITOR = 'housing-construction-editor';
const CSV = '标题,成文日期,正文\n后台导入 一,2021年3月5日,正文\n后台导入 二,坏日期,正文\n';
const constants = () => ({ project, item: 'MP8-03', kind: 'document' });

test('an uploaded table is shown with what was understood, run, and reported row by row', async () => {
  const { status, data: preview } = await upload(EDITOR, '竣工.csv', CSV);
  expect(status).toBe(201);
  expect(preview).toMatchObject({
    headers: ['标题', '成文日期', '正文'],
    rows: [
      ['后台导入 一', '2021年3月5日', '正文'],
      ['后台导入 二', '坏日期', '正文'],
    ],
    mapping: { columns: { title: '标题', formedOn: '成文日期', body: '正文' } },
    job: { state: 'ready', stateName: '待开始', fileName: '竣工.csv', source: '竣工', total: 2 },
  });
  const { id } = preview.job;
  const started = await run(EDITOR, id, { ...preview.mapping, constants: constants() });
  expect(started.status).toBe(202);
  const job = await finished(EDITOR, id);
  expect(job.state).toBe('done');
  expect(job.counts.filter(({ count }) => count > 0)).toEqual([
    { key: 'created', name: '已导入', count: 1 },
    { key: 'failed', name: '未导入', count: 1 },
  ]);
  const report = await ask<string>(EDITOR, `/jobs/${id}/report`);
  expect(report.data).toContain('第3行：“成文日期”列：“坏日期”不是日期');
  expect(await workingCopies(product, '后台导入%')).toEqual([
    expect.objectContaining({ title: '后台导入 一', state: 'draft', owner: 'housing-construction' }),
  ]);
  expect((await ask<ImportJob[]>(EDITOR, '/jobs')).data.map((one) => one.id)).toContain(id);
});

test('an import submits at most: who enters does not publish', async () => {
  const { data } = await upload(EDITOR, '提交.csv', '标题,成文日期,正文\n后台提交 一,2021-3-5,正文\n');
  const mapping = { ...data.mapping, constants: constants() };
  const refused = await run(EDITOR, data.job.id, mapping, 'published');
  expect([refused.status, refused.code]).toEqual([400, 'INVALID_INPUT']);
  await run(EDITOR, data.job.id, mapping, 'submitted');
  await finished(EDITOR, data.job.id);
  expect(await workingCopies(product, '后台提交%')).toEqual([
    expect.objectContaining({ state: 'submitted' }),
  ]);
});

test("another person's import does not exist for anybody else", async () => {
  const { data } = await upload(EDITOR, '别人.csv', CSV);
  const { id } = data.job;
  for (const path of [`/jobs/${id}`, `/jobs/${id}/preview`, `/jobs/${id}/report`]) {
    expect(await ask('audit-editor', path)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  }
  expect(await run('audit-editor', id, data.mapping)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  expect((await ask<ImportJob[]>('audit-editor', '/jobs')).data).toEqual([]);
});

test.each([
  ['/types', {}],
  ['/jobs', {}],
  ['/jobs/x', {}],
  ['/jobs/x/run', { method: 'POST' }],
])('the office, and nobody signed in, gets nothing at %s', async (path, init) => {
  expect(await ask('office-supervisor', path, init)).toMatchObject({ status: 403, code: 'DUTY_REQUIRED' });
  expect((await ask('nobody', path, init)).status).toBe(401);
});

test('a department is offered only what it is responsible for, and refused the rest', async () => {
  const { data: types } = await ask<{ uid: string }[]>(EDITOR, '/types');
  expect(types.map(({ uid }) => uid)).toContain(RECORD);
  const foreign = await upload(EDITOR, 'x.csv', CSV, 'plugin::disclosure.department');
  expect(foreign).toMatchObject({ status: 403, code: 'NOT_RESPONSIBLE' });
});

test.each([
  ['a file that is no table', 'a.csv', '\u0001\u0002\u0003binary', '这不是表格文件'],
  ['headers that appear twice', 'b.csv', '标题,标题\n1,2\n', '表头重复'],
  ['an empty file', 'c.csv', '', '文件是空的'],
  ['a name that points elsewhere', '../../../etc/passwd.csv', '标题,标题\n', '表头重复'],
])('%s is refused at once, and nothing is kept', async (_what, name, content, message) => {
  const before = await product.query('select count(*) from imports');
  expect(await upload(EDITOR, name, content)).toMatchObject({
    status: 400,
    code: 'INVALID_INPUT',
    message: expect.stringContaining(message),
  });
  expect(await product.query('select count(*) from imports')).toEqual(before);
});

test('an import that a restart has interrupted is shown as such, and goes on where it was', async () => {
  const lines = Array.from({ length: 30 }, (_, i) => `后台中断 ${i},2021-3-5,正文`).join('\n');
  const { data } = await upload(EDITOR, '中断.csv', `标题,成文日期,正文\n${lines}\n`);
  const { id } = data.job;
  const mapping = { ...data.mapping, constants: constants() };
  await run(EDITOR, id, mapping);
  while ((await workingCopies(product, '后台中断%')).length < 5) await new Promise((r) => setTimeout(r, 10));
  await stopBackground();
  const stopped = await finished(EDITOR, id);
  expect(stopped).toMatchObject({ state: 'resumable', stateName: '已中断，可继续' });
  expect((await workingCopies(product, '后台中断%')).length).toBeLessThan(30);
  await run(EDITOR, id, mapping);
  expect(await finished(EDITOR, id)).toMatchObject({ state: 'done' });
  expect(await workingCopies(product, '后台中断%')).toHaveLength(30);
  expect((await run(EDITOR, id, mapping)).code).toBe('INVALID_TRANSITION');
});

describe('an import that was not begun', () => {
  const remove = (who: string, id: string) => ask(who, `/jobs/${id}`, { method: 'DELETE' });
  const pending = async () => (await upload(EDITOR, '待删.csv', CSV)).data;

  test('is removed by its own person alone, with its file', async () => {
    const { id } = (await pending()).job;
    expect((await remove('audit-editor', id)).code).toBe('NOT_FOUND');
    expect((await remove('office-supervisor', id)).code).toBe('DUTY_REQUIRED');
    expect((await remove(EDITOR, id)).status).toBe(204);
    expect((await ask(EDITOR, `/jobs/${id}`)).code).toBe('NOT_FOUND');
    expect(await product.query('select 1 from import_uploads where import_id = $1', [id])).toEqual([]);
  });

  test('stays once it was begun', async () => {
    const { job, mapping } = await pending();
    await run(EDITOR, job.id, { ...mapping, constants: constants() });
    await finished(EDITOR, job.id);
    expect((await remove(EDITOR, job.id)).code).toBe('INVALID_TRANSITION');
    expect((await ask<ImportJob>(EDITOR, `/jobs/${job.id}`)).data.state).toBe('done');
  });
});
