import type { Core } from '@strapi/strapi';

type Indexed = { indexes?: { name: string; columns: string[] }[] };

/**
 * Every request of the panel looks up its session, in a table that Strapi gives no index and a new row at
 * each renewal. Before Strapi brings the database in line with its types.
 */
export function indexSessions(strapi: Core.Strapi): void {
  const type = strapi.contentType('admin::session' as never) as Indexed;
  type.indexes = [
    { name: 'strapi_sessions_session_id_index', columns: ['session_id'] },
    { name: 'strapi_sessions_user_id_index', columns: ['user_id'] },
  ];
}
