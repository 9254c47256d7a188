import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { RegisteredType } from '../../domain/registry';
import { fromJson } from '../../read-model/json';
import type { Transaction } from '../../types';
import type { PrivacySettings } from '../settings';
import type { FileStatus } from './read/budget';
import type { FileFind } from './scan-file';

/** Count up when the scanner or a reader finds more than before: every file is read again. */
const SCANNER = 1;

/** A file that hangs on a document, with what was read of it. */
export type AttachedFile = {
  id: number;
  field: string;
  name: string;
  url: string;
  bytes: number;
  /** what Strapi knows of the content: differs after every replacement */
  content: string;
  read: { stamp: string; status: FileStatus; finds: FileFind[] } | null;
};

type Row = {
  id: number;
  field: string;
  name: string;
  url: string;
  hash: string;
  size: string | number;
  updated_at: string | Date;
  stamp: string | null;
  status: FileStatus | null;
  finds: unknown;
};

/** More than the input allows; files that were attached past it are looked at all the same. */
const MAX_FILES = 500;

/** The files of a working copy, in one statement. */
export async function attachedFiles(
  strapi: Core.Strapi,
  type: RegisteredType,
  rowId: number,
  trx?: Transaction,
): Promise<AttachedFile[]> {
  const query = strapi.db
    .connection('files_related_mph as m')
    .join('files as f', 'f.id', 'm.file_id')
    .leftJoin('file_texts as t', 't.file_id', 'f.id')
    .where({ 'm.related_id': rowId, 'm.related_type': type.uid })
    .orderBy(['m.field', 'm.order', 'f.id'])
    .limit(MAX_FILES)
    .select(
      'f.id',
      'm.field',
      'f.name',
      'f.url',
      'f.hash',
      'f.size',
      'f.updated_at',
      't.stamp',
      't.status',
      't.finds',
    );
  const rows: Row[] = await (trx ? query.transacting(trx) : query);
  return rows.map(toFile);
}

function toFile({
  id,
  field,
  name,
  url,
  hash,
  size,
  updated_at: updatedAt,
  stamp,
  status,
  finds,
}: Row): AttachedFile {
  return {
    id,
    field,
    name,
    url,
    // Strapi keeps sizes in kilobytes
    bytes: Math.round(Number(size) * 1024),
    content: `${hash}:${size}:${new Date(updatedAt).getTime()}`,
    read: stamp && status ? { stamp, status, finds: fromJson<FileFind[]>(finds) ?? [] } : null,
  };
}

/** What a reading is good for: this content, looked at in this way. */
export const stampOf = ({ content }: AttachedFile, settings: PrivacySettings): string =>
  createHash('sha256')
    .update(`${SCANNER}:${JSON.stringify(settings)}:${content}`)
    .digest('hex');

/** Whether what was read of a file is of its present content. */
export const isCurrent = (file: AttachedFile, settings: PrivacySettings): boolean =>
  file.read?.stamp === stampOf(file, settings);
