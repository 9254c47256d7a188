import { DisclosureError } from '../errors';

/** PostgreSQL's codes for text with the character NUL, in a column and in JSON. */
const CODES = new Set(['22021', '22P05']);

/** Text that no database can hold is the caller's mistake, not the server's; other errors stay as they are. */
export const nameUnstorable = (error: unknown): unknown =>
  CODES.has(String((error as { code?: unknown } | null)?.code))
    ? new DisclosureError('INVALID_INPUT', '内容中有无法保存的空字符,请删除后再提交')
    : error;
