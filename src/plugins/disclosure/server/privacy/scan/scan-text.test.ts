import { isValidUscc } from '../../rules/organ-codes';
import vectors from '../../rules/vectors.json';
import { DEFAULT_PRIVACY } from '../settings';
import { hasIdentityShape, isIdentityNumber, passesLuhn } from './numbers';
import { maskHits, scanText } from './scan-text';

const kinds = (text: string) => scanText(text).map(({ kind }) => kind);
const masked = (text: string) => maskHits(text, scanText(text));

/** A reproducible series of numbers below `n`. */
function series(seed: number) {
  let state = seed;
  return (n: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * n);
  };
}
const two = (n: number) => String(n).padStart(2, '0');

function makeIdentityNumber(next: (n: number) => number): string {
  const region = `${1 + next(8)}${String(next(100_000)).padStart(5, '0')}`;
  const head = `${region}${1900 + next(126)}${two(1 + next(12))}${two(1 + next(28))}${String(next(1000)).padStart(3, '0')}`;
  const check = [...'0123456789X'].find((character) => isIdentityNumber(head + character));
  return head + check;
}
function makeCard(next: (n: number) => number, length: number): string {
  const head = `62${Array.from({ length: length - 3 }, () => next(10)).join('')}`;
  return `${head}${[...'0123456789'].find((digit) => passesLuhn(head + digit))}`;
}

describe('the vectors', () => {
  test.each(vectors.idCard.valid)('%s is an identity number', (id) =>
    expect(kinds(id)).toEqual(['identity-number']),
  );
  test.each(vectors.idCard.invalid)('%s is none: its check character is wrong', (id) =>
    expect(kinds(id)).toEqual([]),
  );
  test.each([...Object.entries(vectors.idCard.mask), ...Object.entries(vectors.phoneMask)])(
    '%s is masked as %s',
    (value, shown) => expect(masked(`号码:${value}。`)).toBe(`号码:${shown}。`),
  );
  test.each(vectors.uscc.valid)('%s is a unified social credit code, nothing of a person', (code) =>
    expect(kinds(`统一社会信用代码 ${code}`)).toEqual([]),
  );
  test('a phone number in wide digits is found', () =>
    expect(kinds('１３８００１３８０００')).toEqual(['phone']));
});

const ID = '11010519491231002X';
const CARD = '6217000010028192832';

