import { sameValue } from '../versions/difference/values';

type Values = Record<string, unknown>;

/** What a form holds of the fields that a person enters. */
export const typedFields = (values: Values, fields: readonly string[]): Values =>
  Object.fromEntries(
    fields.filter((name) => values[name] !== undefined).map((name) => [name, values[name] ?? null]),
  );

/** Whether what was typed says anything else than a form does. */
export const differs = (
  fields: readonly { name: string; type: string }[],
  entered: Values,
  values: Values,
): boolean =>
  fields.some(({ name, type }) => name in entered && !sameValue(type, entered[name], values[name]));
