import { addDays } from '../../../disclosure/server/rules/dates';
import type { Outcome } from '../../shared/outcomes';
import type { Dispute } from './disputes';

/** What was answered, and when it was served: from then on the terms run. Null: that has not been recorded. */
type Answered = { outcome: Outcome | undefined; answeredOn: string | null; servedOn: string | null };

/** 行政复议法第二十条; 行政诉讼法第四十五条. */
const DAYS = { reconsideration: 60, afterReconsideration: 15 };

/** The same day of the sixth month after (行政诉讼法第四十六条); the last one of a shorter month. */
export function sixMonthsAfter(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + 6, 0));
  return new Date(Date.UTC(year, month + 5, Math.min(date, last.getUTCDate()))).toISOString().slice(0, 10);
}

/** The terms for disputing an answer: 知道或者应当知道 is its service. */
const TERMS: Partial<
  Record<Dispute['kind'], { what: string; term: string; basis: string; endOf: (servedOn: string) => string }>
> = {
  reconsideration: {
    ...{ what: '申请复议', term: `${DAYS.reconsideration}日`, basis: '行政复议法第二十条' },
    endOf: (servedOn) => addDays(servedOn, DAYS.reconsideration),
  },
  lawsuitDirect: {
    ...{ what: '起诉', term: '6个月', basis: '行政诉讼法第四十六条', endOf: sixMonthsAfter },
  },
};

/** Whether the term has been kept, counted from the service of the answer; or that nobody can say so yet. */
function warningOfTerm({ kind, filedOn }: Dispute, { answeredOn, servedOn }: Answered): string | null {
  const found = TERMS[kind];
  if (!found || !answeredOn) return null;
  const { what, term, basis, endOf } = found;
  if (!servedOn) {
    return `还没有登记答复书的送达，不能判断是否超过${what}的期限（从送达之日起${term}），请先登记送达，依据：${basis}`;
  }
  return filedOn > endOf(servedOn)
    ? `${what}可能超过${term}的期限（从答复书送达之日${servedOn}算起，请核对送达回证），依据：${basis}`
    : null;
}

/**
 * Where a dispute seems not to respect the order of remedies or their terms. For the people who write the defence: nobody is
 * refused anything, for the term may have been held up.
 */
export function warningsOf(dispute: Dispute, others: readonly Dispute[], answered: Answered): string[] {
  const { kind, filedOn } = dispute;
  const { outcome } = answered;
  const warnings = [warningOfTerm(dispute, answered)].filter((warning) => warning !== null);
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
