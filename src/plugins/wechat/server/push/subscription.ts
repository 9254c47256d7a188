import type { Core } from '@strapi/strapi';
import type { OutboxEvent, Subscription } from '../../../disclosure/server/outbox/subscriptions';
import { findPublication } from '../../../disclosure/server/read-model/find-publication';
import type { Transaction } from '../../../disclosure/server/types';
import { findChoice } from '../choice/choices';
import { isDefaultOf } from '../choice/is-chosen';
import { loadDefaults } from '../office/defaults';
import { loadOfficeSettings } from '../office/store';
import { maySend, settingsOf } from '../settings';
import { askFor, lookAgain } from './drafts';

/** A person has published: the office's default holds. What an import brings in by the thousand is left alone. */
const BY_A_PERSON = new Set(['document.published', 'document.expedited']);

/** Follows what becomes public, changes or goes, and puts it into the queue of drafts. */
export const subscription = (strapi: Core.Strapi, wake: () => void): Subscription => ({
  name: 'wechat',
  topics: [...['publication.published', 'publication.withdrawn', 'publication.transferred'], ...BY_A_PERSON],
  async handle(event, trx) {
    await ask(strapi, event, trx);
    void trx.executionPromise.then(wake, () => undefined);
  },
});

async function ask(
  strapi: Core.Strapi,
  { topic, documentId, payload }: OutboxEvent,
  trx: Transaction,
): Promise<void> {
  const choice = await findChoice(trx, documentId);
  const push = async () => {
    const { autoPublish } = await loadOfficeSettings(trx);
    await askFor(trx, { documentId, type: payload.type, wanted: true, autoPublish });
  };
  if (BY_A_PERSON.has(topic)) {
    if (choice || !maySend(settingsOf(strapi))) return;
    const found = await findPublication(trx, documentId, { trx });
    if (found?.state === 'live' && isDefaultOf(await loadDefaults(strapi), found.publication)) await push();
  } else if (topic === 'publication.published' && choice) {
    if (choice.chosen) await push();
  } else await lookAgain(trx, documentId);
}
