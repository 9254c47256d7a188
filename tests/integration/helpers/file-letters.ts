import type { Budget as BudgetClass } from '../../../src/plugins/disclosure/server/privacy/files/read/budget';
import { engine } from './native';

/** The letters of a DOCX or PDF without spaces, line breaks and page numbers. */
export async function lettersOf(bytes: Buffer, format: 'docx' | 'pdf'): Promise<string> {
  const { readFile } = engine<
    typeof import('../../../src/plugins/disclosure/server/privacy/files/read/read-file')
  >('privacy/files/read/read-file');
  const { Budget } = engine<{ Budget: typeof BudgetClass }>('privacy/files/read/budget');
  let text = '';
  for await (const piece of readFile(bytes, `x.${format}`, new Budget())) {
    if (piece !== 'partial') text += `${piece.text.replace(/— \d* ?—/g, '')}\n`;
  }
  return text.replace(/\s/g, '');
}
