import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import type { DailyNews } from '../../../notifications/server/daily-looks';
import { applicantsOf } from './group-requests';
import { decisionOn, groupsOf } from './read-proposals';

/** The page of the panel that shows what is proposed. */
const PROPOSALS_PAGE = '/plugins/requests?proposal=';

/** Tells a department once that several have asked for the same (条例第四十四条第一款). */
export async function lookAtFrequent(strapi: Core.Strapi, trx: Transaction): Promise<DailyNews[]> {
  const { rows } = await trx.raw(
    `select owner from information_requests
      where answered_on >= current_date - 365 and outcome in ('granted', 'partialGrant')
        and state in ('sent', 'served', 'archived')
      group by owner having count(distinct applicant_key) > 1`,
  );
  const news: DailyNews[] = [];
  for (const { owner } of rows as { owner: string }[]) {
    for (const { id, rows: members } of await groupsOf(strapi, owner)) {
      if (applicantsOf(members) < 2) continue;
      const decided = await decisionOn(
        strapi,
        owner,
        members.map((member) => member.id),
      );
      if (decided) continue;
      news.push({
        kind: 'request-frequent',
        key: `request-frequent:${id}:${members.length}`,
        ...{ documentId: id, type: PROPOSALS_PAGE, owner },
        title: `多人申请相同的信息（${members.length}件）`,
        detail: '多人申请，建议纳入主动公开；不宜公开的，请说明理由',
      });
    }
  }
  return news;
}
