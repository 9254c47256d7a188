import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { DisclosureError, toError } from '../../../disclosure/server/errors';
import { inTransaction } from '../../../disclosure/server/gate/transaction';
import type { IncomingFile } from '../../../disclosure/server/http/incoming-files';
import type { Member, Transaction } from '../../../disclosure/server/types';
import type { FileRole } from '../../shared/files';
import { fileRefusal } from '../files/decide';
import { noFile } from '../files/read-files';
import {
  type CheckedFile,
  type FileRow,
  filesOf,
  findFile,
  insertFile,
  type Redaction,
  removeFile,
} from '../files/store';
import { type Present, takeFiles } from '../files/take-files';
import { findRequest, type RequestRow } from '../store/rows';
import { audit } from './submit';

export const addSchema = z.strictObject({
  role: z.enum(['application', 'answer', 'original'], '请选择附件的用途'),
});
export const removalSchema = z.strictObject({
  reason: z.string('请填写理由').trim().min(2, '请填写删除的理由').max(200, '理由最多200个字'),
});

/** Whose files count together. */
const sideOf = (role: FileRole) => (role === 'application' ? 'application' : 'answer');

async function requireChange(
  knex: Parameters<typeof findRequest>[0],
  member: Member,
  requestId: string,
  role: FileRole,
  lock = false,
): Promise<RequestRow> {
  const request = await findRequest(knex, requestId, lock);
  if (!request) throw new DisclosureError('NOT_FOUND', '没有找到该申请');
  const refusal = fileRefusal(role, member, request);
  if (refusal) throw toError(refusal);
  return request;
}

async function presentOf(
  knex: Parameters<typeof filesOf>[0],
  requestId: string,
  role: FileRole,
): Promise<Present> {
  const rows = (await filesOf(knex, requestId)).filter((row) => sideOf(row.role) === sideOf(role));
  return { count: rows.length, bytes: rows.reduce((sum, { size }) => sum + size, 0) };
}

/**
 * Adds files at the desk: scans of what the applicant brought, what is handed over, or originals to be redacted.
 *
 * @throws DisclosureError with a code and a sentence; then nothing was kept
 */
export async function addFiles(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  role: z.infer<typeof addSchema>['role'],
  incoming: readonly IncomingFile[],
): Promise<void> {
  if (incoming.length === 0) throw new DisclosureError('INVALID_INPUT', '请选择要上传的附件');
  const { connection } = strapi.db;
  await requireChange(connection, member, requestId, role);
  const files = await takeFiles(strapi, incoming, await presentOf(connection, requestId, role));
  await inTransaction(strapi, async (trx) => {
    const request = await requireChange(trx, member, requestId, role, true);
    for (const file of files) {
      const id = await insertFile(strapi, trx, { requestId, role, by: byOf(member), file });
      await noteChange(strapi, trx, member, request, {
        ...{ verb: 'request-file-added', details: { file: id, role, type: file.type, scan: file.scan } },
      });
    }
    await touch(trx, member, request, role);
  });
}

/** Keeps a redacted copy, which is nobody's but the desk's until it has been accepted. */
export async function keepRedaction(
  strapi: Core.Strapi,
  member: Member,
  original: FileRow,
  file: CheckedFile,
  redaction: Redaction,
): Promise<string> {
  return inTransaction(strapi, async (trx) => {
    const { requestId } = original;
    const request = await requireChange(trx, member, requestId, 'redaction', true);
    if (!(await findFile(trx, requestId, original.id))) throw noFile();
    const made = { from: original.id, redaction };
    const id = await insertFile(strapi, trx, { requestId, role: 'redaction', by: byOf(member), file }, made);
    // how much was removed and by which article; never what
    await noteChange(strapi, trx, member, request, {
      ...{ verb: 'request-file-redacted', reason: redaction.reason },
      details: { file: id, of: original.id, removed: redaction.removed, article: redaction.article },
    });
    await touch(trx, member, request, 'redaction');
    return id;
  });
}

/** After it has been looked at, a redacted copy becomes a file that is handed over. */
export async function acceptRedaction(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  fileId: string,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const request = await requireChange(trx, member, requestId, 'redaction', true);
    const file = await findFile(trx, requestId, fileId, true);
    if (!file) throw noFile();
    if (file.role !== 'redaction') {
      throw new DisclosureError('INVALID_TRANSITION', '只有待确认的遮盖件可以确认');
    }
    await trx('information_request_files').where({ id: fileId }).update({ role: 'answer' });
    await noteChange(strapi, trx, member, request, {
      ...{ verb: 'request-file-accepted', details: { file: fileId, of: file.madeFrom } },
    });
    await touch(trx, member, request, 'redaction');
  });
}

/** Takes a file away, with a reason. */
export async function dropFile(
  strapi: Core.Strapi,
  member: Member,
  requestId: string,
  fileId: string,
  reason: string,
): Promise<void> {
  await inTransaction(strapi, async (trx) => {
    const found = await findFile(trx, requestId, fileId);
    const request = await requireChange(trx, member, requestId, found?.role ?? 'answer', true);
    if (!found) throw noFile();
    if ((await filesOf(trx, requestId)).some(({ madeFrom }) => madeFrom === fileId)) {
      throw new DisclosureError('INVALID_TRANSITION', '请先删除由它做成的遮盖件');
    }
    await removeFile(trx, fileId);
    await noteChange(strapi, trx, member, request, {
      ...{ verb: 'request-file-removed', reason, details: { file: fileId, role: found.role } },
    });
    await touch(trx, member, request, found.role);
  });
}

/** Each look into a file is in the audit log. */
export const noteLook = (
  strapi: Core.Strapi,
  member: Member,
  request: RequestRow,
  details: Record<string, unknown>,
): Promise<void> =>
  inTransaction(strapi, (trx) =>
    audit(strapi, trx, {
      ...{ verb: 'request-file-viewed', actor: member, id: request.id, owner: request.owner },
      ...{ version: request.version, details },
    }),
  );

const byOf = ({ name, department }: Member) => ({ name, department });

type Change = { verb: string; reason?: string; details: Record<string, unknown> };

const noteChange = (
  strapi: Core.Strapi,
  trx: Transaction,
  actor: Member,
  { id, owner, version }: RequestRow,
  { verb, reason, details }: Change,
): Promise<void> =>
  audit(strapi, trx, {
    verb,
    actor,
    id,
    owner,
    version: version + 1,
    reason: reason ?? null,
    details,
  });

/** Who changes what is handed over has a part in the answer: another one reviews it (as with its words). */
async function touch(trx: Transaction, member: Member, request: RequestRow, role: FileRole): Promise<void> {
  const authors =
    role === 'application' ? request.authors : [...new Set([...request.authors, member.personId])];
  await trx('information_requests')
    .where({ id: request.id })
    .update({
      authors: JSON.stringify(authors),
      version: request.version + 1,
      changed_at: trx.fn.now(),
    });
}
