import type { Field } from '../../domain/field';
import type { RegisteredType } from '../../domain/registry';
import type { Values } from '../../types';
import { type Hit, maskHits, type Seal, scanText } from '../scan/scan-text';
import type { PrivacySettings } from '../settings';
import { maskHtml, scanHtml, visibleText } from './html';

/** A text of a document: the field it stands in, with the field's Chinese name, and where inside it. */
export type DocumentText = {
  field: string;
  label: string;
  text: string;
  html?: true;
  /** e.g. 第3行 */
  place?: string;
};

const isEntered = ({ managed, secret }: Field): boolean => !managed && !secret;

/** Every text of a document that a person enters and the public may read. */
export function* textsOf(type: RegisteredType, values: Values): Generator<DocumentText> {
  for (const [field, description] of Object.entries(type.fields)) {
    const value = values[field];
    if (!isEntered(description) || value === null || value === undefined) continue;
    const { label, type: kind } = description;
    if (kind === 'html') yield { field, label, text: String(value), html: true };
    else if (kind === 'json') yield* jsonTexts(field, label, value);
    else if (typeof value === 'string' && !description.choices) yield { field, label, text: value };
  }
}

function* jsonTexts(field: string, label: string, value: unknown): Generator<DocumentText> {
  if (typeof value === 'string' || typeof value === 'number') yield { field, label, text: String(value) };
  if (typeof value !== 'object' || value === null) return;
  for (const [key, member] of Object.entries(value)) {
    if (!Array.isArray(value)) yield { field, label, text: key };
    yield* jsonTexts(field, label, member);
  }
}

/** @returns hits at positions of the text as it is stored */
export const scan = ({ text, html }: DocumentText, settings: PrivacySettings, seal?: Seal): Hit[] =>
  html ? scanHtml(text, settings, seal) : scanText(text, settings, seal);

/** The text as far as it may be shown, with every hit masked, and where each hit stands in it. */
export function maskDocumentText(
  { text, html }: Pick<DocumentText, 'text' | 'html'>,
  hits: readonly Hit[],
): string {
  return html ? maskHtml(text, hits) : maskHits(text, hits);
}

const AROUND = 16;
/** What is left of a tag at either end of a piece of HTML. */
const CUT_TAG = /^[^<>]*>|<[^<>]*$/g;

/** The masked number with a few words before and after it, none of them personal data. */
export function contextOf(
  { text, html }: Pick<DocumentText, 'text' | 'html'>,
  hits: readonly Hit[],
  hit: Hit,
): string {
  const show = (part: string) => (html ? visibleText(part.replace(CUT_TAG, '')) : part).replace(/\s+/g, ' ');
  const others = (from: number, to: number) =>
    hits
      .filter(({ start, end }) => end > from && start < to)
      .map((other) => ({
        ...other,
        start: Math.max(other.start - from, 0),
        end: Math.min(other.end, to) - from,
      }));
  const around = html ? AROUND * 12 : AROUND * 2;
  const part = (from: number, to: number) =>
    show(maskDocumentText({ text: text.slice(from, to), ...(html ? { html } : {}) }, others(from, to)));
  const before = part(Math.max(hit.start - around, 0), hit.start).slice(-AROUND);
  const after = part(hit.end, Math.min(hit.end + around, text.length)).slice(0, AROUND);
  return `${before}${hit.masked}${after}`.trim();
}
