import { sanitiseBody } from '../../rules/sanitise-body';
import { DEFAULT_PRIVACY } from '../settings';
import { maskHtml, scanHtml } from './html';
import { contextOf } from './texts';

const scan = (html: string) => scanHtml(html, DEFAULT_PRIVACY);
const masked = (html: string) => maskHtml(html, scan(html));

test.each([
  ['in a paragraph', '<p>身份证号11010519491231002X</p>', '<p>身份证号110105********002X</p>'],
  ['split by bold type', '<p><b>1101</b>0519491231002X</p>', '<p><b>110105********002X</b></p>'],
  [
    'split by several tags',
    '<p><b>1101</b>05<i>1949</i>1231<span>002X</span></p>',
    '<p><b>110105********002X</b><i></i><span></span></p>',
  ],
  ['in a cell of a table', '<td>11010519491231002X</td><td>1</td>', '<td>110105********002X</td><td>1</td>'],
  ['over a line break', '<p>11010519491231<br />002X</p>', '<p>110105********002X<br /></p>'],
  ['with entities', '<p>110105&nbsp;19491231&#45;002X</p>', '<p>110105********002X</p>'],
  ['written in entities', '<p>&#49;10105&#x31;9491231002X</p>', '<p>110105********002X</p>'],
  ['with soft hyphens', '<p>110105&shy;19491231&shy;002X</p>', '<p>110105********002X</p>'],
  [
    'beside another',
    '<p>11010519491231002X、6217000010028192832</p>',
    '<p>110105********002X、6217***********2832</p>',
  ],
  [
    'in the description of a picture',
    '<img src="/a.png" alt="张三11010519491231002X" />',
    '<img src="/a.png" alt="张三110105********002X" />',
  ],
  ['in a link to call', '<a href="tel:13800138000">致电</a>', '<a href="tel:138****8000">致电</a>'],
  [
    'in an address',
    '<a href="https://example.cn/11010519491231002X">查看</a>',
    '<a href="https://example.cn/110105********002X">查看</a>',
  ],
])('a number %s is found and masked', (_where, html, expected) => {
  expect(masked(html)).toBe(expected);
  expect(scan(masked(html))).toEqual([]);
});

test.each([
  ['cells of a row', '<td>110105</td><td>19491231</td><td>002X</td>'],
  ['paragraphs', '<p>110105</p><p>19491231002X</p>'],
  ['the number of an address', '<a href="https://example.cn/content_4111111111111111.html">查看</a>'],
  ['nothing', ''],
  ['an unknown entity', '<p>&bogus; &#99999999; &#x110000;</p>'],
])('%s are no number', (_what, html) => expect(scan(html)).toEqual([]));

test('what was masked is still the same clean HTML', () => {
  const html = sanitiseBody('<table><tr><td><b>1101</b>0519491231<i>002X</i></td><td>乙</td></tr></table>');
  const after = masked(html);
  expect(after).toContain('110105********002X');
  expect(sanitiseBody(after)).toBe(after);
});

test('the context shows the words around, with every number masked', () => {
  const text = '<p>低保对象<b>张三</b>,身份证11010519491231002X,银行卡6217000010028192832</p>';
  const hits = scan(text);
  const contexts = hits.map((hit) => contextOf({ text, html: true }, hits, hit));
  expect(contexts[0]).toBe('低保对象张三,身份证110105********002X,银行卡6217********');
  expect(contexts.join()).not.toMatch(/1949|00001002/);
});

test.each(['<', '<b', '&', '&#', '<p>1</p>', '&#49;', '<b>1</b>', '"alt="'])(
  'two million characters of %s take linear time',
  (piece) => {
    const html = piece.repeat(2_000_000 / piece.length);
    // time of the processor: other work on the machine does not count
    const started = process.cpuUsage();
    scan(html);
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(8000);
  },
);
