import type { Knex } from 'knex';
import { LINK_NAMES, RELATIONS, type Relation } from './relations';

/** A document that a publication names, or that names it, as the public is told of it. */
export type PublicLink = {
  documentId: string;
  title: string;
  docNo: string | null;
  /** the day from which it holds: of the change, the repeal, the decision */
  day: string;
  url: string;
  /** false: withdrawn, the address tells why */
  live: boolean;
};

export type PublicLinks = Record<string, PublicLink[]>;

/** Links that an answer carries, at most, in each direction. */
const MOST = 1000;

export type LinkRow = {
  relation: Relation;
  direction: 'to' | 'from';
  document_id: string;
  title: string;
  doc_no: string | null;
  day: string;
  state: string;
};

const none = (): PublicLinks => Object.fromEntries(LINK_NAMES.map((name) => [name, []]));

/** The links of one publication in both directions. */
const linksOf = (own: string): string => `
  select relation, direction, other.document_id, other.title, other.doc_no, on_day::text as day, other.state, position
    from ((select relation, 'to' as direction, target_id as id, on_day, position
             from publication_links where source_id = ${own} order by position limit ${MOST})
          union all
          (select relation, 'from', source_id, on_day, 0
             from publication_links where target_id = ${own} order by on_day, source_id limit ${MOST})) as link
    join publications as other on other.document_id = link.id
   order by position, on_day, other.document_id`;

/** A column with the links of the row's publication as JSON, for `toLinks`. */
export const LINKS_COLUMN = `(select json_agg(link) from (${linksOf('publications.document_id')}) as link) as links`;

/** Links by their names, in the order of the rows. */
export function toLinks(rows: readonly LinkRow[]): PublicLinks {
  const links = none();
  for (const row of rows) {
    links[RELATIONS[row.relation][row.direction]]?.push({
      documentId: row.document_id,
      title: row.title,
      docNo: row.doc_no,
      day: row.day,
      url: `/api/disclosure/publications/${row.document_id}`,
      live: row.state === 'live',
    });
  }
  return links;
}

/** The links of publications in both directions, under their names: one statement for all of them. */
export async function findLinks(
  knex: Knex,
  documentIds: readonly string[],
): Promise<Map<string, PublicLinks>> {
  const { rows } = (await knex.raw(
    `select own, link.* from unnest(?::text[]) as own cross join lateral (${linksOf('own')}) as link
      order by position, day, document_id`,
    [[...documentIds]],
  )) as { rows: (LinkRow & { own: string })[] };
  const found = new Map<string, LinkRow[]>();
  for (const row of rows) found.set(row.own, [...(found.get(row.own) ?? []), row]);
  return new Map(documentIds.map((id) => [id, toLinks(found.get(id) ?? [])]));
}
