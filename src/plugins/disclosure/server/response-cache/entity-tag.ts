import { createHash } from 'node:crypto';
import type { Encoding } from './accepted-encoding';

/** Stands for the bytes of an answer. */
export const bytesTag = (body: Buffer): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 27);

/** A strong tag is one of the bytes that are sent, so an encoding has its own. */
export const entityTag = (tag: string, encoding: Encoding): string =>
  encoding === 'identity' ? `"${tag}"` : `"${tag}-${encoding}"`;

/** Whether `If-None-Match` names an answer, in whichever encoding the reader has it. */
export function isNamed(ifNoneMatch: string | undefined, tag: string): boolean {
  if (!ifNoneMatch) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch
    .slice(0, 4_096)
    .split(',')
    .some(
      (one) =>
        one
          .trim()
          .replace(/^W\//, '')
          .replace(/^"|"$/g, '')
          .replace(/-(br|gzip)$/, '') === tag,
    );
}
