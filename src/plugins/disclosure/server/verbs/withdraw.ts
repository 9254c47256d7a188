import { DisclosureError } from '../errors';
import { isLive, updateWorkingCopy } from '../gate/working-copy';
import { lockLinksOf, removeLinks } from '../links/write-links';
import { writeTombstone } from '../read-model/write-tombstone';
import { isOfficeOrder } from '../rules/ownership';
import type { Verb } from './verb';

/** 撤回: by the owner or by order of the district office; a tombstone with the reason stays. */
export const withdraw: Verb = {
  verb: 'withdraw',
  label: '撤回',
  from: ['published', 'draft', 'submitted', 'returned', 'approved', 'scheduled'],
  to: 'withdrawn',
  live: true,
  who: 'owner-or-office',
  duty: 'publisher',
  reason: 'required',
  hint: '只有正在公开的信息可以撤回',
  action: 'unpublish',
  async apply(context) {
    const { input, subject, actor, strapi, trx, type, write } = context;
    const { successor } = input;
    if (successor && (successor === subject.documentId || !(await isLive(strapi, successor, trx)))) {
      throw new DisclosureError('INVALID_INPUT', '替代信息不存在或未公开，请核对后再撤回');
    }
    await lockLinksOf(context);
    const value = await write();
    await updateWorkingCopy(context, {
      state: 'withdrawn',
      version: subject.version + 1,
      urgencyReason: null,
      urgentAt: null,
    });
    await writeTombstone(context, { reason: String(input.reason).trim(), successor: successor ?? null });
    await removeLinks(context);
    await type.manifest.afterWithdraw?.(context);
    return {
      documentId: String(subject.documentId),
      value,
      details: { successor: successor ?? null, ordered: isOfficeOrder(actor, subject) },
    };
  },
};
