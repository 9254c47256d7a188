import { parentPort, workerData } from 'node:worker_threads';
import { type OfficialDocument, renderDocx, renderPdf } from '../../../disclosure/server/official-copies';

export type LetterFormat = 'docx' | 'pdf';
export type LetterWork = { format: LetterFormat; document: OfficialDocument };

/** The thread that makes one letter. */
async function run(): Promise<void> {
  const { format, document } = workerData as LetterWork;
  const render = format === 'pdf' ? renderPdf : renderDocx;
  parentPort?.postMessage(new Uint8Array(await render(document, new Map())));
}

void run();
