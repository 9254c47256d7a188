/** @jest-environment ./tests/integration/helpers/environment.cjs */
import vectors from '../../src/plugins/disclosure/server/rules/vectors.json';
import type { Values } from '../../src/plugins/disclosure/server/types';
import { call } from './helpers/call';
import { demoProject, RECORD } from './helpers/documents';
import { type Credentials, signInApi, signInPanel } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

let product: Product;
let project: string;
let editor: Credentials;
let supervisor: Credentials;

const RECORDS = '/api/major-construction-projects/records';

beforeAll(async () => {
  product = await startProduct();
  project = await demoProject(product);
  editor = await signInApi(product, 'housing-construction-editor@example.test', product.demoPassword);
  supervisor = await signInPanel(product, 'office-supervisor@example.test', product.demoPassword);
});
afterAll(() => product.stop());

const send = (method: string, path: string, body?: unknown, who = editor) =>
  call(`${product.url}${path}`, { method, body, headers: who.headers });

/** A draft of the department through the API; the answer tells its last day. */
async function enter(values: Values): Promise<{ documentId: string; dueOn: string | null }> {
  const { status, body, text } = await send('POST', RECORDS, { data: { title: '期限', project, ...values } });
  if (status !== 201) throw new Error(text);
  return body.data;
}

/** MP2 批准结果信息: 20 working days, for a licence or a penalty 7 from the decision. */
const APPROVAL = { item: 'MP2-03' };
const LICENCE = { item: 'MP2-10' };
const PENALTY = { item: 'MP7-02' };
const ofDays = (days: number) =>
  vectors.workdays.filter((vector) => vector[1] === days) as [string, number, string][];

test('the vectors hold both limits', () => {
  expect(ofDays(20).length).toBeGreaterThan(3);
  expect(ofDays(7).length).toBeGreaterThan(1);
});

test.each(ofDays(20))(
  'formed on %s: %i working days, due on %s (条例第二十六条)',
  async (formedOn, _days, dueOn) => {
    expect(await enter({ ...APPROVAL, formedOn })).toMatchObject({ dueOn });
  },
);

test.each(ofDays(7))(
  'a licence decided on %s: %i working days, due on %s',
  async (decidedOn, _days, dueOn) => {
    expect(await enter({ ...LICENCE, formedOn: decidedOn, decidedOn })).toMatchObject({ dueOn });
  },
);

test.each(ofDays(7))(
  'a penalty decided on %s: %i working days, due on %s',
  async (decidedOn, _days, dueOn) => {
    expect(await enter({ ...PENALTY, formedOn: decidedOn, decidedOn })).toMatchObject({ dueOn });
  },
);

test('the 7 days of a licence run from its decision, not from a later formation', async () => {
  const values = { ...LICENCE, decidedOn: '2026-02-12', formedOn: '2026-03-02' };
  expect(await enter(values)).toMatchObject({ dueOn: '2026-02-28' });
});

test('a licence whose day of decision is not entered counts from its formation', async () => {
  expect(await enter({ ...LICENCE, formedOn: '2026-02-12' })).toMatchObject({ dueOn: '2026-02-28' });
});

test('an approval that is said to be a licence has its 7 days, and 20 when it is said no longer', async () => {
  const { documentId, dueOn } = await enter({ ...APPROVAL, formedOn: '2026-02-12', decisionType: 'licence' });
  expect(dueOn).toBe('2026-02-28');
  const { body } = await send('PUT', `${RECORDS}/${documentId}`, { data: { decisionType: null } });
  expect(body.data.dueOn).toBe('2026-03-18');
});

test('a record without a day of formation has no last day, and gets one with it', async () => {
  const { documentId, dueOn } = await enter(APPROVAL);
  expect(dueOn).toBeNull();
  const { body } = await send('PUT', `${RECORDS}/${documentId}`, { data: { formedOn: '2026-04-01' } });
  expect(body.data.dueOn).toBe('2026-04-30');
  const cleared = await send('PUT', `${RECORDS}/${documentId}`, { data: { formedOn: null } });
  expect(cleared.body.data.dueOn).toBeNull();
});

test('the last day follows the item: another class, other limits', async () => {
  const { documentId, dueOn } = await enter({ ...LICENCE, formedOn: '2026-02-12' });
  expect(dueOn).toBe('2026-02-28');
  const { body } = await send('PUT', `${RECORDS}/${documentId}`, {
    data: { item: 'MP6-01', decisionType: null },
  });
  expect(body.data).toMatchObject({ dueOn: '2026-03-18', catalogueItem: 'D01-24' });
});

