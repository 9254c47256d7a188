import type { RequestTold } from '../../../shared/contract';
import type { ActField } from '../act-fields';

/** What is asked for, as it was corrected by letter or in person: the desk writes it down where the applicant would online. */
export const CORRECTED_FIELDS: readonly ActField[] = [
  { name: 'wanted.name', label: '信息名称', kind: 'text', optional: true },
  { name: 'wanted.docNo', label: '文号', kind: 'text', optional: true },
  {
    ...{ name: 'wanted.description', label: '特征描述', kind: 'words', optional: true },
    hint: '请按申请人补正的内容修改、补充；没有变的不用改',
  },
];

/** What is asked for now stands in the fields. */
export const filledCorrection = ({ wanted }: Pick<RequestTold, 'wanted'>): Record<string, string> => ({
  'wanted.name': wanted?.name ?? '',
  'wanted.docNo': wanted?.docNo ?? '',
  'wanted.description': wanted?.description ?? '',
});
