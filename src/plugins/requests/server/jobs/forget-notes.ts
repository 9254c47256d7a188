import type { Core } from '@strapi/strapi';

/** Tables in which something was written down in words about a request. */
const NOTED = [
  'information_request_events',
  'information_request_records',
  'information_request_disputes',
] as const;

/**
 * Forgets what was written down about requests whose contents have been forgotten: kinds and days stay. A notice of a fee says
 * nothing of anybody, and the annual report still counts its amount.
 */
export async function forgetNotes(strapi: Core.Strapi): Promise<void> {
  for (const table of NOTED) {
    await strapi.db.connection.raw(
      `update ?? as noted set note = null from information_requests r
        where r.id = noted.request_id and r.sealed is null and noted.note is not null
          and coalesce(to_jsonb(noted) ->> 'type', '') <> 'feeNotified'`,
      [table],
    );
  }
}
