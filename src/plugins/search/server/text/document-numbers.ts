import { normaliseDocNo } from '../../../disclosure/shared/document-number';
import { tokensOf } from './tokens';

const DOCUMENT = /(\p{Script=Han}{0,12})[〔[(【〖<《]?((?:19|20)\d{2})[〕\])】〗>》]第?0*([1-9]\d{0,5})号?/u;
const DECREE = /(\p{Script=Han}{0,12})令第?0*([1-9]\d{0,5})号?/u;
/** A whole number, or its end: 5号, 第711号. */
const PART = /^第?0*([1-9]\d{0,5})号$/;

/**
 * The keys by which a document number, or a part of it, is found: 青府发〔2021〕5号 by 青府发, by 2021 and 5,
 * by the whole; a decree by its number, however its authority is written (国令第711号, 国务院令第711号).
 */
export function numberKeys(number: string): string[] {
  const text = normaliseDocNo(number).replace(/\s+/g, '');
  const keys = new Set(tokensOf(text));
  keys.add(text.slice(0, 100));
  const structured = structuredKey(text);
  if (structured) keys.add(structured);
  const document = DOCUMENT.exec(text);
  if (document?.[1]) keys.add(`${document[2]}#${document[3]}`);
  return [...keys];
}

/** The one key of what is written like a number; null for any other text. */
export function structuredKey(text: string): string | null {
  const compact = text.replace(/\s+/g, '');
  const document = DOCUMENT.exec(compact);
  if (document) return `${document[1]}${document[2]}#${document[3]}`;
  const decree = DECREE.exec(compact);
  if (decree) return `令#${decree[2]}`;
  return null;
}

/** Whether a query may be a number, or a part of one. */
export function looksLikeNumber(text: string): boolean {
  const compact = text.replace(/\s+/g, '');
  return structuredKey(compact) !== null || PART.test(compact) || /^[\da-z][\da-z/_-]{3,}$/.test(compact);
}
