import type { RegisteredType } from '../domain/registry';
import type { Values } from '../types';
import { type DocumentText, maskDocumentText, scan } from './document/texts';
import type { PrivacySettings } from './settings';

export type Masking = { settings: PrivacySettings; phones: boolean };

/**
 * The values of a document's own texts in which something has to be masked, masked: sure finds, and mobile
 * phones where they are wanted as well.
 *
 * @returns only the fields that change, and how many numbers were masked
 */
export function maskValues(
  type: RegisteredType,
  draft: Values,
  masking: Masking,
): { data: Values; count: number } {
  const data: Values = {};
  let count = 0;
  const maskText = (text: string, html: boolean): string => {
    const piece: Pick<DocumentText, 'text' | 'html'> = html ? { text, html: true } : { text };
    const hits = scan({ ...piece, field: '', label: '' }, masking.settings).filter(
      ({ level }) => level === 'sure' || (masking.phones && level === 'warn'),
    );
    count += hits.length;
    return hits.length > 0 ? maskDocumentText(piece, hits) : text;
  };
  for (const [field, { managed, secret, type: kind }] of Object.entries(type.fields)) {
    const value = draft[field];
    if (managed || secret || kind === 'choice' || value === null || value === undefined) continue;
    const before = count;
    const masked = maskMembers(value, (text) => maskText(text, kind === 'html'));
    if (count > before) data[field] = masked;
  }
  return { data, count };
}

function maskMembers(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value);
  if (Array.isArray(value)) return value.map((member) => maskMembers(member, mask));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, maskMembers(member, mask)]));
}
