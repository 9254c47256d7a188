import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../../../disclosure/server/errors';
import { incomingFile } from '../../../disclosure/server/http/incoming-files';
import { parseInput } from '../http/input';

/** Bytes: a list of people is short. */
const MAX_UPLOAD = 2 * 1024 * 1024;

const schema = z.strictObject({
  preview: z.enum(['true', 'false'], 'preview 只能是 true 或 false').transform((value) => value === 'true'),
});

export type ImportRequest = { file: string; preview: boolean };

/** A form with the file in `file`; `preview=true` looks without making anybody. */
export function parseImportRequest(ctx: Context): ImportRequest {
  const file = incomingFile(ctx);
  if (!file) throw new DisclosureError('INVALID_INPUT', '请选择一个 .xlsx 或 .csv 文件');
  if (file.size > MAX_UPLOAD) throw new DisclosureError('INVALID_INPUT', '文件超过2MB，请分成几份');
  return { file: file.filepath, ...parseInput(schema, ctx.request.body) };
}
