import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { type Sql, sql, startServer, type TestServer } from '../support';
import { call } from './helpers/call';
import { demoProject, recordValues } from './helpers/documents';
import { type Remote, remote, signIn } from './helpers/remote';

/** Days are days of Asia/Shanghai, wherever the server stands and whatever its clock is set to. */
let server: TestServer;
let query: Sql;
let editor: Remote;
let reviewer: Remote;
let project: string;

beforeAll(async () => {
  server = await startServer({ demo: true, env: { TZ: 'America/Los_Angeles', PGTZ: 'America/Los_Angeles' } });
  query = sql(server.databaseUrl);
  project = await demoProject({ query });
  const as = async (duty: string) =>
    remote(server.url, await signIn(server.url, `housing-construction-${duty}`, server.demoPassword));
  editor = await as('editor');
  reviewer = await as('reviewer');
});
afterAll(async () => {
  await query.end();
  await server.stop();
});

const get = (path: string) => call(`${server.url}${path}`);

test('the days of a record are the same from its entry to the public and in the database', async () => {
  const documentId = await editor.create(recordValues(project, { item: 'MP6-01', formedOn: '2026-04-01' }));
  await editor.verb(documentId, 'submit');
  await reviewer.verb(documentId, 'approve');
  const published = await reviewer.verb(documentId, 'publish');
  const today = todayInShanghai();
  expect(published.body.data).toMatchObject({
    dueOn: '2026-04-30',
    indexNo: expect.stringContaining(`/${today.slice(0, 4)}-`),
  });

  const { body } = await get(`/api/disclosure/publications/${documentId}`);
  expect(body.data).toMatchObject({ formedOn: '2026-04-01', dueOn: '2026-04-30' });
  expect(body.data.publishedAt).toMatch(new RegExp(`^${today}T.*\\+08:00$`));
  const record = await get(`/api/major-construction-projects/records/${documentId}`);
  expect(record.body.data).toMatchObject({ formedOn: '2026-04-01', dueOn: '2026-04-30' });
  const listed = await get(
    `/api/disclosure/publications?from=${today}&to=${today}&indexNo=${body.data.indexNo}`,
  );
  expect(listed.body.data).toHaveLength(1);
  const [row] = await query('select formed_on::text, due_on::text from publications where document_id = $1', [
    documentId,
  ]);
  expect(row).toEqual({ formed_on: '2026-04-01', due_on: '2026-04-30' });

  const chain = await get(`/api/major-construction-projects/projects/${project}/chain`);
  const items = chain.body.data.classes.flatMap((entry: { items: unknown[] }) => entry.items);
  expect(items.find(({ code }: { code: string }) => code === 'MP6-01')).toMatchObject({
    state: 'late',
    dueOn: '2026-04-30',
  });
});

test('pages follow each other by the cursor', async () => {
  const whole = (await get('/api/disclosure/publications?limit=40')).body.data;
  const first = (await get('/api/disclosure/publications?limit=20')).body;
  const second = (await get(`/api/disclosure/publications?limit=20&cursor=${first.meta.nextCursor}`)).body;
  expect([...first.data, ...second.data]).toEqual(whole);
});
