import { moved } from './order';

test.each<[number, number, string]>([
  [0, 2, 'bcad'],
  [3, 0, 'dabc'],
  [1, 1, 'abcd'],
  [0, -1, 'abcd'],
  [3, 4, 'abcd'],
  [9, 0, 'abcd'],
])('from %i to %i: %s', (from, to, expected) => {
  const list = [...'abcd'];
  expect(moved(list, from, to).join('')).toBe(expected);
  expect(list.join('')).toBe('abcd');
});
