import type { Outcome } from './outcomes';

const BASIS = '《中华人民共和国政府信息公开条例》第四十一条';

/** How an application to correct a record of oneself ends (条例第四十一条). None is a line of the annual report. */
export const CORRECTION_OUTCOMES: readonly Outcome[] = [
  {
    ...{ code: 'correction.corrected', group: 'correction', label: '予以更正', basis: BASIS },
    ...{ needsReason: false, alsoTells: '更正了什么', reconsiderationFirst: false },
  },
  {
    ...{ code: 'correction.refused', group: 'correction', label: '不予更正', basis: BASIS },
    ...{ needsReason: true, alsoTells: null, reconsiderationFirst: false },
  },
  {
    ...{
      code: 'correction.forwarded',
      group: 'correction',
      label: '转送或者告知有权更正的机关',
      basis: BASIS,
    },
    ...{ needsReason: true, alsoTells: '有权更正的机关的名称和联系方式', reconsiderationFirst: false },
  },
];
