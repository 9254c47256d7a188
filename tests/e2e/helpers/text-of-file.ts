import { readFileSync } from 'node:fs';
import type { Download } from 'playwright-core';
import { engine } from '../../integration/helpers/native';

/** All text that a downloaded DOCX or PDF holds, without white space, as the product's own checks read it. */
export async function textOfFile(download: Download): Promise<string> {
  const { readFile } = engine<
    typeof import('../../../src/plugins/disclosure/server/privacy/files/read/read-file')
  >('privacy/files/read/read-file');
  const { Budget } =
    engine<typeof import('../../../src/plugins/disclosure/server/privacy/files/read/budget')>(
      'privacy/files/read/budget',
    );
  const pieces: string[] = [];
  const bytes = readFileSync(await download.path());
  for await (const piece of readFile(bytes, download.suggestedFilename(), new Budget()))
    if (typeof piece !== 'string') pieces.push(piece.text);
  return pieces.join('').replace(/\s+/g, '');
}
