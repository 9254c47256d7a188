import { publicationQuerySchema, searchQuerySchema } from '../../disclosure/server/read-model/query-schema';

/** What a feed is asked for: the filters of the list of publications, and what the search is asked for. */
export const feedQuerySchema = publicationQuerySchema
  .omit({ cursor: true, sort: true, count: true })
  .extend({ q: searchQuerySchema.shape.q.optional() });
export type FeedQuery = (typeof feedQuerySchema)['_output'];

export const calendarQuerySchema = publicationQuerySchema.omit({
  cursor: true,
  sort: true,
  count: true,
  limit: true,
});
