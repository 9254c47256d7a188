import { toTsQuery } from '../index/postgres/tsquery';
import { createSegmenter } from '../text/segment';
import { createSynonyms, splitAtNames } from '../vocabulary/synonyms';
import { parseQuery } from './parse-query';
import { likeTitle, matching, someWords, textTiers, titleTiers } from './tiers';

const words = {
  segmenter: createSegmenter(['青云谱区']),
  synonyms: createSynonyms([
    ['十四五', '第十四个五年规划'],
    ['低保', '最低生活保障'],
  ]),
};
const parse = (typed: string) => parseQuery(typed, words);
const units = (typed: string) => parse(typed).units.map(({ text }) => text);

test.each<[string, string[]]>([
  ['政府信息公开条例', ['政府', '信息', '公开', '条例']],
  ['公开条例 第三十三条', ['公开', '条例', '第三十三条']],
  ['低保怎么申请', ['低保', '申请']],
  ['小学什么时候报名，怎么办', ['小学', '报名']],
  ['政 府 信 息', ['政府', '信息']],
  ['COVID-19 防控', ['covid', '19', '防控']],
  // two characters that no dictionary has are looked for together
  ['犇羴路', ['犇羴路']],
  ['怎么', ['怎么']],
  ['公开 公开', ['公开']],
  ['', []],
  ['🎉!', []],
])('“%s” asks for %j', (typed, expected) => {
  expect(units(typed)).toEqual(expected);
});

test('quotation marks of every kind, and minus words', () => {
  expect(parse('"行政处罚" “低保” 「公示」')).toMatchObject({ phrases: ['行政处罚', '低保', '公示'] });
  const { units: wanted, excluded } = parse('低保 -处罚 －公告');
  expect(wanted.map(({ text }) => text)).toEqual(['低保']);
  expect(excluded.map(({ text }) => text)).toEqual(['处罚', '公告']);
  expect(parse('2026-00012').excluded).toEqual([]);
});

test('names that mean the same, and numbers written the other way', () => {
  expect(parse('十四五').units[0]?.alternatives).toEqual(['十四五', '第十四个五年规划']);
  expect(parse('20个工作日').units[0]?.alternatives).toEqual(['20', '二十']);
  expect(parse('第33条').units[0]?.alternatives).toEqual(['第33条', '第三十三条']);
  expect(splitAtNames('申请低保标准', words.synonyms)).toEqual([
    { text: '申请', isName: false },
    { text: '低保', isName: true },
    { text: '标准', isName: false },
  ]);
});

test('what asks for nothing has no condition', () => {
  const nothing = parse('!!!');
  expect(matching(nothing)).toBeNull();
  expect([titleTiers(nothing), textTiers(nothing), likeTitle(nothing), someWords(nothing)]).toEqual([
    [],
    [],
    [],
    [],
  ]);
  // nor does what only excludes
  expect(matching(parse('-低保'))).toBeNull();
});

test('every tier is without what is excluded', () => {
  const question = parse('公开条例 -处罚');
  for (const { expression } of [...titleTiers(question), ...textTiers(question), ...likeTitle(question)]) {
    expect(toTsQuery(expression)).toContain("!'处罚'");
  }
});

test('most words: all but one, then half', () => {
  const [most, half] = someWords(parse('低保 申请 公开 鸵鸟'));
  expect(toTsQuery(most as never).match(/鸵鸟/g)).toHaveLength(3);
  expect(half).toBeDefined();
  expect(someWords(parse('低保'))).toEqual([]);
  expect(someWords(parse('青府发〔2021〕5号'))).toEqual([]);
});

test('a long query stays bounded', () => {
  const question = parse('行政处罚决定公开条例规定办法'.repeat(7).slice(0, 100));
  const size = [...titleTiers(question), ...textTiers(question), ...likeTitle(question)]
    .map(({ expression }) => toTsQuery(expression).length)
    .reduce((sum, length) => sum + length, 0);
  expect(size).toBeLessThan(60_000);
});

test.each([
  [{ term: "a'b\\c" }, "'a''b\\\\c'"],
  [{ all: [{ term: 'a' }, { any: [{ term: 'b' }, { not: { term: 'c' } }] }] }, "('a' & ('b' | !'c'))"],
])('an expression as a tsquery: %j', (expression, expected) => {
  expect(toTsQuery(expression as never)).toBe(expected);
});
