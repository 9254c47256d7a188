import type { Core } from '@strapi/strapi';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import { audit } from '../acts/submit';
import { isConfigured, scanBytes } from '../files/clamd';
import { dropContent, type FileRow, findFile, readBytes } from '../files/store';
import { settingsOf } from '../settings';
import { findRequest } from '../store/rows';

const BATCH = 200;

/** Asks the scanner about what it has not seen: it was down, or was set up later. Goes on until it does not answer. */
export async function scanWaiting(strapi: Core.Strapi): Promise<number> {
  if (!isConfigured(settingsOf(strapi).clamd)) return 0;
  const rows = (await strapi.db
    .connection('information_request_files')
    .whereIn('scan', ['waiting', 'unscanned'])
    // one that the scanner does not take keeps no other waiting
    .orderByRaw('random()')
    .limit(BATCH)
    .select('id', 'request_id')) as { id: string; request_id: string }[];
  let done = 0;
  for (const { id, request_id: requestId } of rows) {
    const file = await findFile(strapi.db.connection, requestId, id);
    if (!file) continue;
    try {
      if (!(await scanOne(strapi, file))) break;
      done += 1;
    } catch (error) {
      // one that cannot be read keeps no other waiting
      strapi.log.error(error);
    }
  }
  return done;
}

/** @returns false where the scanner did not answer */
async function scanOne(strapi: Core.Strapi, file: FileRow): Promise<boolean> {
  const verdict = await scanBytes(
    settingsOf(strapi).clamd,
    await readBytes(strapi, strapi.db.connection, file),
  );
  if (verdict === 'unreachable') return false;
  if (verdict === 'refused') return true;
  await inTransaction(strapi, async (trx) => {
    const request = await findRequest(trx, file.requestId);
    if (!request || !(await findFile(trx, file.requestId, file.id, true))) return;
    if (verdict === 'clean') {
      await trx('information_request_files').where({ id: file.id }).update({ scan: 'clean' });
      return;
    }
    await dropContent(trx, file.id);
    await audit(strapi, trx, {
      ...{ verb: 'request-file-infected', actor: null, id: request.id, owner: request.owner },
      ...{ version: request.version, details: { file: file.id } },
    });
  });
  return true;
}
