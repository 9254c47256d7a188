import type { Core } from '@strapi/strapi';
import { rolesSettled } from '../access/follow';
import { appendAuditEntry } from '../audit/append';
import { checkDirectChange } from '../catalogue/direct-change';
import { DisclosureError, refuse, toError } from '../errors';
import { CATALOGUE_ITEM } from '../reference-data/catalogue-items';
import { checkReferenceData } from '../reference-data/check';
import { mayKeepReferenceData } from '../rules/ownership';
import type { Values } from '../types';
import { resolveActor } from './actor';
import { inTurn } from './in-turn';
import { forgetReads } from './once';
import { recordRefusal } from './refusals';
import { runInsideGate } from './storage';
import { inTransaction } from './transaction';

const REFERENCE_TYPES = new Set([
  'plugin::disclosure.department',
  'plugin::disclosure.membership',
  'plugin::disclosure.responsibility',
  'plugin::disclosure.catalogue-item',
  'plugin::disclosure.column',
  'plugin::disclosure.calendar-day',
]);

type DocumentContext = { uid: string; action: string; params: { documentId?: string; data?: Values } };

export const isReferenceType = (uid: string): boolean => REFERENCE_TYPES.has(uid);

/** Lets the office change reference data, and writes each change to the audit log. */
export async function guardReferenceData(
  strapi: Core.Strapi,
  context: DocumentContext,
  next: () => Promise<unknown>,
): Promise<unknown> {
  const actor = await resolveActor(strapi);
  const { uid, action, params } = context;
  try {
    if (!actor) throw toError(refuse('NO_ACTOR'));
    if (!mayKeepReferenceData(actor)) throw toError(refuse('NOT_ALLOWED', '基础数据由区政务公开办维护'));
    const done = await inTransaction(strapi, (trx) =>
      inTurn(trx, async () => {
        await checkReferenceData(strapi, context);
        forgetReads(trx);
        const isRow = uid === CATALOGUE_ITEM;
        const record = isRow ? await checkDirectChange({ strapi, trx, actor }, context) : null;
        const result = (await runInsideGate(next)) as { documentId?: string } | null;
        await record?.();
        await appendAuditEntry(strapi, trx, {
          verb: `reference-${action}`,
          outcome: 'done',
          actor,
          type: uid,
          documentId: result?.documentId ?? params.documentId ?? null,
          owner: null,
          version: null,
          editionNo: null,
          reason: null,
          details: params.data ? { values: params.data } : null,
        });
        return result;
      }),
    );
    // whoever is answered can go on with what the change opened to her
    await rolesSettled(strapi);
    return done;
  } catch (error) {
    if (error instanceof DisclosureError) {
      const refused = { verb: 'edit' as const, type: { uid }, documentId: params.documentId, input: {} };
      await recordRefusal(strapi, refused, actor, null, error);
    }
    throw error;
  }
}
