import type { Core } from '@strapi/strapi';
import type { Transaction } from '../../../disclosure/server/types';
import { audit } from '../acts/submit';
import { tellDesk } from './tell-desk';

type Moved = { id: string; number: string | null; owner: string; version: number };

/** Says that a term ends on another day because the calendar of working days has changed. */
export async function tellMoved(
  strapi: Core.Strapi,
  trx: Transaction,
  request: Moved,
  { from, to }: { from: string; to: string },
): Promise<void> {
  const { id, owner, version } = request;
  await audit(strapi, trx, {
    ...{ verb: 'request-deadline-moved', actor: { kind: 'system', name: '工作日日历' }, id, owner, version },
    details: { from, to },
  });
  await tellDesk(strapi, trx, request, {
    kind: 'request-deadline',
    key: `request-deadline:${id}:${to}`,
    detail: `工作日日历有变动，答复期限由${from}改为${to}`,
  });
}
