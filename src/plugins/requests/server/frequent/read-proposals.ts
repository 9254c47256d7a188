import type { Core } from '@strapi/strapi';
import { fromJson } from '../../../disclosure/server/read-model/json';
import { nameOfDepartment } from '../../../disclosure/server/reference-data/departments';
import { addDays, shanghaiDateOf, todayInShanghai } from '../../../disclosure/server/rules/dates';
import { watches } from '../../../disclosure/server/rules/ownership';
import type { Member } from '../../../disclosure/server/types';
import type { ProposalTold } from '../../shared/proposals';
import { answerOf } from '../acts/handlers';
import { publicationsNamed } from '../beside/find-public';
import { titleOf } from '../reads/title';
import { openFor } from '../store/keys';
import { findRequests, type RequestRow } from '../store/rows';
import { applicantsOf, groupRequests, isDecided } from './group-requests';

const YEAR = 365;
/** The newest granted requests of a department that are compared with each other. */
const COMPARED = 500;

/** What was granted to several, or proposed by an applicant: undecided first. */
export async function readProposals(strapi: Core.Strapi, member: Member): Promise<ProposalTold[]> {
  const owners = watches(member) ? await ownersOf(strapi) : [member.department];
  const proposals: ProposalTold[] = [];
  for (const owner of owners) {
    const mayDecide =
      owner === member.department && member.duties.some((duty) => duty === 'editor' || duty === 'reviewer');
    for (const group of await groupsOf(strapi, owner))
      proposals.push(await told(strapi, owner, group, mayDecide));
  }
  return proposals.sort((a, b) => Number(a.decision !== null) - Number(b.decision !== null));
}

const ownersOf = async (strapi: Core.Strapi): Promise<string[]> =>
  ((await grantedRows(strapi).distinct('owner')) as { owner: string }[]).map(({ owner }) => owner).sort();

function grantedRows(strapi: Core.Strapi) {
  return strapi.db
    .connection('information_requests')
    .whereNotNull('answered_on')
    .where('answered_on', '>=', addDays(todayInShanghai(), -YEAR))
    .whereIn('state', ['sent', 'served', 'archived'])
    .whereIn('outcome', ['granted', 'partialGrant']);
}

export type Group = {
  id: string;
  rows: (RequestRow & { publications: string[] })[];
  suggestions: Map<string, string>;
};

/** The groups of a department that 条例第四十四条 speaks of; the oldest request names its group. */
export async function groupsOf(strapi: Core.Strapi, owner: string): Promise<Group[]> {
  const found = (await grantedRows(strapi)
    .where({ owner })
    .orderBy('answered_on', 'desc')
    .limit(COMPARED)
    .select('id')) as { id: string }[];
  const ids = found.map(({ id }) => id);
  const rows = (await findRequests(strapi.db.connection, ids)).map((row) => ({
    ...row,
    publications: answerOf(strapi, row)?.publications ?? [],
  }));
  const suggested = (await strapi.db
    .connection('information_request_suggestions')
    .whereIn('request_id', ids)) as {
    request_id: string;
    sealed: string;
  }[];
  const suggestions = new Map(
    suggested.map(({ request_id: id, sealed }) => [id, openFor<string>(strapi, id, sealed)]),
  );
  rows.sort((a, b) => a.submittedAt.getTime() - b.submittedAt.getTime() || a.id.localeCompare(b.id));
  return groupRequests(rows)
    .filter((group) => applicantsOf(group) > 1 || group.some(({ id }) => suggestions.has(id)))
    .map((group) => ({ id: String(group[0]?.id), rows: group, suggestions }));
}

type Decided = {
  requests: unknown;
  decision: 'accepted' | 'declined';
  reason: string | null;
  document_id: string | null;
  uid: string | null;
  by_name: string;
  decided_at: Date;
};

async function told(
  strapi: Core.Strapi,
  owner: string,
  group: Group,
  mayDecide: boolean,
): Promise<ProposalTold> {
  const ids = group.rows.map(({ id }) => id);
  const decision = await decisionOn(strapi, owner, ids);
  const named = await publicationsNamed(strapi, [...new Set(group.rows.flatMap((row) => row.publications))]);
  const requests = group.rows.map((row) => ({
    ...{ id: row.id, number: row.number, title: titleOf(strapi, row), answeredOn: String(row.answeredOn) },
  }));
  return {
    ...{ id: group.id, owner, ownerName: await nameOfDepartment(strapi, owner) },
    title: requests[0]?.title ?? '',
    applicants: applicantsOf(group.rows),
    requests,
    suggestions: ids.flatMap((id) => group.suggestions.get(id) ?? []),
    named: named.filter(({ isLive }) => isLive).map(({ title }) => title),
    decision,
    mayDecide,
  };
}

/** The decision that answers a group; null where there is none, or where several more have asked since. */
export async function decisionOn(
  strapi: Core.Strapi,
  owner: string,
  ids: readonly string[],
): Promise<ProposalTold['decision']> {
  const rows = (await strapi.db
    .connection('information_request_proposals')
    .where({ owner })
    .whereIn('id', [...ids])
    .orderBy('decided_at', 'desc')) as Decided[];
  const row = rows.find(({ requests }) => isDecided(ids, fromJson<string[]>(requests)));
  if (!row) return null;
  const { decision, reason, by_name: byName, document_id: documentId, uid } = row;
  return {
    ...{ decision, reason, byName, on: shanghaiDateOf(row.decided_at) },
    document: uid && documentId ? { uid, documentId } : null,
  };
}
