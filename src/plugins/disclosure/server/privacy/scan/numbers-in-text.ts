import type { PrivacySettings } from '../settings';
import { digitGroups, type Group, xAfter } from './groups';
import type { FindKind } from './mask';
import { isBankCard, isIdentityNumber, isMobilePhone } from './numbers';

/** A number in a normalised text; `value` without separators. It stays inside the scanner. */
export type Found = { kind: FindKind; start: number; end: number; value: string };

/** No number of interest has fewer or more digits, or is cut into more groups. */
const MIN_DIGITS = 11;
const MAX_DIGITS = 19;
const MAX_GROUPS = 8;
const COUNTRY_CODE = /^(?:00)?86$/;

/** How cards are printed: 4-4-4-4, 4-4-4-4-3, 6-13. */
const CARD_GROUPS = /^(?:4,4,4,4(?:,[1-3])?|6,1[0-3])$/;
const PHONE_GROUPS = /^(?:11|3,4,4|3,8|7,4)$/;

/**
 * Identity numbers, cards and phones among the digits of a normalised text. Each group of digits begins at
 * most eight candidates of at most 19 digits, so the time is linear whatever the text.
 */
export function findNumbers(text: string, settings: PrivacySettings): Found[] {
  const found: Found[] = [];
  let window: Group[] = [];
  const shift = () => {
    const hit = firstNumber(text, window, settings);
    if (hit) found.push(hit.found);
    const used = hit?.groups ?? 1;
    if (!hit) found.push(...gluedNumbers(text, window[0] as Group));
    window = window.slice(used);
  };
  for (const group of digitGroups(text)) {
    while (window.length > 0 && (group.gap === null || window.length === MAX_GROUPS)) shift();
    window.push(group);
  }
  while (window.length > 0) shift();
  return found;
}

type Candidate = { groups: Group[]; value: string; start: number; end: number };

/** The number that begins with the first group, if there is one: the surest kind first. */
function firstNumber(
  text: string,
  window: Group[],
  settings: PrivacySettings,
): { found: Found; groups: number } | null {
  const candidates = [...candidatesOf(text, window)];
  for (const recognise of [identityNumber, bankCard, phone]) {
    for (const candidate of candidates) {
      const found = recognise(text, candidate, settings);
      if (found) return { found, groups: candidate.groups.length };
    }
  }
  return null;
}

function* candidatesOf(text: string, window: Group[]): Generator<Candidate> {
  const start = (window[0] as Group).start;
  let digits = 0;
  for (const [index, { start: from, end }] of window.entries()) {
    digits += end - from;
    if (digits > MAX_DIGITS) return;
    if (digits < MIN_DIGITS) continue;
    const groups = window.slice(0, index + 1);
    yield { groups, value: groups.map((group) => text.slice(group.start, group.end)).join(''), start, end };
  }
}

function identityNumber(text: string, { value, start, end }: Candidate): Found | null {
  const xEnd = value.length === 17 ? xAfter(text, end) : null;
  if (xEnd !== null && isIdentityNumber(`${value}X`)) {
    return { kind: 'identity-number', start, end: xEnd, value: `${value}X` };
  }
  return value.length === 18 && isIdentityNumber(value)
    ? { kind: 'identity-number', start, end, value }
    : null;
}

function bankCard(text: string, candidate: Candidate, settings: PrivacySettings): Found | null {
  const { value, start, end, groups } = candidate;
  if (!isBankCard(value, settings.bankCardPrefixes)) return null;
  if (isPartOfLonger(text, start, end) || !isCardPrinted(groups)) return null;
  return { kind: 'bank-card', start, end, value };
}

/** One piece, a card's usual groups, or a piece broken once by the end of a line. */
function isCardPrinted(groups: Group[]): boolean {
  if (groups.length === 1 || CARD_GROUPS.test(lengths(groups))) return true;
  const digits = groups.reduce((sum, { start, end }) => sum + end - start, 0);
  return groups.length === 2 && digits > 16 && /[\r\n]/.test(groups[1]?.gap ?? '');
}

function phone(text: string, { value, start, end, groups }: Candidate): Found | null {
  const international = /^(?:0086|86)(?=1)/.exec(value);
  const number = international ? value.slice(international[0].length) : value;
  if (!isMobilePhone(number) || isPartOfLonger(text, start, end)) return null;
  const first = groups[0] as Group;
  const own = COUNTRY_CODE.test(text.slice(first.start, first.end)) ? groups.slice(1) : groups;
  const printed = own.length === 1 || PHONE_GROUPS.test(lengths(own)) || brokenOnce(own);
  const from = international ? start + offsetOf(groups, international[0].length) : start;
  return printed ? { kind: 'phone', start: from, end, value: number } : null;
}

const brokenOnce = (groups: Group[]): boolean => groups.length === 2 && /[\r\n]/.test(groups[1]?.gap ?? '');

/** Where, from the start of the groups, the digit after `count` digits stands. */
function offsetOf(groups: Group[], count: number): number {
  const origin = (groups[0] as Group).start;
  let left = count;
  for (const { start, end } of groups) {
    if (left < end - start) return start + left - origin;
    left -= end - start;
  }
  return 0;
}

const lengths = (groups: Group[]): string => groups.map(({ start, end }) => end - start).join(',');

/** Part of a code with letters (after it), of an amount with decimals, or of a fraction. */
function isPartOfLonger(text: string, start: number, end: number): boolean {
  return (
    /^(?:[A-Za-z]|\.\d)/.test(text.slice(end, end + 2)) ||
    /(?:^|\D)0\.$/.test(text.slice(Math.max(start - 3, 0), start))
  );
}

/** Columns glued together by a file's text: an identity number at either end of a long run of digits. */
function gluedNumbers(text: string, { start, end }: Group): Found[] {
  if (end - start <= MAX_DIGITS) return [];
  const xEnd = xAfter(text, end);
  const at = (from: number, to: number, x = ''): Found[] => {
    const value = text.slice(from, to) + x;
    if (!isIdentityNumber(value)) return [];
    return [{ kind: 'identity-number', start: from, end: x && xEnd ? xEnd : to, value }];
  };
  const head = at(start, start + 18);
  const tail = xEnd ? at(end - 17, end, 'X') : at(end - 18, end);
  return end - start < 36 && head.length > 0 ? head : [...head, ...tail];
}
