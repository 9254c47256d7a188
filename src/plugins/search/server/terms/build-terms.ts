import { numberKeys } from '../text/document-numbers';
import { initialsOf } from '../text/initials';
import { normaliseText } from '../text/normalise';
import type { Segmenter } from '../text/segment';
import { namesOfTitle } from '../text/title-core';
import { ordinalsOf, pairsOf, runsOf, tokensOf } from '../text/tokens';
import { LEXEME } from './lexemes';
import { timeTermsOf } from './time-terms';

/** What of a publication is searched, and by what it is filtered. */
export type Searchable = {
  title: string;
  numbers: readonly string[];
  /** what it is about, in few words: the names of its row, domain and department, abstract, key words */
  about: readonly string[];
  body: string;
  files: readonly string[];
  publishedAt: Date;
  filters: Readonly<Record<string, string | readonly string[] | null>>;
};

/** Characters that are read of a body, and of all attachments together. */
const MAX_BODY = 300_000;
const MAX_FILES = 300_000;
/** A tsvector holds a megabyte: distinct terms, at most. */
const MAX_TERMS = 60_000;
/** What a body says so often, it is about. */
const OFTEN = 3;
/** Beyond this a text is no easier to tell apart by its words. */
const COUNTED = 60_000;
const PARTICLES = new Set('的了和与及或等在是为以对其将由于也被把而并不有个之这那各上下中按向从至后前时内外');

/** The terms of a document. Pure but for the dictionary. */
export function buildTerms(document: Searchable, segmenter: Segmenter): string[] {
  const terms = new Set<string>();
  addFilters(terms, document);
  addTitle(terms, document.title, segmenter);
  for (const number of document.numbers) addNumber(terms, number);
  for (const text of document.about) addAbout(terms, normaliseText(text), segmenter);
  const body = normaliseText(document.body.slice(0, MAX_BODY));
  addText(terms, body);
  addWords(terms, body.slice(0, COUNTED), segmenter);
  addText(terms, normaliseText(document.files.join('\n').slice(0, MAX_FILES)));
  return [...terms].slice(0, MAX_TERMS);
}

function addFilters(terms: Set<string>, { filters, publishedAt }: Searchable): void {
  for (const [name, given] of Object.entries(filters)) {
    for (const value of typeof given === 'string' ? [given] : (given ?? []))
      terms.add(LEXEME.filter(name, value));
  }
  for (const period of timeTermsOf(publishedAt)) terms.add(LEXEME.time(period));
}

function addTitle(terms: Set<string>, original: string, segmenter: Segmenter): void {
  const title = normaliseText(original);
  const characters = runsOf(title).flatMap(({ text, chinese }) => (chinese ? [...text] : []));
  for (const token of [...tokensOf(title), ...characters, ...ordinalsOf(title)]) {
    terms.add(LEXEME.text(token));
    terms.add(LEXEME.title(token));
  }
  for (const name of namesOfTitle(title)) terms.add(LEXEME.wholeTitle(name));
  for (const pair of pairsOf(initialsOf(title))) terms.add(LEXEME.initials(pair));
  addAbout(terms, title, segmenter);
}

function addNumber(terms: Set<string>, original: string): void {
  const number = normaliseText(original);
  for (const key of numberKeys(number)) terms.add(LEXEME.number(key));
  addText(terms, number);
}

function addAbout(terms: Set<string>, text: string, segmenter: Segmenter): void {
  addText(terms, text);
  for (const word of wordsOf(text, segmenter)) {
    terms.add(LEXEME.about(word));
    terms.add(LEXEME.text(word));
  }
}

function addText(terms: Set<string>, text: string): void {
  for (const token of tokensOf(text)) terms.add(LEXEME.text(token));
  for (const ordinal of ordinalsOf(text)) terms.add(LEXEME.text(ordinal));
}

/** Single characters that stand as words, and the words that come often. */
function addWords(terms: Set<string>, text: string, segmenter: Segmenter): void {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text, segmenter)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const [word, count] of counts) {
    if (word.length === 1) terms.add(LEXEME.text(word));
    if (count >= OFTEN) terms.add(LEXEME.about(word));
  }
}

function* wordsOf(text: string, segmenter: Segmenter): Iterable<string> {
  for (const { text: run, chinese } of runsOf(text)) {
    if (!chinese) yield run;
    else for (const word of segmenter.cut(run)) if (!PARTICLES.has(word)) yield word;
  }
}
