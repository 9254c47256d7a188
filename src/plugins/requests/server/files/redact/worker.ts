import { parentPort, workerData } from 'node:worker_threads';
import { Unreadable } from '../../../../disclosure/server/privacy/files/read/budget';
import type { PageTold, Region } from '../../../shared/files';
import type { Removal } from './chosen';
import { docxText, redactDocx } from './docx';
import { pdfPage, redactPdf } from './pdf';
import type { Redacted } from './redacted';

type On = { type: 'docx' | 'pdf'; bytes: Uint8Array };
export type RedactWork =
  | (On & { work: 'redact'; removals: readonly Removal[]; regions: readonly Region[] })
  | (On & { work: 'page'; page: number });
export type RedactAnswer = Redacted | { page: PageTold | null };

async function answer(data: RedactWork): Promise<RedactAnswer> {
  const bytes = Buffer.from(data.bytes);
  if (data.work === 'page') return { page: await pageOf(data.type, bytes, data.page) };
  return data.type === 'docx'
    ? redactDocx(bytes, data.removals)
    : redactPdf(bytes, data.removals, data.regions);
}

async function pageOf(type: On['type'], bytes: Buffer, page: number): Promise<PageTold | null> {
  if (type === 'docx') {
    return page === 1 ? { page, pages: 1, text: await docxText(bytes), image: null } : null;
  }
  const found = await pdfPage(bytes, page);
  if (!found) return null;
  const image = `data:image/jpeg;base64,${found.jpeg.toString('base64')}`;
  return { page, pages: found.pages, text: found.text, image };
}

/** The thread that reads and redacts one file. */
async function run(): Promise<void> {
  try {
    parentPort?.postMessage(await answer(workerData as RedactWork));
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    parentPort?.postMessage({ refused: 'unreadable', texts: [] } satisfies RedactAnswer);
  }
}

void run();
