import { normaliseText } from '../text/normalise';
import { plainTitle } from '../text/title-core';

/** For a name, all that mean the same, itself among them. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

/** Groups of names that mean the same. A name of several groups goes with the first of them. */
export function createSynonyms(groups: readonly (readonly string[])[]): Synonyms {
  const synonyms = new Map<string, readonly string[]>();
  for (const group of groups) {
    const names = [...new Set(group.map((name) => plainTitle(normaliseText(name))))].filter(
      (name) => name.length >= 2,
    );
    for (const name of names)
      if (!synonyms.has(name)) synonyms.set(name, [name, ...names.filter((n) => n !== name)]);
  }
  return synonyms;
}

/** Divides a text at the longest names that it holds. */
export function splitAtNames(text: string, synonyms: Synonyms): { text: string; isName: boolean }[] {
  const longest = Math.max(0, ...[...synonyms.keys()].map(({ length }) => length));
  const parts: { text: string; isName: boolean }[] = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    const name = nameAt(text, at, longest, synonyms);
    if (name) {
      if (plain) parts.push({ text: plain, isName: false });
      plain = '';
      parts.push({ text: name, isName: true });
    } else plain += text[at];
    at += name?.length ?? 1;
  }
  if (plain) parts.push({ text: plain, isName: false });
  return parts;
}

function nameAt(text: string, at: number, longest: number, synonyms: Synonyms): string | null {
  for (let length = Math.min(longest, text.length - at); length >= 2; length--) {
    const name = text.slice(at, at + length);
    if (synonyms.has(name)) return name;
  }
  return null;
}
