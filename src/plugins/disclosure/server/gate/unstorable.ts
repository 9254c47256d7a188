import { DisclosureError, type ErrorCode } from '../errors';

/** PostgreSQL's codes for text with the character NUL, in a column and in JSON. */
const CODES = new Set(['22021', '22P05']);

/** Text that no database can hold is the caller's mistake, not the server's; other errors stay as they are. */
export function nameUnstorable(error: unknown, code: ErrorCode = 'INVALID_INPUT'): unknown {
  if (!CODES.has(String((error as { code?: unknown } | null)?.code))) return error;
  return new DisclosureError(code, '内容中有无法保存的空字符,请删除后再提交');
}
