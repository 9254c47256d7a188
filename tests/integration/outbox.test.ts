/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { act, type Documents, documentsOf } from './helpers/documents';
import { engine } from './helpers/native';
import { settled } from './helpers/notices';
import { type Product, startProduct } from './helpers/product';
import { until } from './helpers/schedules';

/** What follows from a change is done, at least once, by whichever instance comes to it. */
type Subscriptions = typeof import('../../src/plugins/disclosure/server/outbox/subscriptions');
type Event = import('../../src/plugins/disclosure/server/outbox/subscriptions').OutboxEvent;
type Transaction = import('../../src/plugins/disclosure/server/types').Transaction;

let product: Product;
let documents: Documents;
let behave: (event: Event, trx: Transaction) => Promise<void> = async () => undefined;
const heard: Event[] = [];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  await settled(product);
  await product.query('create table effects (outbox_id bigint)');
  engine<Subscriptions>('outbox/subscriptions').subscribe(product.strapi, {
    name: 'test-subscriber',
    topics: ['publication.published', 'publication.withdrawn'],
    handle: async (event, trx) => {
      heard.push(event);
      await behave(event, trx);
    },
  });
});
afterAll(() => product.stop());
beforeEach(() => {
  heard.length = 0;
  behave = async () => undefined;
});

const deliverDue = () =>
  engine<typeof import('../../src/plugins/disclosure/server/outbox/deliver')>('outbox/deliver').deliverDue(
    product.strapi,
  );
const queue = () =>
  product.query<{
    attempts: number;
    last_error: string | null;
    set_aside_at: Date | null;
    outbox_id: string;
  }>("select * from outbox_deliveries where subscriber = 'test-subscriber'");
/** Lets what waits for its next try be tried now. */
const hurry = () => product.query('update outbox_deliveries set next_try_at = now()');
const publish = async () => {
  const documentId = await documents.make('approved');
  await act(product.strapi, documents.reviewer, { verb: 'publish', documentId });
  return documentId;
};
const effect = async ({ id }: Event, trx: Transaction) => {
  await trx('effects').insert({ outbox_id: id });
};

test('a subscriber hears of its topics alone, within a moment, with who did it', async () => {
  const documentId = await publish();
  await until('the event', async () => heard.length > 0);
  await settled(product);
  expect(Math.abs(Number(heard[0]?.createdAt) - Date.now())).toBeLessThan(60_000);
  expect(heard).toEqual([
    {
      id: expect.any(Number),
      topic: 'publication.published',
      documentId,
      createdAt: expect.anything(),
      payload: expect.objectContaining({
        type: 'plugin::major-construction-projects.record',
        owner: 'housing-construction',
        editionNo: 1,
        by: expect.objectContaining({ personId: documents.reviewer.personId }),
      }),
    },
  ]);
  expect(await queue()).toEqual([]);
});

test('what a handler writes is undone when it fails, and it is tried again later', async () => {
  let fails = 2;
  behave = async (event, trx) => {
    await effect(event, trx);
    if (fails-- > 0) throw new Error('the other side is away');
  };
  await publish();
  await until('the first failure', async () => (await queue())[0]?.attempts === 1);
  expect((await queue())[0]).toMatchObject({
    last_error: 'Error: the other side is away',
    set_aside_at: null,
  });
  for (let i = 0; i < 3; i++) {
    await hurry();
    await deliverDue();
  }
  await settled(product);
  expect(heard).toHaveLength(3);
  const rows = await product.query('select 1 from effects where outbox_id = $1', [heard[0]?.id]);
  expect(rows).toHaveLength(1);
});

test('a crash between the handler and the commit leaves the delivery to the next one', async () => {
  let pid = 0;
  behave = async (event, trx) => {
    await effect(event, trx);
    if (heard.length > 1) return;
    const { rows } = await trx.raw('select pg_backend_pid() as pid');
    pid = rows[0].pid;
    // the connection dies under it, as with kill -9
    await product.query('select pg_terminate_backend($1)', [pid]);
    await new Promise((resolve) => setTimeout(resolve, 100));
  };
  await publish();
  await until('the crash', async () => heard.length > 0);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await hurry();
  await deliverDue();
  await settled(product);
  expect(heard.length).toBeGreaterThanOrEqual(2);
  expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  expect(await product.query('select 1 from effects where outbox_id = $1', [heard[0]?.id])).toHaveLength(1);
});

test('several consumers share the queue: each delivery goes to one of them', async () => {
  behave = effect;
  const ids = await Promise.all(Array.from({ length: 8 }, () => documents.make('approved')));
  await product.strapi.db.transaction(async () => {
    for (const documentId of ids)
      await act(product.strapi, documents.reviewer, { verb: 'publish', documentId });
  });
  await Promise.all([deliverDue(), deliverDue(), deliverDue()]);
  await settled(product);
  const rows = await product.query<{ n: number }>(
    `select count(*)::int as n from effects where outbox_id in (
       select id from outbox where topic = 'publication.published' and document_id = any($1)
     ) group by outbox_id`,
    [ids],
  );
  expect(rows.map(({ n }) => n)).toEqual(Array(8).fill(1));
});

test('what can never be delivered is set aside, and holds nothing else up', async () => {
  behave = async () => {
    throw new Error('poison');
  };
  const poison = await publish();
  await until('the first failure', async () => (await queue()).length > 0);
  for (let i = 0; i < 13; i++) {
    await hurry();
    await deliverDue();
  }
  const [aside] = await queue();
  expect(aside?.set_aside_at).not.toBeNull();
  behave = async () => undefined;
  heard.length = 0;
  const next = await publish();
  await until('the next event', async () => heard.some(({ documentId }) => documentId === next));
  expect(heard.some(({ documentId }) => documentId === poison)).toBe(false);
});

test('what nobody subscribes to waits nowhere', async () => {
  const documentId = await documents.make('scheduled');
  const waiting = await product.query(
    "select 1 from outbox_deliveries d join outbox o on o.id = d.outbox_id where o.document_id = $1 and o.topic = 'document.scheduled'",
    [documentId],
  );
  expect(waiting).toEqual([]);
});

test('old events go, those set aside stay', async () => {
  const { sweepOutbox } =
    engine<typeof import('../../src/plugins/disclosure/server/outbox/sweep')>('outbox/sweep');
  await product.query("update outbox set created_at = now() - interval '31 days'");
  await sweepOutbox(product.strapi);
  const rows = await product.query<{ id: string }>('select id from outbox');
  expect(rows.map(({ id }) => id)).toEqual((await queue()).map(({ outbox_id }) => outbox_id));
});
