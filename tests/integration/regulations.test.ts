/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { existsSync, readdirSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../src/cli/start/paths';
import type { FileResult } from '../../src/plugins/policy/regulations/corpus/import-folder';
import { call } from './helpers/call';
import { act } from './helpers/documents';
import { graphql, readSchema, selectionOf } from './helpers/graphql';
import { importFolder, writeFiles } from './helpers/imports';
import { engine, nativeModule } from './helpers/native';
import { type Credentials, signInPanel } from './helpers/people';
import { type Desk, deskOf } from './helpers/policies';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';

/** 法规监测: the official texts, what differs between their versions, and the texts on the site that are older. */
const LEGAL_TEXT = 'plugin::policy.legal-text';
const REGULATIONS = '/api/policy/regulations';

let product: Product;
let justice: Desk;
let id: string;

const fileOf = (title: string, history: string[], articles: string[]): string =>
  [`# ${title}`, ...history, '<!-- INFO END -->', '## 第一章 总则', ...articles].join('\n\n');
const OLD = fileOf(
  '中华人民共和国样本条例',
  ['2007年4月5日 中华人民共和国国务院令第492号公布', '2008年5月1日 施行'],
  [
    '第一条 为了加强样本管理，制定本条例。',
    '第二条 国务院主管部门负责全国的样本监督管理工作。',
    '第三条 违反本条例规定的，处五万元以上十万元以下的罚款。',
  ],
);
const NEW = fileOf(
  '中华人民共和国样本条例',
  [
    '2007年4月5日 中华人民共和国国务院令第492号公布',
    '2019年4月3日 中华人民共和国国务院令第711号修订',
    '2019年5月15日 施行',
  ],
  [
    '第一条 为了加强样本管理，制定本条例。',
    '第二条 样本应当标明产地、批号和有效期。',
    '第三条 国务院主管部门负责全国的样本监督管理工作。',
    '第四条 违反本条例规定的，处十万元以上二十万元以下的罚款。',
  ],
);

const importAll = async (
  folder: string,
  options?: Parameters<
    typeof import('../../src/plugins/policy/regulations/corpus/import-folder')['importFolder']
  >[2],
) =>
  nativeModule<typeof import('../../src/plugins/policy/regulations/corpus/import-folder')>(
    'plugins/policy/regulations/corpus/import-folder',
  ).importFolder(product.strapi, folder, options);
const outcomes = (results: readonly FileResult[]) => results.map(({ file, outcome }) => [file, outcome]);
const versionsKept = async () =>
  product.query('select regulation_id, version_on::text, sha256 from regulation_versions order by 1, 2');

beforeAll(async () => {
  product = await startProduct();
  justice = await deskOf(product, 'justice');
  await importAll(writeFiles(importFolder(), { '样本条例(2007-04-05).md': OLD }));
  const [row] = await product.query<{ id: string }>("select id from regulations where name = '样本条例'");
  id = String(row?.id);
});
afterAll(() => product.stop());

/** Publishes the old text before the new one is known: what becomes outdated. */
let published: string;
beforeAll(async () => {
  published = await justice.publish(LEGAL_TEXT, {
    legalKind: 'administrative-regulation',
    regulation: id,
  });
  await importAll(writeFiles(importFolder(), { '样本条例(2019-04-03).md': NEW }));
});

describe('an import', () => {
  test('a second time changes nothing', async () => {
    const before = await versionsKept();
    const folder = writeFiles(importFolder(), {
      '样本条例(2007-04-05).md': OLD,
      'x/样本条例(2019-04-03).md': NEW,
    });
    expect(outcomes(await importAll(folder))).toEqual([
      ['x/样本条例(2019-04-03).md', 'unchanged'],
      ['样本条例(2007-04-05).md', 'unchanged'],
    ]);
    expect(await versionsKept()).toEqual(before);
  });

  test('goes on where it was interrupted', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 6 }, (_, at) => [
        `中断条例(202${at}-01-01).md`,
        fileOf('中断条例', [`202${at}年1月1日 国务院令第${at + 1}号公布`], [`第一条 第${at}版。`]),
      ]),
    );
    const folder = writeFiles(importFolder(), files);
    let seen = 0;
    const first = await importAll(folder, {
      onResult: (_result, done) => {
        seen = done;
      },
      isStopping: () => seen >= 2,
    });
    expect(first).toHaveLength(2);
    const results = await importAll(folder);
    expect(results.map(({ outcome }) => outcome)).toEqual([
      'unchanged',
      'unchanged',
      'new',
      'new',
      'new',
      'new',
    ]);
    const [row] = await product.query(
      "select versions, latest_on::text, doc_no from regulations where name = '中断条例'",
    );
    expect(row).toEqual({ versions: 6, latest_on: '2025-01-01', doc_no: '国务院令第6号' });
  });

  test('says of every bad file what is wrong with it, and takes the others', async () => {
    const folder = writeFiles(importFolder(), {
      '好条例(2020-01-01).md': fileOf('好条例', [], ['第一条 好。']),
      '没有日期.md': NEW,
      '没有文件头(2020-01-01).md': '第一条 甲',
      '没有正文(2020-01-01).md': fileOf('x', [], []).replace('## 第一章 总则', ''),
      '编码(2020-01-01).md': Buffer.from([0x23, 0x20, 0xd1, 0xf9]),
      '空字符(2020-01-01).md': `${NEW}\0`,
      '太大(2020-01-01).md': '',
      '样本条例(2019-04-03).md': NEW.replace('十万元', '百万元'),
      'README.md': '说明',
      '其他.txt': '不是法规',
    });
    truncateSync(path.join(folder, '太大(2020-01-01).md'), 2 ** 31);
    const before = await versionsKept();
    const results = new Map((await importAll(folder)).map((result) => [result.file, result]));
    expect([...results.keys()]).toHaveLength(8);
    const told = (file: string) => results.get(file)?.message;
    expect(results.get('好条例(2020-01-01).md')?.outcome).toBe('new');
    expect(told('没有日期.md')).toContain('文件名应为');
    expect(told('没有文件头(2020-01-01).md')).toContain('没有文件头');
    expect(told('没有正文(2020-01-01).md')).toContain('没有正文');
    expect(told('编码(2020-01-01).md')).toContain('UTF-8');
    expect(told('空字符(2020-01-01).md')).toContain('空字符');
    expect(told('太大(2020-01-01).md')).toContain('5MB');
    expect(results.get('样本条例(2019-04-03).md')).toMatchObject({ outcome: 'conflict' });
    const after = await versionsKept();
    expect(after).toEqual(expect.arrayContaining(before));
    expect(after).toHaveLength(before.length + 1);
  });

  test('of no folder, or an empty one, is refused', async () => {
    await expect(importAll('/nowhere')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    await expect(importAll(importFolder())).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test('is in the audit log, and no version can be changed or removed afterwards', async () => {
    const entries = await product.query<{ details: { versionOn: string } }>(
      "select details from audit_entries where verb = 'import-regulation' and document_id = $1 order by seq",
      [id],
    );
    expect(entries.map(({ details }) => details.versionOn)).toEqual(['2007-04-05', '2019-04-03']);
    for (const statement of [
      "update regulation_versions set title = 'x'",
      'delete from regulation_versions',
      'truncate regulation_versions',
    ])
      await expect(product.query(statement)).rejects.toThrow();
  });
});

describe('the public reads', () => {
  test('list the regulations, found by any part of their titles, page by page', async () => {
    const { body } = await read(product, `${REGULATIONS}?q=${encodeURIComponent('样本条')}`);
    expect(body.data).toEqual([
      {
        ...{ id, name: '样本条例', title: '中华人民共和国样本条例', docNo: '国务院令第711号' },
        ...{ latestOn: '2019-04-03', inForceFrom: '2019-05-15', versions: 2, url: `${REGULATIONS}/${id}` },
      },
    ]);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await read(product, `${REGULATIONS}?limit=1${cursor ? `&cursor=${cursor}` : ''}`);
      seen.push(...page.body.data.map((one: { id: string }) => one.id));
      cursor = page.body.meta.nextCursor;
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBe(Number((await product.query('select from regulations')).length));
  });

  test.each([
    ['2008-04-30', null, 0],
    ['2008-05-01', '2007-04-05', 3],
    ['2019-05-14', '2007-04-05', 3],
    ['2019-05-15', '2019-04-03', 4],
  ])('on %s the version of %s is in force', async (on, inForce, articles) => {
    const { body } = await read(product, `${REGULATIONS}/${id}?on=${on}`);
    expect(body.data).toMatchObject({ on, inForce });
    expect(body.data.articles).toHaveLength(articles);
    expect(body.data.versions.filter((version: { isInForce: boolean }) => version.isInForce)).toHaveLength(
      inForce ? 1 : 0,
    );
  });

  test('compare two versions article by article; without days the two newest', async () => {
    const { body } = await read(product, `${REGULATIONS}/${id}/compare?from=2007-04-05&to=2019-04-03`);
    expect(body.data.counts).toEqual({ same: 1, renumbered: 1, changed: 1, added: 1, removed: 0 });
    expect(body.data.articles.map(({ kind, from, to }: Record<string, string>) => [kind, from, to])).toEqual([
      ['same', '第一条', '第一条'],
      ['added', null, '第二条'],
      ['renumbered', '第二条', '第三条'],
      ['changed', '第三条', '第四条'],
    ]);
    expect((await read(product, `${REGULATIONS}/${id}/compare`)).body).toEqual(body);
    const back = await read(product, `${REGULATIONS}/${id}/compare?from=2019-04-03&to=2007-04-05`);
    expect(back.body.data.counts).toMatchObject({ added: 0, removed: 1 });
  });

  test.each([
    ['an unknown regulation', `${REGULATIONS}/nothing`, 404],
    ['a comparison of an unknown one', `${REGULATIONS}/nothing/compare`, 404],
    ['a version that is not there', () => `${REGULATIONS}/${id}/compare?from=1999-01-01`, 400],
    ['a day that is none', () => `${REGULATIONS}/${id}?on=2019-02-30`, 400],
    ['a parameter that nobody knows', () => `${REGULATIONS}?x=1`, 400],
    ['an endless word', () => `${REGULATIONS}?q=${'x'.repeat(200)}`, 400],
    ['a forged cursor', () => `${REGULATIONS}?cursor=eyJ4IjoxfQ`, 400],
  ])('refuse %s', async (_what, address, status) => {
    expect((await read(product, typeof address === 'string' ? address : address())).status).toBe(status);
  });

  test.each([
    [
      'policyRegulations',
      '(q: "样本", limit: 5)',
      () => `${REGULATIONS}?limit=5&q=${encodeURIComponent('样本')}`,
    ],
    ['policyRegulation', '(id: "ID", on: "2019-01-01")', () => `${REGULATIONS}/${id}?on=2019-01-01`],
    ['policyRegulationComparison', '(id: "ID")', () => `${REGULATIONS}/${id}/compare`],
  ])('say the same in GraphQL: %s', async (field, args, address) => {
    const { body } = await read(product, address());
    const type = (await readSchema(product)).getQueryType()?.getFields()[field]?.type;
    const answer = await graphql(
      product,
      `{ ${field}${args.replace('ID', id)} ${selectionOf(type, body.meta ? body : body.data)} }`,
    );
    expect(answer.errors).toEqual([]);
    expect(answer.data[field]).toEqual(body.meta ? body : body.data);
  });
});

describe('a legal text on the site', () => {
  test('is the official text, word for word, whatever was typed', async () => {
    const documentId = await justice.publish(LEGAL_TEXT, {
      ...{ legalKind: 'administrative-regulation', regulation: id, textVersionOn: '2007-04-05' },
      ...{ title: '别的标题', body: '<p>别的正文</p>' },
    });
    const { body } = await read(product, `${PUBLICATIONS}/${documentId}`);
    expect(body.data).toMatchObject({
      ...{ title: '中华人民共和国样本条例', docNo: '国务院令第492号', effectiveOn: '2008-05-01' },
      ...{ catalogueItem: 'L05-07', subjectId: id, item: '2007-04-05' },
      attributes: { regulation: id, textVersionOn: '2007-04-05' },
    });
    expect(body.data.body).toContain('<strong>第三条</strong>　违反本条例规定的，处五万元以上');
    expect(body.data.body).not.toContain('别的正文');
    const answer = await read(product, `${PUBLICATIONS}?subject=${id}`);
    expect(answer.body.data.map((one: { documentId: string }) => one.documentId)).toContain(documentId);
  });

  test('without an official text is what the department enters', async () => {
    const documentId = await justice.publish(LEGAL_TEXT, {
      ...{ legalKind: 'local-rule', title: '样本管理办法', textVersionOn: '2020-01-01' },
      ...{ effectiveOn: '2020-02-01', formedOn: '2020-01-01', body: '<p>第一条 办法。</p>' },
    });
    expect((await read(product, `${PUBLICATIONS}/${documentId}`)).body.data.body).toBe(
      '<p>第一条 办法。</p>',
    );
  });

  test.each([
    ['a regulation that nobody knows', { regulation: 'nothing' }, '没有这部法规'],
    ['a version that there is not', { textVersionOn: '1999-01-01' }, '2019-04-03、2007-04-05'],
  ])('of %s is refused', async (_what, values, message) => {
    const data = { legalKind: 'administrative-regulation', regulation: id, ...values };
    await expect(justice.create(LEGAL_TEXT, data)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining(message),
    });
  });
});

