import { textAdvice, textRuleOf } from './text-advice';

test.each<[string, string, number | undefined, string | null]>([
  ['docNo', '青府发〔2021〕5号', 60, null],
  ['docNo', '青府发[2021]05号', 60, '离开后写成：青府发〔2021〕5号'],
  ['docNo', '青府发', 60, '格式应如“青府发〔2021〕5号”'],
  ['docNo', ' 见附件 ', 60, '格式应如“青府发〔2021〕5号”'],
  ['docNo', '', 60, null],
  ['title', '关于公布名单的通知', 200, null],
  ['title', '关于公布名单的通知。', 200, '标题末尾一般不用标点“。”'],
  ['title', '长'.repeat(201), 200, '已有 201 个字，最多 200 个字'],
  ['party', '长'.repeat(256), 255, '已有 256 个字，最多 255 个字'],
  ['party', '某公司。', 255, null],
  ['party', '某公司', undefined, null],
  ['constructor', '某公司', 255, null],
])('%s “%s”', (name, text, maxLength, advice) => {
  expect(textAdvice(name, text, maxLength)?.text ?? null).toBe(advice);
});

test('a document number is put into its form on leaving the field, by the rule of the server', () => {
  expect(textRuleOf('docNo')?.normalise('青府发[2021]05号')).toBe('青府发〔2021〕5号');
  expect(textRuleOf('party')).toBeNull();
});
