import { DisclosureError } from '../errors';
import { describeIssues, issuesByField } from '../read-model/query-schema';
import type { Values } from '../types';
import type { RegisteredType } from './registry';

/** What Strapi itself puts among the values of a write. */
const STRAPI_OWN = new Set([
  ...['id', 'documentId', 'status', 'locale', 'localizations'],
  ...['createdAt', 'updatedAt', 'publishedAt', 'createdBy', 'updatedBy'],
]);
/** A field of these that was emptied in a form arrives as empty text. */
const EMPTIED_TO_NULL = new Set(['choice', 'date', 'integer', 'decimal', 'instant', 'json']);

/**
 * The values that a person entered, checked as the API checks them, whoever sends them: the panel's
 * forms and the document service know nothing of choices, real dates and lengths. What the engine keeps
 * is left out, and files are checked by Strapi.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export function enteredValues(type: RegisteredType, data: Values): Values {
  const entries = Object.entries(data).filter(([name]) => !type.managed.has(name));
  const passes = (name: string) => STRAPI_OWN.has(name) || type.fields[name]?.type === 'files';
  const entered = Object.fromEntries(
    entries
      .filter(([name]) => !passes(name))
      .map(([name, value]) => [
        name,
        value === '' && EMPTIED_TO_NULL.has(type.fields[name]?.type ?? '') ? null : value,
      ]),
  );
  const result = type.input.safeParse(entered);
  if (result.success) return { ...Object.fromEntries(entries.filter(([name]) => passes(name))), ...entered };
  throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, '不认识或不能填写的字段'), {
    issues: issuesByField(result.error, '不认识或不能填写的字段'),
  });
}
