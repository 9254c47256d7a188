import fs from 'node:fs';
import path from 'node:path';
import type { Credentials } from './people';
import type { Product } from './product';

export type Uploaded = { id: number; name: string; url: string };

/** Uploads a file at the panel's media library, as an editor does; `replaces`: in the place of another. */
export async function upload(
  { url }: Product,
  who: Credentials,
  name: string,
  bytes: Buffer,
  { type = 'application/octet-stream', replaces }: { type?: string; replaces?: number } = {},
): Promise<Uploaded> {
  const form = new FormData();
  form.append('files', new Blob([new Uint8Array(bytes)], { type }), name);
  form.append('fileInfo', JSON.stringify({ name }));
  const address = `${url}/upload${replaces ? `?id=${replaces}` : ''}`;
  const answer = await fetch(address, { method: 'POST', headers: who.headers, body: form });
  const text = await answer.text();
  if (answer.status >= 300) throw new Error(`Upload of ${name}: ${answer.status} ${text}`);
  const body = JSON.parse(text);
  return Array.isArray(body) ? body[0] : body;
}

/** Takes away what the uploads of a test left in the folder of uploads. */
export function removeUploads({ strapi }: Product, files: readonly Uploaded[]): void {
  for (const { url } of files) fs.rmSync(path.join(strapi.dirs.static.public, url), { force: true });
}
