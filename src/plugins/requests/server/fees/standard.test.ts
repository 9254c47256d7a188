import { feeOfPages, feeOfPiece } from './fees';
import { feeStandard } from './standard';

const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

test('each tier by piece costs what the piece costs, at its first and at its last one (国办函〔2020〕109号)', () => {
  for (const { range, price } of feeStandard().piece.slice(0, -1)) {
    const [yuan = 0] = numbersIn(price);
    for (const ordinal of numbersIn(range)) expect([range, feeOfPiece(ordinal)]).toEqual([range, yuan]);
  }
});

test('each tier by volume costs what one more page costs', () => {
  for (const { range, price } of feeStandard().volume) {
    const [yuan = 0] = numbersIn(price);
    for (const page of numbersIn(range))
      expect([range, feeOfPages(page) - feeOfPages(page - 1)]).toEqual([range, yuan]);
  }
});
