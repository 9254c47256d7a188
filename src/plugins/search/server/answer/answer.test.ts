import type { Hit } from '../index/search-index';
import type { Question } from '../query/parse-query';
import type { Tier } from '../query/tiers';
import { closePart } from './close-title';
import { markedWords, markText, passagesOf } from './highlight';
import { byScore, rank } from './rank';

const question = (...texts: string[]): Question => ({
  units: texts.map((text) => ({ text, alternatives: [text] })),
  phrases: [],
  excluded: [],
  segments: texts,
});
const TODAY = '2026-11-27';
const hit = (documentId: string, title: string, tiers: Tier[], more: Partial<Hit> = {}): Hit => ({
  ...{ documentId, title, tiers, publishedAt: '', datedOn: '2026-01-01', validity: '有效' },
  ...more,
});
const order = (hits: Hit[], asked = question('公开', '条例')) =>
  rank(hits, asked, TODAY).map(({ documentId }) => documentId);

test('the number before the title before the body', () => {
  expect(
    order([
      hit('body', '工作要点', ['words']),
      hit('number', '工作要点', ['number']),
      hit('title', '公开条例', ['titlePhrase', 'words']),
    ]),
  ).toEqual(['number', 'title', 'body']);
});

test('in force before repealed, but a repealed title before a body', () => {
  expect(
    order([
      hit('body', '工作要点', ['words']),
      hit('repealed', '公开条例', ['titleWords'], { validity: '废止' }),
      hit('in force', '公开条例', ['titleWords'], { datedOn: '2001-01-01' }),
    ]),
  ).toEqual(['in force', 'repealed', 'body']);
});

test('new before old, short before long', () => {
  expect(
    order([
      hit('old', '公开条例', ['titleWords'], { datedOn: '2010-01-01' }),
      hit('new', '公开条例', ['titleWords'], { datedOn: '2026-11-01' }),
      hit('long', '关于贯彻落实公开条例有关工作的若干意见的通知', ['titleWords'], { datedOn: '2026-11-01' }),
    ]),
  ).toEqual(['new', 'old', 'long']);
});

test('a whole sentence that stands in a text counts more than words in a title', () => {
  const asked = question('国务院办公厅是全国政府信息公开工作的主管部门');
  expect(
    order([hit('title', '国务院公告', ['partlyTitle']), hit('sentence', '条例', ['phrase'])], asked)[0],
  ).toBe('sentence');
});

test('the order is one that pages can follow', () => {
  const ranked = rank([hit('a', '公开', ['words']), hit('b', '公开', ['words'])], question('公开'), TODAY);
  const [first, second] = ranked;
  expect(first && second && byScore(first, second)).toBeLessThan(0);
  expect(first && byScore(first, first)).toBe(0);
});

test.each([
  ['公开条列', '政府信息公开条例', '公开条例'],
  ['政府信公开条例', '政府信息公开条例', '政府信息公开条例'],
  ['政府信息息公开', '政府信息公开条例', '政府信息公开'],
  ['公开条例', '政府信息公开条例', null],
  ['渔业许可', '政府信息公开条例', null],
])('%s was meant in %s: %j', (typed, title, part) => {
  expect(closePart(typed, title)).toBe(part);
});

describe('marks', () => {
  test('what was asked for, the longest first, escaped', () => {
    expect(markText('<b>公开条例</b>&公开', ['公开条例', '公开'])).toBe(
      '&lt;b&gt;<mark>公开条例</mark>&lt;/b&gt;&amp;<mark>公开</mark>',
    );
  });

  test('in every way of writing', () => {
    expect(markText('政府資訊公 開條例', ['公开条例'])).toBe('政府資訊<mark>公 開條例</mark>');
    expect(markText('ＣＯＶＩＤ防控', ['covid'])).toBe('<mark>ＣＯＶＩＤ</mark>防控');
  });

  test('at most three passages, those with the most words, in their order', () => {
    const filler = '其他内容'.repeat(60);
    const text = ['甲公开', filler, '乙公开和条例', filler, '丙公开', filler, '丁公开', filler].join('。');
    const passages = passagesOf(text, ['公开', '条例']);
    expect(passages).toHaveLength(3);
    expect(passages.some((passage) => passage.includes('<mark>公开</mark>和<mark>条例</mark>'))).toBe(true);
    expect(passages[0]).toContain('甲<mark>公开</mark>');
    for (const passage of passages) expect(passage.replace(/<\/?mark>/g, '').length).toBeLessThan(100);
  });

  test('nothing where nothing stands', () => {
    expect(passagesOf('其他内容', ['公开'])).toEqual([]);
    expect(markedWords(question())).toEqual([]);
  });
});
