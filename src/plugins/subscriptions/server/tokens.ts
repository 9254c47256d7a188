import { timingSafeEqual } from 'node:crypto';
import { keyedHashes } from '../../disclosure/server/privacy/keyed-hash';

/** What a link in a mail lets its holder do. */
export type Purpose = 'confirm' | 'manage';

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** By every profile of encryption, the current one first: links in mails from before a switch go on. */
const sealsOf = (key: Buffer, purpose: Purpose, id: string, expires: string): string[] =>
  keyedHashes(key, `${purpose}\0${id}\0${expires}`).map((hash) => hash.slice(0, 32));

function isSame(own: string, given: string): boolean {
  const [a, b] = [Buffer.from(own), Buffer.from(given)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * The token of a link: the subscription, until when (empty: as long as it exists), and a seal that only this
 * installation can make. Nothing of it stands in the database. Pure.
 */
export function makeToken(key: Buffer, purpose: Purpose, id: string, until?: Date): string {
  const expires = until ? String(Math.floor(until.getTime() / 1000)) : '';
  return [id, expires, sealsOf(key, purpose, id, expires)[0]].join('.');
}

/** The subscription that a token is for; null for one that is false, for another purpose, or too old. Pure. */
export function readToken(key: Buffer, purpose: Purpose, token: unknown, now: Date): string | null {
  if (typeof token !== 'string' || token.length > 200) return null;
  const [id = '', expires = '', seal = '', ...more] = token.split('.');
  if (more.length > 0 || !ID.test(id) || !/^\d{0,12}$/.test(expires)) return null;
  if (!sealsOf(key, purpose, id, expires).some((own) => isSame(own, seal))) return null;
  return expires !== '' && Number(expires) * 1000 < now.getTime() ? null : id;
}
