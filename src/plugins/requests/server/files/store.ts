import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { encryptionKey } from '../../../disclosure/server/privacy/derived-key';
import { keyedHash } from '../../../disclosure/server/privacy/keyed-hash';
import { openBytes, sealBytes } from '../../../disclosure/server/privacy/secret-box';
import type { Transaction } from '../../../disclosure/server/types';
import type { FileEnding, FileRole, Scan } from '../../shared/files';
import { openFor, sealFor } from '../store/keys';
import type { By } from '../store/write';

/** A file that has been looked at and may be kept. */
export type CheckedFile = { name: string; type: FileEnding; bytes: Buffer; scan: Scan };

/** What was removed from an original; kept sealed, for it says what is withheld. */
export type Redaction = { removed: number; texts: string[]; article: string; reason: string };

export type FileRow = {
  id: string;
  requestId: string;
  role: FileRole;
  name: string;
  type: FileEnding;
  size: number;
  hash: string;
  parts: number;
  scan: Scan;
  madeFrom: string | null;
  redaction: string | null;
  byName: string;
  addedAt: Date;
};

const COLUMNS = `id, request_id as "requestId", role, name, type, size, hash, parts, scan, made_from as "madeFrom", redaction,
  by_name as "byName", added_at as "addedAt"`;

type Reader = Transaction | Core.Strapi['db']['connection'];

/** Bytes of a part: what is in memory at once beside the file. */
const PART = 1024 * 1024;

/** Each file has a key of its own. */
const keyOf = (strapi: Core.Strapi, fileId: string) => encryptionKey(strapi, `requests: file ${fileId}`);
/** A part opens in its place alone, and only where the file has not become shorter or longer. */
const placeOf = (fileId: string, no: number, parts: number) => `${fileId}:${no}/${parts}`;
const hashOf = (strapi: Core.Strapi, bytes: Buffer) =>
  keyedHash(encryptionKey(strapi, 'requests: file hash'), '').update(bytes).digest('base64url');

type NewFile = { requestId: string; role: FileRole; by: By; file: CheckedFile };

/** Writes a file down, sealed in parts, with its row: in the transaction of what it belongs to. */
export async function insertFile(
  strapi: Core.Strapi,
  trx: Transaction,
  { requestId, role, by, file }: NewFile,
  made?: { from: string; redaction: Redaction },
): Promise<string> {
  const id = randomUUID();
  const parts = Math.ceil(file.bytes.length / PART);
  await trx('information_request_files').insert({
    ...{ id, request_id: requestId, role, type: file.type, size: file.bytes.length, parts, scan: file.scan },
    name: sealFor(strapi, id, file.name),
    hash: hashOf(strapi, file.bytes),
    made_from: made?.from ?? null,
    redaction: made ? sealFor(strapi, id, made.redaction) : null,
    by_name: by.name,
    by_department: by.department,
  });
  for (let no = 0; no < parts; no += 1) {
    const part = file.bytes.subarray(no * PART, (no + 1) * PART);
    const content = sealBytes(keyOf(strapi, id), placeOf(id, no, parts), part);
    await trx('information_request_file_parts').insert({ file_id: id, no, content });
  }
  return id;
}

/** A file of a request, and of no other. */
export async function findFile(
  knex: Reader,
  requestId: string,
  fileId: string,
  lock = false,
): Promise<FileRow | null> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_request_files where id = ? and request_id = ?${lock ? ' for update' : ''}`,
    [fileId, requestId],
  );
  return rows[0] ?? null;
}

export async function filesOf(knex: Reader, requestId: string): Promise<FileRow[]> {
  const { rows } = await knex.raw(
    `select ${COLUMNS} from information_request_files where request_id = ? order by added_at, id`,
    [requestId],
  );
  return rows;
}

export const nameOf = (strapi: Core.Strapi, { id, name }: FileRow): string =>
  openFor<string>(strapi, id, name);

export const redactionOf = (strapi: Core.Strapi, { id, redaction }: FileRow): Redaction | null =>
  redaction ? openFor<Redaction>(strapi, id, redaction) : null;

/**
 * The content of a file.
 *
 * @throws Error when a part is gone, was changed or belongs elsewhere
 */
export async function readBytes(strapi: Core.Strapi, knex: Reader, row: FileRow): Promise<Buffer> {
  const { rows } = await knex.raw(
    'select no, content from information_request_file_parts where file_id = ? order by no',
    [row.id],
  );
  const found = rows as { no: number; content: Buffer }[];
  if (found.length !== row.parts) throw new Error(`parts of the file ${row.id} are missing`);
  const bytes = Buffer.concat(
    found.map(({ no, content }) => openBytes(keyOf(strapi, row.id), placeOf(row.id, no, row.parts), content)),
  );
  if (bytes.length !== row.size) throw new Error(`the file ${row.id} is not as long as it was`);
  return bytes;
}

export const removeFile = (trx: Transaction, id: string): Promise<unknown> =>
  trx('information_request_files').where({ id }).delete();

/** What is kept of a file in which a virus was found: that it was there. */
export async function dropContent(trx: Transaction, id: string): Promise<void> {
  await trx('information_request_file_parts').where({ file_id: id }).delete();
  await trx('information_request_files').where({ id }).update({ scan: 'infected' });
}

/** Files of requests whose contents have been forgotten. */
export const forgetFiles = (knex: Reader): Promise<unknown> =>
  knex.raw(
    'delete from information_request_files where request_id in (select id from information_requests where sealed is null)',
  );
