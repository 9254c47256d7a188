import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../../disclosure/server/jobs/clock';
import { sweepMessages } from '../callback/remembered';
import { pushDue } from './push-due';

let clock: Clock | null = null;
let stopped = false;

/** WeChat that answers slowly delays no publication: a clock of its own. */
export function startPush(strapi: Core.Strapi): void {
  stopped = false;
  clock = startClock(strapi, async () => {
    await sweepMessages(strapi.db.connection);
    return pushDue(strapi, () => stopped);
  });
}

/** Something waits. */
export const wakePush = (): void => clock?.wake();

export async function stopPush(): Promise<void> {
  stopped = true;
  await clock?.stop();
  clock = null;
}
