import fs from 'node:fs';
import path from 'node:path';
import { MISSING_PICTURE } from '../../../../shared/missing-picture';
import { cleanPastedHtml } from './clean-pasted-html';

const PNG =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
const fixture = (name: string) => fs.readFileSync(path.join(__dirname, 'fixtures', name), 'utf8');
/** one block a line, to be read */
const lines = (html: string) =>
  html
    .replace(/>\s+</g, '><')
    .replace(/(<\/(?:p|h\d|table|ul|ol)>)(?=<(?:p|h\d|table|ul|ol)\b)/g, '$1\n')
    .split('\n');

test('a document from Word keeps its headings, lists, table, links and emphasis, and nothing else', () => {
  expect(lines(cleanPastedHtml(fixture('word-clipboard.txt')))).toEqual([
    '<p style="text-align:center">关于做好城乡低保工作的通知</p>',
    '<h2>一、总体要求</h2>',
    '<p style="text-indent:2em">各镇人民政府应当自收到申请之日起<strong>20个工作日</strong>内办结，<u>不得拖延</u>，详见<a href="https://www.example.test/guide">办事指南</a>和H<sub>2</sub>O。新增的话。</p>',
    '<ol><li>受理申请<ul><li>身份证明</li><li>收入证明</li></ul></li><li>入户调查</li></ol>',
    '<p>（一）加强领导。</p>',
    '<table><thead><tr><th colspan="2"><p style="text-align:center"><strong>保障对象</strong></p></th><th><p>标准（元）</p></th></tr></thead>' +
      '<tr><td rowspan="2"><p style="text-indent:2em">城市低保</p></td><td><p>全额</p></td><td style="text-align:right"><p>885</p></td></tr>' +
      '<tr><td><p>差额</p></td><td></td></tr></table>',
    `<p><strong>${MISSING_PICTURE}</strong></p>`,
    '<p style="text-align:right">2026年11月2日</p>',
  ]);
});

test('a document from WPS likewise', () => {
  expect(lines(cleanPastedHtml(fixture('wps-clipboard.txt')))).toEqual([
    '<p style="text-align:center"><strong>采购结果公告</strong></p>',
    '<p style="text-indent:2em">现将结果公告如下：</p>',
    '<ul><li>采购人：区财政局</li><li>代理机构：无</li></ul>',
    '<table><tr><td rowspan="2"><p style="text-align:center">标包</p></td><td colspan="2"><p style="text-align:center">供应商</p></td></tr>' +
      '<tr><td><p>甲公司</p></td><td><p>乙公司</p></td></tr></table>',
    `<p><strong>${MISSING_PICTURE}</strong></p>`,
  ]);
});

test('pictures that the clipboard gives take the places of those that the HTML only names', () => {
  const html = cleanPastedHtml(fixture('word-clipboard.txt'), [PNG]);
  expect(html).toContain(`<img src="${PNG}" alt="" />`);
  expect(html).not.toContain(MISSING_PICTURE);
  expect(html).not.toContain('file:');
});

const list = (level: number, marker: string, text: string, id = 0) =>
  `<p class=MsoListParagraph style='mso-list:l${id} level${level} lfo1'><![if !supportLists]><span style='mso-list:Ignore'>${marker}<span>&nbsp; </span></span><![endif]>${text}</p>`;

describe('list paragraphs', () => {
  test.each<[string, string, string]>([
    [
      'three levels',
      list(1, '1.', '甲') + list(2, 'a.', '乙') + list(3, 'i.', '丙') + list(1, '2.', '丁'),
      '<ol><li>甲<ol type="a"><li>乙<ol type="i"><li>丙</li></ol></li></ol></li><li>丁</li></ol>',
    ],
    ['a list that goes on', list(1, '3.', '丙'), '<ol start="3"><li>丙</li></ol>'],
    [
      'a list that begins at a deeper level',
      list(2, '·', '乙') + list(1, '1.', '甲'),
      '<ul><li>乙</li></ul><ol><li>甲</li></ol>',
    ],
    [
      'two lists after each other',
      list(1, '1.', '甲') + list(1, '1.', '乙', 1),
      '<ol><li>甲</li></ol><ol><li>乙</li></ol>',
    ],
    [
      'a paragraph between',
      `${list(1, '1.', '甲')}<p>正文</p>${list(1, '2.', '乙')}`,
      '<ol><li>甲</li></ol><p>正文</p><ol start="2"><li>乙</li></ol>',
    ],
    [
      'numbers that are part of the text stay text',
      list(1, '一、', '甲') + list(1, '（1）', '乙') + list(1, '第一条', '丙'),
      '<p>一、甲</p><p>（1）乙</p><p>第一条丙</p>',
    ],
    ['a bullet of WPS', list(1, 'Ø', '甲'), '<ul><li>甲</li></ul>'],
    ['no number at all', '<p style="mso-list:none">甲</p>', '<p>甲</p>'],
    [
      'a list in a list of Outlook belongs to the item before',
      '<ul><li>甲</li><ul><li>乙</li></ul></ul>',
      '<ul><li>甲<ul><li>乙</li></ul></li></ul>',
    ],
  ])('%s', (_what, html, expected) => {
    expect(cleanPastedHtml(html)).toBe(expected);
  });
});