describe('found', () => {
  test.each([
    ['in a sentence', `张三,身份证号${ID},已核实`],
    ['with a small x', ID.toLowerCase()],
    ['with spaces', '110105 19491231 002X'],
    ['with spaces before the X', '110105 19491231 002 X'],
    ['with hyphens', '110105-19491231-002X'],
    ['with dashes and spaces', '110105 – 19491231 — 002X'],
    ['with middle dots', '110105·19491231·002X'],
    ['with underscores', '110105_19491231_002X'],
    ['in wide characters', '１１０１０５１９４９１２３１００２Ｘ'],
    ['in mathematical digits', '𝟏𝟏𝟎𝟏𝟎𝟓𝟏𝟗𝟒𝟗𝟏𝟐𝟑𝟏𝟎𝟎𝟐X'],
    ['with the Roman numeral ten', '11010519491231002Ⅹ'],
    ['with zero-width spaces', [...ID].join('\u200B')],
    ['with soft hyphens', '110105\u00AD19491231\u00AD002X'],
    ['over the end of a line', '110105194\n91231002X'],
    ['over the end of a Windows line', '11010519491231\r\n002X'],
    ['with no-break spaces', '110105\u00A019491231\u00A0002X'],
    ['with wide spaces', '110105\u300019491231\u3000002X'],
    ['after letters', `ID${ID}`],
    ['after a list number', `1.${ID}`],
    ['glued to a phone number', `${ID}13800138000`],
    ['at the end of a list of groups', `12 34 ${ID}`],
    ['beside the same again', `${ID}/${ID}`],
  ])('an identity number %s', (_how, text) => {
    expect(new Set(scanText(text).map(({ kind, masked: shown }) => `${kind} ${shown}`))).toContain(
      'identity-number 110105********002X',
    );
    expect(masked(text)).not.toMatch(/1949/);
  });

  test('identity numbers glued to other digits', () => {
    const next = series(3);
    const ids = Array.from({ length: 50 }, () => makeIdentityNumber(next)).filter((id) => !id.endsWith('X'));
    for (const id of ids) {
      expect(kinds(`${id}13800138000`)).toContain('identity-number');
      expect(kinds(`13800138000${id}`)).toContain('identity-number');
      expect(kinds(id + id)).toEqual(['identity-number', 'identity-number']);
    }
  });

  test.each([
    ['alone', CARD],
    ['in groups of four', '6217 0000 1002 8192 832'],
    ['in groups of four with hyphens', '4111-1111-1111-1111'],
    ['as 6 and 13', '621700 0010028192832'],
    ['broken by the end of a line', '62170000100\n28192832'],
    ['of another make', '5555555555554444'],
    ['after a name', `李四${CARD}元`],
  ])('a bank card %s', (_how, text) => expect(kinds(text)).toEqual(['bank-card']));

  test.each([
    ['alone', '13800138000'],
    ['in a sentence', '联系电话:13800138000。'],
    ['as 3-4-4', '138-0013-8000'],
    ['with spaces', '138 0013 8000'],
    ['with the country code', '+8613800138000'],
    ['with the country code apart', '+86 138 0013 8000'],
    ['with 0086', '008613800138000'],
  ])('a mobile phone %s', (_how, text) => {
    expect(scanText(text)).toMatchObject([{ kind: 'phone', level: 'warn', masked: '138****8000' }]);
  });

  test('a country code is not part of what is masked', () => {
    expect(masked('+86 13800138000')).toBe('+86 138****8000');
    expect(masked('8613800138000')).toBe('86138****8000');
  });

  test('several phones side by side, each for itself', () => {
    expect(masked('13800138000 13900139000、13700137000')).toBe('138****8000 139****9000、137****7000');
  });

  test('e-mail addresses, where the district wants them named', () => {
    const settings = { ...DEFAULT_PRIVACY, email: true };
    expect(scanText('邮箱 zhang.san@example.cn。', settings)).toMatchObject([
      { kind: 'email', level: 'info', masked: 'z***@example.cn' },
    ]);
    expect(kinds('邮箱 zhang.san@example.cn')).toEqual([]);
  });
});

describe('not found', () => {
  test.each([
    ['an identity number with a wrong check character', '110105194912310020'],
    ['the 30th of February', '110105199002300019'],
    ['a project code', '2025-360104-83-01-123456'],
    ['another project code', '2103-360104-04-01-411111'],
    ['an index number', '014416330/2021-00001'],
    ['a document number', '青府发〔2021〕5号'],
    ['an amount', '1,234,567.89元'],
    ['an amount without commas', '13800138000.00元'],
    ['a fraction', '0.6666666666666667'],
    ['a telephone', '0791-88888888'],
    ['two telephones of sixteen digits', '62345678 62345679'],
    ['telephones, one a line', '62345678\n62345679\n62345680'],
    ['a list of years', '2019-2020-2021-2022'],
    ['dates, one a line', '20210305\n20210306\n20210307'],
    ['a phone number inside a longer number', '9138001380005'],
    ['a phone number with a letter behind it', '13800138000A'],
    ['a card number with a letter behind it', `${CARD}B`],
    ['a card number inside a longer number', `${CARD}12`],
    ['sixteen digits that no card begins with', '1234567890123452'],
    ['sixteen times the same digit', '4444444444444444'],
    ['a date and time', '20210305123045123'],
    ['a masked identity number', '110105********002X'],
    ['a masked card', '6217***********0122'],
    ['a masked phone', '138****8000'],
    ['columns of a table', '110105\t19491231\t002X'],
    ['a UUID', '550e8400-e29b-41d4-a716-446655440000'],
    ['a circled number before digits', '①3800138000'],
    ['nothing', ''],
  ])('%s', (_what, text) => expect(kinds(text)).toEqual([]));

  test('a hundred thousand unified social credit codes of digits alone', () => {
    const next = series(11);
    const found: string[] = [];
    for (let i = 0; i < 100_000; i++) {
      const head = `9136010${next(10)}${Array.from({ length: 9 }, () => next(10)).join('')}`;
      const check = [...'0123456789'].find((digit) => isValidUscc(head + digit));
      if (check) found.push(...kinds(head + check));
    }
    expect(found).toEqual([]);
  });
});

