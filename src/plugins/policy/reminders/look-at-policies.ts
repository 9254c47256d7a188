import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../disclosure/server/types';
import type { DailyNews } from '../../notifications/server/daily-looks';
import { findExpiring } from '../documents/read-expiring';
import { findUninterpreted } from './find-uninterpreted';

/** What the departments are reminded of on a working day: documents to evaluate, documents to interpret. */
export async function lookAtPolicies(
  strapi: Core.Strapi,
  trx: Transaction,
  today: string,
): Promise<DailyNews[]> {
  const [expiring, uninterpreted] = await Promise.all([
    findExpiring(strapi, today),
    findUninterpreted(strapi, trx),
  ]);
  return [
    ...expiring.map(
      ({ documentId, type, title, owner, validUntil }): DailyNews => ({
        kind: 'evaluation',
        key: `evaluation:${documentId}:${validUntil}`,
        documentId,
        type,
        title,
        owner,
        detail: `有效期至${validUntil}，请评估后修改、废止或者重新发布`,
      }),
    ),
    ...uninterpreted.map(
      ({ documentId, type, title, owner, dueOn }): DailyNews => ({
        kind: 'interpretation',
        // once before the day, and then every working day
        key: `interpretation:${documentId}:${dueOn < today ? today : dueOn}`,
        documentId,
        type,
        title,
        owner,
        detail: dueOn < today ? `解读期限${dueOn}已过，公众看到“未按期解读”` : `请在${dueOn}前发布解读`,
      }),
    ),
  ];
}
