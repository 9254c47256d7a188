/** @jest-environment ./tests/integration/helpers/environment.cjs */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Budget as BudgetClass } from '../../src/plugins/disclosure/server/privacy/files/read/budget';
import { act, type Documents, documentsOf } from './helpers/documents';
import { lettersOf } from './helpers/file-letters';
import { graphql } from './helpers/graphql';
import { engine } from './helpers/native';
import { signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';
import { removeUploads, type Uploaded, upload } from './helpers/uploads';

/** Publications as DOCX and PDF in official layout. */
const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'copies-'));
let product: Product;
let documents: Documents;
const uploaded: Uploaded[] = [];

beforeAll(async () => {
  product = await startProduct({ env: { DATA_DIR: dataDir, PUBLIC_URL: 'https://gk.example.gov.cn' } });
  documents = await documentsOf(product);
});
afterAll(async () => {
  removeUploads(product, uploaded);
  await product.stop();
  fs.rmSync(dataDir, { recursive: true, force: true });
});

type Format = 'docx' | 'pdf';
const FORMATS: Format[] = ['docx', 'pdf'];
const pathOf = (documentId: string, format: Format) => `${PUBLICATIONS}/${documentId}/copy.${format}`;
const download = async (documentId: string, format: Format, headers: Record<string, string> = {}) => {
  const answer = await fetch(`${product.url}${pathOf(documentId, format)}`, { headers });
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) };
};

const publish = (body: string, more: Record<string, unknown> = {}) =>
  documents.make('published', {
    title: '关于“一老一小”服务的通知',
    docNo: '青府发〔2026〕5号',
    body,
    ...more,
  });

const PARAGRAPH =
  '为了保障公民、法人和其他组织依法获取政府信息，提高政府工作的透明度，建设法治政府，充分发挥政府信息对人民群众生产、生活和经济社会活动的服务作用，制定本办法（以下简称“办法”）；自2026年12月1日起施行。';
const BODY = [
  '<h2 style="text-indent:2em">一、总体要求</h2>',
  `<p style="text-indent:2em">${PARAGRAPH.repeat(20)}</p>`,
  '<h3 style="text-indent:2em">（一）目标</h3>',
  '<table><caption>表1</caption><tr><th rowspan="2">序号</th><th colspan="2">标准</th></tr><tr><th>城市</th><th>农村</th></tr><tr><td>1</td><td>885元</td><td>665元</td></tr></table>',
  '<ol start="3"><li>受理</li><li>审核</li></ol>',
  '<p style="text-align:right">青云谱区人民政府</p>',
].join('');
const WORDS = `一、总体要求${PARAGRAPH.repeat(20)}（一）目标表1序号标准城市农村1885元665元3.受理4.审核青云谱区人民政府`;

