import { DisclosureError, type ErrorCode } from '../errors';

/** PostgreSQL's class 22, data exception: a NUL in a text, a number out of range, words for a number. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

/** A value that no database can hold is the caller's mistake, not the server's; other errors stay as they are. */
export function nameUnstorable(error: unknown, code: ErrorCode = 'INVALID_INPUT'): unknown {
  if (!DATA_EXCEPTION.test(String((error as { code?: unknown } | null)?.code))) return error;
  return new DisclosureError(code, '内容中有无法保存的值（数值过大、格式不符或含有空字符），请改正后再提交');
}
