import { diffSequence, MOST_EDITS } from '../../../../shared/difference/diff-sequence';
import { diffWords, likeness, MOST_LETTERS, wordsOf } from '../../../../shared/difference/diff-words';
import type { Line, Part } from '../../../../shared/difference/parts';
import { blocksOf } from './blocks';
import { diffBlocks } from './diff-blocks';
import { diffContents } from './diff-content';
import { linesOfJson } from './json-lines';

/** A difference as one line of text: [-removed-]{+added+}. */
const shown = (parts: readonly Part[]): string =>
  parts
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`))
    .join('');
const shownLines = (lines: readonly Line[]): string[] =>
  lines.map(({ kind, parts }) => `${kind}: ${shown(parts)}`);

/** Both texts can be read out of their difference: nothing is lost in it. */
const sides = (parts: readonly Part[]) => ({
  before: parts
    .filter(({ kind }) => kind !== 'added')
    .map(({ text }) => text)
    .join(''),
  after: parts
    .filter(({ kind }) => kind !== 'removed')
    .map(({ text }) => text)
    .join(''),
});

describe('the words of a text', () => {
  test('are Chinese words, not letters', () => {
    expect(wordsOf('施工许可证已经发放')).toContain('施工');
    expect(wordsOf('施工许可证已经发放').join('')).toBe('施工许可证已经发放');
  });

  test.each([
    ['a word in the place of another', '由区住建局负责', '由区民政局负责', '由区[-住建局-]{+民政局+}负责'],
    ['a number', '共125户', '共130户', '共[-125-]{+130+}户'],
    ['something added at the end', '请携带身份证', '请携带身份证原件', '请携带身份证{+原件+}'],
    ['nothing', '同样的文字', '同样的文字', '同样的文字'],
    ['all of it, from nothing', '', '新的文字', '{+新的文字+}'],
    ['all of it, to nothing', '旧的文字', '', '[-旧的文字-]'],
  ])('%s', (_what, before, after, expected) => {
    const parts = diffWords(before, after);
    expect(parts && shown(parts)).toBe(expected);
  });

  test.each([
    ['𠮷野家开业', '𠮷野家停业'],
    ['a\ud800b', 'a\udc00b'],
    ['<script>1</script>', '<script>2</script>'],
    ['。。。,,,   ', '。。,,    '],
  ])('both texts can be read out of their difference: %j → %j', (before, after) => {
    const parts = diffWords(before, after) ?? [];
    expect(sides(parts)).toEqual({ before, after });
  });

  test('are not looked for in what is too long', () => {
    const long = '字'.repeat(MOST_LETTERS);
    expect(diffWords(long, `${long}加`)).toBeNull();
  });

  test('likeness is 1 for the same, 0 for nothing in common', () => {
    expect(likeness([{ kind: 'same', text: '一' }])).toBe(1);
    expect(
      likeness([
        { kind: 'removed', text: '一' },
        { kind: 'added', text: '二' },
      ]),
    ).toBe(0);
  });
});

describe('the blocks of a body', () => {
  test.each([
    ['paragraphs', '<p>甲</p><p>乙</p>', ['甲', '乙']],
    [
      'a heading and a list',
      '<h2>一、条件</h2><ul><li>年满18岁</li><li>本区户籍</li></ul>',
      ['一、条件', '年满18岁', '本区户籍'],
    ],
    [
      'the cells of a table',
      '<table><tr><td>户主</td><td colspan="2">张三</td></tr></table>',
      ['户主', '张三'],
    ],
    ['a line break', '<p>甲<br/>乙</p>', ['甲', '乙']],
    ['text in bold is text', '<p>请<strong>携带</strong>证件</p>', ['请携带证件']],
    ['signs', '<p>A&amp;B &lt;1&nbsp;&#20013;&#x6587;&unknown;</p>', ['A&B <1 中文&unknown;']],
    ['a picture is its name', '<p>如图<img src="/uploads/map_1.png" alt=""></p>', ['如图［图片 map_1.png］']],
    ['plain text', '没有标签', ['没有标签']],
    ['a sign that opens no tag', '<p>1 < 2 而 3 > 2</p>', ['1 < 2 而 3 > 2']],
    ['a tag that never ends', '<p>甲</p><img src="x', ['甲', '<img src="x']],
    ['nothing', '', []],
    ['empty blocks', '<p></p><p> </p>', []],
    ['a number that is no letter', '<p>&#9999999;&#0;</p>', ['&#9999999;&#0;']],
  ])('%s', (_what, html, expected) => {
    expect(blocksOf(html)).toEqual(expected);
  });

  test('change inside of a block, come and go', () => {
    const before = blocksOf('<p>第一条 施工单位为甲公司。</p><p>第二条 不变。</p><p>第三条 删去的内容。</p>');
    const after = blocksOf('<p>第一条 施工单位为乙公司。</p><p>第二条 不变。</p><h2>附则</h2>');
    const { lines, coarse } = diffBlocks(before, after);
    expect(coarse).toBe(false);
    expect(shownLines(lines)).toEqual([
      'changed: 第一条 施工单位为[-甲-]{+乙+}公司。',
      'same: 第二条 不变。',
      'removed: [-第三条 删去的内容。-]',
      'added: {+附则+}',
    ]);
  });

  test('a cell of a table is compared by itself', () => {
    const row = (amount: string) => `<table><tr><td>张三</td><td>${amount}</td><td>湖坊村</td></tr></table>`;
    const { lines } = diffBlocks(blocksOf(row('补助500元')), blocksOf(row('补助600元')));
    expect(shownLines(lines)).toEqual(['same: 张三', 'changed: 补助[-500-]{+600+}元', 'same: 湖坊村']);
  });
});

describe('hostile sizes end soon, and the answer says what could not be compared', () => {
  const within = (milliseconds: number, work: () => void) => {
    const start = performance.now();
    work();
    expect(performance.now() - start).toBeLessThan(milliseconds);
  };
  const paragraphs = (count: number, text: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => `<p>${text(index)}</p>`).join('');

  test('a million letters, one paragraph changed: compared word by word', () => {
    const before = paragraphs(10_000, (index) => `第${index}段${'公开内容'.repeat(25)}`);
    const after = before.replace('第5000段公开', '第5000段不予公开');
    within(5000, () => {
      const { lines, coarse } = diffBlocks(blocksOf(before), blocksOf(after));
      expect(coarse).toBe(false);
      expect(lines.filter(({ kind }) => kind !== 'same')).toHaveLength(1);
    });
  });

  test('a million letters, all of them other ones: as a whole', () => {
    const before = paragraphs(10_000, (index) => `甲${index}${'旧'.repeat(100)}`);
    const after = paragraphs(10_000, (index) => `乙${index}${'新'.repeat(100)}`);
    within(5000, () => {
      const { lines, coarse } = diffBlocks(blocksOf(before), blocksOf(after));
      expect(coarse).toBe(true);
      expect(lines).toHaveLength(20_000);
    });
  });

  test('one paragraph of a million letters: as a whole', () => {
    within(5000, () => {
      const { lines, coarse } = diffBlocks(['甲'.repeat(1_000_000)], ['乙'.repeat(1_000_000)]);
      expect({ coarse, kinds: lines.map(({ kind }) => kind) }).toEqual({
        coarse: true,
        kinds: ['removed', 'added'],
      });
    });
  });

  test('every paragraph changed a little: word by word as far as it goes, then by paragraphs', () => {
    const before = Array.from({ length: 900 }, (_, index) => `第${index}段${'补助对象名单'.repeat(20)}`);
    const after = before.map((block) => `${block}已核`);
    within(20_000, () => {
      const { lines, coarse } = diffBlocks(before, after);
      expect(coarse).toBe(true);
      expect(lines.some(({ kind }) => kind === 'changed')).toBe(true);
    });
  });

  test.each([
    ['a hundred thousand open tags', '<'.repeat(100_000)],
    ['open tags with names', '<a '.repeat(100_000)],
    ['signs that end nowhere', '&'.repeat(100_000)],
    ['deep nesting', '<div>'.repeat(50_000)],
  ])('%s', (_what, html) => {
    within(2000, () => blocksOf(html));
  });

  test('lists that differ in more than the most edits are not compared', () => {
    const list = (letter: string) => Array.from({ length: MOST_EDITS }, (_, index) => `${letter}${index}`);
    expect(diffSequence(list('a'), list('b'))).toBeNull();
    expect(diffSequence([...list('a'), 'x'], [...list('a'), 'y'])).toHaveLength(3);
  });
});

describe('the fields of two texts', () => {
  const FIELDS = [
    { name: 'title', label: '标题', type: 'string' },
    { name: 'kind', label: '信息类型', type: 'choice' },
    { name: 'formedOn', label: '成文日期', type: 'date' },
    { name: 'body', label: '正文', type: 'html' },
    { name: 'attachments', label: '附件', type: 'files' },
    { name: 'roster', label: '名单', type: 'roster' },
    { name: 'plan', label: '安排', type: 'json' },
  ];
  const compare = (before: object, after: object, names: Record<string, Record<string, string>> = {}) =>
    diffContents(
      FIELDS,
      { content: before as Record<string, unknown>, names },
      { content: after as Record<string, unknown>, names: {} },
    ).map(({ label, lines }) => [label, shownLines(lines)]);

  test.each<[string, object, object, [string, string[]][]]>([
    ['nothing', { title: '甲', body: null }, { title: '甲', body: '' }, []],
    [
      'a title',
      { title: '关于甲的通知' },
      { title: '关于乙的通知' },
      [['标题', ['changed: 关于[-甲-]{+乙+}的通知']]],
    ],
    ['a date', { formedOn: '2026-11-02' }, { formedOn: null }, [['成文日期', ['changed: [-2026-11-02-]']]]],
    [
      'attachments that came and went',
      {
        attachments: [
          { id: 1, name: '甲.pdf', url: '/a' },
          { id: 2, name: '乙.pdf', url: '/b' },
        ],
      },
      {
        attachments: [
          { name: '甲.pdf', url: '/a' },
          { name: '丙.docx', url: '/c' },
        ],
      },
      [['附件', ['same: 甲.pdf', 'removed: [-乙.pdf-]', 'added: {+丙.docx+}']]],
    ],
    [
      'attachments in another order, of one name',
      { attachments: [{ name: '甲.pdf', url: '/a' }] },
      { attachments: [{ name: '甲.pdf', url: '/b' }] },
      [['附件', ['changed: 文件相同，顺序或内容有变化']]],
    ],
    [
      'members of a value, whatever the order of their keys',
      { plan: { a: '甲', b: { c: '乙' } } },
      { plan: { b: { c: '丙' }, a: '甲' } },
      [['安排', ['same: a：甲', 'changed: b → c：[-乙-]{+丙+}']]],
    ],
    [
      'how a text looks',
      { body: '<p>甲</p>' },
      { body: '<p><b>甲</b></p>' },
      [['正文', ['changed: 只有格式（字体、对齐等）不同']]],
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(compare(before, after)).toEqual(expected);
  });

  test('codes are told in words', () => {
    const names = { kind: { document: '文件', guide: '办事指南' }, roster: { r1: '名单，12行' } };
    expect(
      compare({ kind: 'document', roster: { id: 'r1' } }, { kind: 'guide', roster: 'r2' }, names),
    ).toEqual([
      ['信息类型', ['changed: [-文件-]{+办事指南+}']],
      ['名单', ['changed: [-名单，12行-]{+r2+}']],
    ]);
  });

  test('a value of many members is cut, not followed for ever', () => {
    const huge = Array.from({ length: 20_000 }, (_, index) => ({ index }));
    expect(linesOfJson(huge)).toHaveLength(5000);
    expect(linesOfJson(null)).toEqual([]);
    expect(linesOfJson(['甲', '乙'])).toEqual(['甲', '乙']);
  });
});
