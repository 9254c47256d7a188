import { acrossPages } from './across';
import { brokenIn, withoutCovered } from './broken';
import { type Line, linesOf, withoutRanges } from './page-lines';
import type { TextItem } from './pdf-pages';

/** Lines of a page one under the other, in letters of 10 points. */
function page(...rows: (string | [text: string, left: number, y: number])[]): Line[] {
  let start = 0;
  return rows.map((row, index) => {
    const [text, left, y] = typeof row === 'string' ? [row, 50, 700 - 15 * index] : row;
    const line = { text, start, left, right: left + 10 * text.length, y, size: 10 };
    start += text.length + 1;
    return line;
  });
}
const NAME = '江州某某科技有限公司';

describe('over the end of a page', () => {
  test('a text is found behind the number of the page and under a head that both pages have', () => {
    const before = page('某区文件', '申报单位为江州某某', '— 1 —');
    const behind = page('某区文件', '科技有限公司，金额一百万元。', '— 2 —');
    const [found, ...more] = acrossPages(before, behind, [NAME]);
    expect(more).toEqual([]);
    expect(found?.before).toEqual([{ start: 10, end: 14 }]);
    expect(found?.behind).toEqual([{ start: 5, end: 11 }]);
  });

  test('what stands whole on one page is not counted again', () => {
    expect(acrossPages(page(NAME), page(NAME), [NAME])).toEqual([]);
  });

  test('what has been removed there is not found once more, with a foot that differs it still is', () => {
    const before = page('单位为江州某某', '印发日期一');
    const behind = page('科技有限公司。');
    expect(acrossPages(before, behind, [NAME])).toEqual([]);
    expect(brokenIn([before, behind], [NAME])).toEqual([{ text: NAME, page: 1 }]);
    const removed = before.map((line) => withoutRanges(line, [{ start: 3, end: 7 }]));
    expect(brokenIn([removed, behind], [NAME])).toEqual([]);
  });
});

describe('divided on a page', () => {
  const cells: [string, number, number][] = [
    ['江州某某', 50, 700],
    ['补助资金', 150, 700],
    ['科技有限', 50, 685],
    ['一百万元', 150, 685],
    ['公司', 50, 670],
  ];

  test('a text that goes down a cell of a table, drawn row by row, is told', () => {
    expect(brokenIn([page(...cells)], [NAME])).toEqual([{ text: NAME, page: 1 }]);
    expect(brokenIn([page(...cells)], ['补助资金一百万元'])).toHaveLength(1);
  });

  test('letters of other columns are none of it', () => {
    expect(brokenIn([page(...cells)], ['江州某某一百万元'])).toEqual([]);
    expect(brokenIn([page('江州某某', '另外一行', '科技有限公司')], [NAME])).toEqual([]);
  });

  test('covered in all its parts it is not there any more; in one part it is', () => {
    const toPage = (x: number, y: number): [number, number] => [x, 800 - y];
    const cover = (boxes: { x: number; y: number; width: number; height: number }[]) =>
      brokenIn([page(...cells).map((line) => withoutCovered(line, boxes, toPage))], [NAME]);
    expect(cover([{ x: 45, y: 85, width: 60, height: 50 }])).toEqual([]);
    expect(cover([{ x: 145, y: 85, width: 60, height: 50 }])).toHaveLength(1);
  });
});

test('items are one line until a gap, and keep their places in the text of the page', () => {
  const item = (str: string, x: number, hasEOL = false) =>
    ({ str, hasEOL, transform: [10, 0, 0, 10, x, 700], width: 10 * str.length, height: 10 }) as TextItem;
  const lines = linesOf({
    items: [item('江州', 50), item('某某', 70), item('金额', 200, true), item('乙', 50)],
  });
  expect(lines.map(({ text, start }) => [text, start])).toEqual([
    ['江州某某', 0],
    ['金额', 4],
    ['乙', 7],
  ]);
});
