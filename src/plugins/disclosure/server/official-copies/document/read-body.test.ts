import type { Block, Table } from './model';
import { textOfRuns } from './model';
import { readBody } from './read-body';

const outline = (html: string) =>
  readBody(html).map((block) =>
    block.kind === 'paragraph'
      ? [block.level, block.align, block.indent, textOfRuns(block.runs)]
      : block.kind,
  );
const tableOf = (html: string): Table => {
  const table = readBody(html).find((block: Block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('No table');
  return table;
};
/** A table drawn: the text of each cell with the places it takes, · for what a merged cell covers. */
const drawn = (html: string) =>
  tableOf(html).rows.map((row) =>
    row.map((cell) => {
      if (!cell) return '·';
      const text = cell.blocks
        .map((block) => (block.kind === 'paragraph' ? textOfRuns(block.runs) : '图'))
        .join('/');
      return cell.columns * cell.rows === 1 ? text : `${text} ${cell.columns}×${cell.rows}`;
    }),
  );

describe('paragraphs', () => {
  test('keep their levels, their alignment and their indent', () => {
    expect(
      outline(
        '<h1 style="text-align: center">题</h1><h2>一、总则</h2><h3>（一）目的</h3><p>正文</p>' +
          '<p style="text-align: right">区政府</p><p style="text-align: center">（公章）</p>',
      ),
    ).toEqual([
      [1, 'center', false, '题'],
      [2, null, true, '一、总则'],
      [3, null, true, '（一）目的'],
      [0, null, true, '正文'],
      [0, 'right', false, '区政府'],
      [0, 'center', false, '（公章）'],
    ]);
  });
  test('have no spaces that only stood for an indent, and none at their ends', () => {
    expect(outline('<p>　　一段&nbsp;文字 <b> </b></p><p>   </p>')).toEqual([
      [0, null, true, '一段\u00a0文字'],
    ]);
  });
  test('keep the looks of their words, and line breaks', () => {
    const [block] = readBody(
      '<p>水<strong>H<sub>2</sub></strong>O<br>见<a href="https://a.test/">此</a></p>',
    );
    expect(block).toMatchObject({
      runs: [
        { text: '水' },
        { text: 'H', bold: true },
        { text: '2', bold: true, script: 'sub' },
        { text: 'O' },
        { text: '\n' },
        { text: '见' },
        { text: '此', link: 'https://a.test/' },
      ],
    });
  });
  test('a link that could run something is only text', () => {
    expect(readBody('<p><a href="javascript:x">点</a></p>')).toMatchObject([{ runs: [{ text: '点' }] }]);
  });
  test.each([
    ['text alone', '只有文字', ['只有文字']],
    ['tags that are never closed', '<p>甲<b>乙<p>丙', ['甲乙', '丙']],
    ['signs', '<p>a &lt; b &amp; “c”</p>', ['a < b & “c”']],
  ])('%s is read', (_what, html, texts) => {
    expect(outline(html).map((line) => line[3])).toEqual(texts);
  });
});

test('lists have the numbers that a browser shows', () => {
  const html =
    '<ol start="3"><li>甲<ol type="a"><li>子</li></ol></li><li><p>乙</p></li></ol><ul><li>丙</li></ul><ol type="I"><li>丁</li></ol>';
  expect(outline(html).map((line) => line[3])).toEqual(['3. 甲', 'a. 子', '4. 乙', '• 丙', 'I. 丁']);
});

test('pictures stand where they stood', () => {
  expect(outline('<p>前<img src="/uploads/a.png" alt="图">后</p>')).toMatchObject([
    [0, null, true, '前'],
    'picture',
    [0, null, true, '后'],
  ]);
});

describe('tables', () => {
  test('keep merged cells, their caption and their header', () => {
    const html =
      '<table><caption>表1</caption><tr><th rowspan="2">序号</th><th colspan="2">标准</th></tr><tr><th>元</th><th>月</th></tr>' +
      '<tr><td>1</td><td colspan="2">甲</td></tr></table>';
    expect(drawn(html)).toEqual([
      ['序号 1×2', '标准 2×1', '·'],
      ['·', '元', '月'],
      ['1', '甲 2×1', '·'],
    ]);
    expect(tableOf(html)).toMatchObject({ caption: '表1', headerRows: 2, columns: 3 });
  });
  test.each([
    [
      'rows of different lengths',
      '<tr><td>a</td></tr><tr><td>b</td><td>c</td></tr>',
      [
        ['a', ''],
        ['b', 'c'],
      ],
    ],
    ['spans beyond the last row', '<tr><td rowspan="1000">a</td><td>b</td></tr>', [['a', 'b']]],
    ['a cell without a row', '<td>a</td>', [['a']]],
    [
      'a span into a place that is taken',
      '<tr><td>a</td><td rowspan="2">b</td></tr><tr><td colspan="2">c</td></tr>',
      [
        ['a', 'b 1×2', ''],
        ['c', '·', ''],
      ],
    ],
  ])('%s make a whole grid', (_what, rows, grid) => {
    expect(drawn(`<table>${rows}</table>`)).toEqual(grid);
  });
  test.each([
    ['<h2>三、收支情况</h2>', '收支情况', ''],
    ['<h3>（三）收支情况</h3>', '收支情况', ''],
    ['<h2>三、收支情况</h2>', '表1 收支情况', '表1 收支情况'],
    ['<p>收支情况</p>', '收支情况', '收支情况'],
  ])('below %s the caption %s reads “%s”', (above, caption, printed) => {
    expect(tableOf(`${above}<table><caption>${caption}</caption><tr><td>1</td></tr></table>`).caption).toBe(
      printed,
    );
  });
  test('in cells of tables become lines of the cell', () => {
    const inner = '<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>';
    expect(drawn(`<table><tr><td>前${inner}</td><td>后</td></tr></table>`)).toEqual([['前/甲　乙/丙', '后']]);
  });
  test('wider than any page become lines, without losing a word', () => {
    const html = `<table><tr>${'<td>甲</td>'.repeat(50)}</tr><tr><td>乙</td></tr></table>`;
    expect(outline(html).map((line) => line[3])).toEqual([Array(50).fill('甲').join('　'), '乙']);
  });
  test('200 deep are read like one', () => {
    const html = `${'<table><tr><td>'.repeat(200)}芯${'</td></tr></table>'.repeat(200)}`;
    expect(drawn(html)).toEqual([['芯']]);
  });
});
