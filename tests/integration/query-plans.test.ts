/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { pastGuards } from '../support/past-guards';
import { enterInSearch } from '../support/search-rows';
import { maintain } from './helpers/catalogue';
import { demoProject } from './helpers/documents';
import { nativeModule } from './helpers/native';
import { signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';
import table from './routes.table.json';

/** Every public read stays cheap on a district's archive: its statements are few, and each has an index. */
const ROWS = 60_000;
const SEARCHED = '施工许可';

type Statement = { sql: string; bindings: unknown[] };

let product: Product;
let project: string;
let publication: string;
/** a place of the log of changes behind most of it */
let nearEnd: string;
const heard: Statement[] = [];

beforeAll(async () => {
  // a site map needs the address of the site
  product = await startProduct({ env: { PUBLIC_URL: 'https://gk.example.gov.cn' } });
  project = await demoProject(product);
  const [row] = await product.query<{ document_id: string }>(
    "select document_id from publications where state = 'live' and kind <> 'project' order by index_no limit 1",
  );
  publication = String(row?.document_id);
  await multiply(publication);
  nearEnd = cursorNearEnd();
  const office = await signInPanel(product, 'office-supervisor@example.test', product.demoPassword);
  await maintain(product, office, 'D01-21', 'merge', { rows: ['D01-22', 'D01-23'] });
  // a row for which the days of editions count too
  const timeLimitRules = [{ kind: 'periodic', every: 1, unit: 'quarter' }];
  await maintain(product, office, 'D01-16', 'correct', { values: { timeLimitRules } });
  const knex = product.strapi.db.connection;
  knex.on('query', ({ sql: text, bindings }: Statement) =>
    heard.push({ sql: text, bindings: bindings ?? [] }),
  );
  await atRest();
}, 180_000);
afterAll(() => product.stop());

const cursorNearEnd = (): string =>
  nativeModule<typeof import('../../src/plugins/exchange/server/log/place')>(
    'plugins/exchange/server/log/place',
  ).cursorOf(ROWS - 3);

/** Waits until what began with the start (the reminders of the day) has come to rest. */
async function atRest(): Promise<void> {
  let before: number;
  do {
    before = heard.length;
    await new Promise((resolve) => setTimeout(resolve, 300));
  } while (heard.length !== before);
}

/** Makes many publications of one, as nobody may but a test: with the triggers off. */
async function multiply(documentId: string): Promise<void> {
  await pastGuards(product.databaseUrl, async (client) => {
    await client.query(
      `insert into publications
       select 'generated-' || g, type, (array[domain, 'other-domain'])[1 + g % 2], 'D01-' || lpad((1 + g % 26)::text, 2, '0'),
              (array['document', 'guide', 'notice'])[1 + g % 3],
              (array['finance', 'health', 'civil-affairs', 'housing-construction'])[1 + g % 4],
              owner_name, 'generated/' || g, 'generated' || g, title || g, abstract,
              (array['财政', '卫生'])[1 + g % 2], (array['通知', '公告'])[1 + g % 2], (array['有效', '失效'])[1 + g % 2],
              columns, case when g % 5000 = 0 then subject_id else 'p' || (g % 900) end, facet, item,
              formed_on - (g % 3000), due_on, published_at - make_interval(mins => g), first_published_at, 1, 'live',
              null, null, null, null, summary, detail, md5(g::text) || ' 文字 ' || g, etag,
              case when g % 700 = 0 then current_date + (g % 100) - 50 end, take_down_on,
              case when g % 3 = 0 then current_date - (g % 2000) + (g % 7) end,
              case when g % 600 = 0 then current_date - (g % 400) end, case when g % 500 = 0 then current_date - (g % 300) end,
              case when g % 900 = 0 then current_date - (g % 200) end
         from publications, generate_series(1, ${ROWS}) as g
        where document_id = $1`,
      [documentId],
    );
    await client.query(
      `insert into editions
       select 'generated-' || g, edition_no, type, owner, title, reason, published_at, published_by, content, sha256
         from editions, generate_series(1, ${ROWS / 10}) as g
        where document_id = $1 and edition_no = 1`,
      [documentId],
    );
    await enterInSearch(client);
    await client.query(
      `insert into publication_links
       select 'generated-' || g, 'generated-' || (g + 1), 'amends', current_date, 0 from generate_series(1, ${ROWS / 10}) as g`,
    );
    await client.query(
      `insert into regulations
       select 'generated-' || g, '条例' || g, '条例' || g, null, date '2020-01-01' - g % 3000, date '2020-01-01', 2
         from generate_series(1, ${ROWS / 10}) as g`,
    );
    await client.query(
      `insert into regulation_versions
       select 'generated-' || g, date '2019-01-01' - v, '条例' || g, null, '[]', null, date '2019-01-01' - v,
              '[{"label": "第一条", "number": 1, "chapter": null, "section": null, "text": "甲"}]', 1, 'x', 'x'
         from generate_series(1, ${ROWS / 10}) as g, generate_series(0, 1) as v`,
    );
    await client.query(
      `insert into exchange_changes (seq, document_id, change, edition_no, domain, owner)
       select nextval('exchange_change_seq'), document_id, 'published', 1, domain, owner
         from publications where document_id like 'generated-%' order by published_at`,
    );
    await client.query(
      'vacuum analyze publications, editions, publication_links, regulations, regulation_versions, exchange_changes',
    );
  });
}

/** The statements of one public request. */
async function statementsOf(path: string): Promise<Statement[]> {
  heard.length = 0;
  const answer = await read(product, path);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return heard.filter(({ sql: text }) => /^\s*(select|with)/i.test(text));
}

async function planOf({ sql: text, bindings }: Statement): Promise<string> {
  const rows = await product.query<Record<string, string>>(`explain ${text}`, bindings);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

const list = (query: string) => `${PUBLICATIONS}?${query}`;

/** path, and the most statements that it may take */
const READS: [string, () => string, number][] = [
  ['the newest', () => list(''), 1],
  ['the oldest', () => list('sort=oldest'), 1],
  ['by formation', () => list('sort=formed'), 1],
  ['a domain', () => list('domain=major-construction-projects'), 1],
  ['a row', () => list('catalogueItem=D01-26'), 2],
  ['a row into which others were merged', () => list('catalogueItem=D01-21'), 2],
  ['such a row by formation', () => list('catalogueItem=D01-21&sort=formed'), 3],
  [
    'such a row of a department with a total',
    () => list('catalogueItem=D01-21&department=finance&count=true'),
    5,
  ],
  ['a department', () => list('department=finance'), 1],
  ['a column', () => list('column=statutory-10'), 1],
  ['a column with nothing in it', () => list('column=statutory-07'), 1],
  ['a kind', () => list('kind=guide'), 1],
  ['a theme', () => list(`theme=${encodeURIComponent('财政')}`), 1],
  ['a genre', () => list(`genre=${encodeURIComponent('通知')}`), 1],
  ...['未生效', '有效', '已修改', '废止', '失效'].flatMap((validity): [string, () => string, number][] => [
    [`the validity ${validity}`, () => list(`validity=${encodeURIComponent(validity)}`), 1],
    [
      `the validity ${validity} on a day`,
      () => list(`validity=${encodeURIComponent(validity)}&on=2024-05-01`),
      1,
    ],
  ]),
  ['an index number', () => list('indexNo=generated/77'), 1],
  ['a document number', () => list('docNo=generated88'), 1],
  ['a project', () => list('subject=p7'), 1],
  ['some days', () => list('from=2026-11-01&to=2026-11-10'), 1],
  [
    'a department in a domain in some days',
    () => list('department=health&domain=other-domain&from=2026-10-01'),
    1,
  ],
  ['a department with a total', () => list('department=finance&count=true'), 2],
  // what it asks of its own index goes another way: search.test.ts
  ['a search', () => `/api/disclosure/search?q=${encodeURIComponent(SEARCHED)}`, 2],
  ['suggestions', () => `/api/disclosure/search/suggestions?q=${encodeURIComponent(SEARCHED)}`, 2],
  ['an export', () => '/api/disclosure/publications/export?format=csv&indexNo=generated/77', 2],
  [
    'an export of a department in some days',
    () => '/api/disclosure/publications/export?format=jsonl&department=health&from=2026-11-20',
    30,
  ],
  // the publication, its links, the columns of its page
  ['one publication', () => `${PUBLICATIONS}/${publication}`, 3],
  ['one with links in both directions', () => `${PUBLICATIONS}/generated-77`, 3],
  ['its editions', () => `${PUBLICATIONS}/${publication}/editions`, 2],
  ['the domains', () => '/api/disclosure/domains', 4],
  ['a domain with its rows', () => '/api/disclosure/domains/major-construction-projects', 7],
  ['one row with its history', () => '/api/disclosure/catalogue-items/D01-21', 6],
  ['the coverage of a domain', () => '/api/disclosure/coverage?domain=major-construction-projects', 10],
  [
    'the coverage of a department',
    () => '/api/disclosure/coverage?department=housing-construction&period=2026-Q4',
    10,
  ],
  ['the coverage of all domains', () => '/api/disclosure/coverage', 9],
  ['the rows of a department', () => '/api/disclosure/catalogue-items?department=housing-construction', 5],
  ['the departments', () => '/api/disclosure/departments', 3],
  ['the columns', () => '/api/disclosure/columns', 2],
  ['a feed', () => '/api/feeds/publications.rss', 2],
  ['a feed of a domain', () => '/api/feeds/publications.atom?domain=major-construction-projects', 2],
  ['a feed of a department', () => '/api/feeds/publications.json?department=finance&limit=100', 3],
  ['a feed of a search', () => `/api/feeds/publications.rss?q=${encodeURIComponent(SEARCHED)}`, 3],
  ['the list of feeds', () => '/api/feeds', 2],
  ['the deadlines', () => '/api/feeds/deadlines.ics', 3],
  ['the deadlines of a department', () => '/api/feeds/deadlines.ics?department=finance', 4],
  ['the map of the site', () => '/sitemap.xml', 10],
  ['a part of the map', () => '/sitemaps/3.xml', 2],
  ['the annual reports of a year', () => '/api/annual-reports/published?year=2025&department=finance', 1],
  ['the page of annual reports', () => '/api/annual-reports/pages', 1],
  ['the timeline of plans', () => '/api/development-planning/timeline', 1],
  ['the coverage of a year', () => '/api/fiscal-budget/unit-coverage/2025', 4],
  ['the progress of inspections', () => '/api/ecological-environment/inspection-progress', 1],
  ['the public institutions', () => '/api/public-institutions/units', 5],
  ['what expires', () => '/api/policy/expiring', 1],
  ['the gazette of a year', () => '/api/policy/gazette/2026', 3],
  ['the officers', () => '/api/policy/officers', 1],
  ['the regulations', () => '/api/policy/regulations', 1],
  [
    'regulations by a part of their titles',
    () => `/api/policy/regulations?q=${encodeURIComponent('条例77')}`,
    1,
  ],
  ['a regulation on a day', () => '/api/policy/regulations/generated-77?on=2020-01-01', 3],
  ['two versions of a regulation', () => '/api/policy/regulations/generated-77/compare', 3],
  ['the log of changes', () => '/api/exchange/changes?limit=200', 2],
  ['its end', () => `/api/exchange/changes?limit=5&cursor=${nearEnd}`, 2],
  ['articles', () => '/api/wechat/articles?limit=50', 4],
  ['articles of a column since a day', () => '/api/wechat/articles?column=statutory-10&since=2026-11-20', 4],
  ['one article', () => `/api/wechat/articles/${publication}`, 3],
  ['its page', () => `/api/wechat/pages/${publication}`, 1],
  ['the desks that take requests', () => '/api/requests/guides', 2],
  ['their page', () => '/api/requests/guide', 2],
  ['the guide of a department', () => '/api/requests/guides/finance', 2],
  ['its page', () => '/api/requests/guide/finance', 2],
  ['the chain of a project', () => `/api/major-construction-projects/projects/${project}/chain`, 5],
  // Strapi's own reads of its own tables: bounded in their number; their filters are anybody's
  ['the records of a type', () => '/api/major-construction-projects/records?sort=publishedAt:desc', 4],
  ['one project of its type', () => `/api/major-construction-projects/projects/${project}`, 4],
];

/** Looked at elsewhere: their rows by roster-rows.test.ts; a copy, and the page of an annual report, is made of one publication. */
const ELSEWHERE =
  /\/publications\/:documentId\/(roster|copy)|\/annual-reports\/(pages|published)\/:documentId/;
/** Strapi's own, what is made once, pages that read a row by its key. */
const NO_READ =
  /^GET \/api\/(auth\/|docs$|openapi\.json$|schema\.graphql$|wechat\/callback$|requests\/(form|follow)$|subscriptions\/)/;

/** The paths of a route, as an expression. */
const pathsOf = (route: string) =>
  new RegExp(`^${route.replace('GET ', '').replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`);

describe.each(READS)('%s', (_what, path, most) => {
  let statements: Statement[];
  beforeAll(async () => {
    statements = await statementsOf(path());
  });

  test(`takes at most ${most} statements`, () => {
    expect(statements.map(({ sql: text }) => text)).toHaveLength(Math.min(statements.length, most));
    expect(statements.length).toBeGreaterThan(0);
  });

  test('walks no table from end to end', async () => {
    const plans = await Promise.all(
      statements.filter(({ sql: text }) => /publication|editions|regulation|exchange/.test(text)).map(planOf),
    );
    for (const plan of plans)
      expect(plan).not.toMatch(
        /Seq Scan on (publications|publication_links|editions|regulations|regulation_versions|exchange_changes)/,
      );
  });
});

test('every public route is among them', () => {
  const paths = READS.map(([, path]) => path().replace(/\?.*$/, ''));
  const missing = Object.entries(table)
    .filter(([route, who]) => who === 'everybody' && route.startsWith('GET /api/'))
    .map(([route]) => route)
    .filter((route) => !ELSEWHERE.test(route) && !NO_READ.test(route))
    .filter((route) => !paths.some((path) => pathsOf(route).test(path)));
  expect(missing).toEqual([]);
});

test('a page further on costs no more than the first', async () => {
  const first = await read(product, list('domain=major-construction-projects&limit=50'));
  const statements = await statementsOf(
    list(`domain=major-construction-projects&limit=50&cursor=${first.body.meta.nextCursor}`),
  );
  expect(statements).toHaveLength(1);
  expect(await planOf(statements[0] as Statement)).toMatch(/Index (Only )?Scan/);
});
