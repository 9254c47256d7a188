import type { Field, Fields } from '../../domain/field';

const OUTPUT: Record<Field['type'], string> = {
  string: 'String',
  text: 'String',
  html: 'String',
  choice: 'String',
  date: 'Day',
  instant: 'Instant',
  integer: 'Int',
  decimal: 'Float',
  json: 'JSON',
  files: '[File!]',
  roster: 'JSON',
};

/** What a caller sends where it differs: the numbers of files in the library, the id of a roster. */
const INPUT: Partial<Record<Field['type'], string>> = { files: '[Int!]', roster: 'ID' };

/** A description of the schema; three quotes would end it. */
export const describe = (text: string): string => `"""${text.replace(/"""/g, "'''")}"""`;

function explain(field: Field): string {
  const choices = field.choices?.map(({ value, label }) =>
    value === label ? value : `${value}（${label}）`,
  );
  return [field.label, field.hint, choices && `可选值：${choices.join('、')}`].filter(Boolean).join('；');
}

/** The fields of a published document. */
export const outputFields = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, field]) => `  ${describe(explain(field))}\n  ${name}: ${OUTPUT[field.type]}`)
    .join('\n');

/** The fields that a caller may set. */
export const inputFields = (fields: Fields): string =>
  Object.entries(fields)
    .filter(([, field]) => !field.managed)
    .map(([name, field]) => {
      const type = INPUT[field.type] ?? OUTPUT[field.type];
      return `  ${describe(explain(field))}\n  ${name}: ${type}`;
    })
    .join('\n');
