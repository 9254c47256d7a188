import { DisclosureError } from '../errors';
import type { Tombstone } from '../read-model/find-publication';

/** 410: the document was public; its tombstone says why and when it went, and what replaced it. */
export const withdrawnError = (tombstone: Tombstone): DisclosureError =>
  new DisclosureError('WITHDRAWN', `该信息已撤回：${tombstone.reason}`, { ...tombstone });
