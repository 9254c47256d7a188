import path from 'node:path';
import { DisclosureError } from '../../../disclosure/server/errors';
import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import { runInThread } from '../../../disclosure/server/threads/run-in-thread';
import type { LetterFormat, LetterWork } from './worker';

const LIMITS = { milliseconds: 30_000, heapMegabytes: 512 };

/** Makes the file of a letter in a thread; it holds personal data, so that it is kept nowhere. */
export async function makeLetter(document: OfficialDocument, format: LetterFormat): Promise<Buffer> {
  const work: LetterWork = { format, document };
  const result = await runInThread<Uint8Array>(path.join(__dirname, 'worker.js'), work, LIMITS);
  if ('value' in result) return Buffer.from(result.value);
  throw new DisclosureError('BUSY', '文书没有生成，请稍后再试');
}
