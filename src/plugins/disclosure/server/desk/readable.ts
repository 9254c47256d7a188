import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../domain/registry';
import { refuse, toError } from '../errors';
import { resolveActor } from '../gate/actor';
import { loadSubject, loadWorkingCopy } from '../gate/working-copy';
import { isMember, mayRead } from '../rules/ownership';
import type { Administrator, Member, Subject, Values } from '../types';

/** A working copy, for somebody who may see it. */
export type Readable = {
  actor: Member | Administrator;
  draft: Values;
  subject: Subject;
  hasFiles: boolean;
};

/**
 * The working copy of a document, where the signed-in person may see it: her department owns or reviews it,
 * or she looks at the whole district.
 *
 * @throws DisclosureError NO_ACTOR, NOT_FOUND, NOT_OWNER
 */
export async function loadReadable(
  strapi: Core.Strapi,
  type: RegisteredType,
  documentId: string,
): Promise<Readable> {
  const actor = await resolveActor(strapi);
  if (!isMember(actor) && actor?.kind !== 'administrator') throw toError(refuse('NO_ACTOR'));
  const draft = await loadWorkingCopy(strapi, type.uid, documentId);
  if (!draft) throw toError(refuse('NOT_FOUND'));
  const { subject, hasFiles } = await loadSubject(strapi, type, draft);
  if (isMember(actor) && !mayRead(actor, subject)) throw toError(refuse('NOT_OWNER'));
  return { actor, draft, subject, hasFiles };
}
