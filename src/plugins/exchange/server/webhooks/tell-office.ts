import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import { loadPeople } from '../../../notifications/server/people';
import { tell } from '../../../notifications/server/store/write';
import type { Target } from './targets';

/** Tells the office that a target is paused. */
export async function tellOffice(
  strapi: Core.Strapi,
  trx: Transaction,
  { id, name }: Pick<Target, 'id' | 'name'>,
  now: Date,
): Promise<void> {
  const office = await loadPeople(strapi, { supervisor: true });
  await tell(
    strapi,
    trx,
    office,
    {
      kind: 'webhook-paused',
      key: `webhook:${id}:${now.toISOString()}`,
      documentId: null,
      type: null,
      title: `推送“${name}”已自动暂停`,
      detail: '对方连续多日没有接收,请与对方联系,然后在“数据交换”里恢复推送;暂停期间的变更不会丢失',
    },
    now,
  );
}
