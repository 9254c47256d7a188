import { z } from 'zod';
import { DisclosureError } from '../errors';
import { COLUMN_KINDS, type ColumnKind } from '../privacy/column-kinds';
import { maskCell } from '../privacy/mask-cell';
import { proposeKind, type RosterColumn, withSlots } from './column';
import { ROSTER_LIMITS } from './limits';

/** A column that the file has and the roster shall not have. */
export const OMIT = 'omit';

/** What a person says of a column of her file; what she does not say is proposed from the header. */
export const columnWishSchema = z.strictObject({
  label: z.string('columns 中每列须有 label（表头）').min(1, 'columns 中每列须有 label（表头）'),
  kind: z
    .enum([...COLUMN_KINDS, OMIT], { error: `kind 只能是：${[...COLUMN_KINDS, OMIT].join('、')}` })
    .optional(),
  key: z
    .string('key 须为文字')
    .regex(/^[a-z][A-Za-z0-9]{0,30}$/, 'key 只能用英文字母和数字，以小写字母开头')
    .optional(),
});
export const columnWishesSchema = z
  .array(columnWishSchema, 'columns 须为列的列表')
  .max(ROSTER_LIMITS.columns, `最多${ROSTER_LIMITS.columns}列`);
export type ColumnWish = z.infer<typeof columnWishSchema>;

/** The columns of a roster and, for each of them, the index of its cell in a row of the file. */
export type ColumnPlan = {
  columns: RosterColumn[];
  sources: number[];
  /** headers whose columns are left out, with whatever is wrong in them */
  omitted: string[];
};

/**
 * Lays down the columns of a roster from the headers of its file.
 *
 * @throws DisclosureError INVALID_INPUT for a wish that fits no header, or two of one key or header
 */
export function planColumns(headers: readonly string[], wishes: readonly ColumnWish[] = []): ColumnPlan {
  const known = new Map(wishes.map((wish) => [wish.label, wish]));
  if (known.size < wishes.length) throw mistake('columns 中有的列说明了两次');
  const strange = wishes.filter(({ label }) => !headers.includes(label)).map(({ label }) => `“${label}”`);
  if (strange.length > 0) {
    throw mistake(`文件里没有${strange.join('、')}这样的列；文件的表头是：${headers.join('、')}`);
  }
  const kept = headers
    .map((label, source) => ({ label, source, ...known.get(label) }))
    .filter(({ kind }) => kind !== OMIT);
  for (const { label } of kept) assertHeader(label);
  if (kept.length === 0) throw mistake('至少要公开一列');
  const columns = kept.map(({ label, kind, key }, index) => ({
    key: key ?? `c${index + 1}`,
    label,
    kind: (kind as ColumnKind | undefined) ?? proposeKind(label),
  }));
  const keys = columns.map(({ key }) => key);
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice) throw mistake(`两列的 key 都是“${twice}”，请改成不同的`);
  return {
    columns: withSlots(columns),
    sources: kept.map(({ source }) => source),
    omitted: headers.filter((label) => known.get(label)?.kind === OMIT),
  };
}

/** A header longer than this is a sentence of an explanation. */
const MAX_LABEL = 60;

function assertHeader(label: string): void {
  const shown = maskCell('text', label);
  if (shown !== label) {
    throw new DisclosureError(
      'PERSONAL_DATA_FOUND',
      `表头“${shown}”中有个人信息：第一行应是列名，请改正后重新上传`,
    );
  }
  if (label.length > MAX_LABEL) throw mistake(`表头“${label.slice(0, 10)}…”过长，至多${MAX_LABEL}个字`);
  if (/\0|\p{Surrogate}/u.test(label)) throw mistake('表头中有无法保存的字符，请删去');
}

const mistake = (message: string) => new DisclosureError('INVALID_INPUT', message);
