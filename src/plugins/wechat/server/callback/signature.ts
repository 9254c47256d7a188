import { createHash, timingSafeEqual } from 'node:crypto';

/** The signature that WeChat makes of the account's token and what a message is sent with: SHA-1, as its document says. */
export const signatureOf = (...parts: readonly string[]): string =>
  createHash('sha1')
    .update([...parts].sort().join(''))
    .digest('hex');

/** Whether two signatures are the same, in a time that tells nothing of where they differ. */
export function isSame(given: string, expected: string): boolean {
  const [one, other] = [given, expected].map((text) => createHash('sha256').update(text).digest());
  return timingSafeEqual(one as Buffer, other as Buffer);
}

/** Whether a message's second is near this server's. @param timestamp seconds since 1970, as text */
export const isFresh = (timestamp: string, now: Date, seconds: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1000 - Number(timestamp)) <= seconds;
