import { z } from 'zod';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import { describeIssues } from '../read-model/query-schema';
import { enteredFields } from '../versions/content';

/** Letters of one unsaved form, as JSON: a body of the longest kind and room for the rest. */
export const MAX_UNSAVED_LENGTH = 2_500_000;

/** The key of an entry that was never saved: the panel makes it up; Strapi's documentIds have no hyphen. */
const NEW_KEY = /^new-[0-9a-z]{8,40}$/;
export const isNewKey = (key: string): boolean => NEW_KEY.test(key);

const SHAPE = '请求正文须为 {"baseVersion": …, "values": {…}}';
const schema = z.strictObject(
  {
    baseVersion: z.int('baseVersion 须为整数').positive('baseVersion 须为正整数').nullable(),
    values: z.record(z.string(), z.unknown(), 'values 须为 {…}'),
  },
  { error: ({ code }) => (code === 'invalid_type' ? SHAPE : undefined) },
);

export type UnsavedInput = { baseVersion: number | null; entered: string };

/**
 * What a form holds, as it is kept: half typed values are welcome, unknown fields and what the engine keeps
 * are not. Letters that no database can hold are left out: they must not cost the person her text.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export function parseUnsaved(type: RegisteredType, body: unknown): UnsavedInput {
  const result = schema.safeParse(body ?? {});
  if (!result.success) {
    throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, '不认识的内容'));
  }
  const { baseVersion, values } = result.data;
  const known = new Set(enteredFields(type).map(([name]) => name));
  const strange = Object.keys(values).filter((name) => !known.has(name));
  if (strange.length > 0) {
    throw new DisclosureError('INVALID_INPUT', `不认识或不能填写的字段：${strange.slice(0, 5).join('、')}`);
  }
  const entered = JSON.stringify(values, (_name, value) =>
    typeof value === 'string' ? storable(value) : value,
  );
  if (entered.length > MAX_UNSAVED_LENGTH) {
    throw new DisclosureError('INVALID_INPUT', '内容太长，不能自动暂存；请删减后点“保存”');
  }
  return { baseVersion, entered };
}

/** Without NUL, and with whole surrogate pairs. */
const storable = (text: string): string => Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8');
