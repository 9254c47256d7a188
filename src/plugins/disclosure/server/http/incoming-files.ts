import fs from 'node:fs';
import path from 'node:path';
import type { Context, Next } from 'koa';

/** Where the files of requests lie while they are worked on: a folder for each running process. */
const root = (): string => path.resolve(process.env.DATA_DIR || '.data', 'incoming');

/** The folder of this process; the configuration of Strapi's body parser names it. */
export const incomingFolder = (): string => path.join(root(), String(process.pid));

/** Makes the folder, and removes what processes that have ended left behind: it may be raw personal data. */
export function prepareIncomingFolder(): void {
  fs.mkdirSync(root(), { recursive: true });
  for (const name of fs.readdirSync(root())) {
    if (!isOther(Number(name))) fs.rmSync(path.join(root(), name), { recursive: true, force: true });
  }
  fs.mkdirSync(incomingFolder(), { mode: 0o700 });
}

/** Whether another process of this number is running. */
function isOther(pid: number): boolean {
  if (!Number.isInteger(pid) || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A file that came with a request, as the body parser tells of it. */
export type IncomingFile = { filepath: string; originalFilename?: string | null; size: number };

type Files = Record<string, IncomingFile | IncomingFile[]>;

const filesOf = (ctx: Context): IncomingFile[] =>
  Object.values((ctx.request as unknown as { files?: Files }).files ?? {}).flat();

/**
 * Removes the files that came with a request when it has been answered, however it ended: Strapi removes
 * only those of its media library, and only where nothing went wrong.
 */
export const incomingFilesMiddleware =
  () =>
  async (ctx: Context, next: Next): Promise<void> => {
    try {
      await next();
    } finally {
      await Promise.all(filesOf(ctx).map(({ filepath }) => fs.promises.rm(filepath, { force: true })));
    }
  };

/** The one file of a request that came in the field `file`; null where there is none, or more. */
export function incomingFile(ctx: Context): IncomingFile | null {
  const files = (ctx.request as unknown as { files?: Files }).files ?? {};
  const { file } = files;
  return file && !Array.isArray(file) && Object.keys(files).length === 1 ? file : null;
}
