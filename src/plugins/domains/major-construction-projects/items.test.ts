import catalogue from './catalogue.json';
import items from './items.json';

const all = items.classes.flatMap((group) => group.items.map((item) => ({ ...item, class: group })));

test('the catalogue has the 26 rows of D01 in order, each with a code', () => {
  expect(catalogue.items.map(({ code }) => code)).toEqual(
    Array.from({ length: 26 }, (_, i) => `D01-${String(i + 1).padStart(2, '0')}`),
  );
  expect(catalogue.items.map(({ seq }) => seq)).toEqual(catalogue.items.map((_, i) => i + 1));
});

test('there are 8 classes and 54 items (国办发〔2017〕94号)', () => {
  expect(items.classes.map(({ slug }) => slug)).toEqual([
    'approval-service',
    'approval-result',
    'bidding',
    'land-acquisition',
    'major-design-change',
    'construction',
    'quality-safety-supervision',
    'completion',
  ]);
  expect(all).toHaveLength(54);
});

test.each(items.classes)(
  'the items of $code are numbered in order and belong to rows of the class',
  (group) => {
    group.items.forEach((item, i) => {
      expect(item.code).toBe(`${group.code}-${String(i + 1).padStart(2, '0')}`);
      expect(group.rows).toContain(item.row);
    });
  },
);

test('every row of the catalogue belongs to exactly one class', () => {
  expect(items.classes.flatMap(({ rows }) => rows)).toEqual(catalogue.items.map(({ code }) => code));
});

test.each([
  ['MP1-06', '咨询监督'],
  ['MP2-06', '招标事项审批核准'],
  ['MP2-07', '建设项目选址审批(选址意见书)'],
  ['MP2-10', '建筑工程施工许可证核发'],
  ['MP2-12', '建设项目环境影响评价审批'],
  ['MP6-02', '施工管理服务'],
  ['MP8-09', '竣工验收'],
])('%s belongs to the row %s', (code, level2) => {
  const row = all.find((item) => item.code === code)?.row;
  expect(catalogue.items.find((entry) => entry.code === row)?.level2).toBe(level2);
});

test('an item is a licence or a penalty by default only where its name says so', () => {
  for (const item of all) {
    if (item.decisionType === '行政许可') expect(item.name).toContain('许可');
    else if (item.decisionType === '行政处罚') expect(item.name).toContain('处罚');
    else expect(item.name).not.toMatch(/许可|处罚/);
  }
});
