/** @jest-environment ./tests/integration/helpers/environment.cjs */
import { Client } from 'pg';
import type { VerbName } from '../../src/plugins/disclosure/server/types';
import { act, type Documents, documentsOf, IN_AN_HOUR, type Standing } from './helpers/documents';
import { demoMember } from './helpers/people';
import { type Product, startProduct } from './helpers/product';

/** Other systems and instances hear of what changed for the public: after the commit, and of nothing else. */
let product: Product;
let documents: Documents;
let listener: Client;
const heard: { topic: string; documentId: string; domain: string }[] = [];

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  listener = new Client({ connectionString: product.databaseUrl });
  await listener.connect();
  listener.on('notification', ({ payload }) => heard.push(JSON.parse(payload ?? 'null')));
  await listener.query('listen disclosure');
});
afterAll(async () => {
  await listener.end();
  await product.stop();
});

type Outbox = { topic: string; document_id: string };

async function announcedBy(work: (documentId: string) => Promise<unknown>, standing: Standing) {
  const documentId = await documents.make(standing);
  const [last] = await product.query<{ id: string }>('select coalesce(max(id), 0) as id from outbox');
  await listener.query('select 1');
  heard.length = 0;
  await work(documentId);
  // what the desk alone is told is no announcement to the public
  const waiting = await product.query<Outbox>(
    "select * from outbox where id > $1 and topic like 'publication.%' order by id",
    [last?.id],
  );
  await listener.query('select 1');
  return { documentId, waiting, heard: [...heard] };
}

const using =
  (verb: VerbName, more = {}) =>
  async (documentId: string) => {
    const people = {
      transfer: 'office-supervisor',
      publish: 'housing-construction-reviewer',
      schedule: 'housing-construction-reviewer',
      withdraw: 'housing-construction-reviewer',
    };
    const who = people[verb as keyof typeof people] ?? 'housing-construction-editor';
    return act(product.strapi, await demoMember(product.strapi, who), { verb, documentId, ...more });
  };

test.each<[VerbName, Standing, string, object]>([
  ['publish', 'approved', 'publication.published', {}],
  ['publish', 'approved, live', 'publication.published', {}],
  ['withdraw', 'published', 'publication.withdrawn', { input: { reason: '有误' } }],
  [
    'transfer',
    'published',
    'publication.transferred',
    { input: { reason: '机构改革', department: 'audit' } },
  ],
])(
  '%s of a document that is %s waits in the outbox and is heard at once: %s',
  async (verb, standing, topic, more) => {
    const { documentId, waiting, heard: told } = await announcedBy(using(verb, more), standing);
    expect(waiting).toEqual([expect.objectContaining({ topic, document_id: documentId })]);
    expect(told).toEqual([{ topic, documentId, domain: 'major-construction-projects' }]);
  },
);

test.each<[VerbName, Standing, object]>([
  ['edit', 'draft', { data: { title: '改过' } }],
  ['submit', 'draft', {}],
  ['schedule', 'approved', { input: IN_AN_HOUR }],
  ['correct', 'published', {}],
  ['discard', 'draft, live', {}],
  ['delete', 'draft', {}],
  ['transfer', 'draft', { input: { reason: '机构改革', department: 'audit' } }],
])(
  '%s of a document that is %s changes nothing for the public and is not announced',
  async (verb, standing, more) => {
    const { waiting, heard: told } = await announcedBy(using(verb, more), standing);
    expect({ waiting, told }).toEqual({ waiting: [], told: [] });
  },
);

test('what was refused is not announced', async () => {
  const refused = async (documentId: string) => expect(using('publish')(documentId)).rejects.toThrow();
  const { waiting, heard: told } = await announcedBy(refused, 'draft');
  expect({ waiting, told }).toEqual({ waiting: [], told: [] });
});

test('nor is what is undone at the end: a larger transaction that fails takes it along', async () => {
  const undone = (documentId: string) =>
    expect(
      product.strapi.db.transaction(async () => {
        await using('publish')(documentId);
        throw new Error('something later fails');
      }),
    ).rejects.toThrow('something later fails');
  const { documentId, waiting, heard: told } = await announcedBy(undone, 'approved');
  expect({ waiting, told }).toEqual({ waiting: [], told: [] });
  expect(await product.query('select * from publications where document_id = $1', [documentId])).toEqual([]);
});
