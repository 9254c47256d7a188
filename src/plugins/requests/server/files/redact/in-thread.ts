import path from 'node:path';
import { runInThread } from '../../../../disclosure/server/threads/run-in-thread';
import type { RedactAnswer, RedactWork } from './worker';

const LIMITS = { milliseconds: 120_000, heapMegabytes: 512 };

let line: Promise<unknown> = Promise.resolve();

/** Does one piece of work in a thread of its own, one at a time: a page that is drawn takes memory. Null: not done. */
export function redactInThread(work: RedactWork): Promise<RedactAnswer | null> {
  const own = line.then(async () => {
    const result = await runInThread<RedactAnswer>(path.join(__dirname, 'worker.js'), work, LIMITS);
    return 'value' in result ? result.value : null;
  });
  line = own.catch(() => undefined);
  return own;
}
