import { columnWidths, fitPicture, LINE, PAGE, SIZES, TEXT_HEIGHT, TEXT_WIDTH } from './layout';

test('a page has 22 lines of 28 characters', () => {
  expect(Math.floor(TEXT_WIDTH / SIZES.body)).toBe(28);
  expect(Math.floor(TEXT_HEIGHT / LINE)).toBe(22);
  expect([PAGE.width, PAGE.height].map(Math.round)).toEqual([595, 842]);
});

describe('columns', () => {
  const sum = (widths: number[]) => Math.round(widths.reduce((total, width) => total + width, 0));
  const texts = (longest: number[], unbroken = 1) => longest.map((length) => ({ longest: length, unbroken }));
  test('fill the room, whatever stands in them', () => {
    for (const lengths of [[1, 1], [2, 300, 4], [500, 500, 500], [0, 0, 0, 1000], Array(40).fill(100)])
      expect(sum(columnWidths(texts(lengths), 440, 12))).toBe(440);
  });
  test('a short one is as wide as its text, the others share the rest', () => {
    const [number = 0, text = 0, amount = 0] = columnWidths(texts([2, 80, 7]), 440, 12);
    expect(number).toBeGreaterThanOrEqual(24);
    expect(number).toBeLessThan(40);
    expect(amount).toBeGreaterThanOrEqual(84);
    expect(text).toBeGreaterThan(300);
  });
  test('one with a long text leaves the others room for what no line may break', () => {
    const widths = columnWidths([{ longest: 60, unbroken: 2 }, ...texts([7, 6, 6, 6, 6, 6, 6], 3)], 300, 9);
    expect(Math.min(...widths)).toBeGreaterThanOrEqual(3 * 9);
    expect(Math.max(...widths)).toBe(widths[0]);
  });
});

describe('pictures', () => {
  test.each([
    ['a small one keeps its size', { width: 100, height: 50 }, { width: 75, height: 37.5 }],
    ['a wide one fits the line', { width: 4000, height: 400 }, { width: 440, height: 44 }],
  ])('%s', (_what, size, fitted) => {
    expect(fitPicture(size, 440)).toEqual(fitted);
  });
  test('a tall one fits the page', () => {
    expect(fitPicture({ width: 10, height: 10_000 }, 440).height).toBeLessThan(TEXT_HEIGHT);
  });
});
