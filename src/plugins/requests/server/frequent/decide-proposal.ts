import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError, refuse, toError } from '../../../disclosure/server/errors';
import { perform } from '../../../disclosure/server/gate/perform';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { findCatalogueItem } from '../../../disclosure/server/reference-data/catalogue-items';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import type { DocumentUid, Member } from '../../../disclosure/server/types';
import { recordTypeOf } from '../../../disclosure/server/workbench/owed';
import { proposeEntry } from '../../../disclosure/server/workbench/prefill';
import { audit } from '../acts/submit';
import { findVisible } from '../reads/detail';
import { findRequest } from '../store/rows';
import { decisionOn, groupsOf } from './read-proposals';

export const acceptSchema = z.strictObject({
  catalogueItem: z.string('请选择目录事项').trim().min(1, '请选择目录事项').max(64),
  title: z.string('请填写标题').trim().min(1, '请填写标题').max(200, '标题最多200个字'),
});
export const declineSchema = z.strictObject({
  reason: z.string('请填写理由').trim().min(1, '请填写理由').max(1_000, '理由最多1000个字'),
});

type Draft = { uid: DocumentUid; documentId: string };
type Decision =
  | ({ decision: 'accepted' } & z.infer<typeof acceptSchema>)
  | ({ decision: 'declined' } & z.infer<typeof declineSchema>);

/**
 * Decides on a proposal: a draft in the row of the catalogue that fits, made through the write gate in the name of whoever
 * decides, or a reason why not.
 *
 * @throws DisclosureError NOT_FOUND, NOT_OWNER, DUTY_REQUIRED, INVALID_INPUT, what the gate refuses
 */
export async function decideProposal(
  strapi: Core.Strapi,
  member: Member,
  id: string,
  decided: Decision,
): Promise<Draft | null> {
  const { owner, version } = await findVisible(strapi, member, id);
  if (owner !== member.department) {
    throw toError(refuse('NOT_OWNER', '谁公开、谁负责：是否主动公开由承办部门决定'));
  }
  if (!member.duties.some((duty) => duty === 'editor' || duty === 'reviewer'))
    throw toError(refuse('DUTY_REQUIRED'));
  const group = (await groupsOf(strapi, owner)).find((one) => one.id === id);
  if (!group) throw new DisclosureError('NOT_FOUND', '这项建议已不存在，请刷新');
  const ids = group.rows.map((one) => one.id);
  return inTransaction(strapi, async (trx) => {
    // of two who decide at once the second waits, and is told
    await findRequest(trx, id, true);
    if ((await decisionOn(strapi, owner, ids))?.decision === 'accepted') {
      throw new DisclosureError('INVALID_TRANSITION', '已决定纳入主动公开，请打开草稿继续办理');
    }
    const draft = decided.decision === 'accepted' ? await makeDraft(strapi, decided) : null;
    const row = {
      ...{ owner, requests: JSON.stringify(ids), decision: decided.decision },
      reason: decided.decision === 'declined' ? decided.reason : null,
      ...{ document_id: draft?.documentId ?? null, uid: draft?.uid ?? null },
      ...{ by_name: member.name, decided_at: new Date() },
    };
    await trx('information_request_proposals')
      .insert({ id, ...row })
      .onConflict('id')
      .merge(row);
    await audit(strapi, trx, {
      ...{ verb: `request-proposal-${decided.decision}`, actor: member, id, owner, version },
      ...{
        reason: row.reason,
        details: { requests: ids.length, document: draft?.documentId ?? null },
      },
    });
    return draft;
  });
}

async function makeDraft(
  strapi: Core.Strapi,
  { catalogueItem, title }: z.infer<typeof acceptSchema>,
): Promise<Draft> {
  const item = await findCatalogueItem(strapi, catalogueItem);
  const uid = item && recordTypeOf(strapi, item.domain);
  if (!item || !uid) throw new DisclosureError('INVALID_INPUT', '没有这个目录事项，请从列表中选择');
  const proposed = proposeEntry(item, { period: null, today: todayInShanghai() });
  const { documentId } = await perform(strapi, {
    verb: 'create',
    uid: uid as DocumentUid,
    data: { ...proposed, title, disclosureMode: 'proactive' },
  });
  return { uid: uid as DocumentUid, documentId };
}
