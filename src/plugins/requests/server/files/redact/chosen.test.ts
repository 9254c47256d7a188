import { countIn, fold, occurrences } from '../../../shared/fold';
import { Chosen } from './chosen';

test.each([
  ['张三丰', '张 三\n丰'],
  ['13800138000', '１３８ 0013-8000'.replace('-', '')],
  ['ABC', 'a\u200bb\u00adc'],
  ['第一', '第\u3000一'],
  ['ﬁle', 'FILE'],
])('%s is found in %j', (wanted, text) => {
  expect(countIn(text, wanted)).toBe(1);
});

test('a place is that of the original, whole characters of it', () => {
  const text = '甲：Ｐ 𠮷 ㎡乙';
  for (const wanted of ['p𠮷', 'm2', '𠮷m2乙']) {
    const [range] = occurrences(fold(text), wanted);
    expect(fold(text.slice(range?.start, range?.end)).text).toBe(fold(wanted).text);
  }
});

test('places are counted through the parts of a file, and only the chosen ones are taken', () => {
  const chosen = new Chosen([{ text: '甲公司', only: [1, 2] }, { text: '公司丙' }]);
  expect(chosen.rangesIn('甲公司和甲公司丙')).toEqual([{ start: 4, end: 8 }]);
  expect(chosen.rangesIn('甲公司。甲公司')).toEqual([{ start: 0, end: 3 }]);
  expect(chosen.left('甲公司')).toBe(2);
  expect(chosen.missing).toEqual([]);
  expect(new Chosen([{ text: '没有' }]).missing).toEqual(['没有']);
});

test('an empty wish finds nothing', () => {
  expect(countIn('随便', ' \u200b')).toBe(0);
});
