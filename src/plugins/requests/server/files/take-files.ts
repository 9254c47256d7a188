import fs from 'node:fs/promises';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { DisclosureError } from '../../../disclosure/server/errors';
import type { IncomingFile } from '../../../disclosure/server/http/incoming-files';
import { runInThread } from '../../../disclosure/server/threads/run-in-thread';
import { sizeText } from '../../../disclosure/shared/upload-rules';
import { FILE_ENDINGS, type FileEnding, type Scan } from '../../shared/files';
import { settingsOf } from '../settings';
import type { CheckWork } from './check-worker';
import { isConfigured, scanBytes } from './clamd';
import { cleanName, endingOf } from './file-name';
import { MB } from './settings';
import type { CheckedFile } from './store';

const LIMITS = { milliseconds: 20_000, heapMegabytes: 256 };

/** Files that are there already, and count. */
export type Present = { count: number; bytes: number };
const NONE: Present = { count: 0, bytes: 0 };

/**
 * Reads what was sent and looks at it: number and size, kind by its content, viruses. Before the transaction that keeps it.
 *
 * @throws DisclosureError TOO_LARGE, FILE_REFUSED, INFECTED_FILE: then nothing of it is kept
 */
export async function takeFiles(
  strapi: Core.Strapi,
  incoming: readonly IncomingFile[],
  present: Present = NONE,
): Promise<CheckedFile[]> {
  assertWithinBounds(strapi, incoming, present);
  const taken: CheckedFile[] = [];
  for (const { filepath, originalFilename } of incoming) {
    taken.push(await checkFile(strapi, originalFilename ?? '', await fs.readFile(filepath)));
  }
  return taken;
}

/** The same for one file whose bytes are at hand. */
export async function checkFile(strapi: Core.Strapi, given: string, bytes: Buffer): Promise<CheckedFile> {
  const type = FILE_ENDINGS.find((ending) => ending === endingOf(given));
  if (!type) {
    throw new DisclosureError(
      'FILE_REFUSED',
      `不能接收“${shown(given)}”，请另存为 ${FILE_ENDINGS.join('、')} 格式后再提交`,
    );
  }
  const name = cleanName(given, type);
  const problem = await problemInThread(bytes, type);
  if (problem) throw new DisclosureError('FILE_REFUSED', `不能接收“${name}”：${problem}`);
  return { name, type, bytes, scan: await scanOf(strapi, name, bytes) };
}

function assertWithinBounds(strapi: Core.Strapi, incoming: readonly IncomingFile[], present: Present): void {
  const { most, eachMegabytes, totalMegabytes } = settingsOf(strapi).files;
  if (present.count + incoming.length > most) {
    throw new DisclosureError('TOO_LARGE', `附件最多${most}个，请合并后再提交`);
  }
  const large = incoming.find(({ size }) => size > eachMegabytes * MB);
  if (large) {
    throw new DisclosureError(
      'TOO_LARGE',
      `“${shown(large.originalFilename ?? '')}”有${sizeText(large.size)}，每个附件最大${eachMegabytes}MB，请压缩或拆分后再提交`,
    );
  }
  if (incoming.reduce((sum, { size }) => sum + size, present.bytes) > totalMegabytes * MB) {
    throw new DisclosureError('TOO_LARGE', `附件合计最大${totalMegabytes}MB，请压缩后再提交`);
  }
}

/** A name in a sentence, however it was sent. */
const shown = (name: string): string => cleanName(name, endingOf(name).slice(0, 10)).slice(0, 60);

async function problemInThread(bytes: Buffer, ending: FileEnding): Promise<string | null> {
  const work: CheckWork = { bytes, ending };
  const result = await runInThread<string | null>(path.join(__dirname, 'check-worker.js'), work, LIMITS);
  return 'value' in result ? result.value : '内容过于复杂，没有检查完，请另存后再提交';
}

async function scanOf(strapi: Core.Strapi, name: string, bytes: Buffer): Promise<Scan> {
  const { clamd } = settingsOf(strapi);
  if (!isConfigured(clamd)) return 'unscanned';
  const verdict = await scanBytes(clamd, bytes);
  if (verdict !== 'infected') return verdict === 'clean' ? 'clean' : 'waiting';
  strapi.log.warn('A file with a virus was refused.');
  throw new DisclosureError('INFECTED_FILE', `“${name}”中查出病毒，没有保存，请清除病毒后再提交`);
}
