import type { VerbName } from '../types';
import { VERB_TABLE } from '../verbs';

const names = new Map<string, string>();

/** Says what people read for what another plugin writes to the audit log of a document. */
export function nameVerbs(labels: Readonly<Record<string, string>>): void {
  for (const [verb, label] of Object.entries(labels)) names.set(verb, label);
}

export const nameOfVerb = (verb: string): string =>
  VERB_TABLE[verb as VerbName]?.label ?? names.get(verb) ?? verb;
