import { newsOf, type Owed } from './news';

const owed: Owed = {
  ...{ owner: 'finance', reportOf: 'department', year: 2026, dueOn: '2027-01-31' },
  ...{ documentId: null, title: '年度报告' },
};

test('departments are reminded once at each stage before the last day, and every working day after it', () => {
  expect(newsOf(owed, '2026-12-31')).toBeNull();
  expect(newsOf(owed, '2027-01-04')?.key).toBe('annual-report:department:finance:2026:30');
  expect(newsOf(owed, '2027-01-15')?.key).toBe(newsOf(owed, '2027-01-04')?.key);
  expect(newsOf(owed, '2027-01-18')?.key).toBe('annual-report:department:finance:2026:14');
  expect(newsOf(owed, '2027-01-31')).toEqual({
    key: 'annual-report:department:finance:2026:0',
    detail: '请在2027-01-31前报送、发布，还有0天',
  });
  expect(newsOf(owed, '2027-02-01')?.key).not.toBe(newsOf(owed, '2027-02-02')?.key);
  expect(newsOf(owed, '2027-02-02')?.detail).toContain('已过2天');
  // half a year later the list of reports shows it, and nobody is told every day any more
  expect(newsOf(owed, '2027-07-01')).toBeNull();
});
