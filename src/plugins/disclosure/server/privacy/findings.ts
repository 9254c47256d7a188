import { contextOf, type DocumentText, scan } from './document/texts';
import { FIND_NAMES, type FindKind } from './scan/mask';
import type { Level, Seal } from './scan/scan-text';
import type { PrivacySettings } from './settings';

/** Personal data found in a document. Nothing in it is the value, or gives it away. */
export type Finding = {
  field: string;
  /** Chinese name of the field */
  label: string;
  kind: FindKind | 'unchecked-file';
  kindName: string;
  level: Level;
  masked: string;
  /** the words around it, masked */
  context: string;
  /** UTF-16 units of the field's text as it is stored; null inside attachments */
  position: { start: number; end: number } | null;
  /** name of the attachment, and the place in it: 第3页 */
  file: string | null;
  place: string | null;
  /** keyed fingerprint, by which a confirmed number is known again; never leaves the server */
  seal: string;
};

/** A finding as the API and the panel tell it. */
export type PublicFinding = Omit<Finding, 'seal'>;
export const withoutSeal = ({ seal: _seal, ...finding }: Finding): PublicFinding => finding;

/** What is found in one text. */
export function findingsIn(text: DocumentText, settings: PrivacySettings, seal: Seal): Finding[] {
  const hits = scan(text, settings, seal);
  return hits.map((hit) => ({
    field: text.field,
    label: text.label,
    kind: hit.kind,
    kindName: FIND_NAMES[hit.kind],
    level: hit.level,
    masked: hit.masked,
    context: contextOf(text, hits, hit),
    position: { start: hit.start, end: hit.end },
    file: null,
    place: text.place ?? null,
    seal: hit.seal,
  }));
}

export const isSure = ({ level }: Finding): boolean => level === 'sure';

/** How many of each kind. */
export function countKinds(findings: readonly Finding[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind } of findings) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** Where what was found, without a digit of it: 正文:身份证号2处;附件“名单.xlsx”:银行卡号1处 */
export function summarise(findings: readonly Finding[]): string {
  const places = new Map<string, Map<string, number>>();
  for (const { label, file, kindName } of findings) {
    const place = file ? `附件“${file}”` : `“${label}”`;
    const kinds = places.get(place) ?? new Map<string, number>();
    places.set(place, kinds.set(kindName, (kinds.get(kindName) ?? 0) + 1));
  }
  return [...places]
    .map(([place, kinds]) => `${place}：${[...kinds].map(([kind, count]) => `${kind}${count}处`).join('、')}`)
    .join('；');
}
