import { leastOf, shareOf } from '../index/postgres/frequencies';
import { toTsQuery } from '../index/postgres/tsquery';
import { startOf, toWindows } from '../index/postgres/windows';
import { not, term } from '../query/expression';
import { createSegmenter } from '../text/segment';
import { buildTerms } from './build-terms';
import { coverOf, startOfDay, timeTermsOf } from './time-terms';

const segmenter = createSegmenter([]);
const document = (more: object) =>
  new Set(
    buildTerms(
      {
        ...{
          title: '关于低保的通知',
          numbers: ['青府发〔2021〕5号'],
          about: ['社会救助'],
          body: '',
          files: [],
          filters: {},
        },
        publishedAt: new Date('2026-11-27T01:30:00Z'),
        ...more,
      },
      segmenter,
    ),
  );

test('a document has terms by what they say of it', () => {
  const terms = document({
    body: '资金。资金。资金。税',
    files: ['附件文字'],
    filters: { domain: 'health', column: ['a', 'b'], theme: null },
  });
  for (const term of [
    ...['低保', 't:低保', 't:低', 'w:低保的通知', 'p:db', 'f:低保'],
    ...['n:青府发2021#5', 'n:2021', '青府', '社会', 'f:社会'],
    ...['资金', 'f:资金', '税', '附件', 'domain=health', 'column=a', 'column=b'],
    ...['@2026', '@2026-11', '@2026-11-27', '@2026-11-27T09'],
  ]) {
    expect([term, terms.has(term)]).toEqual([term, true]);
  }
  expect(terms.has('f:附件')).toBe(false);
});

test('a text of millions of characters is read as far as the bound, in bounded time', () => {
  const body = Array.from({ length: 2_000_000 }, (_v, i) =>
    String.fromCharCode(0x4e00 + ((i * 7919) % 20_000)),
  ).join('');
  expect(document({ body, files: [body] }).size).toBeLessThanOrEqual(60_000);
});

describe('spans of time', () => {
  const cover = (from: string, to: string) => coverOf(new Date(from), new Date(to));

  test('are as few whole years, months, days and hours as possible', () => {
    expect(cover('2024-12-31T22:00:00+08:00', '2026-02-02T01:00:00+08:00')).toEqual([
      ...['2024-12-31T22', '2024-12-31T23', '2025', '2026-01', '2026-02-01', '2026-02-02T00'],
    ]);
    expect(cover('2026-01-01T00:00:00+08:00', '2026-01-01T00:00:00+08:00')).toEqual([]);
  });

  test('hold exactly the instants between their ends', () => {
    const [from, to] = ['2025-02-27T21:00:00+08:00', '2026-03-01T04:00:00+08:00'];
    const terms = new Set(cover(from, to));
    for (
      let at = Date.parse('2025-02-01T00:30:00Z');
      at < Date.parse('2026-04-01T00:00:00Z');
      at += 3_600_000
    ) {
      const isInside = at >= Date.parse(from) && at < Date.parse(to);
      expect(timeTermsOf(new Date(at)).filter((term) => terms.has(term))).toHaveLength(Number(isInside));
    }
  });

  test('windows are all of the time, each instant in one of them', () => {
    const now = new Date('2026-11-27T10:00:00+08:00');
    const bounds = [
      '2026-11-20T11:00:00+08:00',
      '2026-09-15T00:00:00+08:00',
      '2021-05-05T00:00:00+08:00',
    ].map((at, index) => ({ width: 1000 * 4 ** index, at: new Date(at) }));
    const { widths, from } = toWindows(bounds, now);
    expect(widths).toEqual([1000, 4000, 16_000]);
    const holds = (window: string, at: Date) => {
      const isRest = window.startsWith('!');
      return timeTermsOf(at).some((term) => window.includes(`'@${term}'`)) !== isRest;
    };
    for (const day of [
      '2040-01-01',
      '2026-11-27',
      '2026-11-20',
      '2026-11-19',
      '2026-09-14',
      '2021-01-01',
      '2020-12-31',
      '1990-01-01',
    ]) {
      for (const start of [0, 1, 2]) {
        const windows = from(start).map(toTsQuery);
        expect(windows).toHaveLength(4 - start);
        expect([day, windows.filter((window) => holds(window, startOfDay(day))).length]).toEqual([day, 1]);
      }
    }
    expect(from(3).map(toTsQuery)).toEqual(["!'@never'"]);
    expect(toWindows([], now).from(0).map(toTsQuery)).toEqual(["!'@never'"]);
  });

  test.each([
    ['a word of every third document begins with the newest', 0.3, 0],
    ['a rarer one further back', 0.01, 2],
    ['a rare one with all of the time', 0.0005, 3],
  ])('%s', (_what, share, start) => {
    expect(startOf([1000, 5000, 20_000], share, 1_000_000, 800)).toBe(start);
  });

  test('where nothing is known of a word, a search begins with the newest', () => {
    expect(startOf([1000, 5000], 1, 0, 800)).toBe(0);
  });
});

test.each([
  ['a known word', term('的'), 0.9, 0.9],
  ['an unknown one', term('罕'), 0.01, 0],
  ['both', { all: [term('的'), term('罕')] }, 0.01 * 0.9 ** 0.5, 0],
  ['either', { any: [term('县'), term('罕')] }, 0.41, 0.4],
  ['either of two common ones', { any: [term('的'), term('县')] }, 1, 0.9],
  ['two common ones', { all: [term('的'), term('县')] }, 0.4 * 0.9 ** 0.5, 0.3],
  ['all without', not(term('的')), 1, 0],
])('statistics tell in how many documents %s stand', (_what, expression, share, least) => {
  const known = new Map([
    ['的', 0.9],
    ['县', 0.4],
  ]);
  const frequencies = { known, others: 0.01, documents: 100 };
  expect(shareOf(expression, frequencies)).toBeCloseTo(share);
  expect(leastOf(expression, frequencies)).toBeCloseTo(least);
});
