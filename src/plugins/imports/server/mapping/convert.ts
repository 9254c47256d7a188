import type { Field } from '../../../disclosure/server/domain/field';
import type { RegisteredType } from '../../../disclosure/server/domain/registry';
import { parseDateCell } from '../../../disclosure/server/tabular/date-text';
import type { Cell } from '../../../disclosure/server/tabular/table';
import type { Values } from '../../../disclosure/server/types';
import type { SourceRow } from '../types';
import { OWNER } from './fields';
import type { Lookups, Option } from './lookups';
import type { Mapping } from './mapping';

/** The values of a row as a person would enter them, or what is wrong with its cells. */
export type Converted = { values: Values; owner: string | null; problems: string[] };

type Reading = { value: unknown } | { problem: string };

/** Shown of a value that is not understood. */
const SHOWN = 40;
/** Shown of a list that a value is not in. */
const OFFERED = 8;

/**
 * Turns the cells of a row into values by the mapping: codes or names for choices, dates in any style,
 * numbers with separators. Fields on which lists depend come first, as the manifest has them.
 */
export async function convertRow(
  type: RegisteredType,
  mapping: Mapping,
  row: SourceRow,
  lookups: Lookups,
): Promise<Converted> {
  const values: Values = {};
  const problems: string[] = [];
  const read = async (name: string, field: Field): Promise<unknown> => {
    const header = mapping.columns[name];
    const cell = header === undefined ? (mapping.constants[name] ?? null) : (row.cells[header] ?? null);
    const fallback = cell === null && header !== undefined ? (mapping.constants[name] ?? null) : cell;
    if (fallback === null) return undefined;
    const reading = await readValue(field, fallback, (source) => lookups(source, values));
    if ('value' in reading) return reading.value;
    problems.push(`“${header ?? field.label}”列：${reading.problem}`);
    return undefined;
  };
  for (const [name, field] of Object.entries(type.fields)) {
    if (name === OWNER) continue;
    if (!(name in mapping.columns) && !(name in mapping.constants)) continue;
    const value = await read(name, field);
    if (value !== undefined) values[name] = value;
  }
  const owner = await read(OWNER, { label: '责任部门', type: 'choice', source: 'departments' });
  return { values, owner: typeof owner === 'string' ? owner : null, problems };
}

async function readValue(
  field: Field,
  cell: Exclude<Cell, null>,
  listOf: (source: string) => Promise<readonly Option[]>,
): Promise<Reading> {
  switch (field.type) {
    case 'date': {
      const date = parseDateCell(cell);
      return date
        ? { value: date }
        : { problem: `“${shorten(cell)}”不是日期，请写成 2021-3-5 或 2021年3月5日` };
    }
    case 'integer':
    case 'decimal':
      return readNumber(cell);
    case 'json':
      return readJson(cell);
    case 'choice':
      return choose(
        String(cell),
        field.choices?.map(({ value, label }) => ({ value, names: [label] })) ??
          (field.source ? await listOf(field.source) : []),
      );
    default:
      return { value: String(cell) };
  }
}

const shorten = (cell: Cell): string => {
  const text = String(cell);
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
};

function readNumber(cell: Exclude<Cell, null>): Reading {
  const text = String(cell)
    .normalize('NFKC')
    .replace(/[,\s¥元]/g, '');
  const number = Number(text);
  return text !== '' && Number.isFinite(number)
    ? { value: number }
    : { problem: `“${shorten(cell)}”不是数字` };
}

function readJson(cell: Exclude<Cell, null>): Reading {
  try {
    return { value: JSON.parse(String(cell)) };
  } catch {
    return { problem: `“${shorten(cell)}”不是 JSON` };
  }
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function choose(text: string, options: readonly Option[]): Reading {
  const asked = plain(text);
  const byCode = options.find(({ value }) => plain(value) === asked);
  if (byCode) return { value: byCode.value };
  const found = options.filter(({ names }) => names.some((name) => plain(name) === asked));
  const [only, second] = found;
  if (only && !second) return { value: only.value };
  if (only) {
    const codes = found.map(({ value }) => value).join('、');
    return { problem: `“${shorten(text)}”对应不止一项（${codes}），请改用编码` };
  }
  const offered = options.slice(0, OFFERED).map(({ value, names }) => names[0] ?? value);
  const more = options.length > OFFERED ? `等${options.length}项` : '';
  return { problem: `没有“${shorten(text)}”这一项，可选：${offered.join('、')}${more}` };
}
