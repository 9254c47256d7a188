import type { Values } from '../types';

export const COPY_FORMATS = ['docx', 'pdf'] as const;
export type CopyFormat = (typeof COPY_FORMATS)[number];

/** The addresses of a publication's copies; null where there is nothing to be printed. */
export function copiesOf({ documentId, body, attributes }: Values): Record<CopyFormat, string> | null {
  const hasFields = Object.keys((attributes ?? {}) as Values).length > 0;
  if (!body && !hasFields) return null;
  const address = `/api/disclosure/publications/${String(documentId)}/copy`;
  return { docx: `${address}.docx`, pdf: `${address}.pdf` };
}
