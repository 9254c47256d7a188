import type { Clock } from '../clock/clock';
import type { Lapse } from '../clock/lapse';
import { lapseWords } from '../reads/labels';
import type { DeskNotice } from './tell-desk';

/** What is told of a request's clock on a day; each is told once, an overdue one every working day. Pure. */
export function deadlineNotice(id: string, clock: Clock, today: string): DeskNotice | null {
  const { dueOn, urgency, workingDaysLeft, applicantBy, state } = clock;
  if (applicantBy && applicantBy < today) {
    const what = state === 'awaitingPayment' ? '缴费' : '补正';
    return {
      kind: 'request-applicant',
      key: `request-lapsed:${id}:${applicantBy}`,
      detail: `申请人到${applicantBy}没有${what}，无正当理由的可以不再处理，请核实后办结`,
    };
  }
  if (!dueOn || state === 'answered' || urgency === 'none') return null;
  if (urgency === 'overdue') {
    return {
      kind: 'request-overdue',
      key: `request-overdue:${id}:${today}`,
      detail: `答复期限${dueOn}已过，请立即答复`,
    };
  }
  return {
    kind: 'request-due',
    key: `request-${urgency}:${id}:${dueOn}`,
    detail: `答复期限是${dueOn}，还有${workingDaysLeft ?? 0}个工作日${urgency === 'red' ? '，请尽快答复' : ''}`,
  };
}

/** That others who were asked have let their term pass: what was paused counts again, without anybody having done anything. Pure. */
export function lapseNotice(id: string, lapse: Lapse | null, { dueOn }: Clock): DeskNotice | null {
  if (!lapse || lapse.of === 'correction' || lapse.of === 'payment') return null;
  return {
    kind: 'request-deadline',
    key: `request-lapsed:${id}:${lapse.of}:${lapse.until}`,
    detail: `${lapseWords(lapse)}，可以办理了；答复期限是${dueOn}`,
  };
}
