import type { Core } from '@strapi/strapi';
import { withdrawnError } from '../../disclosure/server/http/withdrawn';
import { findPublication } from '../../disclosure/server/read-model/find-publication';
import { fromJson } from '../../disclosure/server/read-model/json';
import { allDepartments } from '../../disclosure/server/reference-data/departments';
import { loadCalendar } from '../../disclosure/server/reference-data/due-dates';
import { readConnection } from '../../disclosure/server/replica/read-connection';
import { todayInShanghai } from '../../disclosure/server/rules/dates';
import { computeDueDate } from '../../disclosure/server/rules/due-date';
import type { Values } from '../../disclosure/server/types';
import { buildChain, type ChainPublication } from './chain';
import { findClass } from './items';
import type { ItemPlan, Responsible } from './project';

/** No project comes near it; it bounds the cost of the answer. */
const MAX_PUBLICATIONS = 2000;

type Row = {
  document_id: string;
  item: string;
  summary: unknown;
  first_published_at: Date;
  due_on: string | null;
};

async function findPublications(strapi: Core.Strapi, projectId: string): Promise<ChainPublication[]> {
  const rows = (await readConnection(strapi)('publications')
    .where({ subject_id: projectId, state: 'live' })
    .orderBy([{ column: 'item' }, { column: 'published_at' }])
    .limit(MAX_PUBLICATIONS)
    .select('document_id', 'item', 'summary', 'first_published_at')
    .select(readConnection(strapi).raw('due_on::text'))) as Row[];
  return rows.map(({ document_id, item, summary, first_published_at, due_on }) => {
    const { title, owner, ownerName, url, publishedAt } = fromJson<Record<string, string>>(summary);
    return {
      documentId: document_id,
      item,
      title: String(title),
      owner: String(owner),
      ownerName: String(ownerName),
      url: String(url),
      publishedAt: String(publishedAt),
      firstPublishedAt: first_published_at,
      dueOn: due_on,
    };
  });
}

/**
 * The whole chain of a project. Null for a project that never was public.
 *
 * @throws DisclosureError WITHDRAWN
 */
export async function readChain(strapi: Core.Strapi, projectId: string) {
  const found = await findPublication(readConnection(strapi), projectId);
  if (!found) return null;
  if (found.state === 'withdrawn') throw withdrawnError(found.tombstone);
  if (found.publication.kind !== 'project') return null;
  const attributes = found.publication.attributes as Values;
  const [departments, calendar, publications] = await Promise.all([
    allDepartments(strapi),
    loadCalendar(strapi),
    findPublications(strapi, projectId),
  ]);
  const names = new Map(departments.map(({ code, name }) => [code, name]));
  const chain = buildChain({
    responsible: (attributes.responsible ?? {}) as Responsible,
    itemPlan: (attributes.itemPlan ?? {}) as ItemPlan,
    publications,
    nameOf: (code) => names.get(code) ?? code,
    dueOnOf: (item, formedOn) =>
      computeDueDate({
        rules: findClass(item.classSlug)?.timeLimitRules ?? [],
        events: { formation: formedOn, decision: formedOn },
        appliesTo: item.decisionType,
        calendar,
      }).dueOn,
    today: todayInShanghai(),
  });
  const { documentId, title, indexNo, publishedAt, owner, ownerName } = found.publication;
  const { projectCode = null, legalPerson = null, stage = null, investment = null } = attributes;
  const project = {
    documentId,
    title,
    projectCode,
    legalPerson,
    stage,
    investment,
    owner,
    ownerName,
    indexNo,
    publishedAt,
  };
  return { project, ...chain };
}
