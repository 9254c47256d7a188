import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import { perform } from '../../../disclosure/server/gate/perform';
import { runAs } from '../../../disclosure/server/gate/storage';
import type { DocumentUid, Member, Values, VerbName } from '../../../disclosure/server/types';
import type { Target } from '../types';

/** Who enters; and who reviews and publishes, where it is to be published. */
export type People = { editor: Member; reviewer: Member | null };

type Step = [VerbName, keyof People];

/** The verbs that bring a new draft to where it shall be, and who uses them. */
const STEPS: Record<Target, Step[]> = {
  draft: [],
  submitted: [['submit', 'editor']],
  published: [
    ['submit', 'editor'],
    ['approve', 'reviewer'],
    ['publish', 'reviewer'],
  ],
};

/**
 * Makes a document and brings it as far as it shall come, each step through the gate by the person whose it is.
 * Inside the caller's transaction: all of it or nothing.
 *
 * @returns its documentId
 * @throws DisclosureError of the gate; NEEDS_SECOND_REVIEWER where nobody is named who may publish
 */
export async function enterDocument(
  strapi: Core.Strapi,
  people: People,
  document: { uid: DocumentUid; values: Values; target: Target },
): Promise<string> {
  const { uid, values, target } = document;
  const { documentId } = await as(people, 'editor', () =>
    perform(strapi, { verb: 'create', uid, data: values }),
  );
  for (const [verb, who] of STEPS[target])
    await as(people, who, () => perform(strapi, { verb, uid, documentId }));
  return documentId;
}

function as<T>(people: People, who: keyof People, work: () => Promise<T>): Promise<T> {
  const member = people[who];
  if (!member) throw new DisclosureError('NEEDS_SECOND_REVIEWER', '没有指定审核人员，不能发布');
  return runAs(member, work);
}
