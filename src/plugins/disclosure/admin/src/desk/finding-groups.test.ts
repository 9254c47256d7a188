import { groupFindings } from './finding-groups';

const found = (place: string | null, more = {}) => ({
  field: 'attachments',
  label: '附件',
  file: '名单.xlsx' as string | null,
  kind: 'identity-number' as const,
  kindName: '身份证号',
  level: 'sure' as const,
  place,
  ...more,
});
const told = (...findings: ReturnType<typeof found>[]) =>
  groupFindings(findings).map(({ where, findings: members }) => `${where}：${members.length}`);

test('the same in every row of a table is one line', () => {
  const rows = Array.from({ length: 20 }, (_, index) => found(`工作表“低保”第${index + 2}行`));
  expect(told(...rows)).toEqual(['附件《名单.xlsx》，工作表“低保”第2–21行：20']);
});

test.each([
  ['rows with gaps', ['第2行', '第4行', '第5行'], '附件《名单.xlsx》，第2、4–5行：3'],
  ['a row with two of them', ['第2行', '第2行'], '附件《名单.xlsx》，第2行：2'],
  ['rows in any order', ['第3行', '第2行'], '附件《名单.xlsx》，第2–3行：2'],
  ['many gaps', ['第1行', '第3行', '第5行', '第7行', '第9行'], '附件《名单.xlsx》，第1、3、5、7等行：5'],
  ['pages', ['第1页', '第2页'], '附件《名单.xlsx》，第1–2页：2'],
  ['no numbers', ['批注和图形', '批注和图形'], '附件《名单.xlsx》，批注和图形：2'],
])('places are told shortly: %s', (_what, places, expected) => {
  expect(told(...places.map((place) => found(place)))).toEqual([expected]);
});

test('a field of the form is named by its label', () => {
  expect(told(found(null, { field: 'body', label: '正文', file: null }))).toEqual(['“正文”：1']);
});

test('kinds, files, sheets and levels stay apart', () => {
  expect(
    told(
      found('工作表“甲”第2行'),
      found('工作表“乙”第2行'),
      found('工作表“甲”第2行', { kind: 'phone', level: 'info' }),
      found('工作表“甲”第3行', { file: '另一份.xlsx' }),
    ),
  ).toHaveLength(4);
});
