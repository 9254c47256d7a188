import { isSaid, proposeParts } from './propose-parts';

const descriptions = (description: string) => proposeParts({ description }).map((part) => part.description);

test.each([
  ['一、甲事项；二、乙事项', ['甲事项', '乙事项']],
  ['申请公开以下信息：1.2025年预算 2.2025年决算', ['2025年预算', '2025年决算']],
  ['（一）甲（二）乙（三）丙', ['（一）甲（二）乙（三）丙', undefined]],
  ['（一）甲；（二）乙；（三）丙', ['甲', '乙', '丙']],
  ['甲事项；乙事项', ['甲事项', '乙事项']],
  ['支出3.5万元的明细', ['支出3.5万元的明细', undefined]],
])('%s is proposed as %j', (text, parts) => {
  expect(descriptions(text)).toEqual(parts);
});

test('there are always two parts; the first keeps the name and number that were asked for', () => {
  expect(proposeParts({ name: '某文件', docNo: '青府发〔2025〕3号' })).toEqual([
    { name: '某文件', docNo: '青府发〔2025〕3号' },
    {},
  ]);
  expect(proposeParts(null)).toEqual([{}, {}]);
  expect([isSaid({}), isSaid({ description: ' ' }), isSaid({ docNo: '3号' })]).toEqual([false, false, true]);
});
