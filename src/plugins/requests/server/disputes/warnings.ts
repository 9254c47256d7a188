import { addDays } from '../../../disclosure/server/rules/dates';
import type { Outcome } from '../../shared/outcomes';
import type { Dispute } from './disputes';

/** What was answered, and when: the terms begin when the applicant received it, at the earliest on this day. */
type Answered = { outcome: Outcome | undefined; answeredOn: string | null };

/** 行政复议法第二十条; 行政诉讼法第四十五条. */
const DAYS = { reconsideration: 60, afterReconsideration: 15 };

/** The same day of the sixth month after (行政诉讼法第四十六条); the last one of a shorter month. */
export function sixMonthsAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 6, 0));
  return new Date(Date.UTC(year, month + 5, Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}

/**
 * Where a dispute seems not to respect the order of remedies or their terms. For the people who write the defence: nobody is
 * refused anything, for the term begins with the service of the answer and may have been held up.
 */
export function warningsOf(
  dispute: Dispute,
  others: readonly Dispute[],
  { outcome, answeredOn }: Answered,
): string[] {
  const { kind, filedOn } = dispute;
  const since = '（从答复之日算起；以申请人收到答复之日为准，请核对送达回证）';
  const warnings: string[] = [];
  if (kind === 'reconsideration' && answeredOn && filedOn > addDays(answeredOn, DAYS.reconsideration)) {
    warnings.push(`申请复议可能超过60日的期限${since}，依据：行政复议法第二十条`);
  }
  if (kind === 'lawsuitDirect' && answeredOn && filedOn > sixMonthsAfter(answeredOn)) {
    warnings.push(`起诉可能超过6个月的期限${since}，依据：行政诉讼法第四十六条`);
  }
  if (kind === 'lawsuitDirect' && outcome?.reconsiderationFirst) {
    warnings.push(
      `“${outcome.label}”须先申请行政复议，未经复议直接起诉的，可以向法院提出，依据：行政复议法第二十三条`,
    );
  }
  if (kind === 'lawsuitAfterReconsideration') {
    const decided = others
      .filter((other) => other.kind === 'reconsideration' && other.closedOn && other.closedOn <= filedOn)
      .map(({ closedOn }) => String(closedOn))
      .sort()
      .at(-1);
    if (!decided) {
      warnings.push('没有登记在起诉之前审结的行政复议，请先登记复议及其结果，或者更正类型');
    } else if (filedOn > addDays(decided, DAYS.afterReconsideration)) {
      warnings.push(
        `起诉可能超过收到复议决定书之日起15日的期限（从复议审结之日${decided}算起），依据：行政诉讼法第四十五条`,
      );
    }
  }
  return warnings;
}
