/** Columns of the third table: who asks (国办公开办函〔2021〕30号). */
export const APPLICANT_KINDS = [
  { code: 'person', label: '自然人' },
  { code: 'business', label: '商业企业' },
  { code: 'research', label: '科研机构' },
  { code: 'charity', label: '社会公益组织' },
  { code: 'legalService', label: '法律服务机构' },
  { code: 'otherOrganisation', label: '其他' },
] as const;

export type ApplicantKind = (typeof APPLICANT_KINDS)[number]['code'];
