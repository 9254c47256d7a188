import type { TypeManifest } from '../../../disclosure/server/domain/manifest';
import { choice, isYear, ownScope, SLUG } from './common';

/** 预算单位: a unit of a department whose accounts are published beside the department's. */
export const unit: TypeManifest = {
  ...ownScope('units'),
  singular: 'unit',
  plural: 'units',
  name: '预算单位',
  kind: 'budget-unit',
  fields: {
    title: { label: '单位名称', type: 'string', requiredToSubmit: true, maxLength: 200 },
    parentUnit: {
      label: '上级单位',
      type: 'choice',
      source: `${SLUG}.own-units`,
      hint: '直属于本部门的不选',
    },
    funding: choice('经费形式', [
      { value: 'administrative', label: '行政' },
      { value: 'full', label: '全额拨款事业' },
      { value: 'partial', label: '差额拨款事业' },
      { value: 'self', label: '自收自支事业' },
    ]),
    firstYear: {
      label: '自年度',
      type: 'integer',
      requiredToSubmit: true,
      hint: '从哪个年度起单独公开预决算',
    },
    lastYear: { label: '至年度', type: 'integer', hint: '撤并的单位填写；仍在的不填' },
  },
  validate: ({ firstYear, lastYear }) => [
    ...Object.entries({ firstYear, lastYear })
      .filter(([, value]) => value != null && !isYear(value))
      .map(([field]) => ({ field, message: '年度须为四位年份，如 2026' })),
    ...(lastYear != null && Number(lastYear) < Number(firstYear)
      ? [{ field: 'lastYear', message: '“至年度”不能早于“自年度”' }]
      : []),
  ],
  placeOf: ({ parentUnit }) => ({
    subjectId: parentUnit ? String(parentUnit) : null,
    facet: 'budget-unit',
    item: null,
  }),
};
