/** Where a request stands in 登记、审核、办理、答复、归档 (条例第四十五条); what it waits for, the clock says. */
export const STATES = [
  { code: 'submitted', label: '待登记' },
  { code: 'handling', label: '办理中' },
  { code: 'reviewing', label: '审核中' },
  { code: 'approved', label: '待发出' },
  { code: 'sent', label: '已答复' },
  { code: 'served', label: '已送达' },
  { code: 'archived', label: '已归档' },
  { code: 'withdrawn', label: '申请人已撤回' },
] as const;
export type RequestState = (typeof STATES)[number]['code'];

/** Somebody still has to do something so that the applicant is answered. */
export const OPEN: readonly RequestState[] = ['submitted', 'handling', 'reviewing', 'approved'];

export const stateLabel = (state: RequestState): string =>
  STATES.find(({ code }) => code === state)?.label ?? state;
