import { refuse, toError } from '../errors';
import { findResponsible } from '../reference-data/responsibilities';
import type { Values } from '../types';
import type { VerbContext } from '../verbs/verb';

/**
 * A change may take a document to another row or class only where its department is responsible for that
 * as well.
 *
 * @throws DisclosureError NOT_RESPONSIBLE
 */
export async function assertStaysResponsible(
  { strapi, type, draft, subject, actor }: VerbContext,
  data: Values,
): Promise<void> {
  const scope = type.manifest.scopeOf({ ...draft, ...data });
  if (scope === subject.scope) return;
  await assertResponsible(strapi, scope, actor.department);
}

/** @throws DisclosureError NOT_RESPONSIBLE */
export async function assertResponsible(
  strapi: VerbContext['strapi'],
  scope: string | null,
  department: string,
): Promise<void> {
  const responsible = await findResponsible(strapi, scope);
  if (!responsible.includes(department)) throw toError(refuse('NOT_RESPONSIBLE'));
}
