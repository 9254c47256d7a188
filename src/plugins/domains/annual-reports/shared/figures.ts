import type { ApplicantKind } from '../../../requests/shared/applicants';

/** What the second table holds that the product cannot count for sure: entered, or imported. */
export const FIGURES = [
  { code: 'licences', label: '行政许可', unit: '件', item: '第二十条第（五）项', column: '本年处理决定数量' },
  {
    code: 'penalties',
    label: '行政处罚',
    unit: '件',
    item: '第二十条第（六）项',
    column: '本年处理决定数量',
  },
  {
    code: 'coercions',
    label: '行政强制',
    unit: '件',
    item: '第二十条第（六）项',
    column: '本年处理决定数量',
  },
  {
    code: 'charges',
    label: '行政事业性收费',
    unit: '万元',
    item: '第二十条第（八）项',
    column: '本年收费金额（单位：万元）',
  },
] as const;

export type FigureCode = (typeof FIGURES)[number]['code'];

/** Null: not entered yet. */
export type Figures = Partial<Record<FigureCode, number | null>> & {
  /** 结转下年度继续办理 of the last report that was made before this product, by kind of applicant */
  carriedForward?: Partial<Record<ApplicantKind, number>> | null;
};
