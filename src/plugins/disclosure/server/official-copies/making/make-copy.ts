import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { sha256 } from '../../audit/chain';
import { findType } from '../../domain/registry';
import { DisclosureError } from '../../errors';
import { siteOf } from '../../site/addresses';
import { runInThread } from '../../threads/run-in-thread';
import { createTurns } from '../../turns';
import type { Values } from '../../types';
import { type CopyFormat, copiesOf } from '../copies-of';
import type { CopySource } from '../document/describe-publication';
import { findCopy, keepCopy } from './copy-folder';
import { LIMITS } from './limits';
import { loadPictures } from './load-pictures';
import type { CopyWork } from './worker';

/** Count up when copies come to look different: those that are kept are made again. */
const LAYOUT = 2;

/** A copy of a publication: its tag, and how to get its file. */
export type Copy = { tag: string; file: () => Promise<string> };

/**
 * The copy of one edition of a publication. The same text at the same address has the same tag, whoever makes it.
 *
 * @throws DisclosureError NOT_FOUND where there is nothing to be printed
 */
export function copyOf(strapi: Core.Strapi, publication: Values, etag: string, format: CopyFormat): Copy {
  if (!copiesOf(publication)) throw new DisclosureError('NOT_FOUND', '这条信息没有正文，没有可下载的文件');
  const siteUrl = siteOf(strapi).url;
  const tag = sha256(JSON.stringify([LAYOUT, etag, siteUrl, format]));
  const source = {
    publication,
    attributes: findType(strapi, String(publication.type))?.attributes ?? {},
    siteUrl,
  };
  return { tag, file: () => makeOnce(strapi, `${tag.slice(0, 40)}.${format}`, source, format) };
}

const running = new Map<string, Promise<string>>();
const failed = new Map<string, number>();
/** One at a time: a copy takes a processor for itself. */
const turns = createTurns({
  atOnce: 1,
  waiting: LIMITS.waiting,
  busy: '正在生成文件的人较多，请稍后再试',
});

/** Those who ask for a copy while it is made share it. */
function makeOnce(
  strapi: Core.Strapi,
  name: string,
  source: CopySource,
  format: CopyFormat,
): Promise<string> {
  const known = running.get(name);
  if (known) return known;
  const making = findOrMake(strapi, name, source, format).finally(() => running.delete(name));
  running.set(name, making);
  return making;
}

async function findOrMake(
  strapi: Core.Strapi,
  name: string,
  source: CopySource,
  format: CopyFormat,
): Promise<string> {
  const found = await findCopy(name);
  if (found) return found;
  if ((failed.get(name) ?? 0) > Date.now()) throw impossible();
  return turns.take(() => make(strapi, name, source, format));
}

async function make(
  strapi: Core.Strapi,
  name: string,
  source: CopySource,
  format: CopyFormat,
): Promise<string> {
  const pictures = await loadPictures(strapi, source.publication.body);
  const work: CopyWork = { format, source: { ...source, attributes: plainFields(source) }, pictures };
  const result = await runInThread<Uint8Array>(path.join(__dirname, 'worker.js'), work, LIMITS);
  if ('value' in result && result.value.length <= LIMITS.fileBytes) return keepCopy(name, result.value);
  remember(name);
  throw impossible();
}

/** Without their shapes, which cannot cross into a thread. */
const plainFields = ({ attributes }: CopySource): CopySource['attributes'] =>
  Object.fromEntries(Object.entries(attributes).map(([name, { schema: _, ...field }]) => [name, field]));

function remember(name: string): void {
  const now = Date.now();
  for (const [other, until] of failed) if (until <= now) failed.delete(other);
  failed.set(name, now + LIMITS.failedFor);
}

const impossible = (): DisclosureError =>
  new DisclosureError('NOT_FOUND', '这条信息篇幅太大，不能生成下载文件，请在网页上阅读或下载附件');
