/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import { createCalendar } from '../../src/plugins/disclosure/server/rules/working-days';
import type { Values } from '../../src/plugins/disclosure/server/types';
import items from '../../src/plugins/domains/major-construction-projects/items.json';
import { act, PROJECT } from './helpers/documents';
import { demoMember } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { type Publication, read } from './helpers/reads';

let product: Product;
let project: string;

const TODAY = todayInShanghai();
/** 20 working days after today. */
const DUE = createCalendar([]).addWorkingDays(TODAY, 20);
const PROJECTS = '/api/major-construction-projects/projects';
const ALL_CLASSES = items.classes.map(({ slug }) => slug);
const RESPONSIBLE = Object.fromEntries(ALL_CLASSES.map((slug) => [slug, ['housing-construction']]));
const VALUES = {
  title: '青云谱区测试工程',
  projectCode: '2026-360104-83-01-000001',
  legalPerson: '青云谱区城建集团',
  investment: 1234.5,
  stage: 'under-construction',
  responsible: {
    ...RESPONSIBLE,
    bidding: ['development-reform', 'housing-construction'],
    completion: ['audit'],
  },
  itemPlan: {
    'MP2-01': { notApplicable: '已列入专项规划,不再审批项目建议书' },
    'MP2-04': { notApplicable: '政府投资项目不适用企业投资项目核准' },
    'MP4-01': { formedOn: '2026-04-01' },
    'MP4-02': { formedOn: TODAY },
  },
};

/** Enters and publishes as a department does. */
async function publish(department: string, uid: string, data: Values): Promise<string> {
  const editor = await demoMember(product.strapi, `${department}-editor`);
  const reviewer = await demoMember(product.strapi, `${department}-reviewer`);
  const use = (
    member: typeof editor,
    verb: 'create' | 'submit' | 'approve' | 'publish',
    documentId?: string,
  ) =>
    act(product.strapi, member, {
      uid: uid as never,
      verb,
      documentId,
      ...(verb === 'create' ? { data } : {}),
    });
  const { documentId } = await use(editor, 'create');
  await use(editor, 'submit', documentId);
  await use(reviewer, 'approve', documentId);
  await use(reviewer, 'publish', documentId);
  return documentId;
}

const record = (item: string, more: Values = {}, department = 'housing-construction') =>
  publish(department, 'plugin::major-construction-projects.record', {
    title: `${item} 信息`,
    project,
    item,
    kind: 'document',
    formedOn: TODAY,
    body: '<p>正文。</p>',
    ...more,
  });

type ChainItem = {
  code: string;
  state: string;
  reason: string | null;
  dueOn: string | null;
  overdue: boolean;
  departments: unknown[];
  publications: Publication[];
};
type ChainClass = {
  code: string;
  slug: string;
  expected: number;
  published: number;
  late: number;
  missing: number;
  items: ChainItem[];
};
type Chain = {
  expected: number;
  published: number;
  late: number;
  missing: number;
  project: Values;
  classes: ChainClass[];
};

async function chain(): Promise<Chain> {
  const { status, body } = await read(product, `${PROJECTS}/${project}/chain`);
  expect(status).toBe(200);
  return body.data;
}
const itemOf = ({ classes }: Chain, code: string): ChainItem =>
  classes.flatMap((entry) => entry.items).find((item) => item.code === code) as ChainItem;

beforeAll(async () => {
  product = await startProduct();
  project = await publish('development-reform', PROJECT, VALUES);
});
afterAll(() => product.stop());

/** 国办发〔2017〕94号: 8 classes, 54 items. The tests follow one project through its life. */
test('a new project shows the 8 classes and 54 items in their order, with nothing there yet', async () => {
  const shown = await chain();
  expect(shown.classes.map(({ code, slug }) => [code, slug])).toEqual(
    items.classes.map(({ code, slug }) => [code, slug]),
  );
  expect(shown.classes.flatMap((entry) => entry.items.map(({ code }) => code))).toEqual(
    items.classes.flatMap((entry) => entry.items.map(({ code }) => code)),
  );
  expect(shown).toMatchObject({ expected: 52, published: 0, late: 0, missing: 52 });
  expect(shown.project).toMatchObject({
    documentId: project,
    title: VALUES.title,
    projectCode: VALUES.projectCode,
    legalPerson: VALUES.legalPerson,
    owner: 'development-reform',
    ownerName: '区发改委',
  });
});

test('each class and item names its responsible departments', async () => {
  const shown = await chain();
  const named = (slug: string) =>
    (shown.classes.find((entry) => entry.slug === slug) as unknown as { departments: unknown }).departments;
  expect(named('bidding')).toEqual([
    { code: 'development-reform', name: '区发改委' },
    { code: 'housing-construction', name: '区住建局' },
  ]);
  expect(itemOf(shown, 'MP8-01').departments).toEqual([{ code: 'audit', name: '区审计局' }]);
});

