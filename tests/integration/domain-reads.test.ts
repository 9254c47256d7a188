/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { call } from './helpers/call';
import { graphql, readSchema, selectionOf } from './helpers/graphql';
import { type Credentials, signInApi } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { PUBLICATIONS, read } from './helpers/reads';

/** What the domains with structure of their own answer, and the rules of their types, through the API. */
let product: Product;
const accounts = new Map<string, Credentials>();

beforeAll(async () => {
  product = await startProduct();
}, 600_000);
afterAll(() => product.stop());

const send = async (account: string, path: string, body?: unknown) => {
  const known =
    accounts.get(account) ?? (await signInApi(product, `${account}@example.test`, product.demoPassword));
  accounts.set(account, known);
  return call(`${product.url}/api/${path}`, { method: 'POST', body, headers: known.headers });
};

/** Brings an entry to publication; the answer of the first step that fails, or of the last. */
async function publish(department: string, path: string, data: Record<string, unknown>) {
  const created = await send(`${department}-editor`, path, { data });
  if (created.status !== 201) return created;
  const one = `${path}/${created.body.data.documentId}`;
  for (const [who, verb] of [
    ['editor', 'submit'],
    ['reviewer', 'approve'],
    ['reviewer', 'publish'],
  ]) {
    const answer = await send(`${department}-${who}`, `${one}/${verb}`);
    if (answer.status !== 200 || verb === 'publish') return answer;
  }
  return created;
}

describe('the timeline of plans', () => {
  test('shows the periods with their plans, the chain between them, and the gaps as gaps', async () => {
    const { status, body } = await read(product, '/api/development-planning/timeline');
    expect(status).toBe(200);
    const find = (name: string) => body.data.periods.find((period: { name: string }) => period.name === name);
    expect(find('十三五')).toMatchObject({ state: 'published', from: 2016, to: 2020 });
    const fourteenth = find('十四五').plans.find(
      ({ planType }: { planType: string }) => planType === 'economic-social',
    );
    expect(fourteenth.predecessorTitle).toBe(find('十三五').plans[0].title);
    expect(find('一五').state).toBe('gap');
    expect(body.data.gaps.map(({ name }: { name: string }) => name)).toContain('一五');
    expect(find('国民经济调整时期').state).toBe('no-plan');
  });

  test('a plan of long ago stands in the row of history, a new one in the row of its type', async () => {
    const values = {
      title: '第十二个五年规划纲要',
      planLevel: 'county',
      planType: 'economic-social',
      periodFrom: 2011,
      periodTo: 2015,
      formedOn: '2026-11-02',
    };
    const { body } = await publish('development-reform', 'development-planning/plans', values);
    expect(body.data).toMatchObject({ state: 'published', catalogueItem: 'L01-05' });
    const found = await read(product, `${PUBLICATIONS}/${body.data.documentId}`);
    expect(found.body.data.attributes).toMatchObject({ periodFrom: 2011, planType: 'economic-social' });
  });

  test.each([
    ['that never was public', 'nothing'],
    ['that is no plan', ''],
  ])('refuses a predecessor %s', async (_what, id) => {
    const [row] = await product.query<{ document_id: string }>(
      "select document_id from publications where kind = 'budget' limit 1",
    );
    const answer = await send('development-reform-editor', 'development-planning/plans', {
      data: { title: '规划', planType: 'special', predecessor: id || row?.document_id },
    });
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_INPUT' });
  });
});

describe('budgets and final accounts by unit', () => {
  const coverage = async (year: string | number) =>
    (await read(product, `/api/fiscal-budget/unit-coverage/${year}`)).body.data;
  type Unit = {
    name: string;
    unit: string | null;
    finalAccounts: { state: string };
    budget: { state: string };
  };
  const unitsOf = (data: { departments: { code: string; units: Unit[] }[] }): Unit[] =>
    data.departments.find(({ code }) => code === 'education-sports')?.units ?? [];

  test('say of each department and its units what is published, late or missing', async () => {
    const units = unitsOf(await coverage(2025));
    const stateOf = (name: string) => units.find((unit) => unit.name === name)?.finalAccounts.state;
    expect(stateOf('区教体局（部门汇总）')).toBe('published');
    expect(stateOf('青云谱区教师发展中心')).toBe('published');
    expect(stateOf('青云谱区少年宫')).toBe('missing');
    expect(unitsOf(await coverage(2026))[0]).toMatchObject({ budget: { state: 'late' } });
  });

  test('are due 20 days after their approval (预算法第十四条)', async () => {
    const unit = unitsOf(await coverage(2025)).find(({ name }) => name === '青云谱区少年宫')?.unit;
    const { body } = await publish('education-sports', 'fiscal-budget/budgets', {
      title: '区少年宫2025年决算',
      catalogueItem: 'D08-08',
      unit,
      year: 2025,
      approvedOn: '2026-11-20',
      formedOn: '2026-11-20',
    });
    expect(body.data).toMatchObject({ state: 'published', dueOn: '2026-12-10' });
    const now = unitsOf(await coverage(2025)).find(({ name }) => name === '青云谱区少年宫');
    expect(now?.finalAccounts.state).toBe('published');
  });

  test.each([
    ['a unit of the government’s budget', { catalogueItem: 'D08-01' }, 'finance', 400, 'INVALID_INPUT'],
    [
      'a row of another domain',
      { catalogueItem: 'D05-01', unit: null },
      'civil-affairs',
      400,
      'INVALID_INPUT',
    ],
    [
      'the government’s budget by a department',
      { catalogueItem: 'D08-01', unit: null },
      'health',
      403,
      'NOT_RESPONSIBLE',
    ],
  ])('refuse %s', async (_what, values, department, status, code) => {
    const unit = unitsOf(await coverage(2025)).find((found) => found.unit)?.unit;
    const data = { title: '预算', year: 2026, unit, ...values };
    expect(await send(`${department}-editor`, 'fiscal-budget/budgets', { data })).toMatchObject({
      status,
      code,
    });
  });

  test.each(['26', 'abcd', '9999', '2026%20', '０２０２'])('the year %s is refused', async (year) => {
    const answer = await read(product, `/api/fiscal-budget/unit-coverage/${year}`);
    expect(answer).toMatchObject({ status: 400, code: 'INVALID_QUERY' });
  });
});

