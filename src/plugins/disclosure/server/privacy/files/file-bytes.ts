import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { AttachedFile } from './attached-files';
import { LIMITS, Unreadable } from './read/budget';

type FileService = { signFileUrls: (file: { url: string }) => Promise<{ url: string }> };
const FETCH_MILLISECONDS = 30_000;

/**
 * The content of an uploaded file: from the folder of the local provider, or from the storage that the
 * district has set up in its place.
 *
 * @throws Unreadable missing, too-large
 */
export async function fileBytes(strapi: Core.Strapi, file: Pick<AttachedFile, 'url'>): Promise<Buffer> {
  return file.url.startsWith('/')
    ? localBytes(strapi.dirs.static.public, file.url)
    : remoteBytes(strapi, file);
}

async function localBytes(folder: string, url: string): Promise<Buffer> {
  const address = path.join(folder, decodeURIComponent(url));
  if (!address.startsWith(path.join(folder, path.sep))) throw new Unreadable('missing');
  try {
    const { size } = await fs.stat(address);
    if (size > LIMITS.fileBytes) throw new Unreadable('too-large');
    return await fs.readFile(address);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('missing');
  }
}

async function remoteBytes(strapi: Core.Strapi, file: Pick<AttachedFile, 'url'>): Promise<Buffer> {
  try {
    const { url } = await (strapi.plugin('upload').service('file') as FileService).signFileUrls({ ...file });
    const answer = await fetch(url, { signal: AbortSignal.timeout(FETCH_MILLISECONDS) });
    if (!answer.ok || !answer.body) throw new Unreadable('missing');
    return await limited(answer.body as unknown as AsyncIterable<Uint8Array>);
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('missing');
  }
}

async function limited(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > LIMITS.fileBytes) throw new Unreadable('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