describe('法规监测', () => {
  const OUTDATED = '/policy/regulations/outdated';
  let editor: Credentials;
  let other: Credentials;
  let office: Credentials;
  beforeAll(async () => {
    const person = (name: string) => signInPanel(product, `${name}@example.test`, product.demoPassword);
    editor = await person('justice-editor');
    other = await person('finance-editor');
    office = await person('office-supervisor');
  });
  const look = async ({ headers }: Credentials) =>
    (await call(`${product.url}${OUTDATED}`, { headers })).body.data;
  const correct = (documentId: string, { headers }: Credentials) =>
    call(`${product.url}${OUTDATED}/${documentId}/correct`, { method: 'POST', headers });
  const mine = ({ outdated }: { outdated: { documentId: string }[] }) =>
    outdated.find(({ documentId }) => documentId === published);

  test('lists texts that are older than the newest official one: to a department its own, to the office all', async () => {
    expect(mine(await look(editor))).toMatchObject({
      ...{ textVersionOn: '2007-04-05', latestOn: '2019-04-03', inForceFrom: '2019-05-15', isInForce: true },
      ...{ regulation: id, owner: 'justice' },
    });
    expect(mine(await look(office))).toBeDefined();
    expect((await look(other)).outdated).toEqual([]);
    expect((await call(`${product.url}${OUTDATED}`)).status).toBe(401);
  });

  test('tells the department once', async () => {
    const { lookAtRegulations } = nativeModule<
      typeof import('../../src/plugins/policy/regulations/watch/look-at-regulations')
    >('plugins/policy/regulations/watch/look-at-regulations');
    const { inTransaction } =
      engine<typeof import('../../src/plugins/disclosure/server/gate/transaction')>('gate/transaction');
    const news = await inTransaction(product.strapi, (trx) =>
      lookAtRegulations(product.strapi, trx, '2026-11-27'),
    );
    expect(news.find(({ documentId }) => documentId === published)).toMatchObject({
      ...{ kind: 'regulation', owner: 'justice', key: `regulation:${published}:2019-04-03` },
      detail: expect.stringContaining('2019-05-15起施行'),
    });
  });

  test('another department cannot begin the correction, and nothing has changed then', async () => {
    expect(await correct(published, other)).toMatchObject({ status: 403, code: 'NOT_OWNER' });
    expect(await correct(published, office)).toMatchObject({ status: 403 });
    const [row] = await product.query(
      'select state from policy_legal_texts where document_id = $1 and published_at is null',
      [published],
    );
    expect(row).toEqual({ state: 'published' });
  });

  test('one click opens the correction with the newest text; published, the text is up to date', async () => {
    const answer = await correct(published, editor);
    expect(answer).toMatchObject({ status: 200, body: { data: { uid: LEGAL_TEXT, documentId: published } } });
    // what is public stays until it has been reviewed
    expect((await read(product, `${PUBLICATIONS}/${published}`)).body.data.item).toBe('2007-04-05');
    expect(mine(await look(editor))).toBeDefined();
    // pressed again: it is open already
    expect((await correct(published, editor)).status).toBe(200);
    await act(product.strapi, justice.editor, { verb: 'submit', uid: LEGAL_TEXT, documentId: published });
    expect(await correct(published, editor)).toMatchObject({ status: 409 });
    await justice.verb('approve', LEGAL_TEXT, published);
    await justice.verb('publish', LEGAL_TEXT, published);
    const { body } = await read(product, `${PUBLICATIONS}/${published}`);
    expect(body.data).toMatchObject({
      ...{ item: '2019-04-03', docNo: '国务院令第711号', editionNo: 2, formedOn: '2019-04-03' },
    });
    expect(body.data.body).toContain('处十万元以上二十万元以下的罚款');
    expect(mine(await look(editor))).toBeUndefined();
    expect(await correct(published, editor)).toMatchObject({ status: 409, code: 'INVALID_TRANSITION' });
  });
});

const SHARED = path.join(ROOT, '../shared/data/regulations');
const files = existsSync(SHARED) ? readdirSync(SHARED) : [];
(files.length > 0 ? test : test.skip)(
  `every official text of ../shared/data is imported${files.length > 0 ? '' : ' (it is not there)'}`,
  async () => {
    const results = await importAll(SHARED);
    expect(results).toHaveLength(files.length);
    // word for word what the demo has brought
    const known = results.filter(({ outcome }) => outcome === 'unchanged').map(({ file }) => file);
    expect(known).toEqual(readdirSync(path.join(ROOT, 'database/seeds/demo/regulations')).sort());
    expect(results.filter(({ outcome }) => outcome !== 'new')).toHaveLength(known.length);
    const { body } = await read(product, `${REGULATIONS}?q=${encodeURIComponent('政府信息公开条例')}`);
    expect(body.data[0]).toMatchObject({
      docNo: '国务院令第711号',
      latestOn: '2019-04-03',
      inForceFrom: '2019-05-15',
    });
    const one = await read(product, body.data[0].url);
    expect(one.body.data.articles[32]).toMatchObject({ label: '第三十三条', number: 33 });
  },
);
