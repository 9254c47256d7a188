import type { Transaction } from '../../../disclosure/server/types';
import type { DraftState } from '../contract';

/** `publish_status` of WeChat: what it means, and what a person should do. */
const RESULTS: Readonly<Record<number, { state: DraftState; advice: string | null }>> = {
  0: { state: 'published', advice: null },
  1: { state: 'submitted', advice: null },
  2: { state: 'attention', advice: '微信的原创校验没有通过，请在公众号后台查看' },
  3: { state: 'attention', advice: '微信没有发表成功，请在公众号后台查看原因' },
  4: { state: 'attention', advice: '微信平台审核不通过，请在公众号后台查看原因' },
  5: { state: 'attention', advice: '文章发表后在公众号里被删除' },
  6: { state: 'attention', advice: '文章发表后被微信平台封禁，请在公众号后台查看' },
};

export const resultOf = (status: number): { state: DraftState; advice: string | null } =>
  RESULTS[status] ?? { state: 'attention', advice: `微信返回的发表状态是 ${status}，请在公众号后台查看` };

/** What WeChat's event PUBLISHJOBFINISH tells of a submitted draft; may come any number of times. */
export async function recordResult(
  trx: Transaction,
  { publishId, status, url }: { publishId: string; status: number; url: string | null },
): Promise<void> {
  const { state, advice } = resultOf(status);
  await trx('wechat_drafts')
    .where({ publish_id: publishId, state: 'submitted' })
    .update({ state, advice, article_url: url, code: null, next_try_at: null, updated_at: new Date() });
}
