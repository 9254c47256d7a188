/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { archive } from './helpers/archive';
import { call } from './helpers/call';
import { maintain } from './helpers/catalogue';
import { type Documents, documentsOf } from './helpers/documents';
import { graphql, readSchema, selectionOf } from './helpers/graphql';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { queryOf, read } from './helpers/reads';

/** What was due under a row, in time, late and missing: each figure against one worked out by hand. */
let product: Product;
let documents: Documents;
let office: Credentials;
let editor: Credentials;
let stranger: Credentials;
let draft: string;

const OWNER = 'agriculture-rural';
const DOMAIN = 'major-construction-projects';
const TITLE = '尚未公开的旧稿';

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const signIn = (account: string) => signInPanel(product, `${account}@example.test`, product.demoPassword);
  office = await signIn('office-supervisor');
  editor = await signIn('housing-construction-editor');
  stranger = await signIn('taxation-editor');
  const rules = (code: string, rule: object) =>
    maintain(product, office, code, 'correct', { values: { timeLimitRules: [rule] } });
  await rules('D01-18', { kind: 'periodic', every: 1, unit: 'quarter' });
  await rules('D01-20', { kind: 'long_term' });
  const at = (catalogueItem: string, owner = OWNER) => ({ catalogueItem, owner });
  await archive(product, [
    // D01-19, 20 working days: the day is that of Shanghai
    { ...at('D01-19'), id: 'on-the-day', dueOn: '2025-03-10', editions: ['2025-03-10T23:59:59+08:00'] },
    { ...at('D01-19'), id: 'a-day-late', dueOn: '2025-03-10', editions: ['2025-03-11T00:00:00+08:00'] },
    { ...at('D01-19'), id: 'no-limit', editions: ['2025-12-31T23:30:00+08:00'] },
    { ...at('D01-19'), id: 'next-year', editions: ['2026-01-01T00:00:00+08:00'] },
    { ...at('D01-19'), id: 'due-next-year', dueOn: '2026-02-01', editions: ['2025-12-20T09:00:00+08:00'] },
    {
      ...at('D01-19'),
      id: 'withdrawn',
      dueOn: '2025-05-01',
      editions: ['2025-04-20T09:00:00+08:00'],
      withdrawnAt: '2025-06-01T09:00:00+08:00',
    },
    { ...at('D01-19', 'taxation'), id: 'of-another', editions: ['2025-07-07T09:00:00+08:00'] },
    // D01-18, every quarter: one publication, corrected in the third quarter
    {
      ...at('D01-18'),
      id: 'quarterly',
      editions: ['2025-02-10T09:00:00+08:00', '2025-08-15T09:00:00+08:00'],
    },
    // D01-20, standing: withdrawn in November
    {
      ...at('D01-20'),
      id: 'standing',
      editions: ['2025-05-05T09:00:00+08:00'],
      withdrawnAt: '2025-11-11T09:00:00+08:00',
    },
  ]);
  // 20 working days from Monday 3 March 2025: Monday 31 March
  draft = await documents.make('draft', { title: TITLE, formedOn: '2025-03-03' });
});
afterAll(() => product.stop());

type Row = Record<string, unknown> & {
  code: string;
  department: string;
  due: number;
  inTime: number;
  late: number;
  missing: number;
  noPublications: boolean;
  items: { kind: string; title: string; documentId: string | null; state: string; explanation: string }[];
  explanation: string[];
};

const coverage = async (parameters: Record<string, string>) =>
  (await read(product, `/api/disclosure/coverage${queryOf(parameters)}`)).body.data;
const desk = async ({ headers }: Credentials, parameters: Record<string, string>) =>
  (await call(`${product.url}/disclosure/coverage${queryOf(parameters)}`, { headers })).body.data;
const rowIn = ({ rows }: { rows: Row[] }, code: string, department = OWNER): Row =>
  rows.find((row) => row.code === code && row.department === department) as Row;
const figures = ({ due, inTime, late, missing, noPublications }: Row) =>
  `${due} = ${inTime} + ${late} + ${missing}${noPublications ? ', nothing' : ''}`;

