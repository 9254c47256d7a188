import { looksLikeNumber, numberKeys, structuredKey } from './document-numbers';
import { initialsOf } from './initials';
import { normalise, normaliseText, normaliseWithPlaces } from './normalise';
import { namesOfTitle, plainTitle } from './title-core';
import { ordinalsOf, pairsOf, runsOf, tokensOf } from './tokens';

describe('a text is compared', () => {
  test.each([
    ['full width', 'ＡＢＣ１２３', 'abc123'],
    ['upper case', 'COVID-19', 'covid-19'],
    ['traditional', '政府資訊公開條例', '政府资讯公开条例'],
    ['circled', '①', '1'],
    ['bracketed', '㈠', '(一)'],
    ['spaces for looks', '通 知　书', '通知书'],
    ['spaces between words of other scripts', '3 D 打印', '3 d 打印'],
    ['control characters', '通\u0007\u200b知', '通知'],
    ['halves of characters', '通\ud83d 知', '通知'],
    ['what lies beyond the first plane', '\u{1f600}\u{2f800}', '\u{1f600}丽'],
  ])('without regard to %s', (_what, text, expected) => {
    expect(normaliseText(text)).toBe(expected);
  });

  test('a new line stays one', () => {
    expect(normaliseText('通知\n公告')).toBe('通知\n公告');
  });

  test('of a query the spaces stay', () => {
    expect(normalise('低保 申请')).toBe('低保 申请');
  });

  test('and every character knows where it came from', () => {
    const original = 'Ａ通 知㈠書';
    const { text, from } = normaliseWithPlaces(original);
    expect(text).toBe('a通知(一)书');
    expect(from).toHaveLength(text.length);
    expect(original[from[text.indexOf('书')] ?? 0]).toBe('書');
    expect(original[from[text.indexOf('知')] ?? 0]).toBe('知');
  });
});

test('runs of Chinese characters and of others', () => {
  expect(runsOf('第5号，abc公告').map(({ text }) => text)).toEqual(['第', '5', '号', 'abc', '公告']);
  expect(pairsOf('政府信息')).toEqual(['政府', '府信', '信息']);
  expect(pairsOf('税')).toEqual(['税']);
});

test.each([
  ['政府信息', ['政府', '府信', '信息']],
  ['20个工作日', ['20', '个工', '工作', '作日', '20个']],
  ['5号', ['5', '5号']],
  ['税', ['税']],
  ['!?', []],
])('%s is found by its tokens', (text, tokens) => {
  expect(tokensOf(text)).toEqual(tokens);
});

test('articles are tokens of their own', () => {
  expect(ordinalsOf('依照第三十三条、第12号和第一批')).toEqual(['第三十三条', '第12号', '第一批']);
});

describe('numbers', () => {
  test.each([
    ['青府发〔2021〕5号', '青府发2021#5'],
    ['青府发[2021]05号', '青府发2021#5'],
    ['国务院令第711号', '令#711'],
    ['国令第711号', '令#711'],
    ['关于通知', null],
    ['2021年', null],
  ])('%s has the key %j', (number, key) => {
    expect(structuredKey(number)).toBe(key);
    if (key) expect(numberKeys(number)).toContain(key);
  });

  test('a part finds the whole', () => {
    const keys = new Set(numberKeys('青府发〔2021〕5号'));
    for (const part of ['青府发', '2021', '5号', '〔2021〕5号']) {
      expect([part, tokensOf(part).every((token) => keys.has(token))]).toEqual([part, true]);
    }
  });

  test.each(['711号', '第711号', '〔2021〕5号', '11360104/2026-00012', '国务院令第711号'])(
    '%s may be one',
    (text) => {
      expect(looksLikeNumber(text)).toBe(true);
    },
  );

  test.each(['低保', '2021年工作要点', '第三条', ''])('%s is none', (text) => {
    expect(looksLikeNumber(text)).toBe(false);
  });
});

test.each([
  ['中华人民共和国政府信息公开条例', '政府信息公开条例'],
  ['关于印发《社会救助实施办法》的通知', '社会救助实施办法'],
  ['专利法实施细则(2010)', '专利法实施细则'],
  ['青云谱区“十四五”规划', '青云谱区十四五规划'],
])('%s is also asked for as %s', (title, name) => {
  expect(namesOfTitle(title)).toContain(name);
});

test('a title as it is typed', () => {
  expect(plainTitle('《政府信息公开条例》:第 1 号')).toBe('政府信息公开条例第1号');
});

test('first letters', () => {
  expect(initialsOf('政府信息公开条例2021')).toBe('zfxxgktl2021');
});
