import type { DeskVersion } from '../../../server/desk/contract';
import type { Line } from '../../../shared/difference/parts';
import { foldLines } from './difference/fold-lines';
import { firstChoice, nameOf, storyOf } from './version-names';

const version = (more: Partial<DeskVersion>): DeskVersion => ({
  key: 'draft-2',
  kind: 'draft',
  version: 2,
  editionNo: null,
  title: '标题',
  at: '2020-11-24T10:32:00+08:00',
  by: '王科员',
  steps: ['修改', '提交审核'],
  reason: null,
  ...more,
});

test.each([
  [{ kind: 'current' }, '现在的工作稿', '2020年11月24日 10:32 王科员 修改、提交审核'],
  [{ kind: 'edition', editionNo: 3 }, '公开的第3版', '2020年11月24日 10:32 王科员 修改、提交审核'],
  [{}, '2020年11月24日 10:32的工作稿', '王科员 修改、提交审核'],
  [{ at: null, by: null, steps: [] }, '工作稿（版本2）', ''],
] as const)('%j is called %s', (more, name, story) => {
  expect(nameOf(version(more as Partial<DeskVersion>))).toBe(name);
  expect(storyOf(version(more as Partial<DeskVersion>))).toBe(story);
});

describe('what is compared at first', () => {
  const current = version({ key: 'current', kind: 'current' });
  const draft = version({ key: 'draft-5' });
  const edition = version({ key: 'edition-1', kind: 'edition' });
  test.each([
    ['what is public, with the working copy', [current, draft, edition], 'edition-1'],
    ['the text before, where nothing is public', [current, draft], 'draft-5'],
    ['the only text with itself', [current], 'current'],
  ])('%s', (_what, versions, before) => {
    expect(firstChoice(versions)).toEqual({ before, after: 'current' });
  });
  test('nothing is known yet', () => {
    expect(firstChoice([])).toEqual({ before: 'current', after: 'current' });
  });
});

test('paragraphs that did not change are left out, but for those beside a change', () => {
  const line = (kind: Line['kind']): Line => ({ kind, parts: [{ kind: 'same', text: kind }] });
  const lines = [...Array(5).fill(line('same')), line('changed'), ...Array(4).fill(line('same'))];
  expect(foldLines(lines).map((one) => ('skipped' in one ? one.skipped : one.kind))).toEqual([
    4,
    'same',
    'changed',
    'same',
    3,
  ]);
  expect(foldLines([])).toEqual([]);
});
