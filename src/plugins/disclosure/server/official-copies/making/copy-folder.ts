import fs from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from './limits';

/** Where finished copies lie; they can be made again, so nothing is lost with the folder. */
const folder = (): string => path.resolve(process.env.DATA_DIR || '.data', 'copies');

export const copyPath = (name: string): string => path.join(folder(), name);

/** The file of a finished copy, marked as used; null where it has to be made. */
export async function findCopy(name: string): Promise<string | null> {
  const file = copyPath(name);
  const now = new Date();
  return fs.utimes(file, now, now).then(
    () => file,
    () => null,
  );
}

/** Keeps a copy, whole or not at all, and lets go of those that were not used for longest. */
export async function keepCopy(name: string, bytes: Uint8Array): Promise<string> {
  const file = copyPath(name);
  await fs.mkdir(folder(), { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await fs.writeFile(unfinished, bytes);
  await fs.rename(unfinished, file);
  await sweep();
  return file;
}

async function sweep(): Promise<void> {
  const names = await fs.readdir(folder());
  const files = (await Promise.all(names.map(describe))).flatMap((file) => (file ? [file] : []));
  let bytes = 0;
  const old = files
    .sort((a, b) => b.usedAt - a.usedAt)
    .filter(({ size }, at) => {
      bytes += size;
      return bytes > LIMITS.keptBytes || at >= LIMITS.keptFiles;
    });
  await Promise.all(old.map(({ file }) => fs.rm(file, { force: true })));
}

const describe = (name: string): Promise<{ file: string; size: number; usedAt: number } | null> =>
  fs.stat(copyPath(name)).then(
    ({ size, mtimeMs }) => ({ file: copyPath(name), size, usedAt: mtimeMs }),
    () => null,
  );
