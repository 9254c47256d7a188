import type { Core } from '@strapi/strapi';
import type {
  DocumentUid,
  Member,
  Values,
  VerbInput,
  VerbName,
} from '../../../src/plugins/disclosure/server/types';
import { engine } from './native';
import { demoMember } from './people';
import type { Product } from './product';

export const RECORD = 'plugin::major-construction-projects.record' as DocumentUid;
export const PROJECT = 'plugin::major-construction-projects.project' as DocumentUid;

/** Standing of a document: the state of its working copy, and what the public has of it. */
export const STANDINGS = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'published in urgency',
  'withdrawn',
  'draft, live',
  'submitted, live',
  'returned, live',
  'approved, live',
  'scheduled, live',
  'draft, once withdrawn',
] as const;
export type Standing = (typeof STANDINGS)[number];

type Step = [VerbName, 'editor' | 'reviewer', VerbInput?];
const REASON = { reason: '测试用的理由' };
const TO_PUBLISHED: Step[] = [
  ['submit', 'editor'],
  ['approve', 'reviewer'],
  ['publish', 'reviewer'],
];
/** An hour from when the tests began. */
export const IN_AN_HOUR = { publishAt: new Date(Date.now() + 3_600_000).toISOString() };
const TO_SCHEDULED: Step[] = [
  ['submit', 'editor'],
  ['approve', 'reviewer'],
  ['schedule', 'reviewer', IN_AN_HOUR],
];
const REOPEN: Step = ['correct', 'editor', REASON];

/** The steps that bring a new draft to a standing. */
const STEPS: Record<Standing, Step[]> = {
  draft: [],
  submitted: [['submit', 'editor']],
  returned: [
    ['submit', 'editor'],
    ['return', 'reviewer', REASON],
  ],
  approved: [
    ['submit', 'editor'],
    ['approve', 'reviewer'],
  ],
  scheduled: TO_SCHEDULED,
  published: TO_PUBLISHED,
  'published in urgency': [['expedite', 'reviewer', REASON]],
  withdrawn: [...TO_PUBLISHED, ['withdraw', 'reviewer', REASON]],
  'draft, live': [...TO_PUBLISHED, REOPEN],
  'submitted, live': [...TO_PUBLISHED, REOPEN, ['submit', 'editor']],
  'returned, live': [...TO_PUBLISHED, REOPEN, ['submit', 'editor'], ['return', 'reviewer', REASON]],
  'approved, live': [...TO_PUBLISHED, REOPEN, ['submit', 'editor'], ['approve', 'reviewer']],
  'scheduled, live': [...TO_PUBLISHED, REOPEN, ...TO_SCHEDULED],
  'draft, once withdrawn': [...TO_PUBLISHED, ['withdraw', 'reviewer', REASON], REOPEN],
};

export type Act = {
  verb: VerbName;
  documentId?: string;
  data?: Values;
  input?: VerbInput;
  uid?: DocumentUid;
};

/** Uses a verb in the name of a member, as a job does. */
export function act(strapi: Core.Strapi, actor: Member, { uid = RECORD, ...request }: Act) {
  const { perform } =
    engine<typeof import('../../../src/plugins/disclosure/server/gate/perform')>('gate/perform');
  const { runAs } =
    engine<typeof import('../../../src/plugins/disclosure/server/gate/storage')>('gate/storage');
  return runAs(actor, () => perform(strapi, { uid, ...request }));
}

/** The published demo project whose classes all have a responsible department. */
export async function demoProject({ query }: Pick<Product, 'query'>): Promise<string> {
  const [row] = await query<{ document_id: string }>(
    "select document_id from publications where kind = 'project' and state = 'live' order by published_at limit 1",
  );
  if (!row) throw new Error('The demo has no project');
  return row.document_id;
}

/** Values of a complete record of the class 竣工有关信息 (departments housing-construction, audit, finance). */
export const recordValues = (project: string, more: Values = {}): Values => ({
  title: '竣工验收备案表',
  project,
  item: 'MP8-03',
  kind: 'document',
  formedOn: '2026-11-02',
  body: '<p>竣工验收备案材料。</p>',
  ...more,
});

export type Documents = {
  editor: Member;
  reviewer: Member;
  project: string;
  values: (more?: Values) => Values;
  /** a new record of the department in the given standing */
  make: (standing: Standing, more?: Values) => Promise<string>;
};

/** Makes records of a department through the gate. */
export async function documentsOf(product: Product, department = 'housing-construction'): Promise<Documents> {
  const { strapi } = product;
  const editor = await demoMember(strapi, `${department}-editor`);
  const reviewer = await demoMember(strapi, `${department}-reviewer`);
  const project = await demoProject(product);
  const people = { editor, reviewer };
  const values = (more?: Values) => recordValues(project, more);
  return {
    editor,
    reviewer,
    project,
    values,
    async make(standing, more) {
      const { documentId } = await act(strapi, editor, { verb: 'create', data: values(more) });
      for (const [verb, who, input] of STEPS[standing])
        await act(strapi, people[who], { verb, documentId, input });
      return documentId;
    },
  };
}
