import type { Core } from '@strapi/strapi';
import { isResponsibleFor } from '../access/department-types';
import { loadReadable } from '../desk/readable';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError, refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { scopesOf } from '../reference-data/responsibilities';
import { decide } from '../rules/decide';
import { isMember } from '../rules/ownership';
import type { Member } from '../types';
import { VERB_TABLE } from '../verbs';
import { isNewKey } from './input';

/** The signed-in person, who must belong to a department. @throws DisclosureError NO_ACTOR */
export async function signedIn(strapi: Core.Strapi): Promise<Member> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor)) throw toError(refuse('NO_ACTOR'));
  return actor;
}

/**
 * Sees that the person may edit the document, or may create an entry of the type: by the rules of the gate,
 * but for its version and state, because what she typed while a colleague saved or submitted it must not be
 * lost either.
 *
 * @param key documentId, or the key of a new entry
 * @throws DisclosureError as the gate refuses an edit or a create
 */
export async function assertMayType(strapi: Core.Strapi, type: RegisteredType, key: string): Promise<Member> {
  const member = await signedIn(strapi);
  if (isNewKey(key)) {
    await assertMayCreate(strapi, type, member);
    return member;
  }
  const { subject } = await loadReadable(strapi, type, key);
  const refusal = decide({
    transition: VERB_TABLE.edit,
    actor: member,
    subject: { ...subject, state: 'draft' },
    input: {},
    responsible: [],
  });
  if (refusal) throw toError(refusal);
  return member;
}

async function assertMayCreate(strapi: Core.Strapi, type: RegisteredType, member: Member): Promise<void> {
  if (!member.duties.includes(VERB_TABLE.create.duty)) throw new DisclosureError('DUTY_REQUIRED');
  if (!isResponsibleFor(type, await scopesOf(strapi, member.department))) {
    throw new DisclosureError('NOT_RESPONSIBLE');
  }
}
