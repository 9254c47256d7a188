import { parentPort, workerData } from 'node:worker_threads';
import { type OfficialDocument, renderDocx, renderPdf } from '../../../disclosure/server/official-copies';

export type ReportWork = { format: 'docx' | 'pdf'; document: OfficialDocument };

/** The thread that lays one report out. */
async function run(): Promise<void> {
  const { format, document } = workerData as ReportWork;
  const render = format === 'pdf' ? renderPdf : renderDocx;
  parentPort?.postMessage(new Uint8Array(await render(document, new Map())));
}

void run();
