import { isSearchable, proposeKind, toPublicColumn, withSlots } from './column';
import { planColumns } from './plan';

test.each([
  ['姓名', 'person-name'],
  ['户主姓名', 'person-name'],
  ['身份证号码', 'identity-number'],
  ['公民身份号码', 'identity-number'],
  ['银行卡号', 'bank-card'],
  ['一卡通账号', 'bank-card'],
  ['开户银行', 'text'],
  ['联系电话', 'phone'],
  ['村委会电话', 'phone'],
  ['家庭住址', 'address'],
  ['身份证地址', 'address'],
  ['所在村(社区)', 'village'],
  ['补助金额', 'amount'],
  ['农机购置补贴', 'amount'],
  ['保障金(元)', 'amount'],
  ['补贴项目', 'text'],
  ['补贴面积', 'text'],
  ['发放日期', 'date'],
  ['备注', 'text'],
])('the header %s proposes the kind %s', (label, kind) => {
  expect(proposeKind(label)).toBe(kind);
});

test('the first eight columns that may be searched by get a slot, numbers of persons none', () => {
  const kinds = [
    'identity-number',
    'text',
    'bank-card',
    ...Array.from({ length: 9 }, () => 'text' as const),
  ] as const;
  const columns = withSlots(
    kinds.map((kind, index) => ({ key: `c${index + 1}`, label: `列${index}`, kind })),
  );
  expect(columns.map(({ slot }) => slot)).toEqual([null, 1, null, 2, 3, 4, 5, 6, 7, 8, null, null]);
  expect(columns.map(toPublicColumn).filter(({ sortable }) => sortable)).toHaveLength(8);
  expect([isSearchable('bank-card'), isSearchable('phone')]).toEqual([false, true]);
});

describe('the plan of a file', () => {
  const headers = ['姓名', '身份证号', '备注'];

  test('follows the headers where nobody says otherwise', () => {
    expect(planColumns(headers)).toEqual({
      columns: [
        { key: 'c1', label: '姓名', kind: 'person-name', slot: 1 },
        { key: 'c2', label: '身份证号', kind: 'identity-number', slot: null },
        { key: 'c3', label: '备注', kind: 'text', slot: 2 },
      ],
      sources: [0, 1, 2],
      omitted: [],
    });
  });

  test('leaves a column out and keeps reading the others where they stand', () => {
    const { columns, ...rest } = planColumns(headers, [{ label: '身份证号', kind: 'omit' }]);
    expect(columns.map(({ key }) => key)).toEqual(['c1', 'c2']);
    expect(rest).toEqual({ sources: [0, 2], omitted: ['身份证号'] });
  });

  test.each<[string, Parameters<typeof planColumns>[1], string]>([
    ['a wish for no column', [{ label: '村' }], 'INVALID_INPUT'],
    ['two wishes for one column', [{ label: '姓名' }, { label: '姓名' }], 'INVALID_INPUT'],
    ['a key that another column has', [{ label: '姓名', key: 'c3' }], 'INVALID_INPUT'],
    ['nothing left to show', headers.map((label) => ({ label, kind: 'omit' as const })), 'INVALID_INPUT'],
  ])('refuses %s', (_what, wishes, code) => {
    expect(() => planColumns(headers, wishes)).toThrow(expect.objectContaining({ code }));
  });

  test.each([
    ['张三11010519491231002X', 'PERSONAL_DATA_FOUND'],
    ['很'.repeat(61), 'INVALID_INPUT'],
    ['坏\0', 'INVALID_INPUT'],
  ])('refuses the header %j', (label, code) => {
    expect(() => planColumns([label])).toThrow(expect.objectContaining({ code }));
  });
});
