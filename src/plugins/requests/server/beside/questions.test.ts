import { questionsOf } from './questions';

test('the number is looked for first, then the name, then the description without its courtesies', () => {
  expect(
    questionsOf({
      docNo: '青府发〔2025〕3号',
      name: '老旧小区改造方案',
      description: '本人申请公开2025年老旧小区改造项目资金使用情况，谢谢！',
    }),
  ).toEqual(['青府发〔2025〕3号', '老旧小区改造方案', '2025年老旧小区改造项目资金使用']);
});

test.each([
  ['nothing but courtesies is asked for as it stands', '请公开有关信息', ['请公开有关信息']],
  ['signs of the search language are words of nobody', '-“预算”', ['预算']],
  ['a long description asks with its beginning', '预'.repeat(500), ['预'.repeat(100)]],
])('%s', (_what, description, questions) => {
  expect(questionsOf({ description })).toEqual(questions);
});
