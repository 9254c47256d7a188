import type { DeskCatalogueRow } from '../../../server/desk/contract';

export const FILTERS = {
  'in-force': '有效的事项',
  'to-be-confirmed': '待核实',
  empty: '没有公开信息',
  ended: '已合并、拆分、停用',
  mine: '本部门负责',
} as const;
export type FilterName = keyof typeof FILTERS;

const HOLDS: Record<FilterName, (row: DeskCatalogueRow) => boolean> = {
  'in-force': ({ status }) => status === 'in-force',
  'to-be-confirmed': ({ status, toBeConfirmed }) => status === 'in-force' && toBeConfirmed,
  empty: ({ status, publications }) => status === 'in-force' && publications === 0,
  ended: ({ status }) => status !== 'in-force',
  mine: ({ mine }) => mine,
};

/** The rows that a filter of the page shows. */
export const filterRows = (rows: readonly DeskCatalogueRow[], filter: FilterName): DeskCatalogueRow[] =>
  rows.filter(HOLDS[filter]);
