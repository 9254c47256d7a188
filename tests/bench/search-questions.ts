import { performance } from 'node:perf_hooks';
import type { Generated } from './search-data';

const USERS = 4;
const REQUESTS = 400;
const GOAL_MS = 100;
const SUGGESTION_GOAL_MS = 50;

/** What is asked; `words`: the same without the parameters, for other ways of searching. */
export type Asked = { name: string; goal: number; paths: readonly string[]; words?: readonly string[] };

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });

/** The Chinese words of a text, each once, as the Unicode tables divide it: not by the product's own dictionary. */
const wordsOf = (text: string): Set<string> =>
  new Set(
    [...segmenter.segment(text)]
      .map(({ segment }) => segment)
      .filter((word) => /^[\u4e00-\u9fff]{2,}$/.test(word)),
  );

/** Questions by how often their words are in the sample. */
export function questionsOf(sample: readonly Generated[], next: () => number): Asked[] {
  const counts = new Map<string, number>();
  for (const { title, body } of sample) {
    for (const word of wordsOf(`${title}\n${body}`)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const between = (low: number, high: number) =>
    [...counts]
      .filter(([, count]) => count > low * sample.length && count <= high * sample.length)
      .map(([word]) => word);
  const pick = <T>(from: readonly T[]): T => {
    const picked = from[Math.floor(next() * from.length)];
    if (picked === undefined) throw new Error('The sample has no such words: there is nothing to ask for');
    return picked;
  };
  const many = (make: () => string) => Array.from({ length: 100 }, make);
  const rare = many(() => pick(between(0, 0.0005)));
  const common = many(() => pick(between(0.25, 0.35)));
  const middle = between(0.02, 0.1);
  const two = many(() => `${pick(middle)} ${pick(middle)}`);
  const phrases = many(() => {
    const text = pick(sample).body.replace(/[^\u4e00-\u9fff]+/g, ' ');
    const run = pick([...text.split(' ').filter((part) => part.length >= 8), '行政处罚决定书']);
    return `"${run.slice(0, 8)}"`;
  });
  const starts = many(() =>
    pick(sample)
      .title.replace(/^关于(印发《|做好)?/, '')
      .slice(0, 2 + Math.floor(next() * 3)),
  );
  const path = (more: string) => (q: string) => `/api/disclosure/search?q=${encodeURIComponent(q)}${more}`;
  return [
    { name: 'a rare word', goal: GOAL_MS, paths: rare.map(path('')), words: rare },
    { name: 'a word of 30 % of the documents', goal: GOAL_MS, paths: common.map(path('')), words: common },
    { name: 'two words', goal: GOAL_MS, paths: two.map(path('')) },
    {
      name: 'a phrase',
      goal: GOAL_MS,
      paths: phrases.map(path('')),
      words: phrases.map((phrase) => phrase.slice(1, -1)),
    },
    { name: 'a common word with facets', goal: GOAL_MS, paths: common.map(path('&facets=true')) },
    { name: 'two words with facets', goal: GOAL_MS, paths: two.map(path('&facets=true')) },
    {
      name: 'a common word in a department, newest',
      goal: GOAL_MS,
      paths: common.map(path('&department=finance&sort=newest')),
    },
    {
      name: 'suggestions',
      goal: SUGGESTION_GOAL_MS,
      paths: starts.map((q) => `/api/disclosure/search/suggestions?q=${encodeURIComponent(q)}`),
    },
  ];
}

/** Four users at a time, each with another question every time. */
export async function measure(
  url: string,
  { name, goal, paths }: Asked,
): Promise<{ isMet: boolean; median: number }> {
  const times: number[] = [];
  let inVain = 0;
  let asked = -20;
  const user = async () => {
    while (asked < REQUESTS) {
      const number = asked++;
      const begin = performance.now();
      // a cookie goes past the cache of answers
      const answer = await fetch(`${url}${paths[Math.abs(number) % paths.length]}`, {
        headers: { cookie: 'bench=1' },
      });
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      if (number < 0) continue;
      times.push(performance.now() - begin);
      if (text.startsWith('{"data":[]')) inVain += 1;
    }
  };
  await Promise.all(Array.from({ length: USERS }, user));
  // to find nothing is another question
  if (inVain > times.length / 10) throw new Error(`${name}: ${inVain} of ${times.length} found nothing`);
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const isMet = at(0.95) <= goal;
  console.log(
    `${name}: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms (goal p95 ${goal}${isMet ? '' : ', MISSED'})`,
  );
  return { isMet, median: at(0.5) };
}
