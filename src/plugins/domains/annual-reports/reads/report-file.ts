import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { DisclosureError } from '../../../disclosure/server/errors';
import { type OfficialDocument, readBody } from '../../../disclosure/server/official-copies';
import { writeXlsx } from '../../../disclosure/server/tabular/xlsx/write-xlsx';
import { runInThread } from '../../../disclosure/server/threads/run-in-thread';
import { sheetOf } from '../layout/sheet';
import type { ReportWork } from '../layout/worker';
import type { Numbers } from '../shared/numbers';

export const FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type Format = (typeof FORMATS)[number];

const LIMITS = { milliseconds: 60_000, heapMegabytes: 512 };

type Printed = { title: string; body: string; numbers: Numbers };

/** A report as a file: the text in official layout, or its three tables as a sheet. */
export async function reportFile({ title, body, numbers }: Printed, format: Format): Promise<Buffer> {
  if (format === 'xlsx') {
    const { rows, form } = sheetOf(title, numbers);
    const [headers = [], ...others] = rows;
    const stream = writeXlsx('三张表', headers.map(String), Readable.from(others), form);
    return buffer(stream);
  }
  const document: OfficialDocument = {
    ...{ title, docNo: null, head: [], fields: [], notes: [] },
    blocks: readBody(body),
  };
  const work: ReportWork = { format, document };
  const result = await runInThread<Uint8Array>(path.join(__dirname, '../layout/worker.js'), work, LIMITS);
  if ('value' in result) return Buffer.from(result.value);
  throw new DisclosureError('BUSY', '文件没有生成，请稍后再试');
}
