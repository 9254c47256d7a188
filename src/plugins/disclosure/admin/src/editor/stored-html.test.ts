import { MISSING_PICTURE } from '../../../shared/missing-picture';
import { toStoredHtml } from './stored-html';

describe('what the editor shows, as it is stored', () => {
  test.each<[string, string, string]>([
    ['nothing', '<p></p>', ''],
    ['blank lines at the end', '<p>甲</p><p></p><p></p>', '<p>甲</p>'],
    ['a blank line between', '<p>甲</p><p></p><p>乙</p>', '<p>甲</p>\n<p></p>\n<p>乙</p>'],
    [
      'lines of text in cells and items',
      '<ul><li><p>甲</p><ul><li><p>乙</p></li></ul></li></ul>',
      '<ul><li>甲<ul><li>乙</li></ul></li></ul>',
    ],
    [
      'two paragraphs in an item',
      '<ul><li><p>甲</p><p>乙</p></li></ul>',
      '<ul><li><p>甲</p><p>乙</p></li></ul>',
    ],
    [
      'a table with a head and merged cells',
      '<table style="min-width: 75px"><colgroup><col style="min-width: 25px"></colgroup><tbody><tr><th colspan="2" rowspan="1"><p>名称</p></th></tr><tr><td colspan="1" rowspan="2"><p>甲</p></td><td><p style="text-align: center">乙</p></td></tr></tbody></table>',
      '<table><thead><tr><th colspan="2">名称</th></tr></thead><tbody><tr><td rowspan="2">甲</td><td><p style="text-align:center">乙</p></td></tr></tbody></table>',
    ],
    [
      'a head whose cell reaches into the body stays in the body',
      '<table><tbody><tr><th rowspan="2"><p>甲</p></th><th><p>乙</p></th></tr><tr><td><p>丙</p></td></tr></tbody></table>',
      '<table><tbody><tr><th rowspan="2">甲</th><th>乙</th></tr><tr><td>丙</td></tr></tbody></table>',
    ],
    [
      'a table of header cells alone has no head',
      '<table><tbody><tr><th><p>甲</p></th></tr></tbody></table>',
      '<table><tbody><tr><th>甲</th></tr></tbody></table>',
    ],
    [
      'a picture on its way to the server',
      '<p>甲<img src="data:image/png;base64,AAAA" alt=""><img src="/uploads/a.png" alt="图"></p>',
      `<p>甲<strong>${MISSING_PICTURE}</strong><img src="/uploads/a.png" alt="图" /></p>`,
    ],
    [
      'other styles and classes',
      '<p class="x" style="color: red; text-indent: 2em; text-align: right">甲 &amp; &lt;乙&gt;</p>',
      '<p style="text-indent:2em;text-align:right">甲 &amp; &lt;乙&gt;</p>',
    ],
  ])('%s', (_what, html, expected) => {
    expect(toStoredHtml(html)).toBe(expected);
  });

  test('storing twice changes nothing more', () => {
    const once = toStoredHtml(
      '<h2>一</h2><table><tbody><tr><th><p>甲</p></th></tr><tr><td><p>乙</p></td></tr></tbody></table>',
    );
    expect(toStoredHtml(once)).toBe(once);
  });
});
