import columns from './columns.json';
import departments from './departments.json';
import publishers from './publishers.json';

test('department codes are unique, and every department has a name and a kind', () => {
  const codes = departments.departments.map(({ code }) => code);
  expect(codes).toHaveLength(38);
  expect(new Set(codes).size).toBe(codes.length);
  for (const { code, name, kind } of departments.departments) {
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(name.trim()).not.toBe('');
    expect(['office', 'department', 'township', 'public-unit']).toContain(kind);
  }
});

test('no name or alias belongs to two departments', () => {
  const names = departments.departments.flatMap(({ name, aliases }) => [name, ...aliases]);
  expect(new Set(names).size).toBe(names.length);
});

test('every public institution has a regulator, and nobody else has one', () => {
  const codes = departments.departments.filter(({ kind }) => kind === 'department').map(({ code }) => code);
  for (const department of departments.departments) {
    if (department.kind === 'public-unit') expect(codes).toContain(department.regulator);
    else expect(department).not.toHaveProperty('regulator');
  }
});

test('every text of 公开主体 names departments that exist, each once', () => {
  const known = [
    ...departments.departments.map(({ code }) => code),
    ...['@lead', '@departments', '@townships'],
  ];
  for (const [text, named] of Object.entries(publishers)) {
    expect({ text, unknown: named.filter((name) => !known.includes(name)) }).toEqual({ text, unknown: [] });
    expect(named.length).toBeGreaterThan(0);
    expect(new Set(named).size).toBe(named.length);
  }
});

test('the column tree has unique codes, known parents and one order per parent', () => {
  const codes = columns.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  for (const parent of new Set(columns.map((column) => column.parent))) {
    if (parent !== null) expect(codes).toContain(parent);
    const orders = columns.filter((column) => column.parent === parent).map(({ order }) => order);
    expect(orders).toEqual(orders.map((_, i) => i + 1));
  }
});

test('法定主动公开内容 has the 15 items in the words of 条例第二十条', () => {
  const statutory = columns.filter(({ parent }) => parent === 'statutory');
  expect(statutory.map(({ code }) => code)).toEqual(
    Array.from({ length: 15 }, (_, i) => `statutory-${String(i + 1).padStart(2, '0')}`),
  );
  expect(statutory[9]).toMatchObject({
    name: '重大建设项目',
    article: '条例第二十条(十)',
    description: '重大建设项目的批准和实施情况',
    provenance: 'published',
  });
});
