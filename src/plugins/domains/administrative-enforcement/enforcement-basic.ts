import { STRUCTURED, TEXT_IS_OPTIONAL } from '../../disclosure/server/domain/base-fields';
import type { TypeManifest } from '../../disclosure/server/domain/manifest';

const ROW = 'L02-01';

/** 行政执法基本信息(事前公开): who enforces, on what basis, how, and what can be done against it. */
export const enforcementBasic: TypeManifest = {
  singular: 'enforcement-basic',
  plural: 'enforcement-basics',
  name: '执法基本信息',
  base: 'record',
  kind: 'enforcement-basic',
  only: ['catalogueItem', ...STRUCTURED],
  fields: {
    organ: { label: '执法主体', type: 'string', requiredToSubmit: true },
    staff: { label: '执法人员', type: 'text', requiredToSubmit: true, hint: '姓名、执法证号' },
    authority: { label: '职责权限', type: 'text', requiredToSubmit: true },
    basis: { label: '执法依据', type: 'text', requiredToSubmit: true },
    procedure: { label: '执法程序', type: 'text', requiredToSubmit: true },
    remedy: { label: '救济渠道', type: 'text', requiredToSubmit: true },
  },
  adjust: { ...TEXT_IS_OPTIONAL, catalogueItem: { managed: true, requiredToSubmit: undefined } },
  scopeOf: () => ROW,
  scopeHint: '',
  prepare: async () => ({ catalogueItem: ROW }),
};
