import { todayInShanghai } from '../../disclosure/server/rules/dates';

/** A registered reader. */
export type Consumer = {
  id: number;
  name: string;
  contact: string;
  purpose: string;
  /** requests a day (Asia/Shanghai) and a minute */
  perDay: number;
  perMinute: number;
  /** the last day, YYYY-MM-DD; null: none */
  expiresOn: string | null;
  keyHash: string;
  keyStart: string;
  keySince: Date;
  revokedAt: Date | null;
  createdAt: Date;
};

export type Standing = 'active' | 'revoked' | 'expired';

/** Whether a consumer's key is good. Pure. */
export function standingOf(
  { revokedAt, expiresOn }: Pick<Consumer, 'revokedAt' | 'expiresOn'>,
  today: string = todayInShanghai(),
): Standing {
  if (revokedAt) return 'revoked';
  return expiresOn !== null && expiresOn < today ? 'expired' : 'active';
}