test('an item that does not apply says why and is not expected', async () => {
  const shown = await chain();
  expect(itemOf(shown, 'MP2-01')).toMatchObject({
    state: 'not-applicable',
    reason: VALUES.itemPlan['MP2-01'].notApplicable,
    overdue: false,
  });
  expect(shown.classes[1]).toMatchObject({ slug: 'approval-result', expected: 11, missing: 11 });
});

test('a missing item is overdue after 20 working days from its formation (条例第二十六条), not before', async () => {
  const shown = await chain();
  expect(itemOf(shown, 'MP4-01')).toMatchObject({ state: 'missing', dueOn: '2026-04-30', overdue: true });
  expect(itemOf(shown, 'MP4-02')).toMatchObject({ state: 'missing', dueOn: DUE, overdue: false });
  expect(itemOf(shown, 'MP4-03')).toMatchObject({ state: 'missing', dueOn: null, overdue: false });
});

test('a publication in time is published, one after its last day is late', async () => {
  const inTime = await record('MP6-01');
  const late = await record('MP6-02', { formedOn: '2026-04-01' });
  const shown = await chain();
  expect(itemOf(shown, 'MP6-01')).toMatchObject({
    state: 'published',
    dueOn: DUE,
    publications: [{ documentId: inTime, late: false, owner: 'housing-construction', ownerName: '区住建局' }],
  });
  expect(itemOf(shown, 'MP6-02')).toMatchObject({
    state: 'late',
    dueOn: '2026-04-30',
    publications: [{ documentId: late, late: true }],
  });
  expect(shown).toMatchObject({ expected: 52, published: 2, late: 1, missing: 50 });
  expect(shown.classes[5]).toMatchObject({
    slug: 'construction',
    expected: 5,
    published: 2,
    late: 1,
    missing: 3,
  });
  for (const { url } of itemOf(shown, 'MP6-01').publications)
    expect((await read(product, String(url))).status).toBe(200);
});

test('a licence is late after 7 working days from its decision', async () => {
  await record('MP2-10', { formedOn: '2026-11-02', decidedOn: '2026-11-02' });
  expect(itemOf(await chain(), 'MP2-10')).toMatchObject({ state: 'late', dueOn: '2026-11-11' });
});

test('several publications of an item count as one; the item is late if one of them is', async () => {
  const before = await chain();
  await record('MP6-01', { title: '第二份' });
  const second = await chain();
  expect(itemOf(second, 'MP6-01').publications).toHaveLength(2);
  expect(second.published).toBe(before.published);
  await record('MP6-01', { title: '迟到的一份', formedOn: '2026-04-01' });
  expect(itemOf(await chain(), 'MP6-01').state).toBe('late');
});

test('a correction does not make what was in time late, nor what was late timely', async () => {
  const documentId = await record('MP6-03');
  const editor = await demoMember(product.strapi, 'housing-construction-editor');
  const reviewer = await demoMember(product.strapi, 'housing-construction-reviewer');
  await act(product.strapi, editor, { verb: 'correct', documentId });
  await act(product.strapi, editor, { verb: 'edit', documentId, data: { title: '更正后的标题' } });
  expect(itemOf(await chain(), 'MP6-03')).toMatchObject({
    state: 'published',
    publications: [{ title: 'MP6-03 信息' }],
  });
  await act(product.strapi, editor, { verb: 'submit', documentId });
  await act(product.strapi, reviewer, { verb: 'approve', documentId });
  await act(product.strapi, reviewer, { verb: 'publish', documentId });
  expect(itemOf(await chain(), 'MP6-03')).toMatchObject({
    state: 'published',
    publications: [{ title: '更正后的标题' }],
  });
});

test('an item that was thought not to apply and is published after all is published, and expected', async () => {
  const before = await chain();
  await record('MP2-04');
  const shown = await chain();
  expect(itemOf(shown, 'MP2-04')).toMatchObject({ state: 'published', reason: null });
  expect(shown).toMatchObject({
    expected: before.expected + 1,
    published: before.published + 1,
    missing: before.missing,
  });
});

test('drafts count for nothing', async () => {
  const before = await chain();
  const editor = await demoMember(product.strapi, 'housing-construction-editor');
  const { documentId } = await act(product.strapi, editor, {
    verb: 'create',
    data: { title: '草稿', project, item: 'MP7-01', kind: 'document', formedOn: TODAY, body: '正文' },
  });
  await act(product.strapi, editor, { verb: 'submit', documentId });
  expect(await chain()).toEqual(before);
});