describe('emphasis, indent and space', () => {
  test.each<[string, string, string]>([
    [
      'by style',
      '<p><span style="font-weight:700;font-style:italic">甲</span></p>',
      '<p><em><strong>甲</strong></em></p>',
    ],
    ['taken back by style', '<b style="font-weight:normal"><p>甲</p></b>', '<p>甲</p>'],
    ['of nothing', '<p>甲<b> </b></p>', '<p>甲 </p>'],
    ['two wide spaces are an indent', '<p>\u3000\u3000甲</p>', '<p style="text-indent:2em">甲</p>'],
    [
      'four hard spaces as well',
      '<p><span>&nbsp;&nbsp;&nbsp;&nbsp;甲</span></p>',
      '<p style="text-indent:2em">甲</p>',
    ],
    ['a hanging indent is none', '<p style="text-indent:-21pt">甲</p>', '<p>甲</p>'],
    ['a line break of the source in Chinese', '<p>应当\n公开</p>', '<p>应当公开</p>'],
    ['… and in English', '<p>open\ngovernment</p>', '<p>open government</p>'],
    ['a frame around blocks', '<div><div>甲</div><p>乙</p></div>', '<p>甲</p><p>乙</p>'],
    ['empty paragraphs', '<p>甲</p><p>&nbsp;</p><p><br></p><p>乙</p>', '<p>甲</p><p>乙</p>'],
    ['a link to a place in the document', '<p><a href="#_Toc1">甲</a></p>', '<p>甲</p>'],
  ])('%s', (_what, html, expected) => {
    expect(cleanPastedHtml(html)).toBe(expected);
  });
});

describe('pictures', () => {
  test.each<[string, string, string]>([
    ['in the text', `<p><img src="${PNG}" alt="区位图"></p>`, `<p><img src="${PNG}" alt="区位图" /></p>`],
    ['of this system', '<p><img src="/uploads/a.png"></p>', '<p><img src="/uploads/a.png" alt="" /></p>'],
    [
      'named by a program',
      `<p><img src="${PNG}" alt="C:\\a\\clip.png"></p>`,
      `<p><img src="${PNG}" alt="" /></p>`,
    ],
    [
      'of another site',
      '<p><img src="https://example.test/a.png"></p>',
      `<p><strong>${MISSING_PICTURE}</strong></p>`,
    ],
    [
      'a drawing with scripts',
      '<p><img src="data:image/svg+xml;base64,AAAA"></p>',
      `<p><strong>${MISSING_PICTURE}</strong></p>`,
    ],
    ['that counts readers', '<p>甲<img width=1 height=1 src="https://example.test/a.gif"></p>', '<p>甲</p>'],
  ])('%s', (_what, html, expected) => {
    expect(cleanPastedHtml(html)).toBe(expected);
  });
});

test.each([
  '<p onclick="alert(1)">a</p><script>alert(1)</script>',
  '<a href="javascript:alert(1)">a</a>',
  '<a href=" java\nscript:alert(1)">a</a>',
  '<iframe src="https://example.test"></iframe>',
  '<svg><script>alert(1)</script></svg>',
  '<img src=x onerror=alert(1)>',
  '<table><tr><td style="background:url(javascript:alert(1))">a',
  '<!--><script>alert(1)</script>-->',
  '<![if !x]><style>@import "https://example.test"</style><![endif]>',
  '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
])('nothing that acts is taken over: %s', (html) => {
  expect(cleanPastedHtml(html)).not.toMatch(
    /script:|<script|onclick=|onerror=|<iframe|<svg|url\(|@import|<style/i,
  );
});

test.each([
  [
    'a merged cell over the whole world',
    '<table><tr><td colspan=99999999 rowspan=-3>a</td></tr></table>',
    '<table><tr><td colspan="100">a</td></tr></table>',
  ],
  [
    'a broken table',
    '<table><tr><td>a<td>b<tr><td>c',
    '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>',
  ],
])('%s', (_what, html, expected) => {
  expect(cleanPastedHtml(html)).toBe(expected);
});

test('cleaning twice changes nothing more', () => {
  for (const name of ['word-clipboard.txt', 'wps-clipboard.txt']) {
    const once = cleanPastedHtml(fixture(name));
    expect(cleanPastedHtml(once)).toBe(once);
  }
});

test('a long document is cleaned in a moment', () => {
  const started = Date.now();
  cleanPastedHtml(
    fixture('word-clipboard.txt').replace(/<!--StartFragment-->([\s\S]*)<!--EndFragment-->/, (all) =>
      all.repeat(200),
    ),
  );
  expect(Date.now() - started).toBeLessThan(3000);
});
