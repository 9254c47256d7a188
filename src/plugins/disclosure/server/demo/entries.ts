import type { DemoEntry } from '../domain/manifest';
import { addDays } from '../rules/dates';
import type { Values } from '../types';

/** An entry as database/seeds/demo holds it. */
type Seed = {
  key: string;
  /** default: record */
  type?: string;
  actor: string;
  data: Values;
  /** fields that name an earlier entry by its key */
  refs?: Record<string, string | undefined>;
  /** documents that become public with it; `field` is where they name it */
  with?: readonly { type: string; field: string; data: Values }[];
  /** name of a PDF to attach */
  pdf?: string;
};

/** Field names that are dates without saying `On`. */
const BARE = /(By|Until|From|To)DaysAgo$/;

/** Values ending in DaysAgo are days counted back from today: the demo stays as late as it was meant. */
export function datedValues(values: Values, today: string): Values {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] =>
    name.endsWith('DaysAgo')
      ? [
          BARE.test(name) ? name.replace(/DaysAgo$/, '') : name.replace(/DaysAgo$/, 'On'),
          addDays(today, -Number(value)),
        ]
      : [name, value],
  );
  return Object.fromEntries(entries);
}

/** A document number of the year in which the document was formed. */
export function docNoOf({ docNo, formedOn }: Values): Values {
  return typeof docNo === 'string'
    ? { docNo: docNo.replace(/〔\d{4}〕/, `〔${String(formedOn).slice(0, 4)}〕`) }
    : {};
}

/** A text `@key` anywhere among the values stands for the documentId of the entry with that key. */
function withDocumentIds(value: unknown, documentIdOf: (key: string) => string): unknown {
  if (typeof value === 'string') return value.startsWith('@') ? documentIdOf(value.slice(1)) : value;
  if (Array.isArray(value)) return value.map((member) => withDocumentIds(member, documentIdOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, withDocumentIds(member, documentIdOf)]),
  );
}

/** The demo of a domain from its file in database/seeds/demo. */
export const demoOf =
  (seeds: readonly Seed[]) =>
  (today: string): DemoEntry[] =>
    seeds.map(({ key, type = 'record', actor, data, refs = {}, with: companions = [], pdf }) => {
      const dated = datedValues(data, today);
      return {
        key,
        type,
        actor,
        data: (documentIdOf) => ({
          ...(withDocumentIds(dated, documentIdOf) as Values),
          ...docNoOf(dated),
          ...Object.fromEntries(
            Object.entries(refs).map(([name, entry]) => [name, documentIdOf(String(entry))]),
          ),
        }),
        ...(pdf ? { pdf } : {}),
        with: companions.map(({ type: companion, field, data: own }) => ({
          type: companion,
          data: (documentId: string) => ({ ...datedValues(own, today), [field]: documentId }),
        })),
      };
    });
