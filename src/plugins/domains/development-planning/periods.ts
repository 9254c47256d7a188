/** A five-year period of national planning. */
export type Period = { code: string; name: string; from: number; to: number; note: string | null };

const NAMES = [
  ['一五', 1953],
  ['二五', 1958],
  ['三五', 1966],
  ['四五', 1971],
  ['五五', 1976],
  ['六五', 1981],
  ['七五', 1986],
  ['八五', 1991],
  ['九五', 1996],
  ['十五', 2001],
  ['十一五', 2006],
  ['十二五', 2011],
  ['十三五', 2016],
  ['十四五', 2021],
  ['十五五', 2026],
] as const;

/** 1963—1965 stood between two plans. */
const READJUSTMENT: Period = {
  code: 'readjustment',
  name: '国民经济调整时期',
  from: 1963,
  to: 1965,
  note: '二五、三五之间的调整时期，没有五年计划',
};

/** 一五 to 十五五 with the readjustment between, oldest first. */
export const PERIODS: readonly Period[] = [
  ...NAMES.map(
    ([name, from], index): Period => ({
      code: String(index + 1).padStart(2, '0'),
      name,
      from,
      to: from + 4,
      note: null,
    }),
  ),
  READJUSTMENT,
].sort((a, b) => a.from - b.from);
