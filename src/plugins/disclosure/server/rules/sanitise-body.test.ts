import { sanitiseBody, textOf } from './sanitise-body';

describe('what an official document needs stays', () => {
  test.each([
    '<h2>一、申报条件</h2><p>正文<strong>重点</strong></p>',
    '<ul><li>一</li><li>二</li></ul>',
    '<table><thead><tr><th colspan="2">名称</th></tr></thead><tbody><tr><td rowspan="2">甲</td><td>乙</td></tr></tbody></table>',
    '<p style="text-align:center">标题</p>',
    '<img src="/uploads/a.png" alt="图" />',
    '<h1 style="text-align:center">标题</h1><p style="text-indent:2em">正文</p><p style="text-align:right">区民政局</p>',
    '<table><caption>标准</caption><tbody><tr><th scope="row">甲</th><td style="text-align:right">1</td></tr></tbody></table>',
    '<ol start="3" type="a"><li>甲<ul><li>乙</li></ul></li></ol>',
    '<p>H<sub>2</sub>O、m<sup>2</sup>、<u>下划线</u>、<s>删除线</s>、<em>斜体</em></p>',
    '<figure><img src="/uploads/a.png" alt="图" /><figcaption>图1</figcaption></figure>',
    '<p><a href="https://example.test" rel="noopener noreferrer">甲</a></p>',
  ])('%s', (html) => {
    expect(sanitiseBody(html)).toBe(html);
  });
});

describe('what could act in a reader’s browser goes', () => {
  test.each([
    ['a script', '<p>a</p><script>alert(1)</script>'],
    ['a handler', '<p onclick="alert(1)">a</p>'],
    ['a script address', '<a href="javascript:alert(1)">a</a>'],
    ['a data address', '<a href="data:text/html,<script>1</script>">a</a>'],
    ['a frame', '<iframe src="https://example.test"></iframe><p>a</p>'],
    ['a form', '<form action="/x"><input name="a"></form><p>a</p>'],
    ['an SVG', '<svg onload="alert(1)"><script>1</script></svg><p>a</p>'],
    ['a style sheet', '<style>p{background:url(https://example.test)}</style><p>a</p>'],
    ['a style that loads', '<p style="background:url(https://example.test)">a</p>'],
    ['an object', '<object data="x"></object><p>a</p>'],
    ['broken markup', '<p>a<img src=x onerror=alert(1)//'],
    ['a picture with its content in its address', '<p><img src="data:image/svg+xml;base64,PHN2Zz4="></p>'],
    ['a script in a title of a table', '<table><caption><script>1</script>a</caption></table>'],
    ['a handler in a merged cell', '<table><tr><td colspan="2" onclick="alert(1)">a</td></tr></table>'],
    ['namespaces that confuse parsers', '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>'],
  ])('%s', (_what, html) => {
    expect(sanitiseBody(html)).not.toMatch(
      /script|onclick|onerror|onload|javascript:|data:|iframe|<form|svg|url\(|<object/i,
    );
  });
});

describe('numbers and widths are bounded', () => {
  test.each([
    ['<table><tr><td colspan="99999" rowspan="99999">a</td></tr></table>', 'colspan="100" rowspan="1000"'],
    ['<table><tr><th colspan="1000000000000">a</th></tr></table>', '<th colspan="100">'],
    ['<table><tr><td colspan="-1" rowspan="x">a</td></tr></table>', '<td>a</td>'],
    ['<ol start="99999999999"><li>a</li></ol>', '<ol start="9999">'],
    ['<ol start="1;x" type="disc"><li>a</li></ol>', '<ol>'],
    ['<p style="text-indent:-9999px">a</p>', '<p>a</p>'],
    ['<p style="text-indent:9999px">a</p>', '<p>a</p>'],
    ['<p style="text-align:center;position:fixed;top:0">a</p>', '<p style="text-align:center">a</p>'],
    ['<img src="//example.test/a.png" alt="a">', '<img alt="a" />'],
  ])('%s', (html, kept) => {
    expect(sanitiseBody(html)).toContain(kept);
  });
});

test('text typed without markup becomes paragraphs', () => {
  expect(sanitiseBody('第一段\n\n  第二段 1 < 2\r\n')).toBe('<p>第一段</p>\n<p>第二段 1 &lt; 2</p>');
});

test('cleaning twice changes nothing more', () => {
  const once = sanitiseBody(
    '<p style="text-align: center; color: red">a<b>b</b> &amp; <a href="https://example.test">c</a></p>',
  );
  expect(sanitiseBody(once)).toBe(once);
});

test('the words of a body come without markup and with their entities decoded', () => {
  expect(textOf('<p>甲&amp;乙</p><ul><li>一</li><li>二&lt;三</li></ul>')).toBe('甲&乙 一 二<三');
});
