import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { currentProfile } from '../../../disclosure/server/privacy/encryption-profile';
import { textOf } from '../acts/submit';
import { applicantKey, openFor, sealFor, tracesOf } from '../store/keys';
import { contentOf, findRequest } from '../store/rows';

const BATCH = 100;

/**
 * After a switch of the profile of encryption: seals anew what is kept of open and closed requests, and computes anew what
 * the same applicant and similar requests are found by. What an event says stays as it was sealed: nobody changes events.
 */
export async function resealOld(strapi: Core.Strapi): Promise<number> {
  const mark = `${currentProfile()}.%`;
  for (let done = 0; ; ) {
    const ids = (await strapi.db
      .connection('information_requests')
      .whereNotNull('sealed')
      .whereRaw('sealed not like ?', [mark])
      .limit(BATCH)
      .pluck('id')) as string[];
    if (ids.length === 0) return done;
    for (const id of ids) await inTransaction(strapi, (trx) => reseal(strapi, trx, id));
    done += ids.length;
  }
}

async function reseal(
  strapi: Core.Strapi,
  trx: Parameters<typeof findRequest>[0],
  id: string,
): Promise<void> {
  const row = await findRequest(trx, id, true);
  const content = row && contentOf(strapi, row);
  if (!row || !content) return;
  await trx('information_requests')
    .where({ id })
    .update({
      sealed: sealFor(strapi, id, content),
      answer: row.answer && sealFor(strapi, id, openFor(strapi, id, row.answer)),
      applicant_key: applicantKey(strapi, content.applicant),
      traces: tracesOf(strapi, textOf(content.wanted)),
    });
}
