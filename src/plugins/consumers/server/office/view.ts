import type { Core } from '@strapi/strapi';
import { shanghaiInstant, todayInShanghai } from '../../../disclosure/server/rules/dates';
import { type Consumer, type Standing, standingOf } from '../consumer';
import type { ConsumersView, ConsumerView } from '../contract';
import { readUsage } from '../usage/read-usage';
import { readConsumers } from './store';

const NAMES: Record<Standing, string> = { active: '有效', revoked: '已停用', expired: '已到期' };

function toView(consumer: Consumer, today: number): ConsumerView {
  const { keyHash: _secret, revokedAt: _revoked, keySince, createdAt, ...told } = consumer;
  const standing = standingOf(consumer);
  return {
    ...told,
    keySince: shanghaiInstant(keySince),
    createdAt: shanghaiInstant(createdAt),
    standing,
    standingName: NAMES[standing],
    today,
  };
}

/** What the page 数据开放用户 shows. */
export async function viewConsumers(strapi: Core.Strapi, days: number): Promise<ConsumersView> {
  const [consumers, usage] = await Promise.all([readConsumers(strapi), readUsage(strapi, days)]);
  const day = todayInShanghai();
  const today = new Map<number, number>();
  for (const row of usage) {
    if (row.day === day) today.set(row.consumerId, (today.get(row.consumerId) ?? 0) + row.requests);
  }
  return { consumers: consumers.map((one) => toView(one, today.get(one.id) ?? 0)), usage, days };
}
