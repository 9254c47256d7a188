import { fromPlainText, toPlainText } from './body-text';

test('lines become paragraphs and come back as lines', () => {
  const html = fromPlainText('第一段\n\n  第二段 \n');
  expect(html).toBe('<p>第一段</p>\n<p>第二段</p>');
  expect(toPlainText(html)).toBe('第一段\n第二段');
});

test('characters that mean markup stay what was typed', () => {
  const text = '面积<100㎡ & 高度>5m <b>';
  expect(fromPlainText(text)).toBe('<p>面积&lt;100㎡ &amp; 高度&gt;5m &lt;b&gt;</p>');
  expect(toPlainText(fromPlainText(text))).toBe(text);
});

test.each([
  '<h2>标题</h2>',
  '<p>见<a href="/a">附件</a></p>',
  '<p>一</p><table></table>',
  '<p style="text-align:center">一</p>',
])('%s is more than plain text', (html) => {
  expect(toPlainText(html)).toBeNull();
});

test('an empty body is an empty text', () => {
  expect(toPlainText('')).toBe('');
  expect(fromPlainText(' \n ')).toBe('');
});
