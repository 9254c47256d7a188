import { normalise } from '../text/normalise';
import { otherNumeral } from '../text/numerals';
import type { Segmenter } from '../text/segment';
import { ordinalsOf, runsOf } from '../text/tokens';
import { type Synonyms, splitAtNames } from '../vocabulary/synonyms';

/** A word that is asked for, with what means the same. */
export type Unit = { text: string; alternatives: readonly string[] };

/** What a person has asked for. */
export type Question = {
  /** all of them are wanted */
  units: readonly Unit[];
  /** each stands word for word, as in quotation marks */
  phrases: readonly string[];
  /** none of them */
  excluded: readonly Unit[];
  /** the query as it was typed, in parts without spaces: what stands like this stands best */
  segments: readonly string[];
};

type Words = { segmenter: Segmenter; synonyms: Synonyms };

/** Words of a query that count; what is beyond is looked for only as a whole. */
const MAX_UNITS = 24;
const QUOTED = /"([^"]*)"|“([^”]*)”|「([^」]*)」|『([^』]*)』/g;
const MINUS = /(?<=^|\s)[-−!]\s*(\S+)/g;
const STOP = new Set([
  ...'的了和与及等在是吗呢吧啊请我要想有',
  ...[
    '关于',
    '如何',
    '怎么',
    '怎样',
    '什么',
    '哪些',
    '哪里',
    '请问',
    '以及',
    '相关',
    '有关',
    '没有',
    '这样',
    '可以',
    '需要',
    '时候',
    '多少',
    '怎么办',
  ],
]);

/** Reads a query. Total: whatever is typed gives a question, an empty one where nothing can be looked for. */
export function parseQuery(typed: string, words: Words): Question {
  let rest = ` ${normalise(typed)} `;
  const phrases: string[] = [];
  rest = rest.replace(QUOTED, (_match, ...groups: unknown[]) => {
    const phrase = groups.slice(0, 4).find((group) => typeof group === 'string') as string;
    phrases.push(phrase);
    return ' ';
  });
  const excluded: Unit[] = [];
  rest = rest.replace(MINUS, (_match, word: string) => {
    excluded.push(...unitsOf(word, words));
    return ' ';
  });
  const segments = joinSpaced(rest.split(/\s+/)).filter((segment) => runsOf(segment).length > 0);
  const exact = phrases
    .map((phrase) => phrase.replace(/\s+/g, ''))
    .filter((phrase) => runsOf(phrase).length > 0);
  const loose = withoutStopWords(segments.flatMap((segment) => unitsOf(segment, words)));
  return {
    units: [...exact.map((text) => ({ text, alternatives: [text] })), ...loose].slice(0, MAX_UNITS),
    phrases: exact,
    excluded: excluded.slice(0, MAX_UNITS),
    segments: [...exact, ...segments],
  };
}

/** A number may be written either way: 20个工作日, 二十个工作日. */
function asUnit(text: string): Unit {
  const other = otherNumeral(text);
  return { text, alternatives: other ? [text, other] : [text] };
}

/** 政 府 信 息: spaces for looks, where no word is longer than a character. */
function joinSpaced(parts: readonly string[]): string[] {
  const given = parts.filter(Boolean);
  const isSpaced = given.length > 1 && given.every((part) => /^\p{Script=Han}$/u.test(part));
  return isSpaced ? [given.join('')] : given;
}

function withoutStopWords(units: readonly Unit[]): Unit[] {
  const telling = units.filter(({ text }) => !STOP.has(text));
  const kept = telling.length > 0 ? telling : units;
  return kept.filter(({ text }, index) => kept.findIndex((unit) => unit.text === text) === index);
}

function unitsOf(segment: string, { segmenter, synonyms }: Words): Unit[] {
  return splitAtNames(segment, synonyms).flatMap(({ text, isName }) =>
    isName
      ? [{ text, alternatives: synonyms.get(text) ?? [text] }]
      : splitAtOrdinals(text).flatMap((part) => wordsOf(part, segmenter).map(asUnit)),
  );
}

function splitAtOrdinals(text: string): string[] {
  const ordinals = ordinalsOf(text);
  const parts: string[] = [];
  let rest = text;
  for (const ordinal of ordinals) {
    const at = rest.indexOf(ordinal);
    parts.push(rest.slice(0, at), ordinal);
    rest = rest.slice(at + ordinal.length);
  }
  return [...parts, rest].filter(Boolean);
}

function wordsOf(text: string, segmenter: Segmenter): string[] {
  if (ordinalsOf(text)[0] === text) return [text];
  return runsOf(text).flatMap(({ text: run, chinese }) =>
    chinese ? joinSingles(segmenter.cut(run)) : [run],
  );
}

/**
 * Characters that no word of the dictionary holds: neighbours are looked for together, as they stand. One
 * alone between words says too little: it counts only in the query as a whole.
 */
function joinSingles(words: readonly string[]): string[] {
  const joined: string[] = [];
  let singles = '';
  for (const word of [...words, '']) {
    if ([...word].length === 1 && !STOP.has(word)) {
      singles += word;
      continue;
    }
    if (singles) joined.push(singles);
    singles = '';
    if (word) joined.push(word);
  }
  const long = joined.filter((word) => [...word].length > 1);
  return long.length > 0 ? long : joined;
}