describe('generated numbers', () => {
  const next = series(2021);
  const separators = ['', ' ', '-', '·', '_', '\u200B', '\u00AD', '\n', ' - '];
  const surroundings = ['', '号码', '(', '、', '<', '证:'];

  test('are found wherever they stand, however they are written, and masking removes just them', () => {
    for (let i = 0; i < 3000; i++) {
      const id = makeIdentityNumber(next);
      const separator = separators[next(separators.length)] as string;
      const [before, after] = [surroundings[next(6)] as string, `。${surroundings[next(6)]}`];
      const text = before + [id.slice(0, 6), id.slice(6, 14), id.slice(14)].join(separator) + after;
      const hits = scanText(text).filter(({ kind }) => kind === 'identity-number');
      expect(hits).toHaveLength(1);
      expect(text.slice(0, hits[0]?.start)).toBe(before);
      expect(text.slice(hits[0]?.end)).toBe(after);
      expect(maskHits(text, hits)).toBe(`${before}${id.slice(0, 6)}********${id.slice(14)}${after}`);
    }
  });

  test.each([16, 17, 18, 19])(
    'cards of %i digits are found, and not found with one digit changed',
    (length) => {
      for (let i = 0; i < 500; i++) {
        const card = makeCard(next, length);
        if (hasIdentityShape(card)) continue;
        expect(kinds(card).filter((kind) => kind === 'bank-card')).toHaveLength(1);
        const at = 2 + next(length - 2);
        const changed = card.slice(0, at) + ((Number(card[at]) + 1) % 10) + card.slice(at + 1);
        expect(kinds(changed)).not.toContain('bank-card');
      }
    },
  );

  test('what was masked is not found again', () => {
    for (let i = 0; i < 500; i++) {
      const text = `${makeIdentityNumber(next)}、${makeCard(next, 19)}、138001380${two(next(100))}`;
      expect(kinds(masked(text))).toEqual([]);
    }
  });
});

test('a hit carries no value, only what the seal made of it', () => {
  const hits = scanText(`${ID} ${CARD}`, DEFAULT_PRIVACY, (kind, value) => `${kind}:${value.length}`);
  expect(hits.map(({ seal }) => seal)).toEqual(['identity-number:18', 'bank-card:19']);
  expect(JSON.stringify(scanText(`${ID} ${CARD}`))).not.toMatch(/1949|00001002/);
});

test('the same number has the same seal however it is written', () => {
  const seal = (text: string) => scanText(text, DEFAULT_PRIVACY, (_kind, value) => value)[0]?.seal;
  for (const text of ['11010519491231002x', '110105-19491231-002X', '１１０１０５１９４９１２３１００２Ｘ']) {
    expect(seal(text)).toBe(ID);
  }
});

describe('hostile texts of two megabytes take linear time', () => {
  const SIZE = 2_000_000;
  const fill = (piece: string, size = SIZE) => piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
  test.each([
    ['digits', '1234567890'],
    ['digits and spaces', '1 '],
    ['digits and zero-width spaces', '1\u200B'],
    ['digits and line ends', '6217\n'],
    ['identity numbers', `${ID} `],
    ['identity numbers without a space', '110105194912310038'],
    ['cards', `${CARD},`],
    ['phones', '13800138000 '],
    ['wide digits', '１'],
    ['at signs', '@'],
    ['addresses without end', 'a.'],
    ['letters before an at sign', 'a@'],
    ['invisible characters', '\u200B'],
    ['rare characters', 'ǅ1'],
    ['halves of characters', '\uD835'],
    ['X', '1X'],
  ])('%s', (_what, piece) => {
    const time = (size: number) => {
      const text = fill(piece, size);
      // time of the processor: other work on the machine does not count
      const started = process.cpuUsage();
      scanText(text, { ...DEFAULT_PRIVACY, email: true });
      return process.cpuUsage(started).user / 1000;
    };
    time(SIZE / 8);
    const taken = time(SIZE);
    if (process.env.SHOW_TIMES) process.stdout.write(`${JSON.stringify(piece)} ${Math.round(taken)} ms\n`);
    expect(taken).toBeLessThan(6000);
  });
});
