import type { Feed } from '../feed';
import { cleaned } from './text';

/** JSON Feed 1.1. Pure. */
export const toJsonFeed = (feed: Feed): string =>
  JSON.stringify(
    cleaned({
      version: 'https://jsonfeed.org/version/1.1',
      title: feed.title,
      description: feed.description,
      home_page_url: feed.home,
      feed_url: feed.self,
      language: 'zh-CN',
      authors: [{ name: feed.publisher }],
      items: feed.items.map((item) => ({
        id: item.id,
        url: item.url,
        title: item.title,
        summary: item.summary,
        ...(item.html === null ? { content_text: item.summary } : { content_html: item.html }),
        date_published: item.publishedAt.toISOString(),
        date_modified: item.updatedAt.toISOString(),
        authors: [{ name: item.author }],
        tags: item.categories.map(({ label }) => label),
        attachments: item.enclosures.map(({ url, name, type, bytes }) => ({
          url,
          mime_type: type,
          title: name,
          size_in_bytes: bytes,
        })),
      })),
    }),
  );
