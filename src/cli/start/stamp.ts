import fs from 'node:fs';
import path from 'node:path';
import { DIST } from './paths';

/** What has been built from which sources, so that a start builds only what changed. */
export type Stamp = { name: 'server' | 'admin'; hash: string };

const stampFile = (name: Stamp['name']) => path.join(DIST, `.${name}-stamp`);

/** Whether the last finished build was made from these sources. */
export function isCurrent({ name, hash }: Stamp): boolean {
  const file = stampFile(name);
  return fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash;
}

/** To be called when a build has finished. */
export function writeStamp({ name, hash }: Stamp): void {
  fs.mkdirSync(DIST, { recursive: true });
  fs.writeFileSync(stampFile(name), hash);
}

/** To be called before a build: an interrupted one must not count as done. */
export function dropStamp(name: Stamp['name']): void {
  fs.rmSync(stampFile(name), { force: true });
}
