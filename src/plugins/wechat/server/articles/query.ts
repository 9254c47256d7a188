import { z } from 'zod';
import { code, page } from '../../../disclosure/server/read-model/query-schema';
import { shanghaiDateOf } from '../../../disclosure/server/rules/dates';

const SINCE = 'since 须为日期或带时区的时间,如 2026-11-02 或 2026-11-02T09:00:00+08:00';

const date = z.iso.date({ error: SINCE }).refine((value) => value >= '0001-01-01', SINCE);

/** What a tool asks for: the publications that changed since a day or an instant, newest first. */
export const articlesQuerySchema = z.strictObject({
  since: z
    .union([date, z.iso.datetime({ offset: true, error: SINCE })], { error: SINCE })
    .transform((value) => ({
      day: shanghaiDateOf(value),
      instant: value.includes('T') ? new Date(value) : null,
    }))
    .describe('这一天或这一时刻以后发布、更正的')
    .optional(),
  column: code('column').describe('栏目的代码').optional(),
  ...page,
});
export type ArticlesQuery = z.infer<typeof articlesQuerySchema>;
