/** @jest-environment ./tests/integration/helpers/environment.cjs */

import { VERBS, type VerbName } from '../../src/plugins/disclosure/server/types';
import { type Cast, gatherCast, OWNER, ROLES, type Role, WAYS_IN } from './helpers/cast';
import { type Documents, documentsOf, type Standing } from './helpers/documents';
import { DOORS, type Door } from './helpers/doors';
import { graphqlDoor } from './helpers/graphql-door';
import type { Credentials } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { auditSince, expectRefusal, lastSeq } from './helpers/witness';

/** Where the document stands when the verb is tried: always where the state allows it. */
const STANDING: Record<Exclude<VerbName, 'create'>, Standing> = {
  edit: 'draft',
  delete: 'draft',
  submit: 'draft',
  return: 'submitted',
  approve: 'submitted',
  publish: 'approved',
  schedule: 'approved',
  unschedule: 'scheduled',
  expedite: 'draft',
  ratify: 'published in urgency',
  withdraw: 'published',
  correct: 'published',
  restore: 'published',
  transfer: 'published',
  discard: 'draft, live',
  clone: 'published',
};

const row = (create: string, edit: string, more: Partial<Record<VerbName, string>> = {}) =>
  Object.fromEntries(
    VERBS.map((verb) => [verb, more[verb] ?? (verb === 'create' ? create : edit)]),
  ) as Record<VerbName, string>;
const only = (
  allowed: readonly VerbName[],
  otherwise: string,
  more: Partial<Record<VerbName, string>> = {},
) => row(otherwise, otherwise, { ...Object.fromEntries(allowed.map((verb) => [verb, 'done'])), ...more });

const EDITOR = ['create', 'edit', 'delete', 'submit', 'correct', 'restore', 'discard', 'clone'] as const;
const NO_ACTOR = row('NO_ACTOR', 'NO_ACTOR');

/** 谁公开谁负责 (条例第十条), 审核 by a second person (条例第十七条): what each role may do with a document of the owner. */
const EXPECTED: Record<Role, Record<VerbName, string>> = {
  anonymous: NO_ACTOR,
  'API user without a department': NO_ACTOR,
  'API user without role and department': NO_ACTOR,
  'panel user without a department': NO_ACTOR,
  'full-access token without a department': NO_ACTOR,
  'inactive member of the owner': NO_ACTOR,
  'super admin of the panel': NO_ACTOR,
  'owner editor': only(EDITOR, 'DUTY_REQUIRED', {
    approve: 'NEEDS_SECOND_REVIEWER',
    ratify: 'NEEDS_SECOND_REVIEWER',
  }),
  'token of the owner (editor)': only(EDITOR, 'DUTY_REQUIRED'),
  'owner reviewer and publisher': only(
    [...EDITOR, 'return', 'approve', 'publish', 'schedule', 'unschedule', 'expedite', 'withdraw'],
    'DUTY_REQUIRED',
    // she published it in urgency herself
    { ratify: 'NEEDS_SECOND_REVIEWER' },
  ),
  'owner reviewer only': only(['return', 'approve', 'ratify'], 'DUTY_REQUIRED'),
  'owner publisher only': only(
    ['publish', 'schedule', 'unschedule', 'expedite', 'withdraw'],
    'DUTY_REQUIRED',
  ),
  'editor of another responsible department': row('done', 'NOT_OWNER'),
  'reviewer of another responsible department': row('done', 'NOT_OWNER'),
  'editor of a department not responsible': row('NOT_RESPONSIBLE', 'NOT_OWNER'),
  'reviewer of a department not responsible': row('NOT_RESPONSIBLE', 'NOT_OWNER'),
  'office supervisor': row('NOT_RESPONSIBLE', 'NOT_OWNER', { withdraw: 'done', transfer: 'done' }),
};

/** These doors cannot carry a reason: whoever may withdraw is asked for one. */
const WITHOUT_REASON = new Set([
  "the panel's own endpoints",
  "the panel's bulk endpoints",
  'the document service',
]);

function expectedCode(role: Role, verb: VerbName, door: Door): string {
  const code = EXPECTED[role][verb];
  return verb === 'withdraw' && code === 'done' && WITHOUT_REASON.has(door.name) ? 'REASON_REQUIRED' : code;
}

const STATUS: Record<string, readonly (number | null)[]> = {
  NO_ACTOR: [401, 403],
  NOT_RESPONSIBLE: [403],
  NOT_OWNER: [403],
  NEEDS_SECOND_REVIEWER: [403],
  DUTY_REQUIRED: [403],
  REASON_REQUIRED: [400],
};

let product: Product;
let documents: Documents;
let cast: Cast;
/** Documents that a refusal leaves as they are serve the next attempt, too. */
const kept = new Map<Standing, string>();

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product, OWNER);
  cast = await gatherCast(product);
});
afterAll(() => product.stop());

async function documentFor(verb: VerbName, spend: boolean): Promise<string> {
  if (verb === 'create') return '';
  const standing = STANDING[verb];
  const documentId = kept.get(standing) ?? (await documents.make(standing));
  if (spend) kept.delete(standing);
  else kept.set(standing, documentId);
  return documentId;
}

test('every role has been given', () => {
  expect(Object.keys(EXPECTED).sort()).toEqual([...ROLES].sort());
});

describe.each([...DOORS, graphqlDoor].map((door) => [door.name, door] as const))(
  'through %s',
  (_name, door) => {
    const wayIn = (role: Role) => door.for.find((way) => (WAYS_IN[role] as readonly string[]).includes(way));

    describe.each(ROLES.filter(wayIn))('%s', (role) => {
      test.each(Object.keys(door.verbs) as VerbName[])('%s', async (verb) => {
        const credentials = cast[role][wayIn(role) as 'api' | 'panel'] as Credentials;
        const expected = expectedCode(role, verb, door);
        const attempt = {
          documentId: await documentFor(verb, expected === 'done'),
          values: documents.values(),
        };
        const run = () => door.verbs[verb]?.(product, credentials, attempt);
        if (expected === 'done') {
          const seq = await lastSeq(product.query);
          expect(await run()).toMatchObject({ code: 'done' });
          const entries = await auditSince(product.query, seq);
          expect(entries).toEqual([expect.objectContaining({ verb, outcome: 'done', code: null })]);
          return;
        }
        const outcome = await expectRefusal(product.query, expected, async () => {
          const answer = await run();
          expect(answer).toMatchObject({ code: expected });
          return answer;
        });
        expect(STATUS[expected]).toContain(outcome?.status ?? null);
      });
    });
  },
);
