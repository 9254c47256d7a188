import { type Measured, paginate } from './paginate';

const PAGE = 100;
const text = (height: number): Measured => ({ kind: 'text', height, line: 10, keepsNext: false });
const heading = (height = 10): Measured => ({ kind: 'text', height, line: 10, keepsNext: true });
const picture = (height: number): Measured => ({ kind: 'solid', height, keepsNext: false });
const caption = (): Measured => ({ kind: 'solid', height: 10, keepsNext: true });
const table = (rows: number[], more: Partial<Extract<Measured, { kind: 'table' }>> = {}): Measured => ({
  ...{ kind: 'table', lead: 0, rows, headerRows: 0, merged: [], mayCut: true },
  ...more,
});
const breaks = (blocks: Measured[]) => paginate(blocks, PAGE).map(({ breakBefore }) => breakBefore);
const cuts = (blocks: Measured[]) => paginate(blocks, PAGE).flatMap((one) => one.cuts);

describe('a heading', () => {
  test('stays where two lines follow it, and goes over where only one would', () => {
    expect(breaks([text(70), heading(), text(50)])).toEqual([false, false, false]);
    expect(breaks([text(80), heading(), text(50)])).toEqual([false, true, false]);
    expect(breaks([text(80), heading(), text(10)])).toEqual([false, false, false]);
  });
  test('takes the headings below it along', () => {
    expect(breaks([text(70), heading(), heading(), text(50)])).toEqual([false, true, false, false]);
  });
  test('and a caption stand above the head of their table and its first row', () => {
    const rows = table([20, 10, 10], { headerRows: 1 });
    expect(breaks([text(50), heading(), caption(), rows])).toEqual([false, false, false, false]);
    expect(breaks([text(60), heading(), caption(), rows])).toEqual([false, true, false, false]);
  });
  test('above what fits no page begins none of its own for it', () => {
    expect(breaks([text(50), heading(), table([150])])).toEqual([false, false, false]);
    expect(breaks([text(60), heading(), picture(95)])).toEqual([false, false, true]);
  });
  test('that ends the document, or 10,000 of them, are no trouble', () => {
    expect(breaks([heading()])).toEqual([false]);
    expect(breaks(Array.from({ length: 10_000 }, () => heading()))).toHaveLength(10_000);
  });
});

test('lines of a text flow on, and what follows is placed behind them', () => {
  // 95 points are taken: 25 lines go on, 10 a page
  expect(breaks([picture(95), text(250), heading(), text(50)])).toEqual([false, false, false, false]);
  expect(breaks([picture(95), text(280), heading(), text(50)])).toEqual([false, false, true, false]);
});

describe('a table', () => {
  test('is cut between rows, its head counted on every page', () => {
    expect(cuts([table(Array(20).fill(10), { headerRows: 2 })])).toEqual([10, 18]);
  });
  test('with a row higher than a page is cut around it', () => {
    expect(cuts([table([10, 250, 10])])).toEqual([1]);
  });
  test('is cut where merged cells have room for their contents on both pages', () => {
    const rows = Array(14).fill(10);
    // rows 8 to 13 are one cell: two of its rows would be alone on the first page
    expect(cuts([table(rows, { merged: [{ from: 8, to: 14, column: 0, need: 30 }] })])).toEqual([8]);
    // rows 0 to 11 are one cell: of twelve rows two would be alone on the second page
    expect(cuts([table(rows, { merged: [{ from: 0, to: 12, column: 0, need: 30 }] })])).toEqual([9]);
    // nothing is gained: the contents need nearly a page
    expect(cuts([table(rows, { merged: [{ from: 0, to: 12, column: 0, need: 90 }] })])).toEqual([10]);
  });
  test('that may not be cut is left to break', () => {
    expect(cuts([table(Array(20).fill(10), { mayCut: false })])).toEqual([]);
  });
});
