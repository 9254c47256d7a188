import type { Core } from '@strapi/strapi';
import type { DomainRead } from '../../disclosure/server/domain/manifest';
import { readConnection } from '../../disclosure/server/replica/read-connection';
import { todayInShanghai } from '../../disclosure/server/rules/dates';
import { settingsOf } from '../settings';
import { addMonths, evaluateBy } from './expiry';

/** A document in force whose last day is near. */
export type Expiring = {
  documentId: string;
  title: string;
  docNo: string | null;
  owner: string;
  ownerName: string;
  url: string;
  validUntil: string;
  /** by when it is to be decided what becomes of it */
  evaluateBy: string;
};

/** No district has so many at once; it bounds the cost. */
const MOST = 1000;

type Row = {
  document_id: string;
  type: string;
  title: string;
  doc_no: string | null;
  owner: string;
  owner_name: string;
  valid_until: string;
};

/** What expires within the time of evaluation, the first to expire first; what ends otherwise before is left out. */
export async function findExpiring(
  strapi: Core.Strapi,
  today: string,
): Promise<(Expiring & { type: string })[]> {
  const { evaluateMonthsBefore } = settingsOf(strapi).expiry;
  const knex = readConnection(strapi);
  const rows = (await knex('publications')
    .where('state', 'live')
    .whereBetween('valid_until', [today, addMonths(today, evaluateMonthsBefore)])
    .whereNotNull('effective_on')
    .whereRaw("coalesce(least(repealed_on, lapsed_on), 'infinity') > valid_until")
    .orderBy([{ column: 'valid_until' }, { column: 'document_id' }])
    .limit(MOST)
    .select('document_id', 'type', 'title', 'doc_no', 'owner', 'owner_name')
    .select(knex.raw('valid_until::text'))) as Row[];
  return rows.map((row) => ({
    documentId: row.document_id,
    type: row.type,
    title: row.title,
    docNo: row.doc_no,
    owner: row.owner,
    ownerName: row.owner_name,
    url: `/api/disclosure/publications/${row.document_id}`,
    validUntil: row.valid_until,
    evaluateBy: evaluateBy(row.valid_until, evaluateMonthsBefore),
  }));
}

export const readExpiring: DomainRead['read'] = async (strapi): Promise<Expiring[]> =>
  (await findExpiring(strapi, todayInShanghai())).map(({ type: _type, ...expiring }) => expiring);

export const expiringGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'expiring',
  type: '[PolicyExpiringDocument!]',
  typeDefs: `
"有效期即将届满的文件"
type PolicyExpiringDocument {
  documentId: ID!
  title: String!
  docNo: String
  owner: String!
  ownerName: String!
  url: String!
  "最后有效的一天"
  validUntil: Day!
  "应在这一天之前评估"
  evaluateBy: Day!
}
`,
};
