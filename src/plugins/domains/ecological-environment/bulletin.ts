import { STRUCTURED } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';

export const SLUG = 'ecological-environment';

const MEDIA = [
  { value: 'air', label: '大气' },
  { value: 'water', label: '水' },
  { value: 'soil', label: '土壤' },
  { value: 'noise', label: '声环境' },
  { value: 'solid-waste', label: '固体废物' },
  { value: 'waste-sorting', label: '垃圾分类处置' },
];

/** 生态环境质量信息 */
const QUALITY_ROW = 'D13-25';
const OF_QUALITY = new Set(['air', 'water', 'soil', 'noise']);

/** 生态环境通报: the state of one medium in a period; waste is reported by whoever disposes of it. */
export const bulletin: TypeManifest = {
  singular: 'bulletin',
  plural: 'bulletins',
  name: '生态环境通报',
  base: 'record',
  kind: 'bulletin',
  only: ['catalogueItem', ...STRUCTURED],
  fields: {
    medium: { label: '环境要素', type: 'choice', choices: MEDIA, requiredToSubmit: true },
    periodFrom: { label: '时段自', type: 'date', requiredToSubmit: true },
    periodTo: { label: '时段至', type: 'date', requiredToSubmit: true },
  },
  adjust: { catalogueItem: { managed: true, requiredToSubmit: undefined } },
  scopeOf: () => `${SLUG}/bulletins`,
  scopeHint: '',
  prepare: async ({ medium }) => ({ catalogueItem: OF_QUALITY.has(String(medium)) ? QUALITY_ROW : null }),
  validate: ({ periodFrom, periodTo }) =>
    periodFrom && periodTo && String(periodTo) < String(periodFrom)
      ? [{ field: 'periodTo', message: '“时段至”不能早于“时段自”' }]
      : [],
  placeOf: ({ medium, periodTo }) => ({ subjectId: null, facet: String(medium), item: String(periodTo) }),
};
