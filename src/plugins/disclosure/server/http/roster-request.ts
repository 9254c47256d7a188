import type { Context } from 'koa';
import { z } from 'zod';
import { DisclosureError } from '../errors';
import { describeIssues } from '../read-model/query-schema';
import { ROSTER_LIMITS } from '../rosters/limits';
import { type ColumnWish, columnWishesSchema } from '../rosters/plan';
import type { RosterSource } from '../rosters/upload';
import { openTable } from '../tabular/open-table';
import type { Cell } from '../tabular/table';
import { incomingFile } from './incoming-files';

const MB = 1024 * 1024;

/** Fields of a form are text, values of JSON are what they are. */
const formVersion = z
  .union(
    [
      z.int().positive(),
      z
        .string()
        .regex(/^[1-9]\d{0,8}$/)
        .transform(Number),
    ],
    {
      error: 'expectedVersion 须为正整数',
    },
  )
  .optional();
const formFlag = z
  .union([z.boolean(), z.enum(['true', 'false']).transform((value) => value === 'true')], {
    error: 'preview 只能是 true 或 false',
  })
  .default(false);

const cell = z.union([z.string(), z.number(), z.null()], { error: 'rows 中每格须为文字、数字或空' });
const row = z.union([z.array(cell), z.record(z.string(), cell)], {
  error: 'rows 中每行须为各格的列表，或以表头为名的对象',
});

const common = { preview: formFlag, expectedVersion: formVersion };
const fileSchema = z.strictObject({
  ...common,
  columns: z.string('columns 须为 JSON').optional(),
  sheet: z.string().max(100).optional(),
});
const rowsSchema = z.strictObject({
  ...common,
  columns: columnWishesSchema.min(1, 'columns 至少要有一列'),
  rows: z.array(row, 'rows 须为各行的列表').min(1, '名单至少要有一行'),
});

export type RosterRequest = {
  preview: boolean;
  expectedVersion: number | undefined;
  wishes: ColumnWish[];
  /** Opens the list; to be called when the person is known to be allowed to upload it. */
  open: () => Promise<RosterSource & { close: () => Promise<void> }>;
};

/**
 * An upload of a roster: a form with the file in `file`, or JSON with `columns` and `rows`.
 *
 * @throws DisclosureError INVALID_INPUT
 */
export function parseRosterRequest(ctx: Context): RosterRequest {
  const file = incomingFile(ctx);
  const body = { ...ctx.query, ...((ctx.request.body as Record<string, unknown> | undefined) ?? {}) };
  if (!ctx.is('multipart')) return fromRows(parse(rowsSchema, body));
  if (!file) throw mistake('请在字段 file 中放一个 .xlsx 或 .csv 文件');
  if (file.size > ROSTER_LIMITS.fileBytes) {
    throw mistake(`文件有${Math.ceil(file.size / MB)}MB，最大${ROSTER_LIMITS.fileBytes / MB}MB，请分成几份`);
  }
  const { preview, expectedVersion, columns, sheet } = parse(fileSchema, body);
  return {
    preview,
    expectedVersion,
    wishes: columns ? parse(columnWishesSchema, readJson(columns)) : [],
    open: () => openTable(file.filepath, { sheet, limits: ROSTER_LIMITS }),
  };
}

function fromRows({ preview, expectedVersion, columns, rows }: z.infer<typeof rowsSchema>): RosterRequest {
  const headers = columns.map(({ label }) => label);
  return {
    preview,
    expectedVersion,
    wishes: columns,
    open: async () => ({ headers, rows: sourceRows(headers, rows), notes: [], close: async () => undefined }),
  };
}

async function* sourceRows(headers: readonly string[], rows: z.infer<typeof row>[]) {
  for (const [index, values] of rows.entries())
    yield { line: index + 1, cells: cellsOf(headers, values, index + 1) };
}

function cellsOf(headers: readonly string[], values: z.infer<typeof row>, line: number): Cell[] {
  if (Array.isArray(values)) {
    if (values.length <= headers.length) return values;
    throw mistake(`第${line}行有${values.length}格，多于${headers.length}列`);
  }
  const strange = Object.keys(values).find((name) => !headers.includes(name));
  if (strange) throw mistake(`第${line}行有不认识的列“${strange}”`);
  return headers.map((name) => values[name] ?? null);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw mistake('columns 不是正确的 JSON');
  }
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw mistake(describeIssues(result.error, '不认识的内容'));
}

const mistake = (message: string) => new DisclosureError('INVALID_INPUT', message);
