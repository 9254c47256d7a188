import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../errors';
import { resolveActor } from '../gate/actor';
import { isRecorded, recordRefusal } from '../gate/refusals';
import { nameUnstorable } from '../gate/unstorable';
import type { VerbName } from '../types';

/** What a mutation means to do. */
export type Attempt = { verb: VerbName; uid: string; documentId?: string | undefined };

const MAX_DOCUMENT_ID = 64;

/**
 * Runs a mutation. Every refused write is in the audit log, also one that never reached the gate.
 *
 * @throws DisclosureError
 */
export async function attempt<T>(
  strapi: Core.Strapi,
  { verb, uid, documentId }: Attempt,
  work: () => Promise<T>,
): Promise<T> {
  // longer than any, and too long for the index of the audit log
  const isReal = (documentId?.length ?? 0) <= MAX_DOCUMENT_ID;
  try {
    if (!isReal) throw new DisclosureError('NOT_FOUND');
    return await work();
  } catch (failure) {
    const error = nameUnstorable(failure);
    if (error instanceof DisclosureError) {
      await recordOnce(strapi, { verb, uid, documentId: isReal ? documentId : undefined }, error);
    }
    throw error;
  }
}

/** Writes a refusal to the audit log, unless the gate has done so. */
export async function recordOnce(
  strapi: Core.Strapi,
  { verb, uid, documentId }: Attempt,
  error: DisclosureError,
): Promise<void> {
  if (isRecorded(error)) return;
  const command = { verb, type: { uid }, documentId, input: {} };
  await recordRefusal(strapi, command, await resolveActor(strapi), null, error);
}
