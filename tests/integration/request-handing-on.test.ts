/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { addDays, todayInShanghai } from '../../src/plugins/disclosure/server/rules/dates';
import type { Analysis } from '../../src/plugins/requests/shared/analysis';
import type { DeskButton, QueueAnswer } from '../../src/plugins/requests/shared/contract';
import type { Workload } from '../../src/plugins/requests/shared/workload';
import { call } from './helpers/call';
import { nativeModule } from './helpers/native';
import { type Product, startProduct } from './helpers/product';
import { answerRequest, type RequestDesk, requestDesk } from './helpers/request-desk';

/** What one person of the desk hands on to another, and what is easily left lying. */
let product: Product;
let desk: RequestDesk;
const today = todayInShanghai();
const GRANTED = { outcome: 'granted', text: '该项目已于2025年竣工。' };
const passed = { result: 'passed', opinion: '没有意见' };

beforeAll(async () => {
  product = await startProduct();
  desk = await requestDesk(product, ['finance-editor', 'finance-reviewer', 'office-supervisor']);
}, 180_000);
afterAll(() => product.stop());

const get = async <T>(who: string, path: string): Promise<T> =>
  (await call(`${product.url}/requests${path}`, { headers: desk.people[who]?.headers ?? {} })).body as T;

/** Accounts by the person behind them. */
async function accounts(): Promise<Map<string, string>> {
  const found = (await product.strapi.db
    .query('plugin::disclosure.membership')
    .findMany({ populate: ['adminUser'], limit: 10_000 })) as {
    documentId: string;
    adminUser: { email: string } | null;
  }[];
  return new Map(
    found.map(({ documentId, adminUser }) => [documentId, adminUser?.email.split('@')[0] ?? documentId]),
  );
}

/** Who has what of a request in her inbox, unread. */
async function waiting(id: string): Promise<string[]> {
  const rows = await product.query<{ person_id: string; kind: string }>(
    'select person_id, kind from notifications where document_id = $1 and read_at is null order by id',
    [id],
  );
  const people = await accounts();
  return rows.map(({ person_id: person, kind }) => `${people.get(person)} ${kind}`);
}

const button = async (who: string, id: string, verb: string): Promise<DeskButton | undefined> =>
  (await desk.look(who, id)).buttons.find((one) => one.verb === verb);

test('an answer is offered for review when it is whole; before, the button says what is missing', async () => {
  const { id } = await desk.enter(today);
  expect(await button('finance-editor', id, 'submit')).toMatchObject({
    ...{ enabled: false, why: '还没有起草答复' },
  });
  const denied = { outcome: 'denied.processInfo', text: '不予公开。' };
  await desk.act('finance-editor', id, 'saveAnswer', { answer: denied });
  expect((await button('finance-editor', id, 'submit'))?.why).toContain('须说明理由和依据');
  expect((await desk.act('finance-editor', id, 'submit')).code).toBe('INVALID_CONTENT');
  await desk.act('finance-editor', id, 'saveAnswer', { answer: { ...denied, reasons: '属于讨论记录。' } });
  expect((await button('finance-editor', id, 'submit'))?.enabled).toBe(true);
});

test('the reviewer hears of an answer that waits for her, its author of what became of it; each until it is done', async () => {
  const { id } = await desk.enter(today);
  await desk.act('finance-editor', id, 'saveAnswer', { answer: GRANTED });
  expect(await waiting(id)).toEqual([]);
  await desk.act('finance-editor', id, 'submit');
  expect(await waiting(id)).toEqual(['finance-reviewer request-review']);
  await desk.act('finance-reviewer', id, 'legalReview', passed);
  expect(await waiting(id)).toEqual(['finance-reviewer request-review']);
  await desk.act('finance-reviewer', id, 'secrecyReview', { result: 'returned', opinion: '请删去人名' });
  expect(await waiting(id)).toEqual(['finance-editor request-answer']);
  await desk.act('finance-editor', id, 'saveAnswer', { answer: GRANTED });
  expect(await waiting(id)).toEqual([]);
  await desk.act('finance-editor', id, 'submit');
  await desk.act('finance-reviewer', id, 'return', { reason: '请写明年份' });
  expect(await waiting(id)).toEqual(['finance-editor request-answer']);
  await desk.act('finance-editor', id, 'submit');
  await desk.act('finance-reviewer', id, 'legalReview', passed);
  await desk.act('finance-reviewer', id, 'secrecyReview', passed);
  await desk.act('finance-reviewer', id, 'approve');
  expect(await waiting(id)).toEqual(['finance-editor request-answer']);
  await desk.act('finance-editor', id, 'send', { on: today, method: 'online' });
  expect(await waiting(id)).toEqual([]);
});

test('what a reviewer has written herself waits for another reviewer, never for her', async () => {
  const { id } = await desk.enter(today);
  await desk.act('finance-editor', id, 'notOurs', { organ: '市财政局', contact: '0791-8888' });
  expect(await waiting(id)).toEqual(['finance-reviewer request-review']);
  const other = await desk.enter(today);
  await desk.act('finance-editor', other.id, 'saveAnswer', { answer: GRANTED });
  const reviewer = [...(await accounts())].find(([, account]) => account === 'finance-reviewer')?.[0];
  await product.query('update information_requests set authors = $1 where id = $2', [
    JSON.stringify([reviewer]),
    other.id,
  ]);
  await desk.act('finance-editor', other.id, 'submit');
  expect(await waiting(other.id)).toEqual([]);
});