test('a class without figures (实时、及时公开) has the general limit of 20 working days at the latest', async () => {
  const approver = await signInApi(
    product,
    'administrative-approval-editor@example.test',
    product.demoPassword,
  );
  const values = { title: '申报要求', project, item: 'MP1-01', formedOn: '2026-04-01' };
  const { body } = await send('POST', RECORDS, { data: values }, approver);
  expect(body.data.dueOn).toBe('2026-04-30');
});

test('the desk explains how the last day was found: rule, article, start, and the days that were skipped', async () => {
  const { documentId } = await enter({ ...APPROVAL, formedOn: '2026-04-01' });
  const { body } = await send('GET', `${RECORDS}/${documentId}/workflow`);
  const { due } = body.data;
  expect(due).toMatchObject({ dueOn: '2026-04-30', provisional: false });
  const [chosen] = due.steps.filter((step: { chosen: boolean }) => step.chosen);
  expect(chosen).toMatchObject({
    startOn: '2026-04-01',
    dueOn: '2026-04-30',
    article: expect.stringContaining('第二十六条'),
  });
  expect(chosen.rule).toContain('20个工作日');
  expect(chosen.daysOff.join()).toContain('清明节');
});

describe('the calendar of the office', () => {
  const manager = '/content-manager/collection-types/plugin::disclosure.calendar-day';
  const keep = async (date: string, kind: 'workday' | 'dayoff') => {
    const { status, body, text } = await send(
      'POST',
      manager,
      { date, kind, name: '区政府通知' },
      supervisor,
    );
    if (status !== 201) throw new Error(text);
    return body.data.documentId as string;
  };

  test('a day off that it enters moves the last day back, a working day moves it forward, until it is removed', async () => {
    const values = { ...APPROVAL, formedOn: '2026-06-01' };
    const { dueOn } = await enter(values);
    expect(dueOn).toBe('2026-06-30');
    const off = await keep('2026-06-10', 'dayoff');
    expect(await enter(values)).toMatchObject({ dueOn: '2026-07-01' });
    await keep('2026-06-13', 'workday');
    await keep('2026-06-14', 'workday');
    expect(await enter(values)).toMatchObject({ dueOn: '2026-06-29' });
    await send('DELETE', `${manager}/${off}`, undefined, supervisor);
    expect(await enter(values)).toMatchObject({ dueOn: '2026-06-26' });
  });

  test('a draft that was entered before has its new last day with the next edit, and the desk shows it at once', async () => {
    const { documentId, dueOn } = await enter({ ...APPROVAL, formedOn: '2026-08-03' });
    expect(dueOn).toBe('2026-08-31');
    await keep('2026-08-12', 'dayoff');
    expect((await send('GET', `${RECORDS}/${documentId}/workflow`)).body.data.due.dueOn).toBe('2026-09-01');
    const { body } = await send('PUT', `${RECORDS}/${documentId}`, { data: { title: '改过' } });
    expect(body.data.dueOn).toBe('2026-09-01');
  });

  test('it cannot hold a day twice, nor something that is no day', async () => {
    await keep('2026-10-12', 'dayoff');
    for (const date of ['2026-10-12', '2026-02-30', '']) {
      const answer = await send('POST', manager, { date, kind: 'workday' }, supervisor);
      expect({ date, status: answer.status }).toEqual({ date, status: 400 });
      expect(answer.body.error.message).not.toBe('');
    }
    const wrongKind = await send('POST', manager, { date: '2026-10-13', kind: 'holiday' }, supervisor);
    expect(wrongKind.status).toBe(400);
  });

  test('nobody but the office changes it', async () => {
    const reviewer = await signInPanel(
      product,
      'housing-construction-reviewer@example.test',
      product.demoPassword,
    );
    const answer = await send('POST', manager, { date: '2026-10-14', kind: 'dayoff' }, reviewer);
    expect(answer.status).toBe(403);
  });
});

test('the last day of a publication is the one that stood when it was published', async () => {
  const [row] = await product.query<{ n: number }>(
    `select count(*)::int as n from publications p join major_construction_projects_records r
        on r.document_id = p.document_id and r.published_at is not null
      where p.due_on is distinct from r.due_on or p.due_on::text is distinct from p.detail->>'dueOn'`,
  );
  expect(row?.n).toBe(0);
  expect(product.strapi.contentType(RECORD).attributes).toHaveProperty('dueOn');
});
