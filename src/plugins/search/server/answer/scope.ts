import type { Knex } from 'knex';
import { membersOf } from '../../../disclosure/server/catalogue/lineage';
import type { SearchQuery } from '../../../disclosure/server/read-model/query-schema';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { Scope } from '../index/search-index';
import { any, type Expression, term } from '../query/expression';
import { LEXEME } from '../terms/lexemes';

/** Parameters of a search that are terms of the documents. */
const FILTERS = [
  'domain',
  'department',
  'column',
  'kind',
  'theme',
  'genre',
  'indexNo',
  'docNo',
  'subject',
] as const;

/** What a search looks through. Of a catalogue row also what stands in the rows that were merged into it. */
export async function scopeOf(knex: Knex, query: SearchQuery): Promise<Scope> {
  const filters: Expression[] = FILTERS.flatMap((name) => {
    const value = query[name];
    return value === undefined ? [] : [term(LEXEME.filter(name, value))];
  });
  if (query.catalogueItem) {
    const rows = await membersOf(knex, query.catalogueItem);
    const inRow = any(rows.map((row) => term(LEXEME.filter('catalogueItem', row))));
    if (inRow) filters.push(inRow);
  }
  const { from, to, validity } = query;
  return { filters, from, to, validity, today: todayInShanghai() };
}
