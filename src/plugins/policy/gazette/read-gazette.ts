import type { DomainRead } from '../../disclosure/server/domain/manifest';
import { DisclosureError } from '../../disclosure/server/errors';
import { liveOf } from '../../disclosure/server/read-model/live-of';
import { SLUG } from '../common';
import { itemsOf } from './gazette-issue';

const KIND = { kind: 'gazette-issue', uid: `plugin::${SLUG}.gazette-issue` };

/** The issues of a year, first to last, each with its items in order; and the years of which there are some. */
export const readGazette: DomainRead['read'] = async (strapi, { year = '' }) => {
  if (!/^\d{4}$/.test(year)) throw new DisclosureError('INVALID_QUERY', '年度须为四位年份，如 2026');
  const issues = await liveOf(strapi, KIND, { facet: year });
  const named = [
    ...new Set(issues.flatMap(({ attributes }) => itemsOf(attributes).map(({ document }) => document))),
  ];
  const titles = await titlesOf(strapi, named);
  return {
    year: Number(year),
    years: await yearsOf(strapi),
    issues: issues
      .map(({ documentId, title, url, formedOn, attributes }) => ({
        documentId,
        title,
        url,
        issueNo: Number(attributes.issueNo),
        issuedOn: formedOn,
        items: itemsOf(attributes).map(({ document, title: own, page }) => ({
          title: (document && titles.get(document)) ?? own ?? '',
          page: page ?? null,
          documentId: document ?? null,
          url: document ? `/api/disclosure/publications/${document}` : null,
        })),
      }))
      .sort((a, b) => a.issueNo - b.issueNo),
  };
};

async function titlesOf(
  strapi: Parameters<DomainRead['read']>[0],
  ids: readonly (string | undefined)[],
): Promise<Map<string, string>> {
  const rows = (await strapi.db
    .connection('publications')
    .whereIn(
      'document_id',
      ids.filter((id) => id !== undefined),
    )
    .select('document_id', 'title')) as { document_id: string; title: string }[];
  return new Map(rows.map((row) => [row.document_id, row.title]));
}

async function yearsOf(strapi: Parameters<DomainRead['read']>[0]): Promise<number[]> {
  const rows = (await strapi.db
    .connection('publications')
    .where({ kind: KIND.kind, type: KIND.uid, state: 'live' })
    .distinct('facet')
    .orderBy('facet', 'desc')) as { facet: string }[];
  return rows.map(({ facet }) => Number(facet));
}

export const gazetteGraphql: NonNullable<DomainRead['graphql']> = {
  field: 'gazette',
  type: 'PolicyGazetteYear',
  typeDefs: `
"一年的政府公报"
type PolicyGazetteYear {
  year: Int!
  "有公报的年度，最近的在前"
  years: [Int!]!
  issues: [PolicyGazetteYearIssue!]!
}

type PolicyGazetteYearIssue {
  documentId: ID!
  title: String!
  url: String!
  issueNo: Int!
  issuedOn: Day
  items: [PolicyGazetteYearItem!]!
}

type PolicyGazetteYearItem {
  title: String!
  page: String
  documentId: ID
  url: String
}
`,
};
