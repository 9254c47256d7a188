import { DisclosureError } from '../../../disclosure/server/errors';
import { openTable } from '../../../disclosure/server/tabular/open-table';
import type { Cell } from '../../../disclosure/server/tabular/table';
import { FIGURES, type FigureCode } from '../shared/figures';

const NAMES = ['项目', '数量'] as const;

/**
 * The figures in a table with the columns 项目 and 数量 (CSV or XLSX), one line a figure.
 *
 * @throws DisclosureError INVALID_INPUT with the line that is wrong
 */
export async function readFigures(path: string): Promise<Partial<Record<FigureCode, number>>> {
  const table = await openTable(path, { limits: { fileBytes: 1_000_000, rows: 1_000, columns: 20 } });
  const places = NAMES.map((name) => table.headers.indexOf(name)) as [number, number];
  if (places.includes(-1)) throw wrong(`表头须有“${NAMES.join('”和“')}”两列`);
  const found: Partial<Record<FigureCode, number>> = {};
  for await (const { line, cells } of table.rows) {
    const name = String(cells[places[0]] ?? '').trim();
    const figure = FIGURES.find(({ label }) => name.startsWith(label));
    if (!figure)
      throw wrong(
        `第${line}行的项目“${name}”不认识，只能是：${FIGURES.map(({ label }) => label).join('、')}`,
      );
    if (found[figure.code] !== undefined) throw wrong(`第${line}行：“${figure.label}”出现了两次`);
    found[figure.code] = numberIn(cells[places[1]] ?? null, line, figure.unit === '件');
  }
  if (Object.keys(found).length === 0) throw wrong('表里没有数据');
  return found;
}

function numberIn(cell: Cell, line: number, isWhole: boolean): number {
  const value =
    typeof cell === 'number' ? cell : Number(String(cell ?? '').replaceAll(',', '') || Number.NaN);
  if (Number.isFinite(value) && value >= 0 && (!isWhole || Number.isInteger(value))) return value;
  throw wrong(`第${line}行的数量须为${isWhole ? '不小于0的整数' : '不小于0的数'}`);
}

const wrong = (message: string): DisclosureError => new DisclosureError('INVALID_INPUT', message);