describe('a copy', () => {
  let documentId: string;
  beforeAll(async () => {
    documentId = await publish(BODY);
  });

  test('is told by the detail of its publication, in REST and in GraphQL', async () => {
    const copies = { docx: pathOf(documentId, 'docx'), pdf: pathOf(documentId, 'pdf') };
    expect((await read(product, `${PUBLICATIONS}/${documentId}`)).body.data.copies).toEqual(copies);
    const { body } = await graphql(
      product,
      `{ publication(documentId: "${documentId}") { copies { docx pdf } } }`,
    );
    expect(body.data.publication.copies).toEqual(copies);
    const { body: list } = await read(product, `${PUBLICATIONS}?limit=1`);
    expect(list.data[0]).not.toHaveProperty('copies');
  });

  test.each(FORMATS)(
    'as %s has every word of the text in its order, and says where it comes from',
    async (format) => {
      const { bytes, headers, status } = await download(documentId, format);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent('关于“一老一小”服务的通知')}.${format}`,
      );
      const letters = await lettersOf(bytes, format);
      expect(letters).toContain(WORDS);
      for (const part of [
        '关于“一老一小”服务的通知',
        '青府发〔2026〕5号',
        '公开机构：',
        `来源：https://gk.example.gov.cn${PUBLICATIONS}/${documentId}`,
      ])
        expect(letters).toContain(part);
    },
  );

  test('as PDF begins no line with a sign that closes', async () => {
    const { bytes } = await download(documentId, 'pdf');
    const { readFile } = engine<
      typeof import('../../src/plugins/disclosure/server/privacy/files/read/read-file')
    >('privacy/files/read/read-file');
    const { Budget } = engine<{ Budget: typeof BudgetClass }>('privacy/files/read/budget');
    const lines: string[] = [];
    for await (const piece of readFile(bytes, 'x.pdf', new Budget()))
      if (piece !== 'partial') lines.push(...piece.text.split('\n'));
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.filter((line) => /^[，。、；：！？）》〉】〕”’]/.test(line))).toEqual([]);
    expect(lines.filter((line) => /[（《〈【〔“‘]$/.test(line))).toEqual([]);
  });

  test.each(FORMATS)('as %s is not sent again to who has it, until the text changes', async (format) => {
    const first = await download(documentId, format);
    const tag = String(first.headers.get('etag'));
    expect((await download(documentId, format, { 'if-none-match': tag })).status).toBe(304);
    const again = await download(documentId, format);
    expect(again.bytes.equals(first.bytes)).toBe(true);
  });

  test('is made once for all who ask for it at a time', async () => {
    const other = await publish('<p>同时</p>');
    const copies = await Promise.all(Array.from({ length: 8 }, () => download(other, 'pdf')));
    expect(new Set(copies.map(({ bytes }) => bytes.toString('base64'))).size).toBe(1);
  });

  test('of a correction is another one', async () => {
    const other = await publish('<p>更正前</p>');
    const before = await download(other, 'pdf');
    const { editor, reviewer } = documents;
    await act(product.strapi, editor, { verb: 'correct', documentId: other, input: { reason: '测试' } });
    await act(product.strapi, editor, { verb: 'edit', documentId: other, data: { body: '<p>更正后</p>' } });
    await act(product.strapi, editor, { verb: 'submit', documentId: other });
    await act(product.strapi, reviewer, { verb: 'approve', documentId: other });
    await act(product.strapi, reviewer, { verb: 'publish', documentId: other });
    const after = await download(other, 'pdf', { 'if-none-match': String(before.headers.get('etag')) });
    expect(after.status).toBe(200);
    expect(await lettersOf(after.bytes, 'pdf')).toContain('更正后');
  });
});

test('a guide is printed as a table of its fields', async () => {
  const documentId = await publish('', {
    ...{ kind: 'guide', body: null, conditions: '年满60周岁', materials: '身份证\n户口簿', steps: '申请' },
    ...{ processingTime: '5个工作日', fee: '不收费', places: '区政务大厅', phones: '0791-88460000' },
  });
  for (const format of FORMATS)
    expect(await lettersOf((await download(documentId, format)).bytes, format)).toContain(
      '办理条件年满60周岁申请材料身份证户口簿办理流程申请办理时限5个工作日',
    );
});

describe('no copy', () => {
  test.each(FORMATS)('as %s of what never was public, or is no longer', async (format) => {
    expect((await read(product, pathOf('nothing', format))).code).toBe('NOT_FOUND');
    const draft = await documents.make('draft', { body: '<p>草稿</p>' });
    expect((await read(product, pathOf(draft, format))).status).toBe(404);
    const withdrawn = await documents.make('withdrawn', { body: '<p>撤回</p>' });
    const answer = await read(product, pathOf(withdrawn, format));
    expect({ status: answer.status, code: answer.code }).toEqual({ status: 410, code: 'WITHDRAWN' });
  });
  test('with parameters that nobody knows', async () => {
    const documentId = await publish('<p>参数</p>');
    expect((await read(product, `${pathOf(documentId, 'pdf')}?x=1`)).code).toBe('INVALID_QUERY');
  });
});

