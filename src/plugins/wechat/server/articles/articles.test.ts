import { LIMITS, lengthOf } from './limits';
import { articlesQuerySchema } from './query';
import { coversOf, toArticle } from './to-article';
import { writeContent } from './write-content';

const write = (html: string, limit = 20_000) =>
  writeContent(html, { limit, pictureOf: (url) => (url.startsWith('/uploads/') ? `https://x${url}` : null) });
/** Without the styles, which are a matter of taste. */
const bare = (html: string, limit?: number) => write(html, limit).html.replace(/ style="[^"]*"/g, '');

test.each([
  [
    'scripts, styles, frames and forms go with what is in them',
    '<p>a<script>x()</script></p><style>p{}</style><form><p>b</p></form><iframe src="x"></iframe>',
    '<p>a</p>',
  ],
  ['handlers and classes go', '<p class="x" onclick="y()" id="z">a</p>', '<p>a</p>'],
  ['unknown tags leave their text', '<div><article>a</article></div>', 'a'],
  [
    'tags are said in those that are kept',
    '<h5>a</h5><b>b</b><i>c</i><u>d</u>',
    '<h4>a</h4><strong>b</strong><em>c</em><span>d</span>',
  ],
  [
    'a table keeps its spans',
    '<table><tbody><tr><td colspan="2" rowspan="x">a</td></tr></tbody></table>',
    '<section><table><tr><td colspan="2">a</td></tr></table></section>',
  ],
  [
    'links work within WeChat only',
    '<a href="https://mp.weixin.qq.com/s/x">a</a><a href="https://e.cn/?a=1&amp;b">b</a><a href="javascript:x">c</a>',
    '<a href="https://mp.weixin.qq.com/s/x">a</a>b（https://e.cn/?a=1&amp;b）c',
  ],
  [
    'pictures are those of the library',
    '<img src="/uploads/a.png" alt="x"><img src="data:image/png;base64,AA"><img>',
    '<img src="https://x/uploads/a.png" alt="x"><span>（图略，见原文）</span><span>（图略，见原文）</span>',
  ],
  [
    'what was left open is closed',
    '<ul><li>a<li><strong>b</ul>',
    '<ul><li>a</li><li><strong>b</strong></li></ul>',
  ],
  ['text stays text', '<p>&lt;script&gt;&amp;"</p>', '<p>&lt;script&gt;&amp;&quot;</p>'],
])('%s', (_what, html, expected) => {
  expect(bare(html)).toBe(expected);
});

test('alignment and indent stay, other styles do not', () => {
  const { html } = write(
    '<p style="text-align: center; position:fixed; text-indent:2em; background:url(x)">a</p>',
  );
  expect(html).toMatch(/^<p style="[^"]*text-align: center;text-indent:2em">a<\/p>$/);
});

describe('what is too long is cut', () => {
  test('after a paragraph', () => {
    const { html, isCut, pictures } = write(
      `${'<p>一二三</p>'.repeat(50)}<p><img src="/uploads/a.png"></p>`,
      300,
    );
    expect(isCut).toBe(true);
    expect(html.length).toBeLessThanOrEqual(300);
    expect(html.endsWith('一二三</p>')).toBe(true);
    expect(pictures).toEqual([]);
  });

  test('after a row of a table, which is closed', () => {
    const { html, isCut } = write(`<table>${'<tr><td>一二三</td></tr>'.repeat(50)}</table>`, 1000);
    expect([isCut, html.length <= 1000, html.endsWith('</tr></table></section>')]).toEqual([
      true,
      true,
      true,
    ]);
  });

  test('within a first paragraph that has no end, but not within a sign', () => {
    const { html, isCut } = write(`<p>${'😀&amp;'.repeat(500)}</p>`, 200);
    expect([isCut, html.length <= 200]).toEqual([true, true]);
    expect(html).toMatch(/(😀(&amp;)?)+…<\/p>$/u);
  });

  test('at once, and nesting without end does no harm', () => {
    const begun = Date.now();
    expect(write('<p>a</p>'.repeat(200_000)).isCut).toBe(true);
    expect(write('<div><blockquote>'.repeat(20_000)).html.length).toBeLessThanOrEqual(20_000);
    expect(Date.now() - begun).toBeLessThan(3_000);
  });
});

