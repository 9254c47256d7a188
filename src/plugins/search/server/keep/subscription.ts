import type { Core } from '@strapi/strapi';
import type { Subscription } from '../../../disclosure/server/outbox/subscriptions';
import type { SearchIndex } from '../index/search-index';
import { refresh } from './refresh';

/** What changes an entry: the public sees something else, or a document stands differently. */
const TOPICS = [
  'publication.published',
  'publication.withdrawn',
  'publication.transferred',
  'publication.standing-changed',
];

/** Keeps the index up with the outbox. What the event says does not matter: the publication is read. */
export const subscription = (strapi: Core.Strapi, index: SearchIndex): Subscription => ({
  name: 'search',
  topics: TOPICS,
  handle: ({ documentId }, trx) => refresh(strapi, index, [documentId], trx),
});
