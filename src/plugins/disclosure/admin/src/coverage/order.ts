import type { ChoiceOption, DeskCoverageItem, DeskFigures } from '../../../server/desk/contract';

export type Figure = 'due' | 'inTime' | 'late' | 'missing' | 'all';

export const FIGURES: Record<Figure, string> = {
  due: '应公开',
  inTime: '按期',
  late: '迟',
  missing: '缺',
  all: '怎样算出来的',
};

const STATES: Record<Figure, readonly DeskCoverageItem['state'][]> = {
  due: ['missing', 'late', 'in-time'],
  inTime: ['in-time'],
  late: ['late'],
  missing: ['missing'],
  all: ['missing', 'late', 'in-time'],
};

/** The items behind a figure. */
export const itemsOf = (items: readonly DeskCoverageItem[], figure: Figure): DeskCoverageItem[] =>
  items.filter(({ state }) => STATES[figure].includes(state));

/** Where most is missing or late comes first; the others keep the order of the catalogue. */
export const worstFirst = <T extends DeskFigures>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => b.missing - a.missing || b.late - a.late);

const YEARS = 3;

/** The periods that one may choose, the latest first: months and quarters of the year, and years. */
export function periodsUntil(day: string): ChoiceOption[] {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const years = Array.from({ length: YEARS }, (_, back) => year - back);
  const quarters = years.flatMap((one) =>
    [4, 3, 2, 1]
      .filter((quarter) => one < year || quarter <= Math.ceil(month / 3))
      .map((quarter) => ({ value: `${one}-Q${quarter}`, label: `${one}年第${quarter}季度`, group: '季度' })),
  );
  const months = Array.from({ length: month }, (_, back) => month - back).map((one) => ({
    value: `${year}-${String(one).padStart(2, '0')}`,
    label: `${year}年${one}月`,
    group: '月',
  }));
  return [
    ...years.map((one) => ({ value: String(one), label: `${one}年`, group: '年' })),
    ...quarters,
    ...months,
  ];
}
