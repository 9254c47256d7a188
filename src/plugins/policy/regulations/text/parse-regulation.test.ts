import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BadFile } from './bad-file';
import { decodeText, MAX_BYTES } from './decode';
import { parseFileName } from './file-name';
import { type Article, parseRegulation } from './parse-regulation';
import { toHtml } from './to-html';

const HEAD = `# 中华人民共和国样本条例

2007年4月5日 中华人民共和国国务院令第492号公布

2019年4月3日 中华人民共和国国务院令第711号修订　

2019年5月15日 施行

<!-- INFO END -->
`;
const BODY = `
## 第一章 总则

第一条 为了样本，制定本条例。

第二条　本条例所称样本，是指：

(一)甲；

(二)第三条 规定的乙。

## 第二章　附则

第三条 本条例自公布之日起施行。

第三条之一 另有规定的，从其规定。
`;

describe('a file name', () => {
  test.each([
    ['样本条例(2019-04-03).md', '样本条例', '2019-04-03'],
    ['样本条例（2019-04-03）.md', '样本条例', '2019-04-03'],
    ['关于“样本”(试行)的规定(1986-02-18).md', '关于“样本”(试行)的规定', '1986-02-18'],
  ])('%s says which version it is', (file, name, versionOn) => {
    expect(parseFileName(file)).toEqual({ name, versionOn });
  });
  test.each([
    '样本条例.md',
    '样本条例(2019-4-3).md',
    '(2019-04-03).md',
    '样本条例(2019-04-03).txt',
    '样本条例(2019-02-30).md',
  ])('%s is refused', (file) => expect(() => parseFileName(file)).toThrow(BadFile));
});

describe('a text', () => {
  test('has its head, its chapters and its articles', () => {
    expect(parseRegulation(HEAD + BODY)).toEqual({
      title: '中华人民共和国样本条例',
      history: [
        '2007年4月5日 中华人民共和国国务院令第492号公布',
        '2019年4月3日 中华人民共和国国务院令第711号修订',
        '2019年5月15日 施行',
      ],
      docNo: '国务院令第711号',
      effectiveOn: '2019-05-15',
      articles: [
        { label: '第一条', number: 1, chapter: '第一章 总则', section: null, text: '为了样本，制定本条例。' },
        {
          ...{ label: '第二条', number: 2, chapter: '第一章 总则', section: null },
          text: '本条例所称样本，是指：\n(一)甲；\n(二)第三条 规定的乙。',
        },
        {
          label: '第三条',
          number: 3,
          chapter: '第二章 附则',
          section: null,
          text: '本条例自公布之日起施行。',
        },
        {
          label: '第三条之一',
          number: 3,
          chapter: '第二章 附则',
          section: null,
          text: '另有规定的，从其规定。',
        },
      ],
    });
  });
  test('without articles is read by paragraphs, and loses none', () => {
    const { articles, docNo, effectiveOn } = parseRegulation(
      '# 样本规定\n<!-- INFO END -->\n(一) 甲\n\n(二) 乙\n',
    );
    expect(articles.map(({ label, text }) => [label, text])).toEqual([
      [null, '(一) 甲'],
      [null, '(二) 乙'],
    ]);
    expect([docNo, effectiveOn]).toEqual([null, null]);
  });
  test('may have Windows line ends, and words before its first article', () => {
    const source = `${HEAD}前言\n第一条 甲\n## 附件\n表`.replace(/\n/g, '\r\n');
    expect(
      parseRegulation(source).articles.map(({ label, chapter, text }) => [label, chapter, text]),
    ).toEqual([
      [null, null, '前言'],
      ['第一条', null, '甲'],
      [null, '附件', '表'],
    ]);
  });
  test('keeps sections, and headings with nothing under them', () => {
    const source = `${HEAD}## 第一章\n### 第一节\n第一条 甲\n## 第二章\n## 第三章\n第二条 乙\n## 附件`;
    expect(
      parseRegulation(source).articles.map(({ label, chapter, section }) => [label, chapter, section]),
    ).toEqual([
      ['第一条', '第一章', '第一节'],
      [null, '第二章', null],
      ['第二条', '第三章', null],
      [null, '附件', null],
    ]);
  });
  test('that begins a line with a reference to an article keeps it as text', () => {
    expect(parseRegulation(`${HEAD}第一条 甲\n第三条规定的除外。`).articles).toHaveLength(1);
  });
  test.each<[string, string, RegExp]>([
    ['no head', '# 样本\n第一条 甲', /没有文件头/],
    ['no title', '<!-- INFO END -->\n第一条 甲', /标题/],
    ['no body', HEAD, /没有正文/],
    ['a line without end', `${HEAD}第一条 ${'甲'.repeat(300_000)}`, /太长/],
    ['articles without end', HEAD + '第一条 甲\n'.repeat(4000), /超过3000条/],
  ])('with %s is refused, and told why', (_what, source, message) => {
    expect(() => parseRegulation(source)).toThrow(message);
  });
});

