import { LEXEME } from '../terms/lexemes';
import { looksLikeNumber, structuredKey } from '../text/document-numbers';
import { plainTitle } from '../text/title-core';
import { ordinalsOf, tokensOf } from '../text/tokens';
import { all, any, type Expression, not, term } from './expression';
import type { Question, Unit } from './parse-query';

/** How a document answers a question, the best first. */
export const TIERS = [
  'number',
  'wholeTitle',
  'titlePhrase',
  'titleWords',
  'likeTitle',
  'partlyTitle',
  'about',
  'phrase',
  'words',
  'someWords',
] as const;
export type Tier = (typeof TIERS)[number];
export type Tiers = { tier: Tier; expression: Expression }[];

type Field = (token: string) => string;

/** The tokens of a word: a place like 第三条 is one. */
const wordTokens = (text: string): string[] => (ordinalsOf(text)[0] === text ? [text] : tokensOf(text));

const tokensIn = (tokens: readonly string[], field: Field) => all(tokens.map((token) => term(field(token))));
const wordIn = ({ alternatives }: Unit, field: Field) =>
  any(alternatives.map((text) => tokensIn(wordTokens(text), field)));
const wordsIn = (units: readonly Unit[], field: Field) => all(units.map((unit) => wordIn(unit, field)));
/** As it was typed, the pairs between its words included. */
const wholeIn = ({ segments }: Question, field: Field) =>
  all(segments.map((segment) => tokensIn(tokensOf(segment), field)));
const isAbout = ({ units }: Question) =>
  all(
    units.map((unit) =>
      any([wordIn(unit, LEXEME.title), ...unit.alternatives.map((text) => term(LEXEME.about(text)))]),
    ),
  );

function hasNumber({ segments }: Question): Expression | null {
  const typed = segments.join('');
  if (!looksLikeNumber(typed)) return null;
  const key = structuredKey(typed);
  return any([key ? term(LEXEME.number(key)) : null, tokensIn(tokensOf(typed), LEXEME.number)]);
}

function hasTitle({ units, segments }: Question): Expression | null {
  const [only, ...others] = units;
  const names = [segments.join(''), ...(only && others.length === 0 ? only.alternatives : [])];
  return any(names.map((name) => term(LEXEME.wholeTitle(plainTitle(name)))));
}

/** All but those that hold what must not be there. */
function without(question: Question, expression: Expression | null): Expression | null {
  if (!expression) return null;
  const excluded = question.excluded.map((unit) => wordIn(unit, LEXEME.text));
  return all([expression, ...excluded.map((part) => part && not(part))]);
}

/** Every document that answers the question; null for a question that asks for nothing. */
export const matching = (question: Question): Expression | null =>
  question.units.length === 0
    ? null
    : without(question, any([wordsIn(question.units, LEXEME.text), hasNumber(question)]));

/** Whether the words are all that was typed: then they stand as it was typed wherever they stand. */
const isWordForWord = ({ units, segments }: Question): boolean =>
  units.length === segments.length &&
  units.every(({ text, alternatives }) => alternatives.length === 1 && segments.includes(text));

/** The ways in which the title or the number of a document can answer a question. */
export function titleTiers(question: Question): Tiers {
  const { units } = question;
  if (units.length === 0) return [];
  return given(question, [
    ['number', hasNumber(question)],
    ['wholeTitle', hasTitle(question)],
    ['titlePhrase', wholeIn(question, LEXEME.title)],
    ['titleWords', !isWordForWord(question) && wordsIn(units, LEXEME.title)],
  ]);
}

/** The ways in which its text can. */
export function textTiers(question: Question): Tiers {
  const { units } = question;
  if (units.length === 0) return [];
  const inText = wordsIn(units, LEXEME.text);
  const inTitle = any(units.filter(({ text }) => text.length > 1).map((unit) => wordIn(unit, LEXEME.title)));
  const isWhole = isWordForWord(question);
  return given(question, [
    ['partlyTitle', units.length > 1 && inTitle && all([inText, inTitle])],
    ['about', isAbout(question)],
    ['phrase', isWhole ? inText : all([inText, wholeIn(question, LEXEME.text)])],
    ['words', !isWhole && inText],
  ]);
}

/** Titles in which one character of the query is another, is missing or is too many: all pairs but those around it. */
export function likeTitle(question: Question): Tiers {
  const [longest] = question.segments
    .map(plainTitle)
    .filter((segment) => /^\p{Script=Han}{4,40}$/u.test(segment))
    .sort((a, b) => b.length - a.length);
  if (!longest) return [];
  const pairs = tokensOf(longest);
  const others = question.units.filter(({ text }) => !longest.includes(text));
  const alike = [...longest].map((_character, at) => {
    const kept = pairs.filter((_pair, index) => index !== at && index !== at - 1);
    return kept.length > 0 ? tokensIn(kept, LEXEME.title) : null;
  });
  return given(question, [['likeTitle', all([any(alike), wordsIn(others, LEXEME.text)])]]);
}

/** Words among which most are looked for: the longest ones say most. */
const CHOSEN_FROM = 6;

/** Where nothing has all words: all but one of them, or where that is nothing either, half of them. */
export function someWords(question: Question): Expression[] {
  // a number is there or not: a part of it is another one's
  if (structuredKey(question.segments.join(''))) return [];
  const longest = [...question.units].sort((a, b) => b.text.length - a.text.length).slice(0, CHOSEN_FROM);
  const sizes = new Set([longest.length - 1, Math.ceil(longest.length / 2)].filter((size) => size > 0));
  return [...sizes].flatMap((size) => {
    if (size >= longest.length) return [];
    const ways = choose(longest, size).map((units) => wordsIn(units, LEXEME.text));
    return without(question, any(ways)) ?? [];
  });
}

/** All ways of choosing so many of some. */
function choose<T>(from: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) =>
    choose(from.slice(index + 1), size - 1).map((rest) => [first, ...rest]),
  );
}

const given = (question: Question, tiers: readonly [Tier, Expression | null | false][]): Tiers =>
  tiers.flatMap(([tier, expression]) => {
    const wanted = without(question, expression || null);
    return wanted ? [{ tier, expression: wanted }] : [];
  });
