import type { AddressInfo } from 'node:net';
import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import type { Product } from '../integration/helpers/product';
import { fillSearch } from '../integration/helpers/search';
import { type Sql, sql } from '../support';
import { pastGuards } from '../support/past-guards';
import { hasRegulations, readRegulations } from '../support/regulations';
import { withProduct } from './product';
import { fillPublications, fillRecords, type Generated, generator, random } from './search-data';

const USERS = 4;
const REQUESTS = 400;
const GOAL_MS = 100;
const SUGGESTION_GOAL_MS = 50;
/** Documents that are added to the whole index. */
const AGAIN = 5_000;
/** Questions of Strapi's own filter: it takes seconds. */
const PLAIN = 3;
const UID = 'plugin::social-assistance.record';

type Asked = { name: string; goal: number; paths: readonly string[]; words?: readonly string[] };

/**
 * Search over generated documents of real words (`npm run bench -- search 1000000`): four users at a time, each
 * with another question every time. How long it takes to answer, to build the index and how large it is, and
 * how long Strapi's own filter takes for the same words.
 */
export async function searchBench(): Promise<boolean> {
  if (!hasRegulations())
    throw new Error('The bench makes its documents of ../shared/data/regulations, which is not there');
  const total = Number(process.argv[3] ?? process.env.BENCH_DOCUMENTS ?? 1_000_000);
  return withProduct(async (strapi, databaseUrl) => {
    const next = random(7);
    const make = generator(readRegulations(), next);
    const sample: Generated[] = [];
    await pastGuards(databaseUrl, (client) =>
      fillPublications(client, total, () => {
        const made = make();
        if (next() < 5_000 / total) sample.push(made);
        return made;
      }),
    );
    const query = sql(databaseUrl);
    await buildIndex(strapi, query, total);
    await tellSizes(query);
    await query.end();
    const port = await listen(strapi);
    const asked = questionsOf(sample, next);
    const results: boolean[] = [];
    const medians = new Map<string, number>();
    for (const one of asked) {
      const { isMet, median } = await measure(`http://127.0.0.1:${port}`, one);
      results.push(isMet);
      medians.set(one.name, median);
    }
    await pastGuards(databaseUrl, fillRecords);
    for (const one of asked) if (one.words) await comparePlain(strapi, one, medians.get(one.name) ?? 1);
    return results.every(Boolean);
  });
}

/** As after a restore: the rows first, then the index over their terms; then some rows again, as imports bring them. */
async function buildIndex(strapi: Core.Strapi, query: Sql, total: number): Promise<void> {
  const [index] = await query<{ indexdef: string }>(
    `select indexdef from pg_indexes where indexname = 'search_documents_terms'`,
  );
  await query('drop index search_documents_terms');
  const built = await timed(async () => {
    await fillSearch({ strapi } as Product);
    await query(String(index?.indexdef));
  });
  const again = Math.min(AGAIN, total);
  await query(
    `delete from search_documents where document_id in (select document_id from search_documents order by published_at desc limit $1)`,
    [again],
  );
  const added = await timed(() => fillSearch({ strapi } as Product));
  await query('vacuum analyze search_documents');
  console.log(
    `${total} documents; index built in ${built.toFixed(0)} s: ${Math.round(total / built)} documents/s; added to it: ${Math.round(again / added)} documents/s`,
  );
}

/** Seconds that some work takes. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
}

async function listen(strapi: Core.Strapi): Promise<number> {
  await new Promise<void>((resolve) => {
    strapi.server.listen(0, '127.0.0.1', resolve);
  });
  return (strapi.server.httpServer.address() as AddressInfo).port;
}

async function tellSizes(query: Sql): Promise<void> {
  const [sizes] = await query<Record<string, string>>(
    `select pg_size_pretty(pg_relation_size('search_documents_terms')) as terms_index,
            pg_size_pretty(pg_relation_size('search_documents')) as rows,
            pg_size_pretty(pg_total_relation_size('search_documents')) as everything,
            pg_size_pretty(pg_total_relation_size('publications')) as publications`,
  );
  console.log(`sizes: ${JSON.stringify(sizes)}`);
}

/** Questions by how often their words are in the sample. */
function questionsOf(sample: readonly Generated[], next: () => number): Asked[] {
  const counts = new Map<string, number>();
  for (const { title, body } of sample) {
    const words = new Set(`${title}\n${body}`.match(/[\u4e00-\u9fff]{2}/g) ?? []);
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const between = (low: number, high: number) =>
    [...counts]
      .filter(([, count]) => count > low * sample.length && count <= high * sample.length)
      .map(([word]) => word);
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  const many = (make: () => string) => Array.from({ length: 100 }, make);
  const rare = many(() => pick(between(0, 0.0005)));
  const common = many(() => pick(between(0.25, 0.35)));
  const middle = between(0.02, 0.1);
  const two = many(() => `${pick(middle)} ${pick(middle)}`);
  const phrases = many(() => {
    const text = pick(sample).body.replace(/[^\u4e00-\u9fff]+/g, ' ');
    const run = pick(text.split(' ').filter((part) => part.length >= 8)) ?? '行政处罚决定';
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

async function measure(
  url: string,
  { name, goal, paths }: Asked,
): Promise<{ isMet: boolean; median: number }> {
  const times: number[] = [];
  let asked = -20;
  const user = async () => {
    while (asked < REQUESTS) {
      const number = asked++;
      const begin = performance.now();
      // a cookie goes past the cache of answers
      const answer = await fetch(`${url}${paths[Math.abs(number) % paths.length]}`, {
        headers: { cookie: 'bench=1' },
      });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
      if (number >= 0) times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: USERS }, user));
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  const isMet = at(0.95) <= goal;
  console.log(
    `${name}: p50 ${at(0.5).toFixed(0)} ms, p95 ${at(0.95).toFixed(0)} ms, p99 ${at(0.99).toFixed(0)} ms (goal p95 ${goal}${isMet ? '' : ', MISSED'})`,
  );
  return { isMet, median: at(0.5) };
}

/** The same words by Strapi's own filter, a page and its total as its lists give them; one question at a time. */
async function comparePlain(strapi: Core.Strapi, { name, words = [] }: Asked, median: number): Promise<void> {
  const begin = performance.now();
  for (const word of words.slice(0, PLAIN)) {
    const asked = {
      status: 'published',
      filters: { $or: [{ title: { $containsi: word } }, { body: { $containsi: word } }] },
    };
    const page = { ...asked, sort: 'publishedAt:desc', limit: 20 };
    await strapi.documents(UID as never).findMany(page as never);
    await strapi.documents(UID as never).count(asked as never);
  }
  const each = (performance.now() - begin) / PLAIN;
  console.log(
    `${name} by Strapi's $containsi: ${each.toFixed(0)} ms each, ${(each / median).toFixed(1)} times as long`,
  );
}
