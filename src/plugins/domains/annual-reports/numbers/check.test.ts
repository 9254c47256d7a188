import { disputeNumbersOf, disputeTable } from '../../../requests/server/annual-report/dispute-table';
import { numbersOf, requestTable } from '../../../requests/server/annual-report/request-table';
import { cellLabel } from '../shared/labels';
import type { Numbers } from '../shared/numbers';
import { TEXTS } from '../shared/sections';
import { failuresOf } from './check';
import { differencesOf } from './difference';
import { figuresOf } from './prepare-numbers';

const REQUESTS = [
  {
    id: 'a',
    applicant: 'person' as const,
    receivedOn: '2026-02-01',
    answeredOn: '2026-03-01',
    outcome: 'granted',
  },
  { id: 'b', applicant: 'business' as const, receivedOn: '2025-12-20', answeredOn: null, outcome: null },
];
const numbers = (more: Partial<Numbers> = {}): Numbers => ({
  documents: { rules: { made: 0, repealed: 0, inForce: 0 }, normative: { made: 1, repealed: 0, inForce: 4 } },
  figures: { licences: 3, penalties: 0, coercions: 0, charges: 1.5 },
  requests: numbersOf(requestTable(REQUESTS, 2026)),
  disputes: disputeNumbersOf(disputeTable([], 2026)),
  feeYuan: 0,
  before: { from: 'report', carriedForward: { business: 1, total: 1 } },
  departments: ['finance'],
  ...more,
});
const texts = Object.fromEntries(TEXTS.map(({ code }) => [code, '内容']));

test('a report whose sums come out, with all figures and texts, may be handed in', () => {
  expect(failuresOf(numbers(), texts)).toEqual([]);
});

test.each([
  [
    'a figure that nobody entered',
    numbers({ figures: { ...numbers().figures, charges: null } }),
    'figures charges ',
  ],
  [
    'no report of the year before',
    numbers({ before: { from: 'none', carriedForward: {} } }),
    'requests carriedOver total',
  ],
  [
    'another carry-over than the year before',
    numbers({ before: { from: 'report', carriedForward: { business: 2, total: 2 } } }),
    'requests carriedOver business',
  ],
])('%s stops it, and names the cell', (_what, broken, cell) => {
  const failures = failuresOf(broken, texts);
  expect(failures.map(({ table, line, column }) => `${table} ${line} ${column}`)).toContain(cell);
});

test('a sum that was broken afterwards is found', () => {
  const broken = numbers();
  broken.requests.granted = { ...broken.requests.granted, person: 7 } as never;
  expect(failuresOf(broken, texts).map(({ line }) => line)).toContain('totalProcessed');
  expect(differencesOf(numbers(), broken)).toEqual([{ label: '予以公开 · 自然人', inReport: 1, today: 7 }]);
});

test('a part that nobody has written stops it', () => {
  expect(failuresOf(numbers(), { ...texts, problems: ' ' })).toEqual([
    { table: 'texts', line: 'problems', column: '', message: '请填写“五、存在的主要问题及改进情况”' },
  ]);
});

test('the figures of the district are the sum of its departments, unless it enters its own', () => {
  const report = (owner: string, figures: object) => ({ owner, reportOf: 'department' as const, figures });
  const reports = [
    report('finance', { licences: 3, charges: 0.1 }),
    report('health', { licences: 4, charges: 0.2 }),
    report('left-out', { licences: 100 }),
  ];
  expect(figuresOf({ penalties: 9 }, reports, ['finance', 'health'])).toEqual({
    ...{ licences: 7, penalties: 9, coercions: null, charges: 0.3 },
  });
});

test('every number has a name', () => {
  expect(cellLabel('requests', 'denied.stateSecret', 'person')).toBe('属于国家秘密 · 自然人');
  expect(cellLabel('disputes', 'lawsuitDirect', 'pending')).toBe('未经复议直接起诉 · 尚未审结');
  expect(cellLabel('documents', 'normative', 'inForce')).toBe('行政规范性文件 · 现行有效件数');
  expect(cellLabel('figures', 'charges', '')).toBe('行政事业性收费');
});
