/** @jest-environment ./tests/integration/helpers/environment.cjs */
import type { Member, VerbInput, VerbName } from '../../src/plugins/disclosure/server/types';
import { VERB_TABLE } from '../../src/plugins/disclosure/server/verbs';
import {
  act,
  type Documents,
  documentsOf,
  IN_AN_HOUR,
  RECORD,
  STANDINGS,
  type Standing,
} from './helpers/documents';
import { demoMember } from './helpers/people';
import { type Product, startProduct } from './helpers/product';
import { expectRefusal } from './helpers/witness';

type DocumentVerb = Exclude<VerbName, 'create'>;

/** Where the document stands afterwards; a standing that is not named refuses the verb. */
const EXPECTED: Record<DocumentVerb, Partial<Record<Standing, string>>> = {
  edit: {
    draft: 'draft',
    returned: 'returned',
    'draft, live': 'draft, live',
    'returned, live': 'returned, live',
    'draft, once withdrawn': 'draft',
  },
  // what was public once is never deleted: its number, its history and its tombstone stay
  delete: { draft: 'gone', returned: 'gone' },
  discard: { 'draft, live': 'published, live', 'returned, live': 'published, live' },
  submit: {
    draft: 'submitted',
    returned: 'submitted',
    'draft, live': 'submitted, live',
    'returned, live': 'submitted, live',
    'draft, once withdrawn': 'submitted',
  },
  return: {
    submitted: 'returned',
    approved: 'returned',
    scheduled: 'returned',
    'submitted, live': 'returned, live',
    'approved, live': 'returned, live',
    'scheduled, live': 'returned, live',
  },
  approve: { submitted: 'approved', 'submitted, live': 'approved, live' },
  expedite: {
    draft: 'published, live',
    submitted: 'published, live',
    returned: 'published, live',
    'draft, live': 'published, live',
    'submitted, live': 'published, live',
    'returned, live': 'published, live',
    'draft, once withdrawn': 'published, live',
  },
  ratify: { 'published in urgency': 'published, live' },
  publish: {
    approved: 'published, live',
    scheduled: 'published, live',
    'approved, live': 'published, live',
    'scheduled, live': 'published, live',
  },
  schedule: { approved: 'scheduled', 'approved, live': 'scheduled, live' },
  unschedule: { scheduled: 'approved', 'scheduled, live': 'approved, live' },
  withdraw: {
    published: 'withdrawn',
    'published in urgency': 'withdrawn',
    'draft, live': 'withdrawn',
    'submitted, live': 'withdrawn',
    'returned, live': 'withdrawn',
    'approved, live': 'withdrawn',
    'scheduled, live': 'withdrawn',
  },
  correct: { published: 'draft, live', 'published in urgency': 'draft, live', withdrawn: 'draft' },
  restore: {
    draft: 'draft',
    returned: 'draft',
    published: 'draft, live',
    'published in urgency': 'draft, live',
    withdrawn: 'draft',
    'draft, live': 'draft, live',
    'returned, live': 'draft, live',
    'draft, once withdrawn': 'draft',
  },
  transfer: Object.fromEntries(STANDINGS.map((standing) => [standing, unchanged(standing)])) as Record<
    Standing,
    string
  >,
  clone: Object.fromEntries(STANDINGS.map((standing) => [standing, unchanged(standing)])) as Record<
    Standing,
    string
  >,
};

function unchanged(standing: Standing): string {
  if (standing === 'published' || standing === 'published in urgency') return 'published, live';
  return standing === 'draft, once withdrawn' ? 'draft' : standing;
}

let product: Product;
let documents: Documents;
let people: Record<DocumentVerb, Member>;

beforeAll(async () => {
  product = await startProduct();
  documents = await documentsOf(product);
  const { editor, reviewer } = documents;
  const supervisor = await demoMember(product.strapi, 'office-supervisor');
  people = {
    edit: editor,
    delete: editor,
    discard: editor,
    submit: editor,
    correct: editor,
    restore: editor,
    clone: editor,
    return: reviewer,
    approve: reviewer,
    publish: reviewer,
    schedule: reviewer,
    unschedule: reviewer,
    expedite: reviewer,
    ratify: { ...reviewer, personId: 'a third person' },
    withdraw: reviewer,
    transfer: supervisor,
  };
});
afterAll(() => product.stop());

/** What a verb needs besides its reason. */
const MORE: Partial<Record<VerbName, VerbInput>> = {
  transfer: { department: 'audit' },
  restore: { draftVersion: 1 },
  schedule: IN_AN_HOUR,
};

/** An earlier text of the working copy, as an edit keeps it. */
const keepEarlierText = (documentId: string) =>
  product.query(
    `insert into draft_versions (document_id, version, since, type, contributors, content, kept)
     values ($1, 1, 1, $2, '[]', $3, false)`,
    [documentId, RECORD, JSON.stringify(documents.values({ title: '以前的标题' }))],
  );

/** State of the working copy, and whether the public sees a publication: from the tables themselves. */
async function standingOf(documentId: string): Promise<string> {
  const [row] = await product.query<{ state: string | null; live: boolean; published: boolean }>(
    `select (select state from major_construction_projects_records where document_id = $1 and published_at is null) as state,
            exists (select from publications where document_id = $1 and state = 'live') as live,
            exists (select from major_construction_projects_records where document_id = $1 and published_at is not null) as published`,
    [documentId],
  );
  expect(row?.published).toBe(row?.live);
  return row?.state ? `${row.state}${row.live ? ', live' : ''}` : 'gone';
}

test('every verb of the transition table has its expectations', () => {
  expect(Object.keys(VERB_TABLE).sort()).toEqual([...Object.keys(EXPECTED), 'create'].sort());
});

describe.each(Object.keys(EXPECTED) as DocumentVerb[])('%s', (verb) => {
  const attempt = (documentId: string) =>
    act(product.strapi, people[verb], {
      uid: RECORD,
      verb,
      documentId,
      ...(verb === 'edit' ? { data: { title: '修改后的标题' } } : {}),
      input: { reason: '按规定办理', ...MORE[verb] },
    });

  test.each(STANDINGS)('of a document that is: %s', async (standing) => {
    const documentId = await documents.make(standing);
    const expected = EXPECTED[verb][standing];
    if (verb === 'restore') await keepEarlierText(documentId);
    if (expected) {
      await attempt(documentId);
      expect(await standingOf(documentId)).toBe(expected);
      return;
    }
    const before = await standingOf(documentId);
    await expectRefusal(product.query, 'INVALID_TRANSITION', () =>
      expect(attempt(documentId)).rejects.toMatchObject({ status: 409, code: 'INVALID_TRANSITION' }),
    );
    expect(await standingOf(documentId)).toBe(before);
  });
});