test('a withdrawn publication is missing again', async () => {
  const documentId = await record('MP7-02');
  expect(itemOf(await chain(), 'MP7-02').state).toBe('published');
  const reviewer = await demoMember(product.strapi, 'housing-construction-reviewer');
  await act(product.strapi, reviewer, { verb: 'withdraw', documentId, input: { reason: '有误' } });
  expect(itemOf(await chain(), 'MP7-02')).toMatchObject({ state: 'missing', publications: [] });
});

test('the sums are those of the classes, and those are what their items say', async () => {
  const shown = await chain();
  for (const { items: own, ...counts } of shown.classes) {
    const of = (...states: string[]) => own.filter(({ state }) => states.includes(state)).length;
    expect(counts).toMatchObject({
      expected: own.length - of('not-applicable'),
      published: of('published', 'late'),
      late: of('late'),
      missing: of('missing'),
    });
  }
  for (const key of ['expected', 'published', 'late', 'missing'] as const) {
    expect(shown[key]).toBe(shown.classes.reduce((sum, entry) => sum + entry[key], 0));
  }
});

test('who is responsible for a class changes with the project’s publication, not before', async () => {
  const planner = await demoMember(product.strapi, 'development-reform-editor');
  const reviewer = await demoMember(product.strapi, 'development-reform-reviewer');
  const taker = await demoMember(product.strapi, 'finance-editor');
  const use = (
    member: typeof planner,
    verb: 'correct' | 'edit' | 'submit' | 'approve' | 'publish',
    data?: Values,
  ) => act(product.strapi, member, { uid: PROJECT, verb, documentId: project, ...(data ? { data } : {}) });
  const enter = () =>
    act(product.strapi, taker, {
      verb: 'create',
      data: { title: '决算', project, item: 'MP8-05', kind: 'document' },
    });
  await use(planner, 'correct');
  await use(planner, 'edit', { responsible: { ...VALUES.responsible, completion: ['finance'] } });
  await expect(enter()).rejects.toMatchObject({ code: 'NOT_RESPONSIBLE' });
  expect(itemOf(await chain(), 'MP8-01').departments).toEqual([{ code: 'audit', name: '区审计局' }]);
  await use(planner, 'submit');
  await use(reviewer, 'approve');
  await use(reviewer, 'publish');
  await expect(enter()).resolves.toHaveProperty('documentId');
  expect(itemOf(await chain(), 'MP8-01').departments).toEqual([{ code: 'finance', name: '区财政局' }]);
});

test('the chain of a withdrawn project is gone: 410 with the reason; nothing more is entered for it', async () => {
  const reviewer = await demoMember(product.strapi, 'development-reform-reviewer');
  await act(product.strapi, reviewer, {
    uid: PROJECT,
    verb: 'withdraw',
    documentId: project,
    input: { reason: '项目取消' },
  });
  for (const path of [`${PROJECTS}/${project}/chain`, `${PROJECTS}/${project}`]) {
    const answer = await read(product, path);
    expect(answer).toMatchObject({ status: 410, code: 'WITHDRAWN' });
    expect(answer.body.error.details).toMatchObject({ reason: '项目取消' });
  }
  const editor = await demoMember(product.strapi, 'housing-construction-editor');
  await expect(
    act(product.strapi, editor, {
      verb: 'create',
      data: { title: '再录一条', project, item: 'MP6-04', kind: 'document' },
    }),
  ).rejects.toMatchObject({ status: 400, code: 'INVALID_INPUT' });
});

test.each(['nonsense', 'abcdefghijklmnopqrstuvwx'])('the chain of “%s” is not found: 404', async (id) => {
  expect(await read(product, `${PROJECTS}/${id}/chain`)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

test('a record or a draft project has no chain: 404', async () => {
  const [row] = await product.query<{ document_id: string }>(
    "select document_id from publications where state = 'live' and kind <> 'project' limit 1",
  );
  expect((await read(product, `${PROJECTS}/${row?.document_id}/chain`)).status).toBe(404);
  const planner = await demoMember(product.strapi, 'development-reform-editor');
  const { documentId } = await act(product.strapi, planner, { uid: PROJECT, verb: 'create', data: VALUES });
  expect((await read(product, `${PROJECTS}/${documentId}/chain`)).status).toBe(404);
});

test('the demo’s three projects have publications in all 8 classes, some late, some missing', async () => {
  const { body } = await read(product, `${PROJECTS}?pagination[pageSize]=100`);
  expect(body.data).toHaveLength(3);
  for (const { documentId } of body.data) {
    const { body: answer } = await read(product, `${PROJECTS}/${documentId}/chain`);
    const shown = answer.data as Chain;
    for (const entry of shown.classes) expect(entry.published).toBeGreaterThan(0);
    expect(shown.late).toBeGreaterThan(0);
    expect(shown.missing).toBeGreaterThan(0);
  }
});
