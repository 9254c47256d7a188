import type { RequestState } from '../../shared/states';
import { lastOf } from '../records/records';
import type { Progress } from '../workflow/progress';
import { missingReviews } from '../workflow/topics/reviews';
import type { RequestVerb } from '../workflow/verbs';

/** What a request waits for now, in words, and the verb with which it is done; null: nothing is left to do. */
export type NextStep = { text: string; verb: RequestVerb | null };

const step = (verb: RequestVerb | null, text: string): NextStep => ({ verb, text });

/** Who does what next with a request, and by when. The buttons say who may; this says what is the way on. Pure. */
export function nextStep(
  { state, hasAnswer, dueOn }: { state: RequestState; hasAnswer: boolean; dueOn: string | null },
  progress: Progress,
): NextStep {
  switch (state) {
    case 'submitted':
      return progress.asksTransfer
        ? TRANSFER
        : step('register', '请与申请人确认收到申请的日期，再点“登记”；答复期限从次日起算。');
    case 'handling':
      return whileHandled(hasAnswer, dueOn, progress);
    case 'reviewing': {
      const missing = missingReviews(progress.records);
      return missing.length > 0
        ? step(
            missing[0] === '法律顾问审查' ? 'legalReview' : 'secrecyReview',
            `请没有起草答复的人办理${missing.join('、')}；都通过以后，由审核人员点“审核通过”。`,
          )
        : step('approve', '两项审查都已通过，请审核人员点“审核通过”，或者写明理由“退回”。');
    }
    case 'approved':
      return step('send', `请承办人点“发出答复”${by(dueOn)}。`);
    case 'sent':
      return step('noteService', '答复送达以后，请点“登记送达”：申请人复议、诉讼的期限从送达之日起算。');
    case 'served':
      return step('archive', '已经送达，没有别的事项的，请点“归档”。');
    case 'withdrawn':
      return step('archive', '申请人已撤回，请点“归档”。');
    case 'archived':
      return step(null, '已归档。申请人提出复议、诉讼的，在这里登记。');
  }
}

const TRANSFER = step('assign', '承办部门建议改派：请区政务公开办点“转承办部门”，或者“不同意改派”。');

const by = (dueOn: string | null): string => (dueOn ? `，答复期限是${dueOn}` : '');

function whileHandled(hasAnswer: boolean, dueOn: string | null, progress: Progress): NextStep {
  const { clock, records, asksTransfer, today } = progress;
  if (asksTransfer) return TRANSFER;
  if (clock?.applicantBy) {
    const [what, verb] =
      clock.state === 'awaitingPayment'
        ? (['缴费', 'notePayment'] as const)
        : (['补正', 'noteCorrection'] as const);
    return clock.applicantBy < today
      ? step(
          'close',
          `申请人到${clock.applicantBy}没有${what}：核实没有正当理由的，由审核人员点“逾期不再处理”；已经${what}的，点“登记${what}”。`,
        )
      : step(
          verb,
          `等待申请人在${clock.applicantBy}以前${what}，期间不计答复期限；已经${what}的，点“登记${what}”。`,
        );
  }
  if (clock?.state === 'paused')
    return step('noteConsultationReply', '正在征求意见，期间不计答复期限；收到意见后，点“登记反馈意见”。');
  if (lastOf(records, 'submitted', 'returned')?.type === 'returned')
    return step('saveAnswer', `答复被退回：请按退回的理由修改，再点“提交审核”${by(dueOn)}。`);
  return hasAnswer
    ? step('submit', `答复已起草：请核对后点“提交审核”${by(dueOn)}。`)
    : step('saveAnswer', `请承办人点“保存答复”，选择办理结果、写明答复内容${by(dueOn)}。`);
}
