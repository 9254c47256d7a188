import { talkOf } from './talk';

test.each([
  ['你好', 'greeting'],
  ['您好！', 'greeting'],
  ['你好啊', 'greeting'],
  ['Hello', 'greeting'],
  ['谢谢您', 'thanks'],
  ['好的，谢谢', 'thanks'],
  ['转人工客服', 'person'],
  ['1', 'no-words'],
  ['１２', 'no-words'],
  ['😀', 'no-words'],
  ['？？', 'no-words'],
  // what somebody looks for, though it begins or looks like one
  ['你好小区改造', null],
  ['人工湖', null],
  ['低保😀', null],
  ['2026', null],
  ['感谢信', null],
  ['吧', null],
])('“%s” is %s', (words, talk) => {
  expect(talkOf(words)).toBe(talk);
});