test('a partial answer without its file is asked about before it goes to review and before it is approved, and not refused', async () => {
  const { id } = await desk.enter(today);
  const answer = { outcome: 'partialGrant', text: '公开其中一部分。', reasons: '其余涉及第三方。' };
  await desk.act('finance-editor', id, 'saveAnswer', { answer });
  expect((await button('finance-editor', id, 'submit'))?.warning).toContain('请先在“附件”里补上');
  expect((await button('finance-editor', id, 'saveAnswer'))?.warning).toBeNull();
  expect((await desk.act('finance-editor', id, 'submit')).data.state).toBe('reviewing');
  expect((await button('finance-reviewer', id, 'approve'))?.warning).toContain('请退回补上');
});

test('service and archive stand in the history, and the applicant is told both days', async () => {
  const { id, key } = await desk.enter(today);
  await answerRequest(desk, id, { answer: GRANTED, on: today });
  expect((await desk.status(key)).answer?.servedOn).toBeNull();
  await desk.act('finance-editor', id, 'noteService', { on: today, method: 'post', how: '邮件签收' });
  const { data } = await desk.act('finance-editor', id, 'archive');
  expect(data.events.slice(-2).map(({ label, text }) => [label, text])).toEqual([
    [expect.stringMatching(/^答复书.*送达，方式：邮寄$/), '邮件签收'],
    ['归档', null],
  ]);
  expect(await desk.status(key)).toMatchObject({ archivedOn: today, answer: { servedOn: today } });
});

test('who waits for the applicant in vain finds the request before what is due later, and what still waits stays behind', async () => {
  const [lapsed, waits] = [await desk.enter(addDays(today, -30)), await desk.enter(addDays(today, -3))];
  const due = await desk.enter(today);
  await desk.happened(lapsed.id, 'correctionAsked', addDays(today, -28), { until: addDays(today, -1) });
  await desk.happened(waits.id, 'correctionAsked', addDays(today, -2), { until: addDays(today, 9) });
  const { refreshOpenClocks } = nativeModule<typeof import('../../src/plugins/requests/server/jobs/look')>(
    'plugins/requests/server/jobs/look',
  );
  await refreshOpenClocks(product.strapi);
  const all = (await get<QueueAnswer>('finance-editor', '/requests?limit=100')).data;
  const place = (id: string) => all.findIndex((item) => item.id === id);
  expect(place(lapsed.id)).toBeLessThan(place(due.id));
  expect(place(due.id)).toBeLessThan(place(waits.id));
  expect(all[place(lapsed.id)]?.lapse).toBe(`申请人到${addDays(today, -1)}没有补正`);
  expect(all[place(waits.id)]?.lapse).toBeNull();
  const alone = await get<QueueAnswer>('finance-editor', '/requests?urgency=lapsed');
  expect(alone.data.map(({ id }) => id)).toEqual([lapsed.id]);
  // page by page the same order
  const pages: string[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const query: string = cursor ? `&cursor=${cursor}` : '';
    const page: QueueAnswer = await get<QueueAnswer>('finance-editor', `/requests?limit=2${query}`);
    pages.push(...page.data.map(({ id }) => id));
    cursor = page.meta.nextCursor;
  }
  expect(pages).toEqual(all.map(({ id }) => id));
  expect((await desk.look('finance-reviewer', lapsed.id)).nextStep.verb).toBe('close');
  await desk.act('finance-reviewer', lapsed.id, 'close', { on: today, reason: '没有正当理由' });
  expect((await get<QueueAnswer>('finance-editor', '/requests?urgency=lapsed')).data).toEqual([]);
});

describe('what the applicant has withdrawn', () => {
  const answer = { outcome: 'granted', text: '内部草稿，没有发出。' };

  test('never shows her the draft, nor a term, also when it has been archived', async () => {
    const { id, key } = await desk.enter(today);
    await desk.act('finance-editor', id, 'saveAnswer', { answer });
    await desk.open('/withdrawal', key);
    const { data } = await desk.act('finance-editor', id, 'archive');
    expect(data.events.map(({ label }) => label)).toEqual(['收到申请', '申请人撤回申请', '归档']);
    expect(data.clock?.steps.at(-1)?.text).toContain('申请人撤回申请');
    const told = await desk.status(key);
    expect(told).toMatchObject({ stateLabel: '申请人已撤回', answer: null, dueOn: null, files: [] });
    expect(JSON.stringify(told)).not.toContain('内部草稿');
  });

  test('has ended in the workload as in the annual report and the analysis, before it is archived and after', async () => {
    const counted = async () => {
      const { data } = await get<{ data: Workload }>('finance-editor', '/workload');
      const year = today.slice(0, 4);
      const { data: told } = await get<{ data: Analysis }>('finance-editor', `/analysis?year=${year}`);
      return [data.departments[0]?.ended, told.total.counts.answered];
    };
    const [before] = await counted();
    const { id } = await desk.enter(today);
    await desk.act('finance-editor', id, 'noteWithdrawal', { on: today, how: '来信撤回' });
    expect(await counted()).toEqual([Number(before) + 1, Number(before) + 1]);
    await desk.act('finance-editor', id, 'archive');
    expect(await counted()).toEqual([Number(before) + 1, Number(before) + 1]);
  });
});
