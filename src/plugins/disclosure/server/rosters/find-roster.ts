import type { Knex } from 'knex';
import { DisclosureError } from '../errors';
import { requireLive } from '../http/require-live';
import { findPublication } from '../read-model/find-publication';
import type { PublicRoster } from './describe';

/**
 * The roster that is public with a document: one row, one statement.
 *
 * @throws DisclosureError NOT_FOUND where there is none, WITHDRAWN where it is no longer public
 */
export async function findPublicRoster(
  knex: Knex,
  documentId: string,
): Promise<{ roster: PublicRoster; title: string }> {
  const found = requireLive(await findPublication(knex, documentId));
  const roster = found.publication.roster as PublicRoster | null | undefined;
  if (!roster) throw new DisclosureError('NOT_FOUND', '这条信息没有名单');
  return { roster, title: String(found.publication.title) };
}
