import path from 'node:path';
import { runInThread } from '../../threads/run-in-thread';
import { LIMITS } from './read/budget';
import type { FileScan, FileToScan } from './scan-file';

const STATUS = { timeout: 'timeout', memory: 'too-large', broken: 'broken' } as const;

let line: Promise<unknown> = Promise.resolve();

/**
 * Reads and scans a file in a thread of its own, one file at a time: it ends after 20 seconds or when its
 * memory is full, and what it was then told stays the answer for this content.
 */
export function scanInThread(file: FileToScan): Promise<FileScan> {
  const own = line.then(() => scan(file));
  line = own.catch(() => undefined);
  return own;
}

async function scan(file: FileToScan): Promise<FileScan> {
  const result = await runInThread<FileScan>(path.join(__dirname, 'worker.js'), file, LIMITS);
  return 'value' in result ? result.value : { status: STATUS[result.failed], text: '', pieces: 0, finds: [] };
}
