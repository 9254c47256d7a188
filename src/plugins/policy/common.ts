import { z } from 'zod';
import type { Field } from '../disclosure/server/domain/field';
import type { Values } from '../disclosure/server/types';

export const SLUG = 'policy';

/** The rows of the library. */
export const ROWS = {
  normative: 'L05-01',
  other: 'L05-02',
  interpretation: 'L05-03',
  cleanup: 'L05-04',
  gazette: 'L05-05',
  officer: 'L05-06',
  regulation: 'L05-07',
} as const;

/** For a type that stands in one row: nobody chooses it. */
export const FIXED_ROW: Record<string, Partial<Field>> = {
  catalogueItem: { managed: true, requiredToSubmit: undefined },
};

export const scopeOfRow = ({ catalogueItem }: Values): string | null =>
  catalogueItem ? String(catalogueItem) : null;

const MAX_NAMED = 200;
const documentId = z.string().min(1).max(64);

/** A list of documents that are named by their documentIds. */
export const documentList = z
  .array(documentId, '须为信息编号（documentId）的列表')
  .max(MAX_NAMED, `最多选${MAX_NAMED}件`);

/** The list that a JSON field holds; nothing where it holds something else. */
export function listIn<T>(schema: z.ZodType<T[]>, value: unknown): T[] {
  const result = schema.safeParse(value ?? []);
  return result.success ? result.data : [];
}

export const documentReference = documentId;
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
