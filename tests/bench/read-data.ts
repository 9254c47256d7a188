import type { PoolClient } from 'pg';
import { enterInSearch } from '../support/search-rows';

/** Rows of one statement. */
const BATCH = 100_000;

/**
 * Puts publications into the read model up to a total, past the guards: of eight departments, six domains and some
 * kinds, one every five minutes, each with a text of about two thousand characters.
 */
export async function fillPublications(client: PoolClient, from: number, to: number): Promise<void> {
  for (let low = from; low < to; low += BATCH) {
    await client.query(
      `insert into publications (document_id, type, domain, catalogue_item, kind, owner, owner_name, index_no, doc_no, title, abstract,
         columns, formed_on, published_at, first_published_at, edition_no, state, summary, detail, search_text, etag)
       select id, 'plugin::social-assistance.record', domain, 'D05-' || lpad((1 + n % 18)::text, 2, '0'), kind, owner, owner_name,
              'bench/' || n, doc_no, title, left(words, 100), array[domain], at::date, at, at, 1, 'live',
              jsonb_build_object('documentId', id, 'type', 'plugin::social-assistance.record', 'domain', domain, 'kind', kind,
                'catalogueItem', 'D05-' || lpad((1 + n % 18)::text, 2, '0'), 'owner', owner, 'ownerName', owner_name,
                'indexNo', 'bench/' || n, 'docNo', doc_no, 'title', title, 'abstract', left(words, 100), 'formedOn', at::date,
                'publishedAt', at, 'columns', jsonb_build_array(domain), 'url', '/api/disclosure/publications/' || id,
                'theme', null, 'genre', null, 'validity', null, 'effectiveOn', null, 'validUntil', null, 'amendedOn', null,
                'repealedOn', null, 'lapsedOn', null, 'subjectId', null, 'facet', null, 'item', null),
              jsonb_build_object('body', '<p>' || words || '</p>', 'attachments', '[]'::jsonb, 'roster', null, 'editionNo', 1,
                'firstPublishedAt', at, 'dueOn', null, 'attributes', '{}'::jsonb),
              title, md5(n::text)
         from (select n, 'bench-' || n as id, '关于公布第' || n || '批最低生活保障审批结果的公告' as title,
                      '青测发〔' || 2026 - n % 12 || '〕' || n || '号' as doc_no,
                      (array['civil-affairs', 'finance', 'health', 'justice', 'audit', 'commerce', 'taxation', 'education'])[1 + n % 8] as owner,
                      (array['区民政局', '区财政局', '区卫生健康委', '区司法局', '区审计局', '区商务局', '区税务局', '区教体局'])[1 + n % 8] as owner_name,
                      (array['social-assistance', 'health', 'fiscal-budget', 'public-legal-services', 'work-safety', 'employment'])[1 + (n / 8) % 6] as domain,
                      (array['document', 'document', 'guide', 'notice', 'decision'])[1 + n % 5] as kind,
                      now() - make_interval(mins => n * 5) as at,
                      repeat('经本人申请、入户调查、民主评议、公示,现将第' || n || '批审批结果予以公布。', 55) as words
                 from generate_series($1::int + 1, $2::int) as n) as made`,
      [low, Math.min(low + BATCH, to)],
    );
  }
  await enterInSearch(client);
  // else autovacuum does it while the readers read
  await client.query('vacuum analyze publications, search_documents');
}

/** The same documents as published rows of Strapi's own table, with the index that its list needs. */
export async function fillRecords(client: PoolClient): Promise<void> {
  await client.query(
    `insert into social_assistance_records (document_id, title, kind, doc_no, formed_on, catalogue_item, abstract, body, owner, state, version,
       index_no, created_at, updated_at, published_at)
     select document_id, title, kind, doc_no, formed_on, catalogue_item, abstract, detail->>'body', owner, 'published', 1, index_no,
            published_at, published_at, published_at
       from publications where document_id like 'bench-%' and document_id not in (select document_id from social_assistance_records)`,
  );
  await client.query(
    'create index if not exists bench_by_kind on social_assistance_records (kind, published_at desc) where published_at is not null',
  );
  await client.query('vacuum analyze social_assistance_records');
}
