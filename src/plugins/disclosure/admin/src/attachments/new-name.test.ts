import { newName } from './new-name';

test.each<[string, string, ReturnType<typeof newName>]>([
  [' 低保名单 ', '.pdf', { name: '低保名单.pdf' }],
  ['低保名单.PDF', '.pdf', { name: '低保名单.PDF' }],
  ['低保名单.docx', '.pdf', { name: '低保名单.docx.pdf' }],
  ['低保名单', '', { name: '低保名单' }],
  ['  ', '.pdf', { problem: '请填写名称' }],
  ['a/b', '.pdf', { problem: '名称里不能有 \\ / : * ? " < > |' }],
  ['长'.repeat(121), '.pdf', { problem: '名称不能超过 120 个字' }],
])('“%s” with %s', (typed, ending, expected) => {
  expect(newName(typed, ending)).toEqual(expected);
});
