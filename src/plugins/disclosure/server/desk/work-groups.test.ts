import type { Duty } from '../types';
import { groupWork, type OpenWork, type Worker } from './work-groups';

const TODAY = '2026-11-23';

const work = (values: Partial<OpenWork>): OpenWork => ({
  uid: 'plugin::x.record',
  documentId: 'a',
  title: '标题',
  state: 'draft',
  stateName: '草稿',
  owner: 'finance',
  ownerName: '区财政局',
  dueOn: null,
  updatedAt: '2026-11-20T08:00:00+08:00',
  contributors: [],
  live: false,
  unratified: false,
  ...values,
  reviewedBy: values.reviewedBy ?? values.owner ?? 'finance',
});

const worker = (...duties: Duty[]): Worker => ({ personId: 'me', department: 'finance', duties });

const idsOf = (works: OpenWork[], person: Worker, key: string) =>
  groupWork(works, person, TODAY)
    .find((group) => group.key === key)
    ?.items.map(({ documentId }) => documentId);

test('a person gets the groups of her duties only', () => {
  const keys = (...duties: Duty[]) => groupWork([], worker(...duties), TODAY).map(({ key }) => key);
  expect(keys('editor')).toEqual(['overdue', 'soon', 'returned', 'draft']);
  expect(keys('reviewer')).toEqual(['overdue', 'soon', 'review', 'ratify']);
  expect(keys('publisher')).toEqual(['overdue', 'soon', 'publish', 'scheduled']);
  expect(keys('supervisor')).toEqual(['overdue', 'soon', 'ratify']);
  expect(keys()).toEqual([]);
});

test('what the reviewer wrote herself does not wait for her', () => {
  const works = [
    work({ documentId: 'own', state: 'submitted', contributors: ['me'] }),
    work({ documentId: 'other', state: 'submitted', contributors: ['you'] }),
  ];
  expect(idsOf(works, worker('reviewer'), 'review')).toEqual(['other']);
});

test('what a public institution submits waits for its regulator, its drafts do not', () => {
  const unit = { owner: 'district-school', reviewedBy: 'finance' };
  const works = [
    work({ documentId: 'submitted', state: 'submitted', ...unit }),
    work({ documentId: 'draft', state: 'draft', ...unit }),
  ];
  expect(idsOf(works, worker('reviewer'), 'review')).toEqual(['submitted']);
  expect(idsOf(works, worker('editor'), 'draft')).toEqual([]);
});

test('an urgent publication waits for a reviewer who had no part in it, and the office sees it', () => {
  const works = [
    work({ documentId: 'own', state: 'published', unratified: true, live: true, contributors: ['me'] }),
    work({ documentId: 'other', state: 'published', unratified: true, live: true, contributors: ['you'] }),
  ];
  expect(idsOf(works, worker('reviewer'), 'ratify')).toEqual(['other']);
  expect(
    idsOf(works, { ...worker('supervisor'), department: 'office', personId: 'x' }, 'ratify'),
  ).toHaveLength(2);
});

test('another department’s work waits for nobody here', () => {
  const works = [work({ state: 'returned', owner: 'education' })];
  expect(idsOf(works, worker('editor'), 'returned')).toEqual([]);
});

test('the due date decides: yesterday is late, today and the seventh day are near, the eighth is not', () => {
  const works = ['2026-11-22', '2026-11-23', '2026-11-30', '2026-12-01'].map((dueOn) =>
    work({ documentId: dueOn, dueOn }),
  );
  expect(idsOf(works, worker('editor'), 'overdue')).toEqual(['2026-11-22']);
  expect(idsOf(works, worker('editor'), 'soon')).toEqual(['2026-11-23', '2026-11-30']);
});

test('a correction of what is public already is never late', () => {
  const works = [work({ dueOn: '2026-01-01', live: true })];
  expect(idsOf(works, worker('editor'), 'overdue')).toEqual([]);
  const drafts = groupWork(works, worker('editor'), TODAY).find(({ key }) => key === 'draft');
  expect(drafts?.items[0]?.dueOn).toBeNull();
});

test('the office sees what is late in every department, but not their drafts', () => {
  const works = [work({ documentId: 'late', owner: 'education', dueOn: '2026-11-01' })];
  expect(idsOf(works, worker('supervisor'), 'overdue')).toEqual(['late']);
  expect(idsOf(works, worker('supervisor', 'editor'), 'draft')).toEqual([]);
});

test('the most urgent come first, and the total tells what the list leaves out', () => {
  const works = Array.from({ length: 12 }, (_, index) =>
    work({
      documentId: `d${index}`,
      dueOn: index === 11 ? '2026-12-01' : null,
      updatedAt: `2026-11-${10 + index}`,
    }),
  );
  const group = groupWork(works, worker('editor'), TODAY).find(({ key }) => key === 'draft');
  expect(group?.total).toBe(12);
  expect(group?.items).toHaveLength(10);
  expect(group?.items.slice(0, 2).map(({ documentId }) => documentId)).toEqual(['d11', 'd10']);
});
