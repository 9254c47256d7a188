import type { Core } from '@strapi/strapi';
import { toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { recordChange, recordingRefusals } from '../audit';
import type { PersonAnswer } from '../contract';
import { parseInput } from '../http/input';
import { type ActName, findAct } from './acts';
import { mayChange } from './rules';
import { requireKeeper, requirePerson, toPerson } from './view';

/** Key of the lock that puts changes of accounts in order, over all instances. */
const ONE_AT_A_TIME = 7_014_303;

/**
 * Does something to a person's account: one transaction, one entry of the audit log.
 *
 * @throws DisclosureError NOT_ALLOWED, NOT_FOUND, INVALID_INPUT, INVALID_TRANSITION
 */
export async function performAct(
  strapi: Core.Strapi,
  name: ActName,
  id: string,
  body: unknown,
): Promise<PersonAnswer> {
  const verb = `account-${name}`;
  return recordingRefusals(strapi, { verb, personId: id }, async () => {
    const actor = await requireKeeper(strapi);
    const { input: schema, perform } = findAct(name);
    const input = parseInput(schema, body);
    const { initialPassword } = await inTransaction(strapi, async (trx) => {
      // two administrators who disable each other at the same moment would leave none
      await strapi.db.connection.raw('select pg_advisory_xact_lock(?)', [ONE_AT_A_TIME]).transacting(trx);
      const person = await requirePerson(strapi, id);
      const refusal = mayChange(actor, { id: person.id, isAdministrator: person.is_administrator });
      if (refusal) throw toError(refusal);
      const result = await perform({ strapi, trx, actor, person, input });
      const { reason } = input as { reason?: string };
      await recordChange(strapi, trx, { verb, actor, personId: id, reason, details: result.details });
      return result;
    });
    const person = toPerson(strapi, actor, await requirePerson(strapi, id));
    return { person, ...(initialPassword ? { initialPassword } : {}) };
  });
}
