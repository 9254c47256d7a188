import type { Core } from '@strapi/strapi';
import type { Subscription } from '../../../disclosure/server/outbox/subscriptions';
import { PUBLIC_TOPICS } from '../../../disclosure/server/outbox/topics';
import type { SearchIndex } from '../index/search-index';
import { refresh } from './refresh';

/** The name of its queue in the outbox. */
export const NAME = 'search';

/** Keeps the index up with the outbox. What the event says does not matter: the publication is read. */
export const subscription = (strapi: Core.Strapi, index: SearchIndex): Subscription => ({
  name: NAME,
  topics: PUBLIC_TOPICS,
  handle: ({ documentId }, trx) => refresh(strapi, index, [documentId], trx),
});
