import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import type { Product } from '../integration/helpers/product';
import { fillSearch } from '../integration/helpers/search';
import { type Sql, sql, startServer } from '../support';
import { pastGuards } from '../support/past-guards';
import { hasRegulations, readRegulations } from '../support/regulations';
import { withProduct } from './product';
import { fillPublications, fillRecords, type Generated, generator, random } from './search-data';
import { type Asked, measure, questionsOf } from './search-questions';

/** Documents that are added to the whole index. */
const AGAIN = 5_000;
/** Questions of Strapi's own filter: it takes seconds. */
const PLAIN = 3;
const UID = 'plugin::social-assistance.record';

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
    const asked = questionsOf(sample, next);
    const results: boolean[] = [];
    const medians = new Map<string, number>();
    // in a process of its own, as its PostgreSQL: the users' work is not the server's
    const server = await startServer({ demo: true, databaseUrl });
    for (const one of asked) {
      const { isMet, median } = await measure(server.url, one);
      results.push(isMet);
      medians.set(one.name, median);
    }
    await server.stop();
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

async function tellSizes(query: Sql): Promise<void> {
  const [sizes] = await query<Record<string, string>>(
    `select pg_size_pretty(pg_relation_size('search_documents_terms')) as terms_index,
            pg_size_pretty(pg_relation_size('search_documents')) as rows,
            pg_size_pretty(pg_total_relation_size('search_documents')) as everything,
            pg_size_pretty(pg_total_relation_size('publications')) as publications`,
  );
  console.log(`sizes: ${JSON.stringify(sizes)}`);
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
