import type { PoolClient } from 'pg';
import type { Regulation } from '../support/regulations';

/** Documents written at once. */
const BATCH = 2_000;
/** Years over which they are spread. */
const YEARS = 12;
const OWNERS = [
  'finance',
  'health',
  'civil-affairs',
  'housing-construction',
  'justice',
  'audit',
  'commerce',
  'taxation',
];
const KINDS = ['document', 'document', 'document', 'guide', 'notice', 'decision'];
const DOMAINS = [
  'social-assistance',
  'health',
  'fiscal-budget',
  'public-legal-services',
  'work-safety',
  'employment',
];
const FORMS = [
  '关于印发《%s》的通知',
  '关于做好%s有关工作的通知',
  '%s办事指南',
  '关于%s的公告',
  '%s实施细则',
  '关于%s的行政处罚决定',
];

export type Generated = { title: string; body: string };

/**
 * The same numbers every time (mulberry32): two runs search the same documents. All of its arithmetic stays within 32 bits:
 * products beyond 2^53 lose their last digits, and the numbers repeat after some thousands.
 */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Makes documents of the articles of real regulations: some of them together, about as long as an official document. */
export function generator(regulations: readonly Regulation[], next: () => number): () => Generated {
  const articles = regulations
    .flatMap(({ text }) => text.split(/(?=^第[一二三四五六七八九十百]+条)/m))
    .filter((text) => text.length > 30);
  const names = regulations.map(({ title }) => title.replace('中华人民共和国', ''));
  const pick = <T>(from: readonly T[]) => from[Math.floor(next() * from.length)] as T;
  let number = 0;
  return () => {
    number += 1;
    const subject = `${pick(names).slice(0, 20)}${next() < 0.3 ? `第${1 + Math.floor(next() * 40)}批` : ''}`;
    const count = 2 + Math.floor(next() * 7);
    return {
      title: pick(FORMS)
        .replace('%s', subject)
        .concat(next() < 0.2 ? `(${number})` : ''),
      body: Array.from({ length: count }, () => pick(articles))
        .join('\n')
        .slice(0, 6_000),
    };
  };
}

/** Puts so many publications into the read model, past the guards; their instants are spread evenly, the last one is now. */
export async function fillPublications(
  client: PoolClient,
  total: number,
  make: () => Generated,
): Promise<void> {
  for (let done = 0; done < total; done += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, total - done) }, (_v, i) => ({
      n: done + i + 1,
      ...make(),
    }));
    await client.query(
      `insert into publications (document_id, type, domain, kind, owner, owner_name, index_no, doc_no, title, abstract, formed_on, published_at,
         first_published_at, edition_no, state, summary, detail, search_text, etag)
       select 'bench-' || n, 'bench', domain, kind, owner, owner, 'bench/' || n, doc_no, title, left(body, 120), at::date, at, at, 1, 'live',
              jsonb_build_object('documentId', 'bench-' || n, 'type', 'bench', 'domain', domain, 'kind', kind, 'owner', owner, 'ownerName', owner,
                'title', title, 'docNo', doc_no, 'indexNo', 'bench/' || n, 'abstract', left(body, 120), 'columns', '[]'::jsonb, 'url', '', 'publishedAt', at),
              '{"attachments": []}', concat_ws(E'\\n', title, doc_no, 'bench/' || n, left(body, 120), body), ''
         from (select (e->>'n')::int as n, e->>'title' as title, e->>'body' as body,
                      ($2::text[])[1 + (e->>'n')::int % $3] as owner, ($4::text[])[1 + (e->>'n')::int % $5] as kind,
                      ($6::text[])[1 + (e->>'n')::int % $7] as domain,
                      '青测发〔' || 2026 - (e->>'n')::int % ${YEARS} || '〕' || (e->>'n') || '号' as doc_no,
                      now() - interval '${YEARS} years' * ($8::float - (e->>'n')::int) / $8 as at
                 from jsonb_array_elements($1::jsonb) as e) as made`,
      [JSON.stringify(batch), OWNERS, OWNERS.length, KINDS, KINDS.length, DOMAINS, DOMAINS.length, total],
    );
  }
  await client.query('vacuum analyze publications');
}

/** The same documents as Strapi's own rows, for Strapi's own filter. */
export async function fillRecords(client: PoolClient): Promise<void> {
  await client.query(
    `insert into social_assistance_records (document_id, title, kind, formed_on, body, owner, state, version, index_no, created_at, updated_at, published_at)
     select document_id, title, kind, formed_on, search_text, owner, 'published', 1, index_no, published_at, published_at, published_at
       from publications where document_id like 'bench-%'`,
  );
  await client.query('vacuum analyze social_assistance_records');
}