describe('bytes', () => {
  test('may have a byte order mark', () => {
    expect(decodeText(Buffer.from('\ufeff# 样本'))).toBe('# 样本');
  });
  test.each<[string, Uint8Array, RegExp]>([
    ['in another encoding', Buffer.from([0xd1, 0xf9, 0xb1, 0xbe]), /UTF-8/],
    ['with a NUL', Buffer.from('样\0本'), /空字符/],
    ['too many', new Uint8Array(MAX_BYTES + 1), /5MB/],
  ])('%s are refused', (_what, bytes, message) => {
    expect(() => decodeText(bytes)).toThrow(message);
  });
});

test('a body for the site has every word of the text, and no markup of its own', () => {
  const articles: Article[] = [
    { label: '第一条', number: 1, chapter: '第一章 总则', section: '第一节 节', text: '甲<script>\n乙&' },
    { label: null, number: null, chapter: '附件', section: null, text: '丙' },
  ];
  expect(toHtml(articles)).toBe(
    [
      '<h2 style="text-align:center">第一章 总则</h2>',
      '<h3 style="text-align:center">第一节 节</h3>',
      '<p style="text-indent:2em"><strong>第一条</strong>　甲&lt;script&gt;</p>',
      '<p style="text-indent:2em">乙&amp;</p>',
      '<h2 style="text-align:center">附件</h2>',
      '<p style="text-indent:2em">丙</p>',
    ].join('\n'),
  );
});

const ENTITIES: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;' };

const SHARED = path.resolve(__dirname, '../../../../../../shared/data/regulations');
const files = existsSync(SHARED) ? readdirSync(SHARED) : [];
(files.length > 0 ? describe : describe.skip)(
  `the official texts${files.length > 0 ? '' : ' (../shared/data/regulations is not there)'}`,
  () => {
    const read = (file: string) => {
      const source = decodeText(readFileSync(path.join(SHARED, file)));
      return { source, text: parseRegulation(source) };
    };

    test('are all read, with every letter', () => {
      const letters = (html: string) =>
        html
          .replace(/<[^>]*>/g, '')
          .replace(/&lt;/g, '<')
          .replace(/&gt;/g, '>')
          .replace(/&amp;/g, '&')
          .replace(/[\s#]/g, '');
      for (const file of files) {
        const { source, text } = read(file);
        parseFileName(file);
        const [, body = ''] = source.split('<!-- INFO END -->');
        const isWhole =
          letters(toHtml(text.articles)) ===
          letters(body.replace(/[<>&]/g, (sign) => ENTITIES[sign] ?? sign));
        expect({ file, isWhole }).toEqual({ file, isWhole: true });
      }
    });
    test('number their articles without a gap, but for the few that have none', () => {
      const without: string[] = [];
      for (const file of files) {
        const numbers = read(file).text.articles.flatMap(({ number }) => number ?? []);
        if (numbers.length === 0) without.push(file);
        expect({ file, numbers }).toEqual({ file, numbers: numbers.map((_, at) => at + 1) });
      }
      expect(without).toHaveLength(12);
    });
  },
);
