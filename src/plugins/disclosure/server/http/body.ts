import { z } from 'zod';
import type { RegisteredType } from '../domain/registry';
import { DisclosureError } from '../errors';
import type { MaskInput } from '../privacy/mask-document';
import { describeIssues, issuesByField } from '../read-model/query-schema';
import type { Values, VerbInput } from '../types';

/** PostgreSQL's integer. */
const MAX_VERSION = 2_147_483_647;
const versionNumber = (name: string) =>
  z.int(`${name} 须为整数`).positive(`${name} 须为正整数`).max(MAX_VERSION, `${name} 过大`).optional();
const version = z.int('expectedVersion 须为整数').positive('expectedVersion 须为正整数').optional();
const words = (label: string) =>
  z
    .string(`${label}须为文字`)
    .max(2000, `${label}不能超过2000个字`)
    .refine((value) => !value.includes('\0'), `${label}中有无法保存的空字符`)
    .optional();

export const writeSchema = z.strictObject({
  data: z.record(z.string(), z.unknown(), '请求正文须为 {"data": {…}}'),
  expectedVersion: version,
  // Strapi's REST publishes with it; here only the verb publishes, so it says nothing
  status: z.unknown().optional(),
});

export const verbSchema = z.strictObject({
  comment: words('comment'),
  reason: words('reason'),
  expectedVersion: version,
  department: words('department'),
  successor: words('successor'),
  publishAt: z.iso
    .datetime({ offset: true, error: 'publishAt 须为带时区的时间，如 2026-12-01T09:00:00+08:00' })
    .optional(),
  personalDataReason: words('personalDataReason'),
  confirmPersonalData: z.boolean('confirmPersonalData 须为 true 或 false').optional(),
  edition: versionNumber('edition'),
  draftVersion: versionNumber('draftVersion'),
});

export const maskSchema = z.strictObject({
  phones: z.boolean('phones 须为 true 或 false').optional(),
  expectedVersion: version,
});

function parse<T>(schema: z.ZodType<T>, value: unknown, unknownName: string): T {
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  throw new DisclosureError('INVALID_INPUT', describeIssues(result.error, unknownName), {
    issues: issuesByField(result.error, unknownName),
  });
}

/** The values of a document as a caller may send them. @throws DisclosureError INVALID_INPUT */
export const parseValues = (type: RegisteredType, values: unknown): Values =>
  parse(type.input, values, '不认识或不能填写的字段');

/** The body of a create or update. @throws DisclosureError INVALID_INPUT */
export function parseWriteBody(type: RegisteredType, body: unknown): { data: Values; input: VerbInput } {
  const { data, expectedVersion } = parse(writeSchema, body, '不认识的内容');
  const { expectedVersion: inner, ...values } = data;
  const expected = expectedVersion ?? (inner === undefined ? undefined : parse(version, inner, ''));
  return { data: parseValues(type, values), input: { expectedVersion: expected } };
}

/** The body of a verb; a comment serves as the reason of a return. @throws DisclosureError INVALID_INPUT */
export function parseVerbInput(verb: string, body: unknown): VerbInput {
  const input = parse(verbSchema, body, '不认识的内容');
  return verb === 'return' && !input.reason?.trim() ? { ...input, reason: input.comment } : input;
}

/** The body of 一键遮盖. @throws DisclosureError INVALID_INPUT */
export const parseMaskInput = (body: unknown): MaskInput => parse(maskSchema, body, '不认识的内容');
