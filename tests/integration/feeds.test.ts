/** @jest-environment ./tests/integration/helpers/environment.cjs */
import Ajv from 'ajv';
import { XMLValidator } from 'fast-xml-parser';
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { call } from './helpers/call';
import { act, type Documents, documentsOf } from './helpers/documents';
import { graphql } from './helpers/graphql';
import { engine } from './helpers/native';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, queryOf, read } from './helpers/reads';
import { until } from './helpers/schedules';

/** Feeds, calendar, site map and page tags: what programs of others read, read by programs of others. */
const SITE = 'https://gk.example.gov.cn';
const PAGE = 'https://www.example.gov.cn/info/{documentId}.html';
const today = todayInShanghai();
const WICKED = '关于]]>&lt;script&gt;<b>“路”</b>\u000b的公告 & \ud83c\udf0f';

const { parseFeed } = globalThis.nativeRequire(
  '@rowanmanning/feed-parser',
) as typeof import('@rowanmanning/feed-parser');
const ICAL = globalThis.nativeRequire('ical.js') as typeof import('ical.js').default;

let product: Product;
let documents: Documents;
let wicked: string;

const by = (verb: 'withdraw' | 'correct' | 'submit' | 'approve' | 'publish', documentId: string) =>
  act(product.strapi, verb === 'submit' ? documents.editor : documents.reviewer, {
    verb,
    documentId,
    input: { reason: '测试' },
  });

beforeAll(async () => {
  product = await startProduct({
    env: { PUBLIC_URL: SITE, PAGE_URL: PAGE, SITE_NAME: '青山区人民政府', SITE_ID_CODE: '3601110001' },
  });
  documents = await documentsOf(product);
  wicked = await documents.make('published', {
    title: WICKED,
    body: '<p>图<img src="/uploads/a.png" alt="图"></p>',
  });
});
afterAll(() => product.stop());

const feed = (format: string, query: Record<string, string> = {}) =>
  read(product, `/api/feeds/publications.${format}${queryOf(query)}`);

type Item = { id: string; title: string; url: string };
/** The items of a feed by a reader that is not ours. */
async function itemsOf(format: string, query: Record<string, string> = {}): Promise<Item[]> {
  const { status, text } = await feed(format, query);
  expect({ format, query, status, text: status === 200 ? '' : text }).toEqual({
    format,
    query,
    status: 200,
    text: '',
  });
  if (format === 'json') return JSON.parse(text).items;
  expect(XMLValidator.validate(text)).toBe(true);
  return parseFeed(text).items.map(({ id, title, url }) => ({
    id: id ?? '',
    title: title ?? '',
    url: url ?? '',
  }));
}

/** The parts of https://jsonfeed.org/version/1.1 that a reader depends on. */
const JSON_FEED = {
  type: 'object',
  required: ['version', 'title', 'items', 'feed_url', 'home_page_url'],
  properties: {
    version: { const: 'https://jsonfeed.org/version/1.1' },
    title: { type: 'string', minLength: 1 },
    feed_url: { type: 'string', pattern: '^https://' },
    items: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['id', 'url', 'title', 'date_published', 'date_modified'],
        anyOf: [{ required: ['content_html'] }, { required: ['content_text'] }],
        properties: {
          id: { type: 'string', pattern: '^urn:uuid:[0-9a-f-]{36}$' },
          url: { type: 'string', pattern: '^https://' },
          tags: { type: 'array', items: { type: 'string' } },
          date_published: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z$' },
        },
      },
    },
  },
};

