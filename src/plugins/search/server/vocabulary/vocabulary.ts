import type { Core } from '@strapi/strapi';
import { allDomains } from '../../../disclosure/server/domain/registry';
import { allDepartments, type Department } from '../../../disclosure/server/reference-data/departments';
import { initialsOf } from '../text/initials';
import { createSegmenter, type Segmenter } from '../text/segment';
import { createSynonyms, type Synonyms } from './synonyms';
import groups from './synonyms.json';

/** A department or domain as a person may ask for it. */
export type Named = {
  code: string;
  name: string;
  names: readonly string[];
  /** the first letters of their pinyin */
  initials: readonly string[];
};

/** The names of this district, and how texts are divided by them. */
export type Vocabulary = {
  segmenter: Segmenter;
  synonyms: Synonyms;
  departments: readonly Named[];
  domains: readonly Named[];
};

/** Milliseconds for which it is kept: a new alias works soon, and not at the cost of every query. */
const KEPT_MS = 60_000;
type Known = { at: number; key: string; vocabulary: Vocabulary };
const known = new WeakMap<object, Promise<Known>>();

/** The vocabulary, at most a minute old; the dictionary is read anew only where a name has changed. */
export async function vocabularyOf(strapi: Core.Strapi): Promise<Vocabulary> {
  const last = await known.get(strapi);
  if (last && Date.now() - last.at < KEPT_MS) return last.vocabulary;
  const loading = load(strapi, last);
  known.set(strapi, loading);
  try {
    return (await loading).vocabulary;
  } catch (error) {
    known.delete(strapi);
    throw error;
  }
}

async function load(strapi: Core.Strapi, last: Known | undefined): Promise<Known> {
  const departments = (await allDepartments(strapi)).map(toNamed);
  const domains = allDomains(strapi).map(({ slug, name }) => withInitials(slug, name, [name]));
  const key = JSON.stringify([departments, domains]);
  if (last?.key === key) return { ...last, at: Date.now() };
  const all = [...groups, ...departments.map(({ names }) => names)];
  const vocabulary = {
    segmenter: createSegmenter([...all.flat(), ...domains.map(({ name }) => name)]),
    synonyms: createSynonyms(all),
    departments,
    domains,
  };
  return { at: Date.now(), key, vocabulary };
}

/** 区财政局 is also asked for as 财政局. */
function toNamed({ code, name, aliases }: Department): Named {
  const given = [name, ...(aliases ?? [])];
  const short = given.map((one) => one.replace(/^区(?=.{3})/u, ''));
  return withInitials(code, name, [...new Set([...given, ...short])]);
}

const withInitials = (code: string, name: string, names: readonly string[]): Named => ({
  ...{ code, name, names },
  initials: names.map(initialsOf),
});
