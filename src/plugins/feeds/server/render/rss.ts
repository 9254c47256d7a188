import type { Feed } from '../feed';
import { toXml } from './xml';

/** RSS 2.0, with the texts in content:encoded. It holds one enclosure an item; the others are in Atom and JSON. Pure. */
export const toRss = (feed: Feed): string =>
  toXml({
    rss: {
      '@version': '2.0',
      '@xmlns:atom': 'http://www.w3.org/2005/Atom',
      '@xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
      '@xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      channel: {
        title: feed.title,
        link: feed.home,
        description: feed.description,
        language: 'zh-CN',
        ...(feed.updatedAt ? { lastBuildDate: feed.updatedAt.toUTCString() } : {}),
        'atom:link': { '@href': feed.self, '@rel': 'self', '@type': 'application/rss+xml' },
        item: feed.items.map((item) => ({
          title: item.title,
          link: item.url,
          guid: { '@isPermaLink': 'false', '#text': item.id },
          pubDate: item.updatedAt.toUTCString(),
          'dc:creator': item.author,
          category: item.categories.map(({ term, label }) => ({ '@domain': term, '#text': label })),
          description: item.summary,
          ...(item.html === null ? {} : { 'content:encoded': item.html }),
          enclosure: item.enclosures
            .slice(0, 1)
            .map(({ url, type, bytes }) => ({ '@url': url, '@type': type, '@length': String(bytes) })),
        })),
      },
    },
  });
