import { inspectionFinding } from './inspection-finding';
import { buildInspectionProgress, type Finding } from './inspection-progress';

const finding = (changes: Partial<Finding> = {}): Finding => ({
  documentId: 'd',
  title: '问题',
  url: '/x',
  level: 'central',
  issueNo: '1',
  measure: '整改',
  responsibleUnit: '区城管局',
  rectifyBy: '2026-06-30',
  progress: 60,
  state: 'in-progress',
  ...changes,
});
const TODAY = '2026-11-24';

test.each<[string, Partial<Finding>, boolean]>([
  ['past its day and not done', {}, true],
  ['past its day and not begun', { state: 'not-started', progress: 0 }, true],
  ['on its last day', { rectifyBy: TODAY }, false],
  ['one day later', { rectifyBy: '2026-11-23' }, true],
  ['completed late', { state: 'completed', progress: 100 }, false],
  ['closed', { state: 'closed', progress: 100 }, false],
  ['at 100 % but not completed', { progress: 100 }, true],
])('a finding %s', (_what, changes, overdue) => {
  const [central] = buildInspectionProgress([finding(changes)], TODAY).levels;
  expect(central?.findings[0]?.overdue).toBe(overdue);
});

test('the three levels stand in order with their counts, which add up', () => {
  const progress = buildInspectionProgress(
    [
      finding({ level: 'city', progress: 0, state: 'not-started' }),
      finding({ level: 'central', issueNo: '2', rectifyBy: '2026-12-31', progress: 99 }),
      finding({ level: 'central', issueNo: '1', state: 'closed', progress: 100 }),
    ],
    TODAY,
  );
  expect(
    progress.levels.map(({ level, total, completed, overdue, progress: mean }) => [
      level,
      total,
      completed,
      overdue,
      mean,
    ]),
  ).toEqual([
    ['central', 2, 1, 0, 99],
    ['province', 0, 0, 0, null],
    ['city', 1, 0, 1, 0],
  ]);
  expect(progress).toMatchObject({ total: 3, completed: 1, overdue: 1 });
  expect(progress.levels[0]?.findings.map(({ issueNo }) => issueNo)).toEqual(['1', '2']);
});

test.each([
  [{ progress: 101, rectification: 'in-progress' }, 1],
  [{ progress: -1, rectification: 'in-progress' }, 1],
  [{ progress: 80, rectification: 'completed' }, 1],
  [{ progress: 100, rectification: 'closed' }, 0],
  [{ progress: 0, rectification: 'not-started' }, 0],
  [{}, 0],
])('a finding with %j has %i problems', (values, problems) => {
  expect(inspectionFinding.validate?.(values)).toHaveLength(problems);
});
