import type { Feed } from '../feed';
import { toXml } from './xml';

/** The time of a feed that never had an entry; Atom wants one. */
const NEVER = new Date(0);

/** Atom 1.0 (RFC 4287). Pure. */
export const toAtom = (feed: Feed): string =>
  toXml({
    feed: {
      '@xmlns': 'http://www.w3.org/2005/Atom',
      '@xml:lang': 'zh-CN',
      id: feed.id,
      title: feed.title,
      subtitle: feed.description,
      updated: (feed.updatedAt ?? NEVER).toISOString(),
      author: { name: feed.publisher },
      link: [
        { '@rel': 'self', '@type': 'application/atom+xml', '@href': feed.self },
        { '@rel': 'alternate', '@href': feed.home },
      ],
      entry: feed.items.map((item) => ({
        id: item.id,
        title: item.title,
        published: item.publishedAt.toISOString(),
        updated: item.updatedAt.toISOString(),
        author: { name: item.author },
        link: [
          { '@rel': 'alternate', '@href': item.url },
          ...item.enclosures.map(({ url, name, type, bytes }) => ({
            '@rel': 'enclosure',
            '@href': url,
            '@title': name,
            '@type': type,
            '@length': String(bytes),
          })),
        ],
        category: item.categories.map(({ term, label }) => ({ '@term': term, '@label': label })),
        summary: item.summary,
        ...(item.html === null ? {} : { content: { '@type': 'html', '#text': item.html } }),
      })),
    },
  });
