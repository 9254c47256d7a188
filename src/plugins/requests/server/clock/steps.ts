import { describeDaysOff } from '../../../disclosure/server/rules/days-off';
import type { WorkingCalendar } from '../../../disclosure/server/rules/working-days';
import type { Start, Waiting } from './clock';
import type { EventOf } from './events';
import type { Pause } from './pauses';
import { TERMS } from './settings';

/** One line of the explanation of a clock. */
export type ClockStep = {
  /** what follows, as a Chinese sentence */
  text: string;
  /** the article of law behind it; null: the district's own setting or an agreement */
  article: string | null;
  /** the day that it leads to */
  day: string | null;
  /** holidays that were skipped, and 调休 days that were counted */
  daysOff: readonly string[];
};

type Found = {
  receivedOn: string;
  /** days that were registered by mistake before */
  registeredOn: readonly string[];
  correctionNoticeBy: string;
  correctionAskedOn: string | undefined;
  start: Start;
  waiting: Waiting | null;
  pauses: readonly Pause[];
  extension: EventOf<'extended'> | undefined;
  delay: EventOf<'delayed'> | undefined;
  answer: EventOf<'answered'> | undefined;
  isWithdrawn?: boolean | undefined;
  baseOn: string;
  extendedOn: string;
  dueOn: string;
  /** the district's own term for the answer */
  ownTerm: number | undefined;
};

const REGULATION = '《中华人民共和国政府信息公开条例》';
const STARTS: Record<Start['because'], { text: string; article: string | null }> = {
  received: { text: '收到申请', article: `${REGULATION}第三十一条` },
  corrected: { text: '收到补正后的申请，答复期限重新计算', article: `${REGULATION}第三十条` },
  feePaid: { text: '申请人缴费完毕，答复期限从次日起重新计算', article: null },
  reopened: { text: '收到行政复议决定或者裁判，重新答复', article: null },
};
/** Whose opinion is asked for, in words, and what excludes the time. */
export const ASKED: Record<Pause['of'], { whom: string; article: string | null }> = {
  thirdParty: { whom: '第三方', article: `${REGULATION}第三十二条、第三十三条第三款` },
  coMaker: { whom: '共同制作的机关', article: `${REGULATION}第三十三条第三款、第三十四条` },
  otherOrgan: { whom: '其他机关', article: `${REGULATION}第三十三条第三款` },
};
const WAITS: Record<Waiting['state'], { text: string; article: string | null }> = {
  awaitingCorrection: {
    text: '已告知补正，等待申请人补正；补正后期限重新计算',
    article: `${REGULATION}第三十条`,
  },
  awaitingPayment: { text: '已通知缴费，等待申请人缴费；缴费后期限重新计算', article: null },
};

/** How the dates were found, in the order in which one follows from the other. */
export function describe(found: Found, calendar: WorkingCalendar): ClockStep[] {
  const { receivedOn, correctionNoticeBy, start, waiting, pauses, extension, delay, answer } = found;
  const off = (after: string, through: string) => describeDaysOff(calendar, after, through);
  const steps: ClockStep[] = [
    { ...STARTS.received, day: receivedOn, daysOff: [] },
    ...correctedReceipt(found),
    {
      text: `申请内容不明确的，${TERMS.correctionNotice}个工作日内一次性告知补正`,
      article: `${REGULATION}第三十条`,
      day: correctionNoticeBy,
      daysOff: off(receivedOn, correctionNoticeBy),
    },
  ];
  const { correctionAskedOn } = found;
  if (correctionAskedOn && correctionAskedOn > correctionNoticeBy) {
    steps.push(late('补正告知', correctionAskedOn, correctionNoticeBy, '第三十条'));
  }
  if (start.because !== 'received') steps.push({ ...STARTS[start.because], day: start.on, daysOff: [] });
  for (const pause of pauses) {
    const { whom, article } = ASKED[pause.of];
    const days = calendar.countWorkingDays(pause.after, pause.through);
    const until = pause.isOpen ? '尚未答复，截至目前' : '答复或期满';
    const term = pause.lapsesOn ? `（意见期限至${pause.lapsesOn}）` : '';
    steps.push({
      text: `${pause.after}征求${whom}意见${term},${until}共${days}个工作日不计入答复期限`,
      ...{ article, day: pause.through, daysOff: [] },
    });
  }
  if (waiting && !answer) {
    steps.push({ ...WAITS[waiting.state], day: waiting.until, daysOff: off(waiting.since, waiting.until) });
    return steps;
  }
  steps.push({
    ...answerTerm(start, found.ownTerm),
    day: found.baseOn,
    daysOff: start.until ? [] : off(start.on, found.baseOn),
  });
  if (extension) {
    steps.push({
      text: `经政府信息公开工作机构负责人同意并告知申请人，延长${extension.days}个工作日`,
      article: `${REGULATION}第三十三条第二款`,
      day: found.extendedOn,
      daysOff: off(found.baseOn, found.extendedOn),
    });
    if (extension.on > found.baseOn) {
      steps.push(late('延长答复期限', extension.on, found.baseOn, '第三十三条第二款'));
    }
  }
  if (delay && found.dueOn === delay.until) {
    steps.push({
      text: '申请数量、频次明显超过合理范围，已告知申请人延迟答复的合理期限',
      article: `${REGULATION}第三十五条`,
      ...{ day: delay.until, daysOff: [] },
    });
  }
  if (answer) {
    steps.push({ text: endOf(answer, found), article: null, day: answer.on, daysOff: [] });
  }
  return steps;
}

function endOf({ on }: EventOf<'answered'>, { dueOn, isWithdrawn }: Found): string {
  if (isWithdrawn) return '申请人撤回申请，不再计算期限';
  return on > dueOn ? `已答复，超过期限（${dueOn}）` : '已在期限内答复';
}

/** What was registered before the day that holds. */
const correctedReceipt = ({ registeredOn, receivedOn }: Found): ClockStep[] =>
  registeredOn.length > 0
    ? [
        {
          text: `收到日期曾登记为${registeredOn.join('、')}，有误，已更正为${receivedOn}；以下按更正后的日期计算`,
          ...{ article: null, day: null, daysOff: [] },
        },
      ]
    : [];

/** What was in time by a day of receipt or a calendar that was corrected since. */
const late = (what: string, on: string, by: string, article: string): ClockStep => ({
  text: `${what}于${on}作出，按现在的日期计算晚于期限${by}，请核实是否有效`,
  ...{ article: `${REGULATION}${article}`, day: null, daysOff: [] },
});

/** Of which term the last day follows. */
function answerTerm(start: Start, ownTerm: number | undefined): Pick<ClockStep, 'text' | 'article'> {
  if (start.until) return { text: '按决定或者裁判确定的期限答复', article: null };
  if (ownTerm) {
    return {
      text: `次日起${ownTerm}个工作日内答复（本区设定；条例第四十一条没有规定期限，待核实）`,
      article: null,
    };
  }
  if (start.because === 'reopened') {
    return { text: `决定或者裁判没有确定期限，按次日起${TERMS.answer}个工作日计算（待核实）`, article: null };
  }
  return { text: `次日起${TERMS.answer}个工作日内答复`, article: `${REGULATION}第三十三条第二款` };
}
