/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Member } from '../../src/plugins/disclosure/server/types';
import { call } from './helpers/call';
import { act, type Documents, documentsOf, RECORD } from './helpers/documents';
import { engine } from './helpers/native';
import { makeMember } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** What happens to a document apart from its usual way: urgency, the end of its time, another reviewer. */
let product: Product;
let documents: Documents;
const REASON = { input: { reason: '突发事件,来不及先审核' } };

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
});
afterAll(() => product.stop());

const get = (path: string) => call(`${product.url}/api/disclosure${path}`, {});
const by = (member: Member, verb: Parameters<typeof act>[2]['verb'], documentId: string, more = {}) =>
  act(product.strapi, member, { verb, documentId, ...more });
const memberWith = async (department: string, duties: Parameters<typeof makeMember>[1]['duties']) => ({
  ...documents.reviewer,
  department,
  duties,
  personId: await makeMember(product.strapi, { department, duties }),
});

describe('紧急发布', () => {
  test('is public at once, and says so to the reviewers until one of them has reviewed it', async () => {
    const documentId = await documents.make('draft');
    await by(documents.reviewer, 'expedite', documentId, REASON);
    expect((await get(`/publications/${documentId}`)).status).toBe(200);
    const [entry] = await product.query<{ verb: string; reason: string }>(
      'select verb, reason from audit_entries where document_id = $1 order by seq desc limit 1',
      [documentId],
    );
    expect(entry).toEqual({ verb: 'expedite', reason: REASON.input.reason });
    await expect(by(documents.reviewer, 'ratify', documentId)).rejects.toMatchObject({
      code: 'NEEDS_SECOND_REVIEWER',
    });
    const third = await memberWith('housing-construction', ['reviewer']);
    await by(third, 'ratify', documentId);
    await expect(by(third, 'ratify', documentId)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('does not escape the later review by a correction that is given up', async () => {
    const documentId = await documents.make('published in urgency');
    await by(documents.editor, 'correct', documentId);
    await by(documents.editor, 'edit', documentId, { data: { title: '改了又放弃' } });
    await by(documents.editor, 'discard', documentId);
    await expect(by(documents.reviewer, 'ratify', documentId)).rejects.toMatchObject({
      code: 'NEEDS_SECOND_REVIEWER',
    });
    await by(await memberWith('housing-construction', ['reviewer']), 'ratify', documentId);
  });

  test('a reviewed correction makes the later review needless', async () => {
    const documentId = await documents.make('published in urgency');
    await by(documents.editor, 'correct', documentId);
    await by(documents.editor, 'submit', documentId);
    const third = await memberWith('housing-construction', ['reviewer']);
    await by(third, 'approve', documentId);
    await by(documents.reviewer, 'publish', documentId);
    await expect(by(third, 'ratify', documentId)).rejects.toMatchObject({ code: 'INVALID_TRANSITION' });
  });

  test('its reason stays in the office', async () => {
    const documentId = await documents.make('published in urgency');
    for (const path of [
      `/api/disclosure/publications/${documentId}`,
      `/api/major-construction-projects/records/${documentId}`,
    ]) {
      const { text } = await call(`${product.url}${path}`, {});
      expect(text).not.toContain('测试用的理由');
      expect(text).not.toContain('urgencyReason');
    }
  });
});

describe('公示期 and 有效期', () => {
  const decision = {
    kind: 'decision',
    decisionType: 'penalty',
    decidedOn: '2026-06-01',
    party: '某建筑公司',
    decisionBasis: '《建设工程质量管理条例》',
    decisionResult: '罚款',
  };
  const takeDown = (today: string) =>
    engine<typeof import('../../src/plugins/disclosure/server/jobs/take-down')>('jobs/take-down').takeDownDue(
      product.strapi,
      today,
    );

  // decisions of the demo end at days of their own; the server's own look at its start may hold the lock meanwhile
  beforeAll(async () => {
    const due = () =>
      product.query("select 1 from publications where state = 'live' and take_down_on < '2098-12-31'");
    while ((await due()).length > 0) await takeDown('2098-12-31');
  });

  test('a decision is taken down the day after its last day, with the reason, by the standing order of its owner', async () => {
    const documentId = await documents.make('published', { ...decision, takeDownOn: '2099-03-01' });
    expect(await takeDown('2099-03-01')).toBe(0);
    expect((await get(`/publications/${documentId}`)).status).toBe(200);
    expect(await takeDown('2099-03-02')).toBe(1);
    expect(await get(`/publications/${documentId}`)).toMatchObject({
      status: 410,
      body: { error: { details: { reason: '公示期届满（截至2099-03-01）', orderedBy: null } } },
    });
    const [entry] = await product.query<{ actor: { name: string; department: string } }>(
      "select actor from audit_entries where document_id = $1 and verb = 'withdraw'",
      [documentId],
    );
    expect(entry?.actor).toMatchObject({ name: '到期撤下', department: 'housing-construction' });
  });

  test('is taken down once, however many instances look at the same time', async () => {
    const documentId = await documents.make('published', { ...decision, takeDownOn: '2099-04-01' });
    const done = await Promise.all(Array.from({ length: 5 }, () => takeDown('2099-04-02')));
    expect(done.reduce((sum, one) => sum + one, 0)).toBe(1);
    const rows = await product.query(
      "select outcome from audit_entries where document_id = $1 and verb = 'withdraw'",
      [documentId],
    );
    expect(rows).toEqual([{ outcome: 'done' }]);
  });

  test('a notice whose last day has passed is read, found and filtered as 失效, and stays reachable', async () => {
    const over = await documents.make('published', {
      kind: 'notice',
      validity: '有效',
      validUntil: '2026-11-02',
    });
    const current = await documents.make('published', {
      kind: 'notice',
      validity: '有效',
      validUntil: '2099-01-01',
    });
    expect((await get(`/publications/${over}`)).body.data.validity).toBe('失效');
    expect((await get(`/publications/${current}`)).body.data.validity).toBe('有效');
    const found = async (validity: string) =>
      (await get(`/publications?validity=${encodeURIComponent(validity)}&limit=100`)).body.data.map(
        ({ documentId }: { documentId: string }) => documentId,
      );
    expect(await found('失效')).toContain(over);
    expect(await found('失效')).not.toContain(current);
    expect(await found('有效')).toContain(current);
    expect(await found('有效')).not.toContain(over);
  });
});

describe('公共企事业单位', () => {
  const UNIT = 'test-waterworks';
  const REGULATOR = 'urban-management';
  let project: string;

  beforeAll(async () => {
    const { runAs } =
      engine<typeof import('../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
    await runAs({ kind: 'system', name: 'test-office' }, async () => {
      await product.strapi.documents('plugin::disclosure.department' as never).create({
        data: { code: UNIT, name: '测试自来水公司', kind: 'public-unit', regulator: REGULATOR },
      } as never);
      await product.strapi.documents('plugin::disclosure.responsibility' as never).create({
        data: { department: UNIT, scope: `major-construction-projects/${documents.project}/completion` },
      } as never);
    });
    project = documents.project;
  });

  test('enters and publishes itself, and its regulator alone reviews, down to the database', async () => {
    const unit = await memberWith(UNIT, ['editor', 'reviewer', 'publisher']);
    const regulator = await memberWith(REGULATOR, ['reviewer', 'publisher']);
    const stranger = await memberWith('finance', ['reviewer', 'publisher']);
    const { documentId } = await act(product.strapi, unit, {
      verb: 'create',
      uid: RECORD,
      data: documents.values({ project }),
    });
    await by(unit, 'submit', documentId);
    const colleague = await memberWith(UNIT, ['reviewer']);
    await expect(by(colleague, 'approve', documentId)).rejects.toMatchObject({ code: 'DUTY_REQUIRED' });
    await expect(by(stranger, 'approve', documentId)).rejects.toMatchObject({ code: 'NOT_OWNER' });
    await by(regulator, 'return', documentId, { input: { reason: '请补充水质检测数据' } });
    await by(unit, 'submit', documentId);
    await by(regulator, 'approve', documentId);
    await expect(by(regulator, 'publish', documentId)).rejects.toMatchObject({ code: 'NOT_OWNER' });
    await by(unit, 'publish', documentId);
    expect((await get(`/publications/${documentId}`)).body.data).toMatchObject({
      owner: UNIT,
      ownerName: '测试自来水公司',
    });
  });
});
