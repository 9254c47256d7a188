import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { DisclosureError } from '../errors';

/** Where a page ended: the sort value and the id of its last row, bound to the list it belongs to. */
export type Position = { value: string; id: string };

const schema = z.tuple([z.string().max(40), z.string().max(64), z.string().length(12)]);

/** Stands for a list: its filters and order. */
export const listKey = (list: unknown): string =>
  createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 12);

/** Only this installation can make it: a value that was changed would reach the database as it is. */
const seal = ({ value, id }: Position, key: string): string =>
  createHmac('sha256', process.env.APP_KEYS ?? '')
    .update(JSON.stringify([key, value, id]))
    .digest('base64url')
    .slice(0, 12);

export const encodeCursor = (position: Position, key: string): string =>
  Buffer.from(JSON.stringify([position.value, position.id, seal(position, key)])).toString('base64url');

/** @throws DisclosureError INVALID_CURSOR for a cursor of another list, or one that was tampered with */
export function decodeCursor(cursor: string, key: string): Position {
  try {
    const [value, id, own] = schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (own === seal({ value, id }, key)) return { value, id };
  } catch {
    // not a cursor: refused below
  }
  throw new DisclosureError('INVALID_CURSOR');
}