test('a procurement contract is due 2 working days after its signing and stands in its row and its column', async () => {
  const { body } = await publish('health', 'fiscal-budget/procurements', {
    title: '医疗设备采购合同公告',
    projectNo: 'T-1',
    projectName: '医疗设备采购',
    stage: 'contract',
    supplier: '某公司',
    amount: 88.5,
    signedOn: '2026-11-20',
    formedOn: '2026-11-20',
  });
  expect(body.data).toMatchObject({ state: 'published', dueOn: '2026-11-24', catalogueItem: 'D02-17' });
  const found = await read(product, `${PUBLICATIONS}/${body.data.documentId}`);
  expect(found.body.data.columns).toEqual(['fiscal-budget', 'statutory-09']);
});

test('debts are the finance bureau’s alone', async () => {
  const data = { title: '债务', year: 2026 };
  expect(await send('health-editor', 'fiscal-budget/debts', { data })).toMatchObject({
    status: 403,
    code: 'NOT_RESPONSIBLE',
  });
});

test('what is not complete is not submitted, and says what is missing', async () => {
  const created = await send('finance-editor', 'fiscal-budget/debts', {
    data: { title: '债务', year: 26, debtType: 'general', asOf: '2025-12-31', formedOn: '2026-11-02' },
  });
  const answer = await send('finance-editor', `fiscal-budget/debts/${created.body.data.documentId}/submit`);
  expect(answer).toMatchObject({ status: 400, code: 'INVALID_CONTENT' });
  expect(answer.body.error.details.issues.map(({ field }: { field: string }) => field)).toEqual([
    'year',
    'limit',
    'balance',
  ]);
});

test('the progress of inspections tells what is overdue, level by level', async () => {
  const { body } = await read(product, '/api/ecological-environment/inspection-progress');
  expect(body.data).toMatchObject({ total: 3, completed: 1, overdue: 1 });
  expect(body.data.levels).toMatchObject([
    { level: 'central', completed: 1, overdue: 0, progress: 100 },
    { level: 'province', overdue: 0, findings: [{ overdue: false, state: 'in-progress' }] },
    { level: 'city', overdue: 1, findings: [{ overdue: true }] },
  ]);
});

test.each([
  ['penalty', '2026-11-02', '2026-11-11', 'L02-03'],
  [null, '2026-11-02', '2026-11-30', 'L02-04'],
])(
  'a result of enforcement of type %s, decided on %s, is due on %s and stands in %s',
  async (decisionType, decidedOn, dueOn, catalogueItem) => {
    const { body } = await publish('emergency-management', 'administrative-enforcement/enforcement-results', {
      title: '行政执法结果',
      enforcementField: 'safety',
      decisionType,
      decidedOn,
      formedOn: decidedOn,
      party: '某公司',
      decisionBasis: '《中华人民共和国安全生产法》',
      decisionResult: '责令改正',
    });
    expect(body.data).toMatchObject({ state: 'published', dueOn, catalogueItem });
  },
);

test('public institutions stand by sector, each with its regulator', async () => {
  const { body } = await read(product, '/api/public-institutions/units');
  expect(body.data.map(({ sector }: { sector: string }) => sector)).toEqual([
    ...['教育', '卫生健康', '供水', '供电', '供气', '环境保护'],
  ]);
  expect(body.data[0].units).toEqual([
    {
      code: 'chengnan-experimental-school',
      name: '青云谱区城南实验学校',
      regulator: 'education-sports',
      regulatorName: '区教体局',
    },
  ]);
});

test.each([
  ['/api/development-planning/timeline', 'developmentPlanningTimeline', ''],
  ['/api/fiscal-budget/unit-coverage/2025', 'fiscalBudgetUnitCoverage', '(year: "2025")'],
  ['/api/ecological-environment/inspection-progress', 'ecologicalEnvironmentInspectionProgress', ''],
  ['/api/public-institutions/units', 'publicInstitutionsUnits', ''],
  ['/api/policy/gazette/2026', 'policyGazette', '(year: "2026")'],
  ['/api/policy/officers', 'policyOfficers', ''],
  ['/api/policy/expiring', 'policyExpiring', ''],
])('GraphQL tells the same as %s', async (path, field, args) => {
  const { body } = await read(product, path);
  const type = (await readSchema(product)).getQueryType()?.getFields()[field]?.type;
  const answer = await graphql(product, `{ ${field}${args} ${selectionOf(type, body.data)} }`);
  expect(answer.errors).toEqual([]);
  expect(answer.data[field]).toEqual(body.data);
});

test.each([
  '/api/development-planning/timeline',
  '/api/fiscal-budget/unit-coverage/2025',
  '/api/ecological-environment/inspection-progress',
  '/api/public-institutions/units',
  '/api/policy/gazette/2026',
  '/api/policy/officers',
  '/api/policy/expiring',
])('%s refuses a parameter that it does not know', async (path) => {
  expect(await read(product, `${path}?x=1`)).toMatchObject({ status: 400, code: 'INVALID_QUERY' });
});
