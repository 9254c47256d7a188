import { createHash } from 'node:crypto';

/** An attached file as a feed names it. */
export type Enclosure = { url: string; name: string; type: string; bytes: number };

export type FeedItem = {
  id: string;
  url: string;
  title: string;
  summary: string;
  /** the text; null where it is too long for a feed */
  html: string | null;
  publishedAt: Date;
  updatedAt: Date;
  author: string;
  categories: { term: string; label: string }[];
  enclosures: Enclosure[];
};

/** A feed, whatever its format; addresses are absolute. */
export type Feed = {
  id: string;
  title: string;
  description: string;
  /** its own address */
  self: string;
  /** the address of the site */
  home: string;
  publisher: string;
  /** null: it is empty */
  updatedAt: Date | null;
  items: FeedItem[];
};

/** A name that stays the same wherever the site is: a UUID of version 8 over a text. */
export function stableId(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex').slice(0, 32).split('');
  hex[12] = '8';
  hex[16] = '8';
  const all = hex.join('');
  const parts = [all.slice(0, 8), all.slice(8, 12), all.slice(12, 16), all.slice(16, 20), all.slice(20)];
  return `urn:uuid:${parts.join('-')}`;
}
