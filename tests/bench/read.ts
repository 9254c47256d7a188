import { performance } from 'node:perf_hooks';
import type { Core } from '@strapi/strapi';
import { type Sql, sql, startServer, type TestServer } from '../support';
import { testRun } from '../support/cluster';
import { pastGuards } from '../support/past-guards';
import { type Asked, type Load, load, median } from './load';
import { withProduct } from './product';
import { againstKoa } from './read-cached';
import { fillPublications, fillRecords } from './read-data';
import { memoryOf } from './read-memory';
import { becomesVisible, oneQuery } from './read-visible';

const SMALL = 10_000;
/** Anybody without an answer of the cache: a cookie goes past it. */
const PAST_CACHE = { cookie: 'bench=1' };
const ROUNDS = 3;

export type Line = { what: string; found: string; goal: string; isMet: boolean | null };

/** One line of the README's table, printed as soon as it is known. */
export type Tell = (what: string, found: string, goal: string, isMet?: boolean | null) => void;

/**
 * The read side on 100,000 publications (`npm run bench -- read 1000000` for more), beside 10,000 of them: one
 * server and its PostgreSQL in processes of their own, sixteen connections. Prints the table of the README.
 */
export async function readBench(): Promise<boolean> {
  const total = Number(process.argv[3] ?? 100_000);
  const lines: Line[] = [];
  const tell: Tell = (what, found, goal, isMet = null) => {
    lines.push({ what, found, goal, isMet });
    console.log(`${what}: ${found} (${goal}${isMet === false ? ', MISSED' : ''})`);
  };
  await withProduct(async (strapi, databaseUrl) => {
    const query = sql(databaseUrl);
    await pastGuards(databaseUrl, (client) => fillPublications(client, 0, SMALL));
    let server = await startServer({ demo: true, databaseUrl });
    await warm(server);
    const small = await listLoad(server);
    // a server of its own for the large set: it has seen nothing of the small one
    await server.stop();
    const begun = performance.now();
    await pastGuards(databaseUrl, async (client) => {
      await fillPublications(client, SMALL, total);
      await fillRecords(client);
    });
    await writeOut();
    console.log(`${total} publications; filled in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
    server = await startServer({ demo: true, databaseUrl });
    try {
      await measure({ strapi, server, query, total, small, tell });
    } finally {
      await query.end();
      await server.stop();
    }
  });
  console.log(`\n| 测什么 | ${total}条 | 目标 |\n|---|---|---|`);
  for (const { what, found, goal } of lines) console.log(`| ${what} | ${found} | ${goal} |`);
  return lines.every(({ isMet }) => isMet !== false);
}

/** Has PostgreSQL write to its disk what was filled: else it does so while the readers read. */
async function writeOut(): Promise<void> {
  const server = sql(testRun().superuserUrl);
  await server('checkpoint');
  await server.end();
}

export type Setting = {
  strapi: Core.Strapi;
  server: TestServer;
  query: Sql;
  total: number;
  small: Load;
  tell: Tell;
};

async function measure(setting: Setting): Promise<void> {
  const { server, total, small, tell } = setting;
  await warm(server);
  await againstKoa(
    server.url,
    [
      ['缓存的列表', listPath(0)],
      ['缓存的详情', detailPath(7)],
    ],
    tell,
  );
  const large = await listLoad(server);
  tell('没有缓存的列表(20条,筛选、最新在前)', figures(large), 'p99 ≤ 30 ms', large.p99 <= 30);
  const ratio = small.perSecond / large.perSecond;
  tell(
    `同上,对1万条(${Math.round(small.perSecond)}/s)`,
    `慢 ${ratio.toFixed(2)} 倍`,
    '≤ 1.3 倍',
    ratio <= 1.3,
  );
  const details = await best(
    server,
    Array.from({ length: 500 }, (_v, i) => past(detailPath(1 + ((i * 7919) % total)))),
  );
  tell('没有缓存的详情', figures(details), 'p99 ≤ 20 ms', details.p99 <= 20);
  for (const [what, more] of [
    ['Strapi 自己的 REST(同样的行、索引)', ''],
    ['Strapi 自己的 REST,不要总数', '&pagination[withCount]=false'],
  ] as const) {
    const plain = await load(
      server.url,
      KINDS.map((kind) => past(strapiPath(kind, more))),
      { seconds: 6 },
    );
    const times = large.perSecond / plain.perSecond;
    tell(
      what,
      `${figures(plain)};列表是它的 ${times.toFixed(1)} 倍`,
      more ? '报告' : '≥ 10 倍',
      more ? null : times >= 10,
    );
  }
  await graphqlBeside(server, large, tell);
  await becomesVisible(setting);
  await oneQuery(setting);
  await memoryOf(server, total, tell);
}

const KINDS = ['document', 'guide', 'notice', 'decision'];
const OWNERS = [
  'civil-affairs',
  'finance',
  'health',
  'justice',
  'audit',
  'commerce',
  'taxation',
  'education',
];

/** A filter and the newest first, as the portal's columns ask. */
const listPath = (n: number) =>
  n % 2 === 0
    ? `/api/disclosure/publications?kind=${KINDS[(n / 2) % KINDS.length]}&limit=20`
    : `/api/disclosure/publications?department=${OWNERS[((n - 1) / 2) % OWNERS.length]}&limit=20`;
const detailPath = (n: number) => `/api/disclosure/publications/bench-${n}`;
const strapiPath = (kind: string | undefined, more: string) =>
  `/api/social-assistance/records?filters[kind]=${kind}&sort=publishedAt:desc&pagination[pageSize]=20${more}`;
const past = (path: string): Asked => ({ path, headers: PAST_CACHE });

const figures = ({ perSecond, p50, p99 }: Load) =>
  `${Math.round(perSecond)}/s,中位 ${p50.toFixed(0)} ms,p99 ${p99.toFixed(0)} ms`;

const listLoad = (server: TestServer) =>
  best(
    server,
    Array.from({ length: 24 }, (_v, n) => past(listPath(n))),
  );

/** The median round of three: another program on the machine disturbs one of them at most. */
async function best(server: TestServer, asked: readonly Asked[]): Promise<Load> {
  const rounds: Load[] = [];
  for (let i = 0; i < ROUNDS; i++) rounds.push(await load(server.url, asked));
  const middle = median(rounds.map(({ perSecond }) => perSecond));
  return rounds.find(({ perSecond }) => perSecond === middle) as Load;
}

/** Compiled, connected, and the pages of the tables in memory. */
async function warm({ url }: TestServer): Promise<void> {
  await load(
    url,
    Array.from({ length: 24 }, (_v, n) => past(listPath(n))),
    { seconds: 4 },
  );
  await load(
    url,
    Array.from({ length: 50 }, (_v, n) => past(detailPath(n + 1))),
    { seconds: 3 },
  );
}

async function graphqlBeside({ url }: TestServer, rest: Load, tell: Tell): Promise<void> {
  const fields = 'documentId title ownerName indexNo docNo abstract formedOn publishedAt url';
  const queryOf = (kind: string, headers: Record<string, string>): Asked => ({
    path: '/graphql',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query: `{ publications(kind: "${kind}", limit: 20) { data { ${fields} } } }` }),
  });
  const cached = await load(
    url,
    KINDS.map((kind) => queryOf(kind, {})),
    { seconds: 4 },
  );
  const computed = await load(
    url,
    KINDS.map((kind) => queryOf(kind, PAST_CACHE)),
    { seconds: 4 },
  );
  const cachedRest = await load(
    url,
    KINDS.map((_k, n) => ({ path: listPath(n * 2) })),
    { seconds: 4 },
  );
  tell(
    'GraphQL 列表,缓存的',
    `${figures(cached)};REST 的 ${(cached.perSecond / cachedRest.perSecond).toFixed(2)} 倍`,
    '报告',
  );
  tell(
    'GraphQL 列表,没有缓存的',
    `${figures(computed)};REST 的 ${(computed.perSecond / rest.perSecond).toFixed(2)} 倍`,
    '报告',
  );
}
