import { COLUMN_KINDS, type ColumnKind } from './column-kinds';
import { maskCell } from './mask-cell';
import { DEFAULT_PRIVACY } from './settings';

const NAMES_MASKED = { ...DEFAULT_PRIVACY, maskNames: true };

test.each<[ColumnKind, string, string]>([
  ['identity-number', '11010519491231002X', '110105********002X'],
  ['identity-number', '11010519491231002x', '110105********002X'],
  ['identity-number', '110105 19491231 002X', '110105********002X'],
  ['identity-number', '１１０１０５１９４９１２３１００２Ｘ', '110105********002X'],
  ['identity-number', '110105194912310020', '110105********0020'],
  ['identity-number', '110105491231002', '110*********002'],
  ['identity-number', '1.10105194912310E+17', '110*********310E+17'],
  ['identity-number', '无', '无'],
  ['identity-number', '', ''],
  ['identity-number', 'E12345678', 'E12****78'],
  ['identity-number', '11010519491231002X、11010519491231002X', '110105********002X、110105********002X'],
  ['bank-card', '6217001234567890122', '6217***********0122'],
  ['bank-card', '6217 0012 3456 7890 122', '6217***********0122'],
  ['bank-card', '36001234567', '36*******67'],
  ['phone', '13800138000', '138****8000'],
  ['phone', '138-0013-8000', '138****8000'],
  ['phone', '0791-88888888', '079*****8888'],
  ['person-name', '张三', '张三'],
  ['amount', '1234567890123.50', '1234567890123.50'],
  ['date', '2021-03-05', '2021-03-05'],
  ['village', '湖坊村', '湖坊村'],
  ['text', '身份证11010519491231002X,电话13800138000', '身份证110105********002X,电话13800138000'],
  ['person-name', '张三11010519491231002X', '张三110105********002X'],
  ['address', '青云谱区三家店街道包家花园社区12栋3单元501室', '青云谱区三家店街道包家花园社区**'],
  ['address', '青云谱镇曙光村三组12号', '青云谱镇曙光村**'],
  ['address', '青云谱区解放西路128号', '青云谱区**'],
  ['address', '解放西路128号', '**'],
  ['address', '包家花园社区', '包家花园社区'],
])('%s %s is shown as %s', (kind, value, shown) => {
  expect(maskCell(kind, value)).toBe(shown);
});

test.each([
  ['张三', '张*'],
  ['欧阳修文', '欧阳**'],
  ['王小明、李四', '王**、李*'],
  ['阿布都·热合曼', '阿******'],
])('where names are masked, %s is shown as %s', (name, shown) => {
  expect(maskCell('person-name', name, NAMES_MASKED)).toBe(shown);
});

test('addresses stay whole where the district has set it so', () => {
  const settings = { ...DEFAULT_PRIVACY, maskAddresses: false };
  expect(maskCell('address', '解放西路128号', settings)).toBe('解放西路128号');
});

describe.each(COLUMN_KINDS)('a %s column', (kind) => {
  test('never shows an identity or card number whole, and is total on garbage', () => {
    for (const garbage of ['\0', '𝟏𝟑𝟖', '9'.repeat(10_000), '<b>', '-'.repeat(500), '\uD835']) {
      expect(typeof maskCell(kind, garbage)).toBe('string');
    }
    for (const number of ['11010519491231002X', '6217000010028192832', '4111111111111111']) {
      expect(maskCell(kind, `甲 ${number} 乙`)).not.toContain(number);
    }
  });

  test('masks again what it has masked without a change', () => {
    for (const value of ['110105********002X', '138****8000', '6217***********0122']) {
      expect(maskCell(kind, value)).toBe(kind === 'address' ? '**' : value);
    }
  });
});
