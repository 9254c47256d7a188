import { downloadName } from './download-name';

test('a title becomes a file name that every system takes', () => {
  expect(downloadName('2026年/低保:名单?', 'csv', '名单')).toBe('2026年 低保 名单.csv');
  expect(downloadName('  ', 'xlsx', '名单')).toBe('名单.xlsx');
});
