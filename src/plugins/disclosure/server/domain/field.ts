import { z } from 'zod';
import type { DateRule } from '../../shared/date-rules';

export type Choice = { value: string; label: string };

/**
 * A field of a disclosure type. From this one description come the Strapi attribute, the validation of
 * input, the Chinese label in the panel, the GraphQL type and the public answer.
 */
export type Field = {
  /** Chinese name */
  label: string;
  type:
    | 'string'
    | 'text'
    | 'html'
    | 'date'
    | 'instant'
    | 'integer'
    | 'decimal'
    | 'choice'
    | 'json'
    | 'files'
    | 'roster';
  /** one sentence under the field: what to enter */
  hint?: string;
  /** choice: a closed list … */
  choices?: readonly Choice[];
  /** … or the name of a list that the server fills for the signed-in department */
  source?: string;
  /** kept by the engine: no caller sets it */
  managed?: true;
  /** never leaves the back office */
  secret?: true;
  /** before an entry may be submitted: always, or for entries of some kinds */
  requiredToSubmit?: Requirement;
  /** belongs to entries of these kinds alone: shown for them, refused for others */
  kinds?: readonly string[];
  default?: string | number;
  maxLength?: number;
  /** date: what it must keep to before an entry may be submitted */
  dateRule?: DateRule;
  /** JSON-logic condition under which the panel shows the field (Strapi's conditional fields) */
  showWhen?: Record<string, unknown>;
  /** json: the shape */
  schema?: z.ZodType;
  /** json: the panel's input, a custom field of the engine */
  input?: 'matrix' | 'reasons' | 'documents' | 'entries';
  /** json with the input `entries`: what a row holds */
  columns?: readonly EntryColumn[];
};

/** A column of a list of rows that is entered by hand. */
export type EntryColumn = {
  name: string;
  label: string;
  kind: 'text' | 'choice' | 'document';
  /** choice */
  choices?: readonly Choice[];
  /** document: the list that is offered */
  source?: string;
};
export type Fields = Record<string, Field>;

export type Requirement = true | { onlyFor: readonly string[] } | { exceptFor: readonly string[] };

/** Whether an entry of a kind must have the field before it may be submitted. */
export function isRequired({ requiredToSubmit, kinds }: Field, kind: unknown): boolean {
  if (!requiredToSubmit || (kinds && !kinds.includes(String(kind)))) return false;
  if (requiredToSubmit === true) return true;
  if ('onlyFor' in requiredToSubmit) return requiredToSubmit.onlyFor.includes(String(kind));
  return !requiredToSubmit.exceptFor.includes(String(kind));
}

/** The condition under which the panel shows a field. */
const visibility = ({ showWhen, kinds }: Field): Record<string, unknown> | undefined =>
  showWhen ?? (kinds ? { in: [{ var: 'kind' }, kinds] } : undefined);

/** What Strapi's decimal columns (10 digits, 2 of them after the point) hold. */
const MAX_DECIMAL = 99_999_999.99;

const MAX_LENGTH = { string: 255, choice: 255, text: 20_000, html: 2_000_000 };

type StrapiAttribute = Record<string, unknown> & { type: string };

/** The Strapi attribute of a field. Required, min and pattern are checked at submit: drafts may lack them. */
export function toAttribute(field: Field): StrapiAttribute {
  const visible = visibility(field);
  const common = {
    ...(field.secret ? { private: true } : {}),
    ...(field.default !== undefined ? { default: field.default } : {}),
    ...(visible ? { conditions: { visible } } : {}),
    // for the panel, which says it while one types
    ...(field.dateRule ? { pluginOptions: { disclosure: { dateRule: field.dateRule } } } : {}),
  };
  switch (field.type) {
    case 'choice':
      return {
        type: 'customField',
        customField: 'plugin::disclosure.choice',
        options: { choices: field.choices ?? [], source: field.source ?? '' },
        ...common,
      };
    case 'html':
      return { type: 'customField', customField: 'plugin::disclosure.body', ...common };
    case 'roster':
      return { type: 'customField', customField: 'plugin::disclosure.roster', ...common };
    case 'instant':
      return { type: 'datetime', ...common };
    case 'files':
      return {
        type: 'media',
        multiple: true,
        required: false,
        allowedTypes: ['files', 'images', 'videos', 'audios'],
        ...common,
      };
    case 'json':
      return field.input
        ? {
            type: 'customField',
            customField: `plugin::disclosure.${field.input}`,
            options: { source: field.source ?? '', columns: field.columns ?? [] },
            ...common,
          }
        : { type: 'json', ...common };
    case 'string':
      return { type: 'string', maxLength: field.maxLength ?? MAX_LENGTH.string, ...common };
    default:
      return { type: field.type, ...common };
  }
}

const isRealDate = (value: string): boolean => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
};

/** The zod schema of a field's value; null clears it. */
export function toSchema(field: Field): z.ZodType {
  const { label } = field;
  const text = (max: number) =>
    z
      .string(`“${label}”须为文字`)
      .max(field.maxLength ?? max, `“${label}”不能超过${field.maxLength ?? max}个字`)
      .refine((value) => !value.includes('\0'), `“${label}”中有无法保存的空字符`);
  const schemas: Record<Field['type'], () => z.ZodType> = {
    string: () => text(MAX_LENGTH.string),
    text: () => text(MAX_LENGTH.text),
    html: () => text(MAX_LENGTH.html),
    choice: () =>
      field.choices
        ? z.enum(field.choices.map(({ value }) => value) as [string, ...string[]], {
            error: `“${label}”只能是：${field.choices.map(({ value, label: name }) => `${value}（${name}）`).join('、')}`,
          })
        : text(MAX_LENGTH.choice),
    date: () =>
      z
        .string(`“${label}”须为日期，格式如 2026-11-02`)
        .regex(/^\d{4}-\d{2}-\d{2}$/, `“${label}”须为日期，格式如 2026-11-02`)
        .refine(isRealDate, `“${label}”不是真实的日期`),
    instant: () => z.iso.datetime({ offset: true, error: `“${label}”须为 ISO 8601 时间` }),
    integer: () => z.int(`“${label}”须为整数`),
    decimal: () =>
      z
        .number(`“${label}”须为数字`)
        .refine((value) => Math.abs(value) <= MAX_DECIMAL, `“${label}”不能超过${MAX_DECIMAL}`),
    json: () => field.schema ?? z.unknown(),
    roster: () => z.uuid(`“${label}”须为名单的编号`),
    files: () => z.array(z.int().positive(), `“${label}”须为文件编号的列表`).max(100),
  };
  return schemas[field.type]().nullable();
}
