import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { compareArticles } from './compare-articles';
import { toNumeral } from './numerals';
import { type Article, parseRegulation } from './parse-regulation';

const WORDS = [
  '为了加强样本管理，保障公众利益，制定本条例。',
  '国务院主管部门负责全国的样本监督管理工作，县级以上地方人民政府负责本行政区域的工作。',
  '申请人应当提交申请书、身份证明和承诺书，并对材料的真实性负责。',
  '违反本条例规定，拒不改正的，处五万元以上十万元以下的罚款。',
  '本条例自公布之日起施行。',
];
const numbered = (texts: readonly string[]): Article[] =>
  texts.map((text, at) => ({
    label: `第${toNumeral(at + 1)}条`,
    number: at + 1,
    chapter: null,
    section: null,
    text,
  }));
const outline = (before: readonly string[], after: readonly string[]) =>
  compareArticles(numbered(before), numbered(after)).articles.map(({ kind, from, to }) => [kind, from, to]);

test('the same text is the same', () => {
  expect(compareArticles(numbered(WORDS), numbered(WORDS)).counts).toEqual({
    ...{ same: 5, renumbered: 0, changed: 0, added: 0, removed: 0 },
  });
});

test('an inserted article does not make the later ones new', () => {
  const [first = '', ...others] = WORDS;
  const inserted = '样本应当标明产地、批号和有效期，不得涂改。';
  expect(outline(WORDS, [first, inserted, ...others])).toEqual([
    ['same', '第一条', '第一条'],
    ['added', null, '第二条'],
    ['renumbered', '第二条', '第三条'],
    ['renumbered', '第三条', '第四条'],
    ['renumbered', '第四条', '第五条'],
    ['renumbered', '第五条', '第六条'],
  ]);
});

test('an article that was taken out is removed', () => {
  expect(outline(WORDS, WORDS.slice(1))[0]).toEqual(['removed', '第一条', null]);
});

test('an article in other words is changed, word by word, also under another number', () => {
  const fine = '违反本条例规定，拒不改正的，处十万元以上二十万元以下的罚款。';
  const added = '任何单位和个人有权举报样本违法行为。';
  const { articles } = compareArticles(
    numbered(WORDS),
    numbered([...WORDS.slice(0, 2), added, WORDS[2] ?? '', fine, WORDS[4] ?? '']),
  );
  const changed = articles.find(({ kind }) => kind === 'changed');
  expect(changed).toMatchObject({ from: '第四条', to: '第五条' });
  const text = (kinds: string[]) =>
    changed?.parts
      .filter(({ kind }) => kinds.includes(kind))
      .map((part) => part.text)
      .join('');
  expect(text(['same', 'removed'])).toBe(WORDS[3]);
  expect(text(['same', 'added'])).toBe(fine);
  expect(text(['same'])).toContain('违反本条例规定，拒不改正的，处');
});

test('spaces and the width of brackets alone change nothing', () => {
  expect(outline(['甲 乙'], ['甲乙'])).toEqual([['same', '第一条', '第一条']]);
  expect(outline(['(一)甲'], ['（一）甲'])).toEqual([['same', '第一条', '第一条']]);
});

test('nothing against something, either way', () => {
  expect(compareArticles([], numbered(WORDS)).counts.added).toBe(5);
  expect(compareArticles(numbered(WORDS), []).counts.removed).toBe(5);
  expect(compareArticles([], []).articles).toEqual([]);
});

test('two texts that share nothing are compared within bounds', () => {
  const many = (sign: string) => numbered(Array.from({ length: 1500 }, (_, at) => `${sign}${at}`.repeat(20)));
  const begun = Date.now();
  const { articles } = compareArticles(many('甲'), many('乙'));
  expect(articles.length).toBeGreaterThanOrEqual(1500);
  expect(Date.now() - begun).toBeLessThan(10_000);
});

const SHARED = path.resolve(__dirname, '../../../../../../shared/data/regulations');
const versions = new Map<string, string[]>();
for (const file of existsSync(SHARED) ? readdirSync(SHARED).sort() : []) {
  const name = file.replace(/\(.*$/, '');
  versions.set(name, [...(versions.get(name) ?? []), file]);
}
const twice = [...versions.values()].filter((files) => files.length > 1);
(twice.length > 0 ? test : test.skip)(
  `the official texts in two versions are compared without losing a word${twice.length > 0 ? '' : ' (../shared/data/regulations is not there)'}`,
  () => {
    const read = (file = '') => parseRegulation(readFileSync(path.join(SHARED, file), 'utf8')).articles;
    const words = (articles: readonly { text: string }[]) =>
      articles
        .map(({ text }) => text)
        .join('')
        .replace(/\s/g, '')
        .replaceAll('(', '（')
        .replaceAll(')', '）');
    for (const [one, other] of twice) {
      const [before, after] = [read(one), read(other)];
      const { articles } = compareArticles(before, after);
      const kept = (kinds: string[]) =>
        articles
          .flatMap(({ parts }) => parts.filter(({ kind }) => kinds.includes(kind)))
          .map(({ text }) => text)
          .join('')
          .replace(/\s/g, '');
      expect({ one, isWhole: kept(['same', 'added']) === words(after) }).toEqual({ one, isWhole: true });
      expect({ one, isWhole: kept(['same', 'removed']) === words(before) }).toEqual({ one, isWhole: true });
    }
  },
);