describe('a department row by row', () => {
  test.each([
    // row, period, due = in time + late + missing
    ['D01-19', '2025', '4 = 3 + 1 + 0'],
    ['D01-19', '2025-Q1', '2 = 1 + 1 + 0'],
    ['D01-19', '2025-03', '2 = 1 + 1 + 0'],
    ['D01-19', '2025-02', '0 = 0 + 0 + 0'],
    ['D01-19', '2025-Q2', '1 = 1 + 0 + 0'],
    ['D01-19', '2025-12', '1 = 1 + 0 + 0'],
    ['D01-19', '2026-01', '1 = 1 + 0 + 0'],
    ['D01-19', '2026-02', '1 = 1 + 0 + 0'],
    // first quarter published, third corrected; nothing in the second and until 28 July, nor in the fourth
    ['D01-18', '2025', '3 = 1 + 0 + 2'],
    ['D01-18', '2025-Q1', '1 = 1 + 0 + 0'],
    ['D01-18', '2025-06', '1 = 0 + 0 + 1'],
    ['D01-18', '2025-Q3', '0 = 0 + 0 + 0'],
    ['D01-18', '2025-Q4', '1 = 0 + 0 + 1'],
    // public from May to November
    ['D01-20', '2025-Q1', '1 = 0 + 0 + 1'],
    ['D01-20', '2025-Q3', '0 = 0 + 0 + 0'],
    ['D01-20', '2025', '2 = 1 + 0 + 1'],
  ])('%s in %s: %s', async (code, period, expected) => {
    expect(figures(rowIn(await coverage({ department: OWNER, period }), code))).toBe(expected);
    expect(figures(rowIn(await coverage({ domain: DOMAIN, period }), code))).toBe(expected);
  });

  test('each figure names its rows, and each row how it was found', async () => {
    const answer = await coverage({ department: OWNER, period: '2025' });
    const items = rowIn(answer, 'D01-19').items.map(({ documentId, state }) => `${documentId} ${state}`);
    expect(items.sort()).toEqual([
      'a-day-late late',
      'no-limit in-time',
      'on-the-day in-time',
      'withdrawn in-time',
    ]);
    expect(
      rowIn(answer, 'D01-19').items.find(({ documentId }) => documentId === 'withdrawn')?.explanation,
    ).toBe('公开期限为2025-05-01，2025-04-20首次公开，按期；已于2025-06-01撤回。');
    expect(rowIn(answer, 'D01-18').items).toMatchObject([
      { kind: 'sub-period', title: '2025年第2季度', dueOn: '2025-07-28', state: 'missing' },
      { kind: 'sub-period', title: '2025年第4季度', state: 'missing' },
      { kind: 'publication', documentId: 'quarterly', state: 'in-time' },
    ]);
    expect(rowIn(answer, 'D01-18').explanation).toEqual([
      '目录时限：每1个季度更新一次。',
      '2025年内到期并已公开1条：按期1条，迟0条；没有期限的以首次公开日计。',
      '每1个季度更新一次：2025年内应更新4期，缺2期。每期结束后20个工作日内公开或更新过即为已公开。',
    ]);
    expect(rowIn(answer, 'D01-20').items[0]).toMatchObject({ kind: 'standing', dueOn: null });
  });

  test('another department that published there has a line of its own', async () => {
    const row = rowIn(await coverage({ domain: DOMAIN, period: '2025' }), 'D01-19', 'taxation');
    expect(row).toMatchObject({ due: 1, inTime: 1, responsible: false, departmentName: expect.any(String) });
  });

  test('sums are those of the rows, and every row adds up', async () => {
    for (const parameters of [
      { department: OWNER },
      { domain: DOMAIN },
      { domain: DOMAIN, department: OWNER },
    ]) {
      const answer = await coverage({ ...parameters, period: '2025' } as Record<string, string>);
      const rows: Row[] = answer.rows;
      for (const name of ['due', 'inTime', 'late', 'missing'] as const) {
        expect(answer.totals[name]).toBe(rows.reduce((sum, row) => sum + row[name], 0));
      }
      for (const row of rows) {
        expect(row.due).toBe(row.inTime + row.late + row.missing);
        expect(row.items).toHaveLength(row.due);
      }
      expect(answer.totals.noPublications).toBe(rows.filter(({ noPublications }) => noPublications).length);
      const own = rows.filter(({ domain }) => domain === DOMAIN);
      const { totals } = answer.domains.find(({ domain }: { domain: string }) => domain === DOMAIN);
      expect(totals.due).toBe(own.reduce((sum, row) => sum + row.due, 0));
      const sums = answer.domains.map((domain: { totals: { missing: number } }) => domain.totals.missing);
      expect(sums.reduce((sum: number, missing: number) => sum + missing, 0)).toBe(answer.totals.missing);
    }
  });

  test('without domain and department there are the totals of each domain, the same ones', async () => {
    const { domains, rows, totals } = await coverage({ period: '2025' });
    expect(rows).toEqual([]);
    const one = await coverage({ domain: DOMAIN, period: '2025' });
    expect(domains.find(({ domain }: { domain: string }) => domain === DOMAIN).totals).toEqual(one.totals);
    expect(totals.due).toBeGreaterThanOrEqual(one.totals.due);
  });

  test('a row with nothing is marked where it is true, and is never missing for an event that may not have been', async () => {
    const { rows } = await coverage({ domain: DOMAIN });
    const past = await product.query<{ pair: string }>(
      "select distinct catalogue_item || ' ' || owner as pair from publications",
    );
    const known = new Set(past.map(({ pair }) => pair));
    let nothing = 0;
    for (const row of rows as Row[]) {
      if (['D01-18', 'D01-20'].includes(row.code)) continue;
      expect({ ...row, noPublications: row.noPublications }).toMatchObject({
        noPublications: !known.has(`${row.code} ${row.department}`),
        missing: 0,
      });
      if (row.noPublications) nothing++;
    }
    expect(nothing).toBeGreaterThan(0);
  });

  test('the period is this year by default', async () => {
    const { period, today } = await coverage({ domain: DOMAIN });
    expect(period).toEqual({
      code: today.slice(0, 4),
      name: `${today.slice(0, 4)}年`,
      from: `${today.slice(0, 4)}-01-01`,
      to: `${today.slice(0, 4)}-12-31`,
    });
  });
});

