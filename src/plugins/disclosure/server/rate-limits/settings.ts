import { z } from 'zod';

const perMinute = (most: number) => z.int().min(0).max(1_000_000).default(most);

/**
 * How often one address may ask for what costs something, a minute; 0: as often as it likes. Kept answers are not
 * counted, nor what registered consumers ask (they have quotas of their own).
 *
 * `search`: searches and suggestions, which are asked for as somebody types; `graphql`: queries; `downloads`:
 * exports, rosters as files, copies in official layout.
 */
export const rateLimitsSchema = z.strictObject({
  search: perMinute(120),
  graphql: perMinute(120),
  downloads: perMinute(30),
});

export type Costly = keyof z.infer<typeof rateLimitsSchema>;
