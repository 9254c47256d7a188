import type { RequestState } from '../../shared/states';
import type { DeskNotice } from './tell-desk';

type Told = Pick<DeskNotice, 'kind' | 'detail'>;

const REVIEW: Told = {
  kind: 'request-review',
  detail: '答复已提交，请办理法律顾问审查、保密审查和审核',
};
const RETURNED: Told = {
  kind: 'request-answer',
  detail: '答复被退回，请按退回的理由修改后重新提交审核',
};
const TO_SEND: Told = { kind: 'request-answer', detail: '答复已审核通过，请发出' };

/** By the verb, and by where the request stands after it: an opinion that is no objection hands nothing on. */
const HANDED_ON: Partial<Record<string, Partial<Record<RequestState, Told>>>> = {
  submit: { reviewing: REVIEW },
  notOurs: { reviewing: REVIEW },
  return: { handling: RETURNED },
  legalReview: { handling: RETURNED },
  secrecyReview: { handling: RETURNED },
  approve: { approved: TO_SEND },
};

/** What one person of a department hands on to another with an act; null: nothing. Pure. */
export const handedOn = (verb: string, state: RequestState): Told | null => HANDED_ON[verb]?.[state] ?? null;
