import type { Feed } from '../feed';
import { toAtom } from './atom';
import { toJsonFeed } from './json-feed';
import { toRss } from './rss';

/** The formats of a feed: how it is written, and what its answer says it is. */
export const FORMATS = {
  rss: { name: 'RSS 2.0', type: 'application/rss+xml; charset=utf-8', render: toRss },
  atom: { name: 'Atom', type: 'application/atom+xml; charset=utf-8', render: toAtom },
  json: { name: 'JSON Feed 1.1', type: 'application/feed+json; charset=utf-8', render: toJsonFeed },
} as const satisfies Record<string, { name: string; type: string; render: (feed: Feed) => string }>;

export type FeedFormat = keyof typeof FORMATS;
export const FEED_FORMATS = Object.keys(FORMATS) as FeedFormat[];
export const isFeedFormat = (name: string): name is FeedFormat => Object.hasOwn(FORMATS, name);
