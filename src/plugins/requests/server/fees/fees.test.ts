import vectors from '../vectors.json';
import { feeOfPages, feeOfPiece, proposeFee } from './fees';

test.each(vectors.feePerPiece as [number, number, number][])(
  'the %d-th piece of a month costs %d yuan, all of them together %d',
  (ordinal, each, together) => {
    expect(feeOfPiece(ordinal)).toBe(each);
    const all = Array.from({ length: ordinal }, (_piece, index) => feeOfPiece(index + 1));
    expect(all.reduce((sum, fee) => sum + fee, 0)).toBe(together);
  },
);

test.each(vectors.feePages as [number, number][])('%d pages cost %d yuan', (pages, yuan) => {
  expect(feeOfPages(pages)).toBe(yuan);
});

test('a request is charged on one basis, never on both', () => {
  const request = { ordinal: 12, pages: 150 };
  expect(proposeFee('piece', request)).toMatchObject({
    yuan: 100,
    explanation: expect.stringContaining('第12件'),
  });
  expect(proposeFee('volume', request)).toMatchObject({ yuan: 1700 });
});

test.each([() => feeOfPiece(0), () => feeOfPiece(1.5), () => feeOfPages(-1), () => feeOfPages(Number.NaN)])(
  'what is no count is refused (%#)',
  (ask) => {
    expect(ask).toThrow(RangeError);
  },
);
