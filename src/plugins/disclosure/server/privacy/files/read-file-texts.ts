import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../errors';
import { sealKey } from '../seal';
import { type PrivacySettings, privacySettings } from '../settings';
import { type AttachedFile, stampOf } from './attached-files';
import { fileBytes } from './file-bytes';
import { FileTextsMissing } from './file-texts-missing';
import { Unreadable } from './read/budget';
import type { FileScan } from './scan-file';
import { scanInThread } from './scan-in-thread';

/** Somebody who replaces files as fast as they are read gets an answer as well. */
const ROUNDS = 3;

const running = new Map<string, Promise<void>>();
const attempting = new AsyncLocalStorage<true>();

/**
 * Runs an attempt of the gate; where it needs texts of attachments that nobody has read yet, they are read
 * outside of any transaction, and the gate begins again. So the gate decides by the texts of exactly the
 * contents that are attached while it holds the document. What the gate starts itself (a document that becomes
 * public with another one) begins again with the whole: no lock waits for a file.
 */
export function withFileTexts<T>(strapi: Core.Strapi, attempt: () => Promise<T>): Promise<T> {
  return attempting.getStore() ? attempt() : attempting.run(true, () => attemptInRounds(strapi, attempt));
}

async function attemptInRounds<T>(strapi: Core.Strapi, attempt: () => Promise<T>): Promise<T> {
  for (let round = 0; round < ROUNDS; round++) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof FileTextsMissing)) throw error;
      await readFileTexts(strapi, error.files);
    }
  }
  throw new DisclosureError('INVALID_CONTENT', '附件正在被替换，请稍后再提交');
}

/** Reads files of which no text is kept, one after the other, outside of any transaction. */
export async function readFileTexts(strapi: Core.Strapi, files: readonly AttachedFile[]): Promise<void> {
  for (const file of files) await readOnce(strapi, file);
}

function readOnce(strapi: Core.Strapi, file: AttachedFile): Promise<void> {
  const settings = privacySettings(strapi);
  const stamp = stampOf(file, settings);
  const known = running.get(stamp);
  if (known) return known;
  const reading = read(strapi, file, stamp, settings).finally(() => running.delete(stamp));
  running.set(stamp, reading);
  return reading;
}

async function read(
  strapi: Core.Strapi,
  file: AttachedFile,
  stamp: string,
  settings: PrivacySettings,
): Promise<void> {
  let scan: FileScan;
  let sha256: string | null = null;
  try {
    const bytes = await fileBytes(strapi, file);
    sha256 = createHash('sha256').update(bytes).digest('hex');
    scan = await scanInThread({ bytes, name: file.name, settings, key: sealKey(strapi) });
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    scan = { status: error.status, text: '', pieces: 0, finds: [] };
  }
  await keep(strapi, file.id, { stamp, sha256, scan });
}

/** Kept outside of the gate's transaction, which reads it after it has begun again. */
async function keep(
  strapi: Core.Strapi,
  fileId: number,
  { stamp, sha256, scan }: { stamp: string; sha256: string | null; scan: FileScan },
): Promise<void> {
  const { status, text, pieces, finds } = scan;
  const row = {
    stamp,
    sha256,
    status,
    // PostgreSQL holds no NUL in a text
    text: text.replaceAll('\0', ' '),
    pieces,
    finds: JSON.stringify(finds).replaceAll('\\u0000', ' '),
    extracted_at: new Date(),
  };
  await strapi.db
    .connection('file_texts')
    .insert({ file_id: fileId, ...row })
    .onConflict('file_id')
    .merge(row);
}
