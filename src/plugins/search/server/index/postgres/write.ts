import type { Transaction } from '../../../../disclosure/server/types';
import { RULES } from '../../terms/rules-version';
import type { Entry } from '../search-index';

const COLUMNS = `document_id, rules, terms, title, domain, owner, kind, theme, published_at, dated_on,
  validity, effective_on, valid_until, amended_on, repealed_on, lapsed_on, textless, unread`;

/** One statement for all of them. */
export async function put(entries: readonly Entry[], trx: Transaction): Promise<void> {
  if (entries.length === 0) return;
  await trx.raw(
    `insert into search_documents (${COLUMNS})
     select e->>'documentId', ?, array_to_tsvector(string_to_array(e->>'terms', E'\\n')), e->>'title', e->>'domain',
            e->>'owner', e->>'kind', e->>'theme', (e->>'publishedAt')::timestamptz, (e->>'datedOn')::date,
            s->>'validity', (s->>'effectiveOn')::date, (s->>'validUntil')::date, (s->>'amendedOn')::date,
            (s->>'repealedOn')::date, (s->>'lapsedOn')::date, array(select jsonb_array_elements_text(e->'textless')),
            (e->>'unread')::boolean
       from jsonb_array_elements(?::jsonb) as e cross join lateral (select e->'standing' as s) as standing
     on conflict (document_id) do update set (${COLUMNS}) = row(${COLUMNS.replace(/(\w+)/g, 'excluded.$1')})`,
    [RULES, JSON.stringify(entries.map((entry) => ({ ...entry, terms: entry.terms.join('\n') })))],
  );
}

export async function remove(documentIds: readonly string[], trx: Transaction): Promise<void> {
  if (documentIds.length === 0) return;
  await trx.raw('delete from search_documents where document_id = any(?)', [[...documentIds]]);
}
