import { boxesFor } from './pdf-boxes';
import type { PdfPage, TextItem, Viewport } from './pdf-pages';

/** A page of 400 by 200 points that is drawn as large as it is, upside down as screens are. */
const viewport: Viewport = { width: 400, height: 200, convertToViewportPoint: (x, y) => [x, 200 - y] };
const item = (str: string, more: Partial<TextItem> = {}): TextItem => ({
  ...{ str, hasEOL: false, transform: [20, 0, 0, 20, 100, 100], width: 200, height: 20, fontName: 'f' },
  ...more,
});
const page = (items: TextItem[], isVertical = false) =>
  ({ items, isVertical: () => isVertical }) as unknown as PdfPage;
const covers = (
  box: { x: number; y: number; width: number; height: number } | undefined,
  x: number,
  y: number,
) => box !== undefined && x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

test('a box covers the letters from below their line to above them, and some of what stands beside', () => {
  const [box] = boxesFor(page([item('甲乙丙丁戊己庚辛壬癸')]), [{ start: 2, end: 4 }], viewport);
  for (const [x, y] of [
    [140, 100],
    [180, 100],
    [140, 82],
    [160, 104],
  ] as const)
    expect(covers(box, x, y)).toBe(true);
  expect(covers(box, 110, 100)).toBe(false);
  expect(covers(box, 230, 100)).toBe(false);
});

test('digits among Chinese letters are covered however wide the font makes them', () => {
  // 话 20, eleven digits of 8 to 14, 止 20
  for (const digit of [8, 10, 12, 14]) {
    const width = 40 + 11 * digit;
    const [box] = boxesFor(page([item('话13800138000止', { width })]), [{ start: 1, end: 12 }], viewport);
    expect(covers(box, 120 + digit / 2, 95)).toBe(true);
    expect(covers(box, 120 + 10.5 * digit, 95)).toBe(true);
  }
});

test('however narrow the letters before it are set, no part of a text is left', () => {
  for (const narrow of [4.5, 8, 14, 19]) {
    const width = 10 * narrow + 11 * 11 + 5 * narrow;
    const [box] = boxesFor(
      page([item('abcdefghij13800138000klmno', { width })]),
      [{ start: 10, end: 21 }],
      viewport,
    );
    expect(covers(box, 100 + 10 * narrow, 95)).toBe(true);
    expect(covers(box, 100 + 10 * narrow + 121, 95)).toBe(true);
  }
});

test('a text over several items is covered in each, line ends counted', () => {
  const items = [
    item('甲乙', { width: 40, hasEOL: true }),
    item('丙丁', { width: 40, transform: [20, 0, 0, 20, 100, 60] }),
  ];
  const boxes = boxesFor(page(items), [{ start: 1, end: 4 }], viewport);
  expect(boxes).toHaveLength(2);
  expect([covers(boxes[0], 130, 95), covers(boxes[1], 110, 135)]).toEqual([true, true]);
});

test('turned text is covered in its direction, vertical text whole', () => {
  const [turned] = boxesFor(
    page([item('甲乙', { width: 40, transform: [0, 20, -20, 0, 100, 100] })]),
    [{ start: 1, end: 2 }],
    viewport,
  );
  expect(covers(turned, 90, 200 - 130)).toBe(true);
  const [vertical] = boxesFor(
    page([item('甲乙', { width: 20, height: 40 })], true),
    [{ start: 1, end: 2 }],
    viewport,
  );
  for (const y of [105, 120, 138]) expect(covers(vertical, 105, y)).toBe(true);
});
