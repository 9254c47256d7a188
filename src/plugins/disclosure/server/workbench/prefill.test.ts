import { evidentKind, proposeEntry } from './prefill';

const row = (values: Partial<Parameters<typeof proposeEntry>[0]>) => ({
  code: 'D05-06',
  level1: '最低生活保障',
  level2: '审批信息',
  contentElements: ['低保对象名单及相关信息'],
  audience: { public: true, specific: null },
  method: ['proactive'],
  level: { county: true, township: true },
  ...values,
});
const TODAY = '2026-11-24';
const propose = (values: Partial<Parameters<typeof proposeEntry>[0]>, period: string | null = null) =>
  proposeEntry(row(values), { period, today: TODAY });

test('a new entry begins with all that its row says', () => {
  expect(propose({})).toEqual({
    catalogueItem: 'D05-06',
    title: '审批信息',
    kind: 'roster',
    formedOn: TODAY,
    audience: '全社会',
    level: 'county',
    disclosureMode: 'proactive',
  });
});

test('the period that is missing stands before the title', () => {
  expect(propose({}, '2026年第3季度').title).toBe('2026年第3季度审批信息');
});

test.each([
  ['办事指南', [], 'guide'],
  ['申请流程', ['申请指南'], 'guide'],
  ['救助对象', ['救助对象名单'], 'roster'],
  ['行政处罚', ['处罚决定'], 'decision'],
  ['征地公告', [], 'notice'],
  ['政策法规文件', ['各地配套政策法规文件'], 'document'],
])('“%s” with %j is entered as %s', (level2, contentElements, kind) => {
  expect(propose({ level2, contentElements }).kind).toBe(kind);
});

test.each([
  [{ public: false, specific: '救助对象' }, '救助对象'],
  [{ public: false, specific: null }, undefined],
])('the audience %j is proposed as %s', (audience, expected) => {
  expect(propose({ audience }).audience).toBe(expected);
});

test('what is disclosed on request only is proposed so, and a township’s row names no level', () => {
  expect(propose({ method: ['on-request'], level: { county: false, township: true } })).toMatchObject({
    disclosureMode: 'on-request',
  });
  expect(propose({ level: null }).level).toBeUndefined();
});

test('a row without a second level is named by its first', () => {
  expect(propose({ level2: null }).title).toBe('最低生活保障');
});

test.each([
  ['办事指南', [], 'guide'],
  ['审批信息', ['低保对象名单及相关信息'], 'roster'],
  ['政策法规文件', ['各地配套政策法规文件'], null],
  ['救助信息', ['办事指南', '救助对象名单'], null],
])('the text “%s” with %j makes the kind %s evident', (level2, contentElements, kind) => {
  expect(evidentKind(row({ level2, contentElements }))).toBe(kind);
});
