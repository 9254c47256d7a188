import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Change } from './changes';

/** Files of one look; the rest follow at once. */
const AT_ONCE = 50;

const running = new Map<string, Promise<void>>();

/**
 * Reads the files of entries whose hash is not known yet. Outside of any transaction: nobody waits for a file.
 *
 * @returns names of the files that are known now
 */
export async function digestFiles(strapi: Core.Strapi, names: readonly string[]): Promise<void> {
  for (const name of names) {
    const known = running.get(name);
    const work = known ?? digest(strapi, name).finally(() => running.delete(name));
    if (!known) running.set(name, work);
    await work;
  }
}

/** Names of the files of an entry that nobody has read yet. */
export const unreadFiles = ({ files }: Change): string[] =>
  [...files].filter(([, digest]) => digest === undefined).map(([name]) => name);

/** Reads what is public and has not been read; forgets what is public no longer. The job. */
export async function digestMissing(strapi: Core.Strapi, isStopped: () => boolean): Promise<number> {
  const knex = strapi.db.connection;
  await knex.raw(
    'delete from file_digests d where not exists (select from public_files f where f.name = d.name)',
  );
  let read = 0;
  for (;;) {
    const { rows } = await knex.raw(
      `select distinct f.name from public_files f
        where not exists (select from file_digests d where d.name = f.name) limit ?`,
      [AT_ONCE],
    );
    if (rows.length === 0 || isStopped()) return read;
    await digestFiles(
      strapi,
      rows.map(({ name }: { name: string }) => name),
    );
    read += rows.length;
  }
}

async function digest(strapi: Core.Strapi, name: string): Promise<void> {
  const found = await hashFile(fileOf(strapi, name));
  await strapi.db.connection.raw(
    `insert into file_digests (name, sha256, bytes) values (?, ?, ?) on conflict (name) do nothing`,
    [name, found?.sha256 ?? null, found?.bytes ?? null],
  );
}

/** Where an upload lies; null for a name that would lead elsewhere. */
function fileOf(strapi: Core.Strapi, name: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(name);
  } catch {
    return null;
  }
  const folder = path.join(strapi.dirs.static.public, 'uploads');
  return path.basename(decoded) === decoded && !decoded.startsWith('..') ? path.join(folder, decoded) : null;
}

/** The hash of a file, read piece by piece; null where it cannot be read. */
async function hashFile(address: string | null): Promise<{ sha256: string; bytes: number } | null> {
  if (!address) return null;
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const piece of fs.createReadStream(address)) {
      hash.update(piece as Buffer);
      bytes += (piece as Buffer).length;
    }
    return { sha256: hash.digest('hex'), bytes };
  } catch {
    return null;
  }
}
