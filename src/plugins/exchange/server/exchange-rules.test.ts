import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { applyProfile, DEFAULT_PROFILE, profileSchema } from './format/profile';
import { loadProfiles } from './format/profiles';
import { toXml } from './format/to-xml';
import { type Facts, type Filters, filtersSchema, fits } from './interest';
import { nowOf } from './log/changes';

const ENTRY = {
  documentId: 'd1',
  change: 'corrected',
  title: '关于<“甲”&乙>的通知\u0007\ud800',
  body: '<p>正文 ]]> &amp;</p>',
  columns: ['statutory-10'],
  attributes: { matrix: [[1, 2]] },
  attachments: [{ name: '附件.pdf', url: '/uploads/a.pdf', mime: 'application/pdf', size: 3, sha256: 'ab' }],
};

test('a profile names fields, files and kinds of change as the platform does', () => {
  const profile = profileSchema.parse({
    title: '平台',
    fields: { ID: 'documentId', OP: 'change', BT: 'title', WH: 'docNo', FJ: 'attachments' },
    files: { MC: 'name', HX: 'sha256' },
    changes: { corrected: '2' },
  });
  expect(applyProfile(profile, ENTRY)).toEqual({
    ID: 'd1',
    OP: '2',
    BT: ENTRY.title,
    FJ: [{ MC: '附件.pdf', HX: 'ab' }],
  });
});

test('XML is well-formed whatever the texts hold, and says the same', () => {
  const page = { data: [applyProfile(DEFAULT_PROFILE, ENTRY)], meta: { nextCursor: 'x', more: false } };
  const xml = toXml(DEFAULT_PROFILE, page);
  expect(XMLValidator.validate(xml)).toBe(true);
  const { change } = new XMLParser().parse(xml).changes;
  expect(change.title).toBe('关于<“甲”&乙>的通知');
  expect(change.body).toBe('<p>正文 ]]> &amp;</p>');
  expect(change.attachments.item.sha256).toBe('ab');
  expect(JSON.parse(change.attributes)).toEqual({ matrix: [[1, 2]] });
});

describe('profiles of a folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'profiles-'));
  });
  afterEach(() => fs.rmSync(folder, { recursive: true }));
  const write = (name: string, content: unknown) =>
    fs.writeFileSync(
      path.join(folder, name),
      typeof content === 'string' ? content : JSON.stringify(content),
    );
  const FIELDS = { id: 'documentId', op: 'change' };

  test('are found by the names of their files, beside the default', () => {
    write('province.json', { title: '省平台', fields: FIELDS });
    expect([...loadProfiles(folder).keys()]).toEqual(['default', 'province']);
    expect([...loadProfiles(path.join(folder, 'nowhere')).keys()]).toEqual(['default']);
  });

  test.each<[string, string, unknown, string]>([
    ['no JSON', 'a.json', '{', '不是 JSON'],
    ['an unknown field', 'a.json', { title: 'x', fields: { ...FIELDS, b: 'secret' } }, '没有这个字段'],
    ['no documentId', 'a.json', { title: 'x', fields: { op: 'change' } }, 'documentId'],
    ['a name that XML does not take', 'a.json', { title: 'x', fields: { ...FIELDS, '1 a': 'title' } }, ''],
    ['another name for the default', 'default.json', { title: 'x', fields: FIELDS }, '文件名'],
    ['a file name with a path', 'A B.json', { title: 'x', fields: FIELDS }, '文件名'],
  ])('%s stops the start, and the file is named', (_what, name, content, why) => {
    write(name, content);
    expect(() => loadProfiles(folder)).toThrow(new RegExp(`${name.replace('.', '\\.')}.*${why}`, 's'));
  });
});

test.each([
  ['published', 'withdrawn', 'withdrawn'],
  ['standing', 'withdrawn', 'withdrawn'],
  ['withdrawn', 'live', 'published'],
  ['corrected', 'live', 'corrected'],
] as const)('an entry “%s” of what is %s now tells “%s”', (change, state, told) => {
  expect(nowOf(change, state)).toBe(told);
});

const facts: Facts = {
  seq: 1,
  documentId: 'd1',
  domain: 'health',
  owner: 'health',
  previousOwner: 'finance',
  theme: '卫生',
  audience: '老年人、残疾人家庭',
  state: 'live',
  change: 'published',
};
test.each<[Partial<Filters>, boolean]>([
  [{}, true],
  [{ domain: ['employment', 'health'] }, true],
  [{ domain: ['employment'] }, false],
  [{ department: ['health'] }, true],
  [{ department: ['finance'] }, true],
  [{ department: ['audit'] }, false],
  [{ theme: ['卫生'] }, true],
  [{ audience: ['残疾人'] }, true],
  [{ audience: ['儿童'] }, false],
  [{ domain: ['health'], theme: ['财政'] }, false],
])('filters %j fit: %s', (filters, expected) => {
  expect(fits(filtersSchema.parse(filters), facts)).toBe(expected);
});