describe('a feed', () => {
  test.each(['rss', 'atom', 'json'])(
    'as %s has the list’s publications, for every way to narrow it',
    async (format) => {
      const { data } = (await read(product, '/api/feeds')).body as {
        data: { by: string; code: string | null }[];
      };
      expect(new Set(data.map((one) => one.by))).toEqual(new Set(['all', 'domain', 'column', 'department']));
      const some = ['domain', 'column', 'department'].flatMap((kind) =>
        data.filter((one) => one.by === kind).slice(0, 3),
      );
      const queries = [{}, ...some.map(({ by: name, code }) => ({ [name]: String(code) }))];
      for (const query of queries) {
        const listed = (await read(product, `${PUBLICATIONS}${queryOf({ ...query, limit: '20' })}`)).body
          .data;
        const items = await itemsOf(format, query);
        expect(items.map(({ url }) => url)).toEqual(
          listed.map(({ documentId }: { documentId: string }) => PAGE.replace('{documentId}', documentId)),
        );
      }
    },
  );

  test('names the same id in every format, and another in none of them', async () => {
    const [rss, atom, json] = await Promise.all(
      ['rss', 'atom', 'json'].map((format) => itemsOf(format, { limit: '50' })),
    );
    const ids = json?.map(({ id }) => id) ?? [];
    expect(new Set(ids).size).toBe(ids.length);
    expect(rss?.map(({ id }) => id)).toEqual(ids);
    expect(atom?.map(({ id }) => id)).toEqual(ids);
  });

  test('keeps a title of signs that XML knows, and none that it cannot hold', async () => {
    const told = WICKED.replace('\u000b', '');
    for (const format of ['rss', 'atom', 'json']) {
      const item = (await itemsOf(format)).find(({ url }) => url.includes(wicked));
      expect(item?.title).toContain('关于]]>');
      expect((await feed(format)).text).not.toContain('\u000b');
    }
    const json = (await itemsOf('json')).find(({ url }) => url.includes(wicked));
    expect(json?.title).toBe(told);
    const atom = parseFeed((await feed('atom')).text);
    const entry = atom.items.find(({ url }) => url?.includes(wicked));
    expect(entry?.content).toContain(`src="${SITE}/uploads/a.png"`);
    expect(entry?.categories.map(({ label }) => label)).toContain('重大建设项目');
    expect(entry?.published?.getTime()).toBeGreaterThan(Date.now() - 600_000);
  });

  test('says where it is, and of when it is; who has it already gets 304', async () => {
    const { text, headers } = await feed('rss', { kind: 'document', domain: 'major-construction-projects' });
    expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    expect(text).toContain(
      `href="${SITE}/api/feeds/publications.rss?domain=major-construction-projects&amp;kind=document"`,
    );
    expect(Date.parse(headers.get('last-modified') ?? '')).toBeGreaterThan(0);
    expect(headers.get('cache-control')).toMatch(/max-age|no-cache/);
    const again = await call(
      `${product.url}/api/feeds/publications.rss${queryOf({ kind: 'document', domain: 'major-construction-projects' })}`,
      { headers: { 'if-none-match': headers.get('etag') ?? '' } },
    );
    expect(again.status).toBe(304);
  });

  test('is a feed by the book of JSON Feed', async () => {
    const validate = new Ajv().compile(JSON_FEED);
    validate(JSON.parse((await feed('json')).text));
    expect(validate.errors).toBeNull();
  });

  test('of a search has what the search finds, and what is withdrawn has left it at once', async () => {
    const documentId = await documents.make('published', { title: '犇犇路竣工公告' });
    const ids = async () => (await itemsOf('rss', { q: '犇犇路' })).map(({ url }) => url);
    await until('it is found', async () => (await ids()).length === 1);
    const before = await itemsOf('atom');
    expect(before.some(({ url }) => url.includes(documentId))).toBe(true);
    await by('withdraw', documentId);
    expect(await ids()).toEqual([]);
    for (const format of ['rss', 'atom', 'json']) expect((await feed(format)).text).not.toContain(documentId);
  });

  test.each<[string, Record<string, string>, number, RegExp]>([
    ['xml', {}, 404, /没有“xml”这种格式/],
    ['rss', { limit: '100000' }, 400, /limit须为1至100/],
    ['rss', { limit: '-1' }, 400, /limit/],
    ['atom', { domain: 'nowhere' }, 400, /没有公开领域“nowhere”/],
    ['atom', { column: 'nowhere' }, 400, /没有栏目/],
    ['json', { department: 'nowhere' }, 400, /没有部门/],
    ['json', { page: '2' }, 400, /不认识的参数：page/],
    ['json', { cursor: 'x' }, 400, /不认识的参数：cursor/],
    ['rss', { q: '' }, 400, /检索词/],
    ['rss', { kind: 'a\0b' }, 400, /空字符/],
  ])('as %s with %j is %i', async (format, query, status, message) => {
    const answer = await feed(format, query);
    expect(answer.status).toBe(status);
    expect(answer.body.error.message).toMatch(message);
  });
});

