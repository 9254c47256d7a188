import { legalKindOf } from './legal-kind';

test.each([
  [['2019年4月3日 中华人民共和国国务院令第711号公布'], 'administrative-regulation'],
  [['1987年1月1日 国务院批准', '1987年2月1日 公安部发布'], 'administrative-regulation'],
  [['2021年11月16日 国家互联网信息办公室2021年第20次室务会议审议通过'], 'department-rule'],
  [[], 'department-rule'],
] as const)('%j is of kind %s', (history, kind) => {
  expect(legalKindOf(history)).toBe(kind);
});
