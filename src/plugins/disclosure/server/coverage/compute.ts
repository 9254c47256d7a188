import { toDayNumber } from '../rules/dates';
import { GENERAL_LIMIT, type TimeLimitRule } from '../rules/time-limit-rule';
import { ruleSentence } from '../rules/time-limit-text';
import type { WorkingCalendar } from '../rules/working-days';
import type { Period } from './period';
import { isRecurring, type SubPeriod, subPeriodsEnding } from './sub-periods';

/** A publication whose due date, or first day where it has none, falls into the period. Days YYYY-MM-DD. */
export type PublicationFact = {
  documentId: string;
  uid: string;
  title: string;
  dueOn: string | null;
  publishedOn: string;
  withdrawnOn: string | null;
};

/** An open working copy whose due date falls into the period and has passed; only the desk knows of it. */
export type DraftFact = {
  documentId: string;
  uid: string;
  title: string | null;
  dueOn: string;
  stateName: string;
};

/** What is known of one row and one department. */
export type RowFacts = {
  rules: readonly TimeLimitRule[];
  /** first day of a row that came from a split */
  since: string | null;
  /** all publications of the period; `publications` is a part of them, the late ones first */
  tally: { due: number; late: number };
  publications: readonly PublicationFact[];
  /** something was published here at some time */
  ever: boolean;
  /** something was public here at the end of the period, or today where it has not ended */
  standing: boolean;
  /** days on which an edition was published; needed where a rule recurs */
  editionDays: readonly string[];
  drafts: readonly DraftFact[];
};

export type CoverageItem = {
  kind: 'publication' | 'sub-period' | 'standing' | 'draft';
  title: string;
  documentId: string | null;
  /** the type of the document, for a link of the panel */
  uid: string | null;
  /** where the public reads it; null for what is not public */
  url: string | null;
  dueOn: string | null;
  publishedOn: string | null;
  state: 'in-time' | 'late' | 'missing';
  explanation: string;
};

/** `due` is what is in time, late and missing together. */
export type Figures = { due: number; inTime: number; late: number; missing: number };
export type RowCoverage = Figures & {
  noPublications: boolean;
  items: CoverageItem[];
  /** how the figures were found, a sentence a line */
  explanation: string[];
};

export type Setting = { period: Period; today: string; calendar: WorkingCalendar };

/**
 * What a department owed under a row in a period, and what became of it. Pure.
 *
 * Counted are: each publication whose due date (without one: whose first day) falls into the period, in
 * time when it first appeared on or before that date; for a recurring rule each sub-period that ended in
 * the period without a publication in it or within the general limit after it; for standing information
 * that nothing is public at the end; and overdue working copies. An event that may not have happened is
 * never missing.
 */
export function computeCoverage(facts: RowFacts, setting: Setting): RowCoverage {
  const { tally, publications, drafts, rules } = facts;
  const recurring = rules.filter(isRecurring).map((rule) => checkRecurring(rule, facts, setting));
  const standing = rules.some(({ kind }) => kind === 'long_term') ? checkStanding(facts, setting) : null;
  const missing = [
    ...recurring.flatMap((checked) => checked.missing),
    ...(standing?.missing ?? []),
    ...drafts.map((draft) => draftItem(draft)),
  ];
  const figures = {
    due: tally.due + missing.length,
    inTime: tally.due - tally.late,
    late: tally.late,
    missing: missing.length,
  };
  const noPublications = !facts.ever && missing.length === 0;
  return {
    ...figures,
    noPublications,
    items: [...missing, ...publications.map(publicationItem)],
    explanation: [
      describeRules(rules),
      describeTally(tally, setting.period),
      ...recurring.map(({ sentence }) => sentence),
      ...(standing ? [standing.sentence] : []),
      ...(drafts.length > 0 ? [`另有${drafts.length}件工作稿已超过公开期限，尚未公开，计为缺。`] : []),
      ...(noPublications ? ['没有公开过信息。事项可能尚未发生，不计为缺。'] : []),
    ],
  };
}

type Checked = { missing: CoverageItem[]; sentence: string };

