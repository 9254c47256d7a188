import departments from '../../../../../database/seeds/departments.json';
import publishers from '../../../../../database/seeds/publishers.json';
import { sampleRow } from '../../../../../tests/fixtures/sample-domain';
import { MANIFESTS, STANDARD } from '../../../../../tests/support/manifests';
import { departmentsOf, responsibilitiesOf } from './responsible-departments';

const CODES = departments.departments.map(({ code }) => code);
const TOWNSHIPS = departments.departments.filter(({ kind }) => kind === 'township').map(({ code }) => code);

test('the 26 domains have 592 rows', () => {
  expect(STANDARD).toHaveLength(26);
  expect(STANDARD.flatMap(({ catalogue }) => catalogue)).toHaveLength(592);
});

test.each(MANIFESTS.map((manifest) => [manifest.slug, manifest] as const))(
  'every row of %s has a department of the district, and so has every scope of its own',
  (_slug, { catalogue, responsibilities, leadDepartment }) => {
    expect(CODES).toContain(leadDepartment);
    expect(Object.keys(responsibilities)).toEqual(expect.arrayContaining(catalogue.map(({ code }) => code)));
    for (const [scope, responsible] of Object.entries(responsibilities)) {
      expect({ scope, responsible: responsible.length > 0 }).toEqual({ scope, responsible: true });
      expect(CODES).toEqual(expect.arrayContaining([...responsible]));
      expect(new Set(responsible).size).toBe(responsible.length);
    }
  },
);

test('every text of 公开主体 in the data is one of a catalogue', () => {
  const texts = new Set(MANIFESTS.flatMap(({ catalogue }) => catalogue.map(({ publisher }) => publisher)));
  expect(Object.keys(publishers).filter((text) => !texts.has(text))).toEqual([]);
});

test.each([
  ['县级教育部门', 'education-sports', ['education-sports']],
  ['房屋征收部门', 'housing-construction', ['housing-construction']],
  ['县级人民政府民政部门、乡镇人民政府(街道办事处)', 'civil-affairs', ['civil-affairs', ...TOWNSHIPS]],
  ['乡镇人民政府', 'housing-construction', TOWNSHIPS],
  ['县(区、市)人民政府及房屋征收部门', 'housing-construction', ['district-office', 'housing-construction']],
])('%s of a domain led by %s', (text, lead, expected) => {
  expect(departmentsOf(text, lead)).toEqual(expected);
});

test('各政府部门及乡镇 is everybody but the public institutions', () => {
  const everybody = departments.departments.filter(({ kind }) => kind !== 'public-unit');
  expect(departmentsOf('各政府部门及乡镇', 'finance').sort()).toEqual(
    everybody.map(({ code }) => code).sort(),
  );
});

test('a row without 公开主体 belongs to the lead department', () => {
  expect(departmentsOf(null, 'justice')).toEqual(['justice']);
});

test('a text that the data does not know is refused by name', () => {
  expect(() => departmentsOf('不存在的部门', 'justice')).toThrow('不存在的部门');
});

test('a domain says otherwise for a row or a scope of its own', () => {
  const rows = [sampleRow(1), { ...sampleRow(2), publisher: '不存在的部门' }];
  expect(
    responsibilitiesOf(rows, 'justice', { 'Z99-02': ['finance'], 'x/y': ['@lead', '@townships'] }),
  ).toEqual({ 'Z99-01': ['justice'], 'Z99-02': ['finance'], 'x/y': ['justice', ...TOWNSHIPS] });
});
