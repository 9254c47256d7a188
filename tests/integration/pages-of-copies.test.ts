/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { OfficialDocument } from '../../src/plugins/disclosure/server/official-copies';
import { engine } from './helpers/native';
import { pagesOf } from './helpers/pages-of';

// pdf.js is an ES module, so the compiled product is what is tested
const { readBody, renderPdf } =
  engine<typeof import('../../src/plugins/disclosure/server/official-copies')>('official-copies');

const documentOf = (body: string, title = '通知'): OfficialDocument => ({
  ...{ title, docNo: null, head: [], fields: [], notes: [] },
  blocks: readBody(body),
});
const LINE = '<p>为了提高政府工作的透明度，制定本办法。</p>';
const ROW = '<tr><td>西城区</td><td>1</td></tr>';
const TABLE = `<table><caption>各区数量</caption><tr><th>区</th><th>数量</th></tr>${ROW.repeat(4)}</table>`;

/** How pages end, for numbers of lines above by which each heading comes to the end of one. */
async function endsOf(body: string): Promise<string[]> {
  const ends: string[] = [];
  for (let lines = 10; lines < 22; lines += 1) {
    const pages = await pagesOf(await renderPdf(documentOf(LINE.repeat(lines) + body)));
    ends.push(...pages.slice(0, -1).map((page) => page.at(-1) ?? '（空）'));
  }
  return ends;
}

describe('a page of a PDF', () => {
  test('never ends with a heading, a caption or the head of a table, wherever they stand', async () => {
    const ends = await endsOf(
      `<h2>一、目标</h2><h3>（一）数量</h3>${TABLE}<h2>二、措施</h2>${LINE.repeat(30)}`,
    );
    expect(ends.length).toBeGreaterThan(12);
    expect(new Set(ends)).toEqual(new Set(['为了提高政府工作的透明度，制定本办法。', '西城区 1']));
  }, 60_000);

  test('has the name of a merged cell on each page that it reaches, and every row once', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, at) => `<tr>${at === 0 ? '<td rowspan="60">全市</td>' : ''}<td>第${at}街道</td></tr>`,
    );
    const pages = await pagesOf(await renderPdf(documentOf(`<table>${rows.join('')}</table>`)));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.filter((line) => line.includes('全市'))).toHaveLength(1);
    const text = pages.flat().join(' ');
    for (let at = 0; at < 60; at += 1) expect(text.split(`第${at}街道`)).toHaveLength(2);
  });

  test('keeps all contents of a merged cell that is longer than a page', async () => {
    const long = Array.from({ length: 900 }, (_, at) => `${at}号。`).join('');
    const pages = await pagesOf(
      await renderPdf(
        documentOf(
          `<table><tr><td rowspan="40">${long}</td><td>行</td></tr>${'<tr><td>行</td></tr>'.repeat(39)}</table>`,
        ),
      ),
    );
    const text = pages.flat().join('').replace(/\s/g, '');
    for (let at = 0; at < 900; at += 1) expect(text).toContain(`${at}号。`);
    expect(text.split('行')).toHaveLength(41);
  });

  test('begins with a title in even lines', async () => {
    const [page] = await pagesOf(
      await renderPdf(documentOf(LINE, '青云谱区财政局2025年政府信息公开工作年度报告')),
    );
    expect(page?.slice(0, 2)).toEqual(['青云谱区财政局2025年', '政府信息公开工作年度报告']);
  });
});
