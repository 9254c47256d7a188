import { parentPort, workerData } from 'node:worker_threads';
import { type FileToScan, scanFile } from './scan-file';

/** The thread that reads one file: it may run out of time or memory without harm to the server. */
async function run(): Promise<void> {
  const { bytes, key, ...rest } = workerData as Omit<FileToScan, 'bytes' | 'key'> & {
    bytes: Uint8Array;
    key: Uint8Array;
  };
  parentPort?.postMessage(await scanFile({ ...rest, bytes: Buffer.from(bytes), key: Buffer.from(key) }));
}

void run();
