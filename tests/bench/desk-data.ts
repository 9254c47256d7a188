import type { Core } from '@strapi/strapi';
import type { PoolClient } from 'pg';
import { enterInSearch } from '../support/search-rows';

/** What a district of this size has after some years. */
export const RECORDS = 100_000;
export const DEPARTMENTS = 50;
/** One in so many records is still being worked on; the others are public. */
const OPEN_SHARE = 12;

/** Makes the departments up to fifty: each new one is responsible for what another one is responsible for. */
async function fillDepartments(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ count: string }>('select count(*) from disclosure_departments');
  const missing = DEPARTMENTS - Number(rows[0]?.count);
  if (missing <= 0) return;
  await client.query(
    `with source as (select code, name, row_number() over (order by id) as n from disclosure_departments),
          made as (
            insert into disclosure_departments (document_id, code, name, kind, created_at, updated_at, published_at)
            select 'bench-dept-' || n, 'bench-' || code, name || '(新)', 'department', now(), now(), now()
              from source where n <= $1 returning code)
     insert into disclosure_responsibilities (document_id, department, scope, source, created_at, updated_at, published_at)
     select 'bench-' || r.document_id, made.code, r.scope, 'bench', now(), now(), now()
       from made join disclosure_responsibilities r on 'bench-' || r.department = made.code`,
    [missing],
  );
}

/**
 * Fills the database with records of every domain, spread over the departments that are responsible for
 * their rows: most of them public, with an edition each, some in every state of being worked on.
 */
export async function fillDesk(strapi: Core.Strapi, client: PoolClient): Promise<void> {
  await fillDepartments(client);
  const { rows: domains } = await client.query<{ domain: string }>(
    'select distinct domain from disclosure_catalogue_items order by domain',
  );
  await client.query(
    `create temp table wanted as
     with pairs as (
       select r.department, r.scope as code, i.domain, i.level_2, row_number() over (order by md5(r.department || r.scope)) - 1 as n
         from disclosure_responsibilities r join disclosure_catalogue_items i on i.code = r.scope)
     select g as n, 'bench' || lpad(g::text, 20, '0') as document_id, p.department, p.code, p.domain,
            '关于' || coalesce(p.level_2, p.code) || '的公开信息(第' || g || '号)' as title,
            case when g % ${OPEN_SHARE} <> 0 then 'published'
                 else (array['draft', 'submitted', 'returned', 'approved', 'draft'])[1 + (g / ${OPEN_SHARE}) % 5] end as state,
            current_date - (g % 700) as formed_on,
            case when g % ${OPEN_SHARE} <> 0 then current_date - (g % 700) + 20
                 else current_date - 40 + (g / ${OPEN_SHARE}) % 80 end as due_on,
            now() - make_interval(mins => g) as at
       from generate_series(1, ${RECORDS}) as g
       join pairs p on p.n = g % (select count(*) from pairs)`,
  );
  for (const { domain } of domains) await fillTable(strapi, client, domain);
  await client.query(
    `insert into publications (document_id, type, domain, catalogue_item, kind, owner, owner_name, index_no, title, columns,
            formed_on, due_on, published_at, first_published_at, edition_no, state, summary, detail, search_text, etag)
     select document_id, 'plugin::' || domain || '.record', domain, code, 'document', department, department, document_id, title,
            '{}', formed_on, due_on, at, at, 1, 'live', jsonb_build_object('title', title), '{}', title, document_id
       from wanted where state = 'published'`,
  );
  await client.query(
    `insert into editions (document_id, edition_no, type, owner, title, published_at, published_by, content, sha256)
     select document_id, 1, 'plugin::' || domain || '.record', department, title, at, '录入员', '{}', document_id
       from wanted where state = 'published'`,
  );
  // the desk is measured, not the job of the search
  await enterInSearch(client);
  await client.query('vacuum analyze');
}

async function fillTable(strapi: Core.Strapi, client: PoolClient, domain: string): Promise<void> {
  const type = strapi.contentTypes[`plugin::${domain}.record` as never] as
    | { collectionName: string }
    | undefined;
  if (!type) return;
  // the working copy, and for what is public Strapi's published row beside it
  for (const published of [false, true]) {
    await client.query(
      `insert into ${type.collectionName} (document_id, title, catalogue_item, kind, formed_on, body, owner, state, version,
              index_no, due_on, contributors, disclosure_mode, created_at, updated_at, published_at)
       select document_id, title, code, 'document', formed_on, '<p>' || repeat(title || '。', 20) || '</p>', department, state, 3,
              case when state = 'published' then document_id end, due_on, '["nobody"]', 'proactive', at, at,
              ${published ? 'at' : 'null'}
         from wanted where domain = $1 ${published ? "and state = 'published'" : ''}`,
      [domain],
    );
  }
}
