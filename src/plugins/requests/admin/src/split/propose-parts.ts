import type { RequestTold } from '../../../shared/contract';

export type Part = {
  name?: string | undefined;
  docNo?: string | undefined;
  description?: string | undefined;
};

const FEWEST = 2;
export const MOST_PARTS = 20;
/** How people count what they ask for: 一、 1. 1、 (1) （一） ① */
const COUNTED =
  /(?:^|[\s；;。，,：:])(?:[一二三四五六七八九十]{1,3}、|\d{1,2}[、.．](?=\D|\d{4}年)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳])/g;

/** The matters of an application as they are counted in it, or divided by semicolons; at least two. Pure. */
export function proposeParts(wanted: RequestTold['wanted']): Part[] {
  const text = wanted?.description ?? wanted?.name ?? '';
  const counted = text.split(COUNTED).map(trimmed).filter(Boolean);
  const starts = text.match(COUNTED)?.length ?? 0;
  // what stands before the first number introduces the list
  const found = starts >= FEWEST ? counted.slice(counted.length - starts) : byMarks(text);
  const parts: Part[] = found.slice(0, MOST_PARTS).map((description) => ({ description }));
  if (parts.length >= FEWEST) return parts;
  return [wanted ?? {}, {}];
}

const trimmed = (text: string): string => text.replace(/^[\s；;。，,：:]+|[\s；;。，,：:]+$/g, '');
const byMarks = (text: string): string[] =>
  text
    .split(/[；;\n]+/)
    .map(trimmed)
    .filter(Boolean);

/** A part says something. */
export const isSaid = ({ name, docNo, description }: Part): boolean =>
  [name, docNo, description].some((text) => Boolean(text?.trim()));
