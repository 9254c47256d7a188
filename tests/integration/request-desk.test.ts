/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { Beside } from '../../src/plugins/requests/shared/beside';
import type { QueueAnswer, RequestTold, StatusTold } from '../../src/plugins/requests/shared/contract';
import type { GuideTold } from '../../src/plugins/requests/shared/guide';
import type { ProposalTold } from '../../src/plugins/requests/shared/proposals';
import type { Workload } from '../../src/plugins/requests/shared/workload';
import { type Answer, call } from './helpers/call';
import { nativeModule } from './helpers/native';
import { type Credentials, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** What helps the desk of requests: material for answers, proposals, workload, notices, the guide. */
let product: Product;
const people: Record<string, Credentials> = {};
const today = todayInShanghai();
const PERSONS = ['11010519491231002X', '110105194912310038'];

beforeAll(async () => {
  product = await startProduct({ env: { PUBLIC_URL: 'https://gk.example.gov.cn' } });
  for (const account of ['finance-editor', 'finance-reviewer', 'health-editor', 'office-supervisor'])
    people[account] = await signInPanel(product, `${account}@example.test`, product.demoPassword);
}, 180_000);
afterAll(() => product.stop());

const desk = (who: string, path: string, body?: object): Promise<Answer> =>
  call(`${product.url}/requests${path}`, {
    ...(body ? { method: 'POST', body } : {}),
    headers: people[who]?.headers ?? {},
  });
const open = (path: string, body?: object): Promise<Answer> =>
  call(`${product.url}/api/requests${path}`, body ? { method: 'POST', body } : {});
const act = async (who: string, id: string, verb: string, body: object = {}): Promise<RequestTold> => {
  const { status, text, body: answer } = await desk(who, `/requests/${id}/${verb}`, body);
  if (status !== 200) throw new Error(`${verb}: ${text}`);
  return answer.data as RequestTold;
};
const codeOf = ({ code }: Answer): string | null => code;

type Applied = { id: string; key: { queryCode: string; idLast4: string } };

async function applied(
  name: string,
  idNumber = PERSONS[0] as string,
  department = 'finance',
): Promise<Applied> {
  await product.query('delete from information_request_attempts');
  const { status, text, body } = await open('', {
    department,
    applicant: { kind: 'person', name: '欧阳明月', idType: 'passport', idNumber, phone: '13800138000' },
    wanted: { name },
    form: { medium: 'electronic', delivery: 'online' },
  });
  if (status !== 201) throw new Error(text);
  const [row] = await product.query<{ id: string }>(
    'select id from information_requests order by submitted_at desc limit 1',
  );
  return { id: String(row?.id), key: { queryCode: body.data.queryCode, idLast4: idNumber.slice(-4) } };
}

const registered = async (name: string, idNumber?: string): Promise<Applied> => {
  const found = await applied(name, idNumber);
  await act('finance-editor', found.id, 'register', { receivedOn: today });
  return found;
};

/** As many steps as an answer takes, whatever they ask for. */
async function answered(id: string, answer: object): Promise<RequestTold> {
  await act('finance-editor', id, 'saveAnswer', { answer });
  await act('finance-editor', id, 'submit');
  for (const review of ['legalReview', 'secrecyReview']) {
    await act('finance-reviewer', id, review, { result: 'passed', opinion: '没有意见' });
  }
  await act('finance-reviewer', id, 'approve');
  return act('finance-editor', id, 'send', { on: today, method: 'online' });
}

async function publicTitle(): Promise<{ documentId: string; title: string }> {
  const [row] = await product.query<{ documentId: string; title: string }>(
    `select document_id as "documentId", title from publications
      where state = 'live' and kind <> 'project' and length(title) > 8 order by document_id limit 1`,
  );
  if (!row) throw new Error('nothing is public');
  return row;
}

test('what is public already is found by what the applicant wants, with its address, and nothing of it stays behind', async () => {
  const { documentId, title } = await publicTitle();
  const { id } = await registered(title);
  const { data } = (await desk('finance-editor', `/requests/${id}/beside`)).body as { data: Beside };
  const found = data.found.find((one) => one.documentId === documentId);
  expect(found).toMatchObject({
    title,
    departmentName: expect.stringMatching(/./),
    publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    address: `https://gk.example.gov.cn/api/disclosure/publications/${documentId}/page`,
  });
  expect((await desk('health-editor', `/requests/${id}/beside`)).status).toBe(404);
});

test('an answer that points to what has been withdrawn meanwhile is not reviewed', async () => {
  const { id } = await registered('某项已撤回的信息');
  const answer = { outcome: 'granted', text: '请查阅。', reasons: '', publications: ['no-longer-public'] };
  const saved = await act('finance-editor', id, 'saveAnswer', { answer });
  expect(saved.answer?.publications).toEqual(['no-longer-public']);
  const refused = await desk('finance-editor', `/requests/${id}/submit`, {});
  expect([codeOf(refused), refused.body.error.message]).toEqual([
    'INVALID_CONTENT',
    expect.stringContaining('已不公开'),
  ]);
});

test('an earlier answer is offered for a similar request; the same request of the same applicant as 重复申请 (条例第三十六条第六项)', async () => {
  const first = await registered('城东片区污水管网改造工程监理合同');
  const { number } = await answered(first.id, { outcome: 'granted', text: '监理合同见附件。' });
  const again = await registered('城东片区污水管网改造工程监理合同');
  const told = (await desk('finance-editor', `/requests/${again.id}`)).body.data as RequestTold;
  expect(told.related.find(({ id }) => id === first.id)).toMatchObject({
    likeness: '内容几乎相同',
    repeat: { number, answeredOn: today },
  });
  const other = await registered('城东片区污水管网改造工程的监理合同文本', PERSONS[1]);
  const { data } = (await desk('finance-editor', `/requests/${other.id}/beside`)).body as { data: Beside };
  expect(data.earlier.find(({ id }) => id === first.id)).toMatchObject({
    outcomeLabel: '予以公开',
    text: '监理合同见附件。',
  });
  const seen = (await desk('finance-editor', `/requests/${other.id}`)).body.data as RequestTold;
  expect(seen.related.find(({ id }) => id === first.id)).toMatchObject({ repeat: null });
});

test('what several were given is proposed to its owner; who accepts gets a draft in the row, who declines says why (条例第四十四条)', async () => {
  const proposals = async (who: string) => (await desk(who, '/proposals')).body.data as ProposalTold[];
  const text = '年度公务用车购置和运行维护费用明细';
  const ids: string[] = [];
  for (const person of PERSONS) {
    const { id } = await registered(text, person);
    await answered(id, { outcome: 'granted', text: '明细见附件。' });
    ids.push(id);
  }
  const proposal = (await proposals('finance-editor')).find(({ title }) => title === text);
  expect(proposal).toMatchObject({ applicants: 2, mayDecide: true, decision: null });
  expect(proposal?.requests.map(({ id }) => id)).toEqual(ids);
  expect((await proposals('office-supervisor')).find(({ title }) => title === text)?.mayDecide).toBe(false);
  expect((await proposals('health-editor')).map(({ title }) => title)).not.toContain(text);

  const decide = (who: string, how: string, body: object) =>
    desk(who, `/proposals/${proposal?.id}/${how}`, body);
  expect(codeOf(await decide('office-supervisor', 'decline', { reason: '不' }))).toBe('NOT_OWNER');
  expect((await decide('health-editor', 'decline', { reason: '不' })).status).toBe(404);
  expect(codeOf(await decide('finance-editor', 'decline', { reason: '  ' }))).toBe('INVALID_INPUT');
  // a row of another department: the write gate refuses, and nothing is decided
  const strange = await decide('finance-editor', 'accept', { catalogueItem: 'D06-01', title: text });
  expect(codeOf(strange)).toBe('NOT_RESPONSIBLE');
  const [row] = await product.query<{ scope: string }>(
    `select r.scope from disclosure_responsibilities r join disclosure_catalogue_items i on i.code = r.scope
      where r.department = 'finance' order by r.scope limit 1`,
  );
  const accepted = await decide('finance-editor', 'accept', { catalogueItem: row?.scope, title: text });
  expect(accepted.status).toBe(200);
  const { uid, documentId } = accepted.body.data;
  const draft = await product.strapi.documents(uid).findOne({ documentId, status: 'draft' });
  expect(draft).toMatchObject({ title: text, catalogueItem: row?.scope, owner: 'finance', state: 'draft' });
  expect((await proposals('finance-editor')).find(({ title }) => title === text)?.decision).toMatchObject({
    decision: 'accepted',
    document: { uid, documentId },
  });
  expect(codeOf(await decide('finance-editor', 'accept', { catalogueItem: row?.scope, title: text }))).toBe(
    'INVALID_TRANSITION',
  );
});

test('who was given information may propose once that it be public (条例第四十四条第二款); nobody else', async () => {
  const { id, key } = await registered('学校周边停车泊位规划图');
  const suggestion = { ...key, text: '很多家长都想知道' };
  expect(codeOf(await open('/suggestion', suggestion))).toBe('INVALID_TRANSITION');
  await answered(id, { outcome: 'granted', text: '规划图见附件。' });
  expect(((await open('/status', key)).body.data as StatusTold).maySuggest).toBe(true);
  expect(((await open('/suggestion', suggestion)).body.data as StatusTold).maySuggest).toBe(false);
  expect(codeOf(await open('/suggestion', suggestion))).toBe('INVALID_TRANSITION');
  const found = ((await desk('finance-editor', '/proposals')).body.data as ProposalTold[]).find(
    (proposal) => proposal.id === id,
  );
  expect(found).toMatchObject({ applicants: 1, suggestions: ['很多家长都想知道'] });
  const [row] = await product.query<{ sealed: string }>('select sealed from information_request_suggestions');
  expect(row?.sealed).not.toContain('家长');
});

describe('notices', () => {
  const toldOf = async (id: string) =>
    (
      await product.query<{ kind: string; title: string; detail: string; department: string; read: boolean }>(
        `select distinct n.kind, n.title, n.detail, m.department, n.read_at is not null as read
           from notifications n join disclosure_memberships m on m.document_id = n.person_id
          where n.document_id = $1`,
        [id],
      )
    ).map(({ department, kind, read }) => `${department} ${kind}${read ? ' (settled)' : ''}`);

  test('the department hears of an application at once, and of what the applicant does; its own steps settle it', async () => {
    const { id, key } = await applied('只说编号不说内容的事项');
    expect(await toldOf(id)).toEqual(['finance request-new']);
    await act('finance-editor', id, 'register', { receivedOn: today });
    expect(await toldOf(id)).toEqual(['finance request-new (settled)']);
    await act('finance-editor', id, 'askCorrection', {
      on: today,
      until: addDays(today, 9),
      items: '请说明年份',
    });
    await open('/correction', { ...key, wanted: { description: '2025年的' } });
    expect((await toldOf(id)).sort()).toEqual(['finance request-applicant', 'finance request-new (settled)']);
    const told = await product.query('select title, detail from notifications where document_id = $1', [id]);
    expect(JSON.stringify(told)).not.toContain('只说编号');
  });

  test('what the office does beside does not settle what the department has still to do', async () => {
    const { id } = await applied('公开办代为办理一步的事项');
    await act('office-supervisor', id, 'register', { receivedOn: today });
    const waiting = async () => (await toldOf(id)).filter((told) => !told.includes('settled'));
    expect(await waiting()).toEqual(['finance request-new']);
    await act('office-supervisor', id, 'consult', { on: today, of: 'otherOrgan', whom: '某某委' });
    expect(await waiting()).toEqual(['finance request-new']);
    await act('office-supervisor', id, 'assign', { department: 'health', reason: '职责不在财政' });
    expect(await waiting()).toEqual(['health request-new']);
  });

  test('a request that the office hands on is told to who gets it', async () => {
    const { id } = await applied('由别的部门承办的事项', PERSONS[1]);
    await act('office-supervisor', id, 'assign', { department: 'health', reason: '职责不在财政' });
    expect(await toldOf(id)).toContain('health request-new');
  });

  test('a term is told of when it nears its end and when it is over', async () => {
    const { lookAtRequests } = nativeModule<
      typeof import('../../src/plugins/requests/server/notices/look-at-requests')
    >('plugins/requests/server/notices/look-at-requests');
    const { id } = await registered('期限提醒的事项');
    const { dueOn } = (await desk('finance-editor', `/requests/${id}`)).body.data as RequestTold;
    const look = (day: string) =>
      product.strapi.db.transaction(({ trx }) => lookAtRequests(product.strapi, trx as never, day));
    const on = async (day: string) =>
      (await look(day)).filter((one) => one.documentId === id).map(({ kind, title }) => [kind, title]);
    expect(await on(today)).toEqual([]);
    const name = expect.stringMatching(/^信息公开申请 \d{4}-\d{4}$/);
    expect(await on(String(dueOn))).toEqual([['request-due', name]]);
    expect(await on(addDays(String(dueOn), 1))).toEqual([['request-overdue', name]]);
  });

  test('a changed calendar moves what is open and says so, to the department and in the audit log', async () => {
    const { refreshOpenClocks } = nativeModule<typeof import('../../src/plugins/requests/server/jobs/look')>(
      'plugins/requests/server/jobs/look',
    );
    const { id } = await registered('日历变动影响的事项');
    const { dueOn } = (await desk('finance-editor', `/requests/${id}`)).body.data as RequestTold;
    await refreshOpenClocks(product.strapi);
    expect(await toldOf(id)).not.toContain('finance request-deadline');
    const office = (await product.strapi.db
      .query('plugin::disclosure.calendar-day')
      .create({ data: { date: String(dueOn), kind: 'dayoff', name: '测试停工' } })) as { id: number };
    await refreshOpenClocks(product.strapi);
    const [row] = await product.query<{ due: string }>(
      'select due_on::text as due from information_requests where id = $1',
      [id],
    );
    expect(String(row?.due) > String(dueOn)).toBe(true);
    expect(await toldOf(id)).toContain('finance request-deadline');
    const [entry] = await product.query<{ details: string }>(
      `select details::text from audit_entries where verb = 'request-deadline-moved' and document_id = $1`,
      [id],
    );
    expect(entry?.details).toContain(String(row?.due));
    await product.strapi.db.query('plugin::disclosure.calendar-day').delete({ where: { id: office.id } });
  });
});

test('the queue is narrowed by number, urgency and, for the office, department', async () => {
  const { id } = await registered('按编号查找的事项');
  const { number } = (await desk('finance-editor', `/requests/${id}`)).body.data as RequestTold;
  const idsOf = async (who: string, query: string) =>
    ((await desk(who, `/requests?${query}`)).body as QueueAnswer).data.map((item) => item.id);
  expect(await idsOf('finance-editor', `number=${number}`)).toEqual([id]);
  expect(await idsOf('finance-editor', `number=${Number(number?.slice(5))}`)).toEqual([id]);
  expect(await idsOf('finance-editor', 'urgency=overdue')).toEqual([]);
  await product.query('update information_requests set due_on = current_date - 3 where id = $1', [id]);
  expect(await idsOf('finance-editor', 'urgency=overdue')).toEqual([id]);
  expect(await idsOf('office-supervisor', 'urgency=overdue&department=health')).toEqual([]);
  expect(await idsOf('health-editor', `number=${number}`)).toEqual([]);
  expect((await desk('finance-editor', '/requests?urgency=soon')).status).toBe(400);
});

test('the office sees the workload of all departments, a department its own', async () => {
  const office = (await desk('office-supervisor', '/workload')).body.data as Workload;
  expect(office.departments.map(({ code }) => code)).toEqual(expect.arrayContaining(['finance', 'health']));
  const own = (await desk('finance-editor', '/workload')).body.data as Workload;
  expect(own.departments.map(({ code }) => code)).toEqual(['finance']);
  const [finance] = own.departments;
  const [counted] = await product.query<{ open: number; ended: number }>(
    `select count(*) filter (where state in ('submitted', 'handling', 'reviewing', 'approved'))::int as open,
            count(*) filter (where answered_on is not null)::int as ended
       from information_requests where owner = 'finance'`,
  );
  expect(finance).toMatchObject({ ...counted, averageDays: 0 });
  expect(own.handlers.map(({ name }) => name)).toContain('还没有起草');
});

test('looking for candidates costs the same whatever has been kept: by index, a bounded number of rows', async () => {
  await product.query(
    `insert into information_requests (id, code_key, state, owner, channel, applicant_kind, applicant_key, traces, medium, delivery, submitted_at)
     select 'old-' || g, 'code-' || g, 'withdrawn', 'finance', 'online', 'person', 'k' || g, array[g, g + 1, g + 2]::bigint[],
            'electronic', 'online', now() - make_interval(days => 400 + g % 3000)
       from generate_series(1, 30000) as g`,
  );
  await product.query('analyze information_requests');
  const { id } = await registered('候选查找的事项名称足够长');
  const heard: { sql: string; bindings: unknown[] }[] = [];
  const listen = (statement: { sql: string; bindings: unknown[] }) => heard.push(statement);
  product.strapi.db.connection.on('query', listen);
  await desk('finance-editor', `/requests/${id}`);
  await desk('office-supervisor', `/requests/${id}`);
  product.strapi.db.connection.removeListener('query', listen);
  const compared = heard.filter(({ sql }) => sql.includes('with compared'));
  expect(compared).toHaveLength(2);
  for (const { sql, bindings } of compared) {
    const plan = await product.query<Record<string, string>>(`explain (analyze) ${sql}`, bindings);
    const text = plan.map((row) => row['QUERY PLAN']).join('\n');
    expect(text).not.toContain('Seq Scan on information_requests');
    const rows = [...text.matchAll(/information_requests.*actual time=\S+ rows=(\d+)/g)].map(([, n]) =>
      Number(n),
    );
    expect(Math.max(...rows)).toBeLessThanOrEqual(5_000);
  }
  await product.query(`delete from information_requests where id like 'old-%'`);
});

describe('the guide', () => {
  const DATA = {
    office: '区财政局办公室',
    address: '某路1号',
    hours: '工作日9:00至17:00',
    phone: '0791-88888888',
  };

  test('says to everybody how to apply, what it costs and what can be done, before a department has filled anything in', async () => {
    const page = await call(`${product.url}/api/requests/guide/health`);
    for (const part of ['怎样申请', '20个工作日', '每页10元', '每件100元', '国办函〔2020〕109号', '行政复议'])
      expect(page.text).toContain(part);
    expect(page.text).not.toContain('<script');
    expect((await call(`${product.url}/api/requests/guide/nobody`)).status).toBe(404);
    const desks = (await open('/guides')).body.data as { department: string; phone: string | null }[];
    expect(desks.find(({ department }) => department === 'finance')?.phone).toBeNull();
    expect((await call(`${product.url}/api/requests/form?department=health`)).text).toContain(
      '<option value="health" selected>',
    );
  });

  test('is filled in by one person and published by another; until then nobody sees it', async () => {
    const saved = await desk('finance-editor', '/guide', {
      data: { ...DATA, phone: '' },
      expectedVersion: 0,
    });
    expect(saved.body.data as GuideTold).toMatchObject({ published: null, isChanged: true, version: 1 });
    expect(codeOf(await desk('finance-editor', '/guide/publication', {}))).toBe('INVALID_CONTENT');
    const unfinished = await desk('finance-reviewer', '/guide/publication', {});
    expect(unfinished.body.error.message).toContain('联系电话');
    await desk('finance-editor', '/guide', { data: DATA });
    expect(codeOf(await desk('finance-editor', '/guide', { data: DATA, expectedVersion: 0 }))).toBe(
      'STALE_VERSION',
    );
    expect((await open('/guides/finance')).body.data.desk).toBeNull();
    const published = await desk('finance-reviewer', '/guide/publication', {});
    expect(published.body.data).toMatchObject({ publishedOn: today, isChanged: false });
    expect((await open('/guides/finance')).body.data.desk).toEqual(DATA);
    await desk('finance-editor', '/guide', { data: { ...DATA, address: '某路2号<b>' } });
    expect((await call(`${product.url}/api/requests/guide/finance`)).text).toContain('某路1号');
    await desk('finance-reviewer', '/guide/publication', {});
    expect((await call(`${product.url}/api/requests/guide/finance`)).text).toContain('某路2号&lt;b&gt;');
  });
});
