import type { Knex } from 'knex';
import { DisclosureError } from '../../../disclosure/server/errors';
import { decodeCursor, encodeCursor, listKey } from '../../../disclosure/server/read-model/cursor';
import { lastPlace } from './changes';

/** The log is one list, whatever the format and the profile. */
const KEY = listKey('exchange');

export const cursorOf = (seq: number): string => encodeCursor({ value: String(seq), id: '' }, KEY);

/** @throws DisclosureError INVALID_CURSOR for a cursor of another list, or one that was tampered with */
export function placeOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const seq = Number(decodeCursor(cursor, KEY).value);
  if (Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw new DisclosureError('INVALID_CURSOR');
}

/**
 * Whoever has read further than the log goes holds what a restored backup has forgotten.
 *
 * @throws DisclosureError INVALID_CURSOR
 */
export async function assertWithinLog(knex: Knex, place: number): Promise<void> {
  if (place === 0 || place <= (await lastPlace(knex))) return;
  throw new DisclosureError(
    'INVALID_CURSOR',
    '游标在变更日志的末尾之后(数据库可能恢复过备份),请不带游标从头重新同步',
  );
}
