import type { RequestState } from '../../shared/states';
import type { Lapse } from '../clock/lapse';
import { lastOf } from '../records/records';
import type { Progress } from '../workflow/progress';
import { missingReviews } from '../workflow/topics/reviews';
import type { RequestVerb } from '../workflow/verbs';
import { lapseWords } from './labels';

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
      return step(null, '已归档。申请人提出复议、诉讼的，由审核人员在这里登记。');
  }
}

const TRANSFER = step('assign', '承办部门建议改派：请区政务公开办点“转承办部门”，或者“不同意改派”。');

const by = (dueOn: string | null): string => (dueOn ? `，答复期限是${dueOn}` : '');

function whileHandled(hasAnswer: boolean, dueOn: string | null, progress: Progress): NextStep {
  const { clock, records, asksTransfer, missing, lapse } = progress;
  if (asksTransfer) return TRANSFER;
  if (clock?.applicantBy) {
    const [what, verb] =
      clock.state === 'awaitingPayment'
        ? (['缴费', 'notePayment'] as const)
        : (['补正', 'noteCorrection'] as const);
    return lapse
      ? step(
          'close',
          `${lapseWords(lapse)}：核实没有正当理由的，由审核人员点“逾期不再处理”；已经${what}的，点“登记${what}”。`,
        )
      : step(
          verb,
          `等待申请人在${clock.applicantBy}以前${what}，期间不计答复期限；已经${what}的，点“登记${what}”。`,
        );
  }
  if (clock?.state === 'paused')
    return step('noteConsultationReply', '正在征求意见，期间不计答复期限；收到意见后，点“登记反馈意见”。');
  if (isReturned(records))
    return step('saveAnswer', `答复被退回：请按退回的理由修改，再点“提交审核”${by(dueOn)}。`);
  if (hasAnswer)
    return missing.length > 0
      ? step(
          'saveAnswer',
          `答复还不完整：${missing.join('；')}。请点“保存答复”补上，再提交审核${by(dueOn)}。`,
        )
      : step('submit', `答复已起草：请核对后点“提交审核”${by(dueOn)}。`);
  if (lapse) return step('saveAnswer', `${lapseWords(lapse)}。${goingOn(lapse)}${by(dueOn)}。`);
  return step('saveAnswer', `请承办人点“保存答复”，选择办理结果、写明答复内容${by(dueOn)}。`);
}

/** By a reviewer as such, or by an opinion that is an objection. */
function isReturned(records: Progress['records']): boolean {
  const last = lastOf(records, 'submitted', 'returned', 'legalReviewed', 'secrecyReviewed');
  return last?.type === 'returned' || (last !== undefined && 'passed' in last && !last.passed);
}

/** What the desk may do when nobody has said anything in time. */
const GOING_ON: Partial<Record<Lapse['of'], string>> = {
  reason:
    '可以按“无正当理由大量反复申请”不予处理，也可以照常答复（条例第三十五条）：请点“保存答复”起草；收到理由的，点“登记理由”',
  thirdParty:
    '由本机关决定是否公开（条例第三十二条），已恢复计时：请点“保存答复”起草；收到意见的，点“登记反馈意见”',
  coMaker: '视为同意公开（条例第三十四条），已恢复计时：请点“保存答复”起草；收到意见的，点“登记反馈意见”',
};
const goingOn = ({ of }: Lapse): string => GOING_ON[of] ?? '';
