import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { LIMITS } from './read/budget';
import type { FileScan, FileToScan } from './scan-file';

const failed = (status: FileScan['status']): FileScan => ({ status, text: '', pieces: 0, finds: [] });

let line: Promise<unknown> = Promise.resolve();

/**
 * Reads and scans a file in a thread of its own, one file at a time: it ends after 20 seconds or when its
 * memory is full, and what it was then told stays the answer for this content.
 */
export function scanInThread(file: FileToScan): Promise<FileScan> {
  const own = line.then(() => runThread(file));
  line = own.catch(() => undefined);
  return own;
}

function runThread(file: FileToScan): Promise<FileScan> {
  return new Promise((resolve) => {
    const worker = new Worker(path.join(__dirname, 'worker.js'), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes },
      // pdf.js talks about fonts it misses
      stdout: true,
      stderr: true,
    });
    const end = (scan: FileScan) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(scan);
    };
    const timer = setTimeout(() => end(failed('timeout')), LIMITS.milliseconds);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(failed(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'broken')),
    );
    worker.once('exit', () => end(failed('broken')));
  });
}
