import type { Choice } from '../../disclosure/server/domain/field';
import type { TimeLimitRule } from '../../disclosure/server/rules/due-date';
import source from './items.json';

export const SLUG = 'major-construction-projects';

/** One of the 54 items of 国办发〔2017〕94号, with the catalogue row to which it belongs. */
export type Item = {
  code: string;
  name: string;
  row: string;
  classSlug: string;
  decisionType: string | null;
  /** not read in a published text: shown as 待核实 */
  toBeConfirmed: boolean;
};

/** One of the 8 information classes. */
export type InformationClass = {
  code: string;
  slug: string;
  name: string;
  timeLimitRules: readonly TimeLimitRule[];
  items: readonly Item[];
};

/** The 8 classes in order, each with its items in order. */
export const CLASSES: readonly InformationClass[] = source.classes.map((entry) => ({
  code: entry.code,
  slug: entry.slug,
  name: entry.name,
  timeLimitRules: entry.timeLimitRules as TimeLimitRule[],
  items: entry.items.map(({ code, name, row, decisionType, provenance }) => ({
    code,
    name,
    row,
    decisionType,
    classSlug: entry.slug,
    toBeConfirmed: provenance.kind !== 'published',
  })),
}));

const ITEMS = new Map(CLASSES.flatMap(({ items }) => items).map((item) => [item.code, item]));

export const ITEM_CODES: ReadonlySet<string> = new Set(ITEMS.keys());

export const findItem = (code: unknown): Item | undefined => ITEMS.get(String(code));

export const findClass = (slug: unknown): InformationClass | undefined =>
  CLASSES.find((entry) => entry.slug === slug);

export const CLASS_CHOICES: readonly Choice[] = CLASSES.map(({ slug, name }) => ({
  value: slug,
  label: name,
}));

/** 责任范围 of a project's information class. */
export const classScope = (projectId: string, classSlug: string): string =>
  `${SLUG}/${projectId}/${classSlug}`;

/** 责任范围 of the list of projects itself. */
export const PROJECT_SCOPE = `${SLUG}/projects`;
