import { z } from 'zod';
import { DisclosureError } from '../errors';
import { flag, page } from '../read-model/query-schema';
import type { PublicColumn } from './column';
import { readAmount, readDay } from './read-value';
import { amountKey, textKey } from './sort-key';

const text = (label: string, max: number) =>
  z
    .string(`${label}须为文字`)
    .max(max, `${label}不能超过${max}个字`)
    .refine((value) => !/\0|\p{Surrogate}/u.test(value), `${label}中有无法查询的字符`);

const range = z.strictObject(
  { from: text('where 的 from', 40).optional(), to: text('where 的 to', 40).optional() },
  'where 的值须为文字，或写 from、to',
);

/** The query string of a page of a roster. */
export const rosterQuerySchema = z.strictObject({
  where: z
    .record(
      z.string(),
      z.union([text('where 的值', 200), range], { error: 'where 的值须为文字，或写 from、to' }),
      {
        error: 'where 格式如 where[c2]=值',
      },
    )
    .describe(
      '各列的条件：where[c2]=值，或 where[c5][from]=100、where[c5][to]=200；列的 key 在名单的 columns 里',
    )
    .optional(),
  q: text('q', 50).trim().min(1, '请填写检索词 q').describe('任何一列里有这些字').optional(),
  sort: z
    .string('sort 须为列的 key')
    .regex(/^-?[a-z][A-Za-z0-9]{0,30}$/, 'sort 须为列的 key，前面加 - 为倒序')
    .describe('列的 key，前面加 - 为倒序')
    .optional(),
  count: flag,
  ...page,
});
export type RosterQuery = z.infer<typeof rosterQuerySchema>;

/** A condition on the sort key of a slot; `exact`: the key is only the beginning of the value. */
export type Condition =
  | { slot: number; equals: string; exact?: { index: number; value: string } }
  | { slot: number; from?: string; to?: string };

/** A query in the terms of the table. */
export type RowQuery = {
  conditions: Condition[];
  q: string | undefined;
  order: { slot: number; descending: boolean } | null;
  limit: number;
  cursor: string | undefined;
  count: boolean;
};

/** Columns with their slots: the n-th sortable column has slot n. */
const slotsOf = (columns: readonly PublicColumn[]): Map<string, number> =>
  new Map(columns.filter(({ sortable }) => sortable).map(({ key }, index) => [key, index + 1]));

/**
 * Puts a query in the terms of a roster's columns.
 *
 * @throws DisclosureError INVALID_QUERY for a column that does not exist or is not sortable, or a value that
 * is none of its kind
 */
export function toRowQuery(columns: readonly PublicColumn[], query: RosterQuery): RowQuery {
  const slots = slotsOf(columns);
  const slotOf = (key: string): number => {
    const slot = slots.get(key);
    if (slot) return slot;
    const known = columns.some((column) => column.key === key);
    throw mistake(
      known
        ? `不能按“${key}”列筛选或排序`
        : `没有“${key}”列；可用的列：${[...slots.keys()].join('、') || '（无）'}`,
    );
  };
  const conditions = Object.entries(query.where ?? {}).map(([key, wanted]): Condition => {
    const slot = slotOf(key);
    const index = columns.findIndex((column) => column.key === key);
    const { kind } = columns[index] as PublicColumn;
    if (typeof wanted === 'string') return equal(slot, index, kind, wanted);
    if (kind !== 'amount' && kind !== 'date')
      throw mistake(`“${key}”列只能写一个值，from、to 用于金额和日期`);
    return {
      slot,
      ...(wanted.from === undefined ? {} : { from: keyOf(kind, wanted.from) }),
      ...(wanted.to === undefined ? {} : { to: keyOf(kind, wanted.to) }),
    };
  });
  const { sort, q, limit, cursor, count } = query;
  const order = sort ? { slot: slotOf(sort.replace('-', '')), descending: sort.startsWith('-') } : null;
  return { conditions, q, order, limit, cursor, count };
}

function equal(slot: number, index: number, kind: PublicColumn['kind'], value: string): Condition {
  const equals = keyOf(kind, value);
  const isWhole = equals === value || kind === 'amount' || kind === 'date' || value === '';
  return isWhole ? { slot, equals } : { slot, equals, exact: { index, value } };
}

/** The sort key of a value that was asked for; the empty text finds empty cells. */
function keyOf(kind: PublicColumn['kind'], value: string): string {
  if (value === '') return '';
  if (kind !== 'amount' && kind !== 'date') return textKey(value);
  const read = kind === 'amount' ? readAmount(value) : readDay(value);
  if ('message' in read) throw mistake(read.message);
  return typeof read.value === 'number' ? amountKey(read.value) : read.value;
}

const mistake = (message: string) => new DisclosureError('INVALID_QUERY', `查询参数有误：${message}`);
