import { fileProblem, issueLine, issuesOf, wishesOf, withWish } from './roster-texts';

test('a column of the file that is not among the columns is left out', () => {
  const columns = [{ key: 'c1', label: '姓名', kind: 'person-name', sortable: true } as const];
  const wishes = wishesOf(['姓名', '备注'], columns);
  expect(wishes).toEqual([
    { label: '姓名', kind: 'person-name' },
    { label: '备注', kind: 'omit' },
  ]);
  expect(withWish(wishes, '备注', 'text')[1]).toEqual({ label: '备注', kind: 'text' });
});

test('a problem says where it is', () => {
  expect(issueLine({ row: 3, column: '备注', message: '有身份证号' })).toBe('第3行“备注”列：有身份证号');
  expect(issueLine({ row: 9, column: '', message: '太多' })).toBe('第9行：太多');
});

test('only problems of rows are listed, not those of fields', () => {
  expect(issuesOf({ details: { issues: [{ row: 2, column: 'a', message: 'm' }], total: 7 } }).total).toBe(7);
  expect(issuesOf({ details: { issues: [{ field: 'title', message: 'm' }] } }).issues).toEqual([]);
  expect(issuesOf(undefined)).toEqual({ issues: [], total: 0 });
});

test.each([
  ['名单.xlsx', 1, null],
  ['名单.CSV', 1, null],
  ['名单.xls', 1, /旧格式/],
  ['名单.pdf', 1, /xlsx/],
  ['名单.xlsx', 51 * 1024 * 1024, /51MB/],
])('%s with %d bytes', (name, size, problem) => {
  const found = fileProblem({ name, size });
  if (problem) expect(found).toMatch(problem);
  else expect(found).toBeNull();
});
