import { DisclosureError } from '../../../disclosure/server/errors';
import { todayInShanghai } from '../../../disclosure/server/rules/dates';
import { ofType, type RequestEvent } from '../clock/events';

/** 撤回, whoever notes it: counted under 其他处理(其他) once the request was received. */
export function withdrawal(events: readonly RequestEvent[], on: string) {
  if (on > todayInShanghai()) {
    throw new DisclosureError('INVALID_INPUT', `日期${on}还没有到，请填写实际发生的日期`);
  }
  const patch = { withdrawn_on: on };
  if (ofType(events, 'received').length === 0) return { patch };
  return {
    event: { type: 'answered' as const, on },
    patch: { ...patch, outcome: 'other.otherReasons', answered_on: on },
  };
}