const publication = {
  documentId: 'd',
  title: '标题'.repeat(40),
  ownerName: '区'.repeat(30),
  abstract: '摘\n要'.repeat(100),
  body: `<p>正文</p><img src="/uploads/b.jpg">${'<p>很长的正文。</p>'.repeat(3000)}`,
  attachments: Array.from({ length: 30 }, (_, i) => ({
    name: `附件${'很长的名字'.repeat(30)}${i}.pdf`,
    url: `/uploads/${i}.${i === 3 ? 'PNG' : 'pdf'}`,
  })),
  docNo: '青府发〔2026〕1号',
  indexNo: 'x/2026-1',
  publishedAt: '2026-11-27T09:00:00.000+08:00',
  roster: null,
};
const article = (more: object = {}) =>
  toArticle({
    publication: { ...publication, ...more },
    fields: {},
    pageUrl: 'https://gk.example.gov.cn/d',
    pictureOf: (url) => `https://mmbiz.qpic.cn/${'x'.repeat(150)}${url}`,
  });

test('an article stays within the limits of draft/add, with the whole title and a pointer to the rest', () => {
  const { title, author, digest, content, cover, isCut, pictures } = article();
  expect([lengthOf(title), lengthOf(author), lengthOf(digest)]).toEqual([
    LIMITS.title,
    LIMITS.author,
    LIMITS.digest,
  ]);
  expect(content.length).toBeLessThanOrEqual(LIMITS.content);
  expect(Buffer.byteLength(content)).toBeLessThanOrEqual(LIMITS.contentBytes);
  expect([isCut, content.includes(publication.title), content.includes('全文请点击“阅读原文”查看')]).toEqual([
    true,
    true,
    true,
  ]);
  expect(content).toContain('共30个附件');
  expect([cover, pictures]).toEqual(['/uploads/b.jpg', ['/uploads/b.jpg']]);
});

test('the department writes a title of its own, and a form without text is told by its fields', () => {
  const own = toArticle({
    publication: { title: '一个长长的标题'.repeat(6), attributes: { time: '7个工作日' } },
    fields: { time: { type: 'string', label: '办理时限' } },
    ...{ pageUrl: '', pictureOf: () => null, title: '短标题' },
  });
  expect(own).toMatchObject({ title: '短标题', isTitleCut: false, digest: '办理时限：7个工作日' });
  expect(own.content).toContain('一个长长的标题一个长长的标题');
  expect(article().isTitleCut).toBe(true);
});

test('a short one is whole; attached pictures can be the cover', () => {
  const short = article({
    body: '<p>短</p>',
    title: '短标题',
    abstract: null,
    attachments: publication.attachments.slice(3, 4),
  });
  expect(short).toMatchObject({ title: '短标题', digest: '短', isCut: false, cover: '/uploads/3.PNG' });
  expect(short.content).not.toContain('全文');
  expect(coversOf({ body: '', attachments: [] })).toEqual([]);
});

test.each([
  ['2026-11-02', { day: '2026-11-02', instant: null }],
  ['2026-11-01T20:00:00Z', { day: '2026-11-02', instant: new Date('2026-11-01T20:00:00Z') }],
])('since %s', (since, read) => {
  expect(articlesQuerySchema.parse({ since }).since).toEqual(read);
});

test.each([
  { since: 'x' },
  { since: '2026-02-30' },
  { since: ['2026-11-02'] },
  { since: '2026-11-02T09:00' },
  { limit: '101' },
  { limit: '0' },
  { column: '' },
  { other: '1' },
])('%j is no query', (query) => {
  expect(articlesQuerySchema.safeParse(query).success).toBe(false);
});
