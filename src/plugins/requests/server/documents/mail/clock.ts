import type { Core } from '@strapi/strapi';
import { type Clock, startClock } from '../../../../disclosure/server/jobs/clock';
import { sendDueNotices } from './send-due';

let clock: Clock | null = null;

/** Sends notices by mail as they come; a mail server that answers slowly delays nothing else. */
export function startMails(strapi: Core.Strapi): void {
  clock = startClock(strapi, () => sendDueNotices(strapi));
}

/** After something may have been queued. */
export const wakeMails = (): void => clock?.wake();

export async function stopMails(): Promise<void> {
  await clock?.stop();
  clock = null;
}
