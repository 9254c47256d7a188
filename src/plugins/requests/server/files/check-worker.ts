import { parentPort, workerData } from 'node:worker_threads';
import type { FileEnding } from '../../shared/files';
import { problemOf } from './check-file';

export type CheckWork = { bytes: Uint8Array; ending: FileEnding };

/** The thread that looks at one file. */
async function run(): Promise<void> {
  const { bytes, ending } = workerData as CheckWork;
  parentPort?.postMessage(await problemOf(Buffer.from(bytes), ending));
}

void run();