describe('the calendar', () => {
  type Event = { uid: string; summary: string; day: string; status: string; sequence: number };
  async function events(query: Record<string, string> = {}): Promise<Event[]> {
    const { status, text, headers } = await read(product, `/api/feeds/deadlines.ics${queryOf(query)}`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    const calendar = new ICAL.Component(ICAL.parse(text));
    return calendar.getAllSubcomponents('vevent').map((component) => {
      const event = new ICAL.Event(component);
      expect(event.startDate.isDate).toBe(true);
      return {
        uid: event.uid,
        summary: event.summary,
        day: event.startDate.toString(),
        status: String(component.getFirstPropertyValue('status')),
        sequence: event.sequence,
      };
    });
  }

  test('has comment periods, meetings and the ends of public notices, on their day', async () => {
    const kinds = { title: '道路规划,征求意见;公告', kind: 'notice', formedOn: today };
    const notice = await documents.make('published', {
      ...kinds,
      commentsUntil: addDays(today, 30),
      meetingOn: addDays(today, 12),
    });
    const decision = await documents.make('published', {
      kind: 'decision',
      decidedOn: today,
      formedOn: today,
      party: '某某公司',
      decisionBasis: '依据',
      decisionResult: '结果',
      takeDownOn: addDays(today, 5),
    });
    const own = (await events()).filter(({ uid }) => uid.includes(notice) || uid.includes(decision));
    expect(own.map(({ uid, day, status }) => [uid, day, status])).toEqual([
      [`${decision}-takeDownOn@disclosure`, addDays(today, 5), 'CONFIRMED'],
      [`${notice}-meetingOn@disclosure`, addDays(today, 12), 'CONFIRMED'],
      [`${notice}-commentsUntil@disclosure`, addDays(today, 30), 'CONFIRMED'],
    ]);
    expect(own.at(-1)?.summary).toBe('征求意见截止:道路规划,征求意见;公告');

    await by('withdraw', notice);
    const after = (await events()).filter(({ uid }) => uid.includes(notice));
    expect(after.map(({ uid, status }) => [uid, status])).toEqual([
      [`${notice}-meetingOn@disclosure`, 'CANCELLED'],
      [`${notice}-commentsUntil@disclosure`, 'CANCELLED'],
    ]);
    expect(after.every(({ sequence }, index) => sequence > (own[index + 1]?.sequence ?? 99))).toBe(true);
  });

  test('without an event is a calendar too; the same question has the same tag', async () => {
    expect(await events({ kind: 'guide' })).toEqual([]);
    const [first, second] = await Promise.all([1, 2].map(() => read(product, '/api/feeds/deadlines.ics')));
    expect(first?.headers.get('etag')).toBe(second?.headers.get('etag'));
  });
});

describe('the map of the site', () => {
  const locations = (xml: string) => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map((match) => String(match[1]));

  test('is named to robots and has every live publication once, in its part', async () => {
    expect((await read(product, '/robots.txt')).text).toContain(`Sitemap: ${SITE}/sitemap.xml`);
    const index = locations((await read(product, '/sitemap.xml')).text);
    expect(index).toEqual([`${SITE}/sitemaps/1.xml`]);
    const part = await read(product, '/sitemaps/1.xml');
    expect(XMLValidator.validate(part.text)).toBe(true);
    const live = await product.query<{ document_id: string }>(
      "select document_id from publications where state = 'live'",
    );
    expect(locations(part.text).sort()).toEqual(
      live.map(({ document_id }) => PAGE.replace('{documentId}', document_id)).sort(),
    );
  });

  test('has parts that stay when a document is withdrawn and when one is added', async () => {
    const { findPartStarts, readPart } =
      engine<typeof import('../../src/plugins/disclosure/server/read-model/sitemap-parts')>(
        'read-model/sitemap-parts',
      );
    const knex = product.strapi.db.connection;
    const before = await findPartStarts(knex, [], 5);
    expect(before.length).toBeGreaterThan(3);
    const [first] = await readPart(knex, before[1] as never, before[2]);
    expect(first).toBeDefined();
    await documents.make('withdrawn');
    const added = await documents.make('published');
    const after = await findPartStarts(knex, before, 5);
    expect(after.slice(0, before.length)).toEqual(before);
    expect(await findPartStarts(knex, [], 5)).toEqual(after);
    const all = await Promise.all(after.map((start, index) => readPart(knex, start, after[index + 1])));
    expect(all.at(-1)?.map(({ documentId }) => documentId)).toContain(added);
    const ids = all.flat().map(({ documentId }) => documentId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(['0.xml', '99.xml', '1', '1.xml.gz', '-1.xml', '..%2f1.xml'])('has no part %s', async (part) => {
    expect((await read(product, `/sitemaps/${part}`)).status).toBe(404);
  });
});

describe('page tags', () => {
  test('come ready with every publication and column, over REST and GraphQL', async () => {
    const { data } = (await read(product, `${PUBLICATIONS}/${wicked}`)).body;
    expect(data.canonicalUrl).toBe(PAGE.replace('{documentId}', wicked));
    const tags = Object.fromEntries(
      data.govMeta.tags.map((tag: { name: string; content: string }) => [tag.name, tag.content]),
    );
    expect(tags).toMatchObject({
      SiteName: '青山区人民政府',
      SiteDomain: 'www.example.gov.cn',
      SiteIDCode: '3601110001',
      ColumnName: data.breadcrumbs.at(-1).name,
      ContentSource: data.ownerName,
      PubDate: data.publishedAt.slice(0, 16).replace('T', ' '),
    });
    expect(data.govMeta.missing).toEqual(['ColumnType']);
    expect(data.breadcrumbs.at(-1).code).toBe(data.domain);

    const fields =
      'canonicalUrl breadcrumbs { code name url } govMeta { tags { name content } missing note html }';
    const asked = await graphql(
      product,
      `{ publication(documentId: "${wicked}") { ${fields} }
      columns { code breadcrumbs { code } govMeta { tags { name content } missing } } }`,
    );
    const { canonicalUrl, breadcrumbs, govMeta } = data;
    expect(asked.body.data.publication).toEqual({ canonicalUrl, breadcrumbs, govMeta });
    const columns = (await read(product, '/api/disclosure/columns')).body.data;
    expect(asked.body.data.columns).toHaveLength(columns.length);
    for (const column of columns) {
      expect(column.govMeta.tags).toHaveLength(7);
      expect(column.breadcrumbs.at(-1)).toMatchObject({ code: column.code, name: column.name });
    }
  });
});