describe('working copies', () => {
  const WHERE = { domain: DOMAIN, period: '2025-Q1' };

  test('are never in the public answer, by REST or GraphQL', async () => {
    for (const parameters of [WHERE, { ...WHERE, department: 'housing-construction' }, { period: '2025' }]) {
      const { text } = await read(product, `/api/disclosure/coverage${queryOf(parameters)}`);
      expect(text).not.toContain(TITLE);
      expect(text).not.toContain(draft);
      expect(JSON.parse(text).data.totals.missing).toBe((await coverage(parameters)).totals.missing);
    }
    const { text } = await graphql(
      product,
      `{ coverage(domain: "${DOMAIN}", period: "2025-Q1") { rows { items { title documentId } } } }`,
    );
    expect(text).not.toContain(draft);
  });

  test('that are overdue count as missing for their own department and the office, with a link', async () => {
    for (const who of [editor, office]) {
      const answer = await desk(who, { ...WHERE, department: 'housing-construction' });
      const row = rowIn(answer, 'D01-26', 'housing-construction');
      expect(row.missing).toBe(1);
      expect(row.items[0]).toMatchObject({
        kind: 'draft',
        title: TITLE,
        documentId: draft,
        uid: 'plugin::major-construction-projects.record',
        dueOn: '2025-03-31',
        explanation: '工作稿处于“草稿”状态，公开期限为2025-03-31，尚未公开。',
      });
    }
    expect(JSON.stringify(await desk(office, WHERE))).toContain(draft);
  });

  test('are not shown to another department', async () => {
    for (const parameters of [
      WHERE,
      { ...WHERE, department: 'housing-construction' },
      { ...WHERE, department: 'taxation' },
    ]) {
      expect(JSON.stringify(await desk(stranger, parameters))).not.toContain(draft);
    }
  });

  test('and the desk is for those who have signed in', async () => {
    expect((await call(`${product.url}/disclosure/coverage`)).status).toBe(401);
  });
});

describe('the query', () => {
  test.each([
    'period=26',
    'period=2026-13',
    'period=2026-Q5',
    'period=2026-1',
    'period=3026',
    'period=2026&period=2025',
    'domain=',
    'department=%00',
    'year=2026',
    'limit=5',
  ])('%s is refused with 400', async (query) => {
    expect(await read(product, `/api/disclosure/coverage?${query}`)).toMatchObject({
      status: 400,
      code: 'INVALID_QUERY',
    });
  });

  test.each(['domain=nowhere', 'department=nobody'])('%s is not found', async (query) => {
    expect(await read(product, `/api/disclosure/coverage?${query}`)).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
  });
});

test('GraphQL answers the same, to the last field, and leads on to the row', async () => {
  const expected = await coverage({ domain: DOMAIN, period: '2025' });
  const schema = await readSchema(product);
  const selection = selectionOf(schema.getQueryType()?.getFields().coverage?.type, expected);
  const { data, errors } = await graphql(
    product,
    `{ coverage(domain: "${DOMAIN}", period: "2025") ${selection} }`,
  );
  expect(errors).toEqual([]);
  expect(data.coverage).toEqual(expected);
  const linked = await graphql(
    product,
    `{ coverage(department: "${OWNER}") { rows { code catalogueItemInfo { code latest(limit: 1) { documentId } } } } }`,
  );
  for (const { code, catalogueItemInfo } of linked.data.coverage.rows)
    expect(catalogueItemInfo.code).toBe(code);
});

test('after a merge the row counts what stands under the merged one too', async () => {
  expect((await maintain(product, office, 'D01-19', 'merge', { rows: ['D01-18', 'D01-20'] })).status).toBe(
    200,
  );
  const answer = await coverage({ department: OWNER, period: '2025' });
  // four of its own, the one of D01-18 and the one of D01-20; its own time limit alone decides what is missing
  expect(figures(rowIn(answer, 'D01-19'))).toBe('6 = 5 + 1 + 0');
  expect(rowIn(answer, 'D01-18')).toBeUndefined();
});
