import type { Field } from '../domain/field';

export type ReferenceField = Omit<Field, 'type'> & {
  type: Field['type'] | 'boolean' | 'relation';
  unique?: true;
  required?: true;
  /** a relation of Strapi's own, where the panel needs its picker */
  relation?: Record<string, unknown>;
};

/** A type of the engine's reference data. */
export type ReferenceType = {
  singular: string;
  plural: string;
  /** Chinese name */
  name: string;
  fields: Record<string, ReferenceField>;
  /** column lists that queries go by */
  indexes: readonly (readonly string[])[];
};
