import { parentPort, workerData } from 'node:worker_threads';
import type { CopyFormat } from '../copies-of';
import { type CopySource, describePublication } from '../document/describe-publication';
import type { Pictures } from '../document/model';

export type CopyWork = { format: CopyFormat; source: CopySource; pictures: Pictures };

/** The thread that makes one copy. */
async function run(): Promise<void> {
  const { format, source, pictures } = workerData as CopyWork;
  // each library is loaded where it is needed only
  const render =
    format === 'pdf'
      ? (await import('../pdf/render-pdf')).renderPdf
      : (await import('../docx/render-docx')).renderDocx;
  parentPort?.postMessage(new Uint8Array(await render(describePublication(source), pictures)));
}

void run();
