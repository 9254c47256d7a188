import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { type Key, keySchema, openByKey } from '../acts/applicant';
import { audit } from '../acts/submit';
import { tellOfAct } from '../notices/tell-of-act';
import { sealFor } from '../store/keys';
import type { RequestRow } from '../store/rows';

export const suggestionSchema = keySchema.extend({
  text: z.string('请填写建议').trim().min(1, '请填写建议').max(1_000, '建议最多1000个字'),
});

/** 第四十四条第二款 speaks of information that was given on request. */
export const isGiven = ({ state, outcome }: Pick<RequestRow, 'state' | 'outcome'>): boolean =>
  (state === 'sent' || state === 'served' || state === 'archived') &&
  (outcome === 'granted' || outcome === 'partialGrant');

export const hasSuggested = async (strapi: Core.Strapi, id: string): Promise<boolean> =>
  (await strapi.db.connection('information_request_suggestions').where({ request_id: id }).first('at')) !==
  undefined;

/**
 * The applicant proposes that what she was given be public: it concerns many, or many should know it (条例第四十四条第二款).
 *
 * @throws DisclosureError NOT_FOUND, INVALID_TRANSITION
 */
export async function suggest(strapi: Core.Strapi, key: Key, text: string): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const { row } = await openByKey(strapi, trx, key, true);
    if (!isGiven(row))
      throw new DisclosureError('INVALID_TRANSITION', '只能就已经公开给您的信息提出主动公开的建议');
    const added = await trx('information_request_suggestions')
      .insert({ request_id: row.id, sealed: sealFor(strapi, row.id, text) })
      .onConflict('request_id')
      .ignore()
      .returning('request_id');
    if (added.length === 0) throw new DisclosureError('INVALID_TRANSITION', '已收到您的建议，不用重复提出');
    await audit(strapi, trx, {
      ...{
        verb: 'request-applicant-suggest',
        actor: null,
        id: row.id,
        owner: row.owner,
        version: row.version,
      },
    });
    await tellOfAct(strapi, trx, 'applicant-suggest', row.id, null);
  });
}