describe('pictures', () => {
  const png = async (width: number, height: number): Promise<Buffer> => {
    const sharp = globalThis.nativeRequire('sharp') as typeof import('sharp').default;
    return sharp({ create: { width, height, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
  };

  test.each(FORMATS)('of the media library are in the %s; for others their place is told', async (format) => {
    const who = await signInPanel(product, 'housing-construction-editor@example.test', product.demoPassword);
    const picture = await upload(product, who, 'map.png', await png(640, 480), { type: 'image/png' });
    uploaded.push(picture);
    const documentId = await publish(
      `<p>图前<img src="${picture.url}" alt="区位图">图后</p><p><img src="/uploads/gone.png" alt="旧图"></p>` +
        '<p><img src="https://example.test/x.png" alt="外图"></p><p><img src="/uploads/../../package.json" alt="别的"></p>',
    );
    const { bytes, status } = await download(documentId, format);
    expect(status).toBe(200);
    const letters = await lettersOf(bytes, format);
    expect(letters).not.toContain('区位图');
    for (const alt of ['旧图', '外图', '别的']) expect(letters).toContain(`［图片“${alt}”见网页］`);
    if (format === 'pdf') expect(bytes.toString('latin1')).toContain('/Subtype /Image');
  });

  test('that only pretend to be some, or are too large, are left out', async () => {
    const { readPicture } = engine<
      typeof import('../../src/plugins/disclosure/server/official-copies/making/load-pictures')
    >('official-copies/making/load-pictures');
    await expect(readPicture(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).resolves.toBeNull();
    await expect(readPicture(await png(9000, 9000))).rejects.toThrow(/pixel/i);
    const picture = await readPicture(await png(4000, 1000));
    expect(picture).toMatchObject({ width: 1600, height: 400, type: 'jpg' });
  });
});

describe('a text that was made to do harm gives a file', () => {
  const REPEATED = '政务公开，“信息”公开。';
  test.each<[string, string, RegExp]>([
    ['200 tables deep', `${'<table><tr><td>'.repeat(200)}芯${'</td></tr></table>'.repeat(200)}`, /芯/],
    ['a table of 200 columns', `<table><tr>${'<td>列</td>'.repeat(200)}</tr></table>`, /列{200}/],
    [
      'spans beyond reason',
      '<table><tr><td colspan="100" rowspan="1000">甲</td><td rowspan="9">乙</td></tr></table>',
      /甲乙/,
    ],
    ['4000 rows', `<table>${'<tr><td>一</td><td>二</td></tr>'.repeat(4000)}</table>`, /(一二){4000}/],
    ['a word of 5000 letters', `<p>${'x'.repeat(5000)}</p>`, /x{5000}/],
    ['100,000 letters', `<p>${REPEATED.repeat(30)}</p>`.repeat(300), /公开。(政务公开，“信息”公开。){8990}/],
  ])('%s', async (_what, body, expected) => {
    const documentId = await publish(body);
    for (const format of FORMATS) {
      const { status, bytes } = await download(documentId, format);
      expect(status).toBe(200);
      expect(await lettersOf(bytes, format)).toMatch(expected);
    }
  });

  test('letters that the font has not are shown as such', async () => {
    const documentId = await publish('<p>表情😀👨‍👩‍👧和生僻字㐂</p>');
    const letters = await lettersOf((await download(documentId, 'pdf')).bytes, 'pdf');
    expect(letters).toMatch(/表情〓+和生僻字㐂/);
    expect(letters).toContain('〓：');
    expect(await lettersOf((await download(documentId, 'docx')).bytes, 'docx')).toContain('表情😀');
  });

  test('or, beyond any measure, a sentence; the server answers meanwhile, and does not try again at once', async () => {
    const documentId = await publish(`<p>${REPEATED.repeat(55_000)}</p>`);
    const running = download(documentId, 'pdf');
    const begun = Date.now();
    expect((await read(product, '/api/disclosure/departments')).status).toBe(200);
    expect(Date.now() - begun).toBeLessThan(5000);
    const { status, bytes } = await running;
    expect(status).toBe(404);
    expect(JSON.parse(bytes.toString()).error.message).toContain('篇幅太大');
    const again = Date.now();
    expect((await download(documentId, 'pdf')).status).toBe(404);
    expect(Date.now() - again).toBeLessThan(2000);
  });
});
