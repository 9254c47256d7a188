import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { loadPeople } from '../../../notifications/server/people';
import { tell } from '../../../notifications/server/store/write';
import type { WechatError } from './errors';

/** Tells the office that nothing is pushed any more, and what to do. */
export async function tellOffice(
  strapi: Core.Strapi,
  { code, advice }: WechatError,
  now: Date,
): Promise<void> {
  const office = await loadPeople(strapi, { supervisor: true });
  await inTransaction(strapi, (trx) =>
    tell(
      strapi,
      trx,
      office,
      {
        ...{ kind: 'wechat-stopped', key: `wechat-stop:${code}:${now.toISOString()}` },
        ...{ documentId: null, type: null },
        title: '公众号草稿停止推送',
        detail: advice,
      },
      now,
    ),
  );
}
