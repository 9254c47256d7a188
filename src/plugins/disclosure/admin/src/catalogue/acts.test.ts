import type { DeskCatalogueRow } from '../../../server/desk/contract';
import { type ActForm, type ActName, bodyOf, emptyForm, isComplete } from './acts';
import { filterRows } from './filter-rows';
import { ruleOfKind } from './rules';

const row = (changes: Partial<DeskCatalogueRow> = {}): DeskCatalogueRow => ({
  code: 'D05-03',
  domain: 'social-assistance',
  level1: '低保',
  level2: '名单',
  contentElements: ['姓名', '金额'],
  legalBasis: [],
  timeLimit: '20个工作日内',
  timeLimitRules: [{ kind: 'working_days', days: 20, from: 'formation' }],
  publisher: null,
  channels: [],
  note: null,
  toBeConfirmed: false,
  status: 'in-force',
  statusName: '有效',
  successors: [],
  predecessors: [],
  until: null,
  departments: [],
  departmentNames: [],
  publications: 1,
  mine: false,
  ...changes,
});
const ROW = row();
const form = (changes: Partial<ActForm>): ActForm => ({ ...emptyForm(ROW), reason: '理由', ...changes });

describe('what the dialog sends', () => {
  test.each<[ActName, Partial<ActForm>, object]>([
    [
      'confirm',
      { title: ' 标准指引 ', docNo: '某发〔2019〕1号' },
      { evidence: { title: '标准指引', url: null, docNo: '某发〔2019〕1号' } },
    ],
    ['correct', { publisher: '区民政局' }, { values: { publisher: '区民政局' } }],
    [
      'correct',
      { contentElements: '姓名\n\n 金额 \n地址' },
      { values: { contentElements: ['姓名', '金额', '地址'] } },
    ],
    ['correct', { timeLimit: ' ', level2: '' }, { values: { timeLimit: null, level2: null } }],
    ['correct', { rules: [{ kind: 'annual' }] }, { values: { timeLimitRules: [{ kind: 'annual' }] } }],
    ['split', { parts: '甲\n乙\n' }, { rows: [{ level2: '甲' }, { level2: '乙' }] }],
    ['merge', { rows: ['D05-04'] }, { rows: ['D05-04'] }],
    ['retire', {}, {}],
  ])('%s %j', (act, changes, expected) => {
    expect(bodyOf(act, form(changes), ROW)).toEqual({ reason: '理由', ...expected });
    expect(isComplete(act, form(changes), ROW)).toBe(true);
    expect(isComplete(act, form({ ...changes, reason: ' ' }), ROW)).toBe(false);
  });

  test('a correction that changes nothing is not sent', () => {
    expect(isComplete('correct', form({}), ROW)).toBe(false);
  });

  test.each<[ActName, Partial<ActForm>]>([
    ['confirm', { title: '标准指引' }],
    ['confirm', { url: 'https://example.test' }],
    ['split', { parts: '只有一个\n \n' }],
    ['merge', {}],
  ])('%s %j is not enough', (act, changes) => {
    expect(isComplete(act, form(changes), ROW)).toBe(false);
  });
});

test.each([
  ['in-force', ['a', 'b', 'c']],
  ['to-be-confirmed', ['b']],
  ['empty', ['c']],
  ['ended', ['d', 'e']],
  ['mine', ['c', 'e']],
] as const)('the filter %s shows %j', (filter, expected) => {
  const rows = [
    row({ code: 'a' }),
    row({ code: 'b', toBeConfirmed: true }),
    row({ code: 'c', publications: 0, mine: true }),
    row({ code: 'd', status: 'merged', toBeConfirmed: true, publications: 0 }),
    row({ code: 'e', status: 'retired', mine: true }),
  ];
  expect(filterRows(rows, filter).map(({ code }) => code)).toEqual(expected);
});

test.each([
  ['annual', { kind: 'annual' }],
  ['working_days', { kind: 'working_days', days: 20, from: 'formation_or_change' }],
  ['periodic', { kind: 'periodic', every: 1, unit: 'quarter' }],
  ['before_event', { kind: 'before_event', event: 'meeting', days: 20, unit: 'working' }],
  ['with_event', { kind: 'with_event', event: 'meeting' }],
])('a rule changed to %s has what that kind needs, and keeps its subject', (kind, expected) => {
  expect(ruleOfKind(kind)).toEqual(expected);
  const before = { kind: 'long_term', applies_to: '公告', days: 3 };
  expect(ruleOfKind(kind, before)).toEqual({ ...expected, applies_to: '公告' });
});
