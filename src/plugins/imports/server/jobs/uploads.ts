import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Knex } from 'knex';

const PIECE = 1024 * 1024;

/** Keeps an uploaded file in the database, piece by piece: any instance can go on with it, and backups have it. */
export async function keepUpload(trx: Knex.Transaction, importId: string, file: string): Promise<void> {
  let piece = 0;
  for await (const content of createReadStream(file, { highWaterMark: PIECE })) {
    await trx('import_uploads').insert({ import_id: importId, piece, content });
    piece += 1;
  }
}

/** Gives work a path in a temporary folder, under the name that a file had where it came from. */
export async function withTemporaryFile<T>(fileName: string, work: (file: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'import-'));
  try {
    return await work(path.join(folder, fileName));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lays a kept upload into a temporary file of its own name for as long as work goes on. */
export const withUpload = <T>(
  knex: Knex,
  { id, fileName }: { id: string; fileName: string },
  work: (file: string) => Promise<T>,
): Promise<T> =>
  withTemporaryFile(fileName, async (file) => {
    await pipeline(Readable.from(pieces(knex, id)), createWriteStream(file, { mode: 0o600 }));
    return work(file);
  });

async function* pieces(knex: Knex, importId: string): AsyncGenerator<Buffer> {
  for (let piece = 0; ; piece += 1) {
    const row = await knex('import_uploads').where({ import_id: importId, piece }).first('content');
    if (!row) return;
    yield row.content as Buffer;
  }
}

/** A file's name as it may stand in a path and in an answer's head. */
export const safeName = (name: string): string =>
  path
    .basename(name.replaceAll('\\', '/'))
    .replace(/[\p{Cc}"'<>|:*?/]/gu, '_')
    .slice(-120) || '导入文件';