function checkRecurring(rule: TimeLimitRule, facts: RowFacts, { period, today, calendar }: Setting): Checked {
  const all = subPeriodsEnding(rule, period.from, period.to, calendar).filter(
    ({ from }) => !facts.since || from >= facts.since,
  );
  const grace = GENERAL_LIMIT.days ?? 0;
  const judged = all
    .map((sub) => ({ sub, deadline: calendar.addWorkingDays(sub.to, grace) }))
    .filter(({ deadline }) => deadline < today);
  const empty = judged.filter(
    ({ sub, deadline }) => !facts.editionDays.some((day) => day >= sub.from && day <= deadline),
  );
  const open = all.length - judged.length;
  const rest = open > 0 ? `，${open}期尚未到期，暂不计` : '';
  return {
    missing: empty.map(({ sub, deadline }) => missingSubPeriod(rule, sub, deadline)),
    sentence: `${ruleSentence(rule)}：${period.name}内应更新${judged.length}期，缺${empty.length}期${rest}。每期结束后${grace}个工作日内公开或更新过即为已公开。`,
  };
}

const missingSubPeriod = (
  rule: TimeLimitRule,
  { name, from, to }: SubPeriod,
  deadline: string,
): CoverageItem => ({
  ...NOTHING,
  kind: 'sub-period',
  title: name,
  dueOn: deadline,
  explanation: `${ruleSentence(rule)}：${from}至${to}这一期，到${deadline}没有公开或更新。`,
});

function checkStanding({ standing }: RowFacts, { period, today }: Setting): Checked {
  const day = period.to < today ? period.to : today;
  if (period.from > today) return { missing: [], sentence: '长期公开：这一时段尚未开始，暂不计。' };
  if (standing) return { missing: [], sentence: `长期公开：${day}有正在公开的信息。` };
  const explanation = `长期公开的事项，${day}没有正在公开的信息。`;
  return {
    missing: [{ ...NOTHING, kind: 'standing', title: '长期公开', dueOn: null, explanation }],
    sentence: `长期公开：${day}没有正在公开的信息，计为缺1项。`,
  };
}

const NOTHING = { documentId: null, uid: null, url: null, publishedOn: null, state: 'missing' } as const;

const draftItem = ({ documentId, uid, title, dueOn, stateName }: DraftFact): CoverageItem => ({
  kind: 'draft',
  title: title ?? '（无标题）',
  documentId,
  uid,
  url: null,
  dueOn,
  publishedOn: null,
  state: 'missing',
  explanation: `工作稿处于“${stateName}”状态，公开期限为${dueOn}，尚未公开。`,
});

function publicationItem({
  documentId,
  uid,
  title,
  dueOn,
  publishedOn,
  withdrawnOn,
}: PublicationFact): CoverageItem {
  const isLate = dueOn !== null && publishedOn > dueOn;
  const days = isLate ? toDayNumber(publishedOn) - toDayNumber(String(dueOn)) : 0;
  const start = dueOn
    ? `公开期限为${dueOn}，${publishedOn}首次公开`
    : `没有可以计算的期限，以首次公开日${publishedOn}计`;
  const end = withdrawnOn ? `；已于${withdrawnOn}撤回` : '';
  return {
    kind: 'publication',
    title,
    documentId,
    uid,
    url: `/api/disclosure/publications/${documentId}`,
    dueOn,
    publishedOn,
    state: isLate ? 'late' : 'in-time',
    explanation: `${start}，${isLate ? `迟${days}天` : '按期'}${end}。`,
  };
}

function describeRules(rules: readonly TimeLimitRule[]): string {
  if (rules.length > 0) return `目录时限：${rules.map(ruleSentence).join('；')}。`;
  return `目录没有写明可以计算的时限，按一般期限：${ruleSentence(GENERAL_LIMIT)}。`;
}

const describeTally = ({ due, late }: RowFacts['tally'], { name }: Period): string =>
  due === 0
    ? `${name}内没有到期的信息。`
    : `${name}内到期并已公开${due}条：按期${due - late}条，迟${late}条；没有期限的以首次公开日计。`;
