import type { WorkGroupKey } from '../desk/contract';
import { addDays } from '../rules/dates';
import type { Duty } from '../types';

/** Whose work is looked at: a person's own, or, for those who look at the whole district, everybody's. */
export type Worker = {
  personId: string;
  department: string;
  duties: readonly Duty[];
  /** the departments whose documents her department reviews: itself, and the institutions it regulates */
  reviews: readonly string[];
  /** types that her department reviews, whoever owns the document, and those that another one reviews */
  types: { here: readonly string[]; elsewhere: readonly string[] };
};

/** Days ahead in which a due date counts as near. */
export const SOON_DAYS = 7;

/** A condition on the rows of `work` (read-groups.ts), with named bindings. */
export type Condition = { sql: string; bindings: Record<string, unknown> };

export type Group = {
  key: WorkGroupKey;
  label: string;
  hint: string;
  condition: Condition;
};

/** 公开期限 concerns what is not public yet: a correction of a live publication was in time already. */
const IS_DUE = 'not live and due_on is not null';

type Rule = {
  label: string;
  hint: string;
  /** which documents */
  holds: string;
  /** the duties to which the group belongs … */
  duties: readonly Duty[];
  /** … and whose documents they are, given what waits for a step of hers */
  whose: string | ((turn: string) => string);
  /** what those who look at the whole district call it; without it they do not see it */
  watched?: string;
};

const OWN = 'owner = :own';
const REVIEWED_HERE = '(uid = any(:here) or (owner = any(:reviews) and not uid = any(:elsewhere)))';
const NOT_HERS = 'not coalesce(contributors::jsonb @> to_jsonb(:person::text), false)';

/** What waits for a step of a person with the duty. */
const TURN: Partial<Record<Duty, string>> = {
  editor: `(${OWN} and state in ('draft', 'returned'))`,
  reviewer: `(${REVIEWED_HERE} and state = 'submitted' and ${NOT_HERS})`,
  publisher: `(${OWN} and state = 'approved')`,
};

const ENTERING: readonly Duty[] = ['editor', 'reviewer', 'publisher'];

const RULES: Record<WorkGroupKey, Rule> = {
  overdue: {
    label: '已超过公开期限',
    hint: '请尽快办理；超期将在监督检查中列出',
    watched: '已超过公开期限',
    duties: ENTERING,
    whose: (turn) => turn,
    holds: `${IS_DUE} and due_on < :today`,
  },
  soon: {
    label: `${SOON_DAYS}天内到期`,
    hint: '请在公开期限届满前办理',
    watched: `${SOON_DAYS}天内到期`,
    duties: ENTERING,
    whose: (turn) => turn,
    holds: `${IS_DUE} and due_on between :today and :soon`,
  },
  returned: {
    label: '被退回，待修改',
    hint: '按审核意见修改后重新提交',
    watched: '被退回，待修改',
    duties: ['editor'],
    whose: OWN,
    holds: "state = 'returned'",
  },
  review: {
    label: '待我审核',
    hint: '本人录入或修改过的信息由其他审核人员审核，不在此列',
    watched: '待审核',
    duties: ['reviewer'],
    whose: `${REVIEWED_HERE} and ${NOT_HERS}`,
    holds: "state = 'submitted'",
  },
  ratify: {
    label: '紧急发布，待补办审核',
    hint: '已经公开；请核对内容，有问题的更正或者撤回',
    watched: '紧急发布，待补办审核',
    duties: ['reviewer'],
    whose: `${REVIEWED_HERE} and ${NOT_HERS}`,
    holds: "state = 'published'",
  },
  publish: {
    label: '已审核，待发布',
    hint: '发布后立即对社会公开',
    watched: '已审核，待发布',
    duties: ['publisher'],
    whose: OWN,
    holds: "state = 'approved'",
  },
  scheduled: {
    label: '定时待发布',
    hint: '到设定的时间自动公开；不必再办理',
    watched: '定时待发布',
    duties: ['publisher'],
    whose: OWN,
    holds: "state = 'scheduled'",
  },
  draft: {
    label: '草稿，待提交',
    hint: '填写完整后提交审核',
    duties: ['editor'],
    whose: OWN,
    holds: "state = 'draft'",
  },
  underway: {
    label: '已提交，办理中',
    hint: '等待审核或者发布，暂时不用处理',
    duties: ['editor'],
    whose: (turn) => `${OWN} and not ${turn}`,
    holds: "state in ('submitted', 'approved')",
  },
};

const KEYS = Object.keys(RULES) as WorkGroupKey[];
export const isWorkGroup = (key: string): key is WorkGroupKey => key in RULES;

/** The documents of a group, for whoever looks at a department or at the whole district. */
export function watchedGroups(today: string): Group[] {
  return KEYS.flatMap((key) => {
    const { watched, hint, holds } = RULES[key];
    return watched
      ? [{ key, label: watched, hint, condition: { sql: holds, bindings: daysFrom(today) } }]
      : [];
  });
}

/** What waits for a person, by her duties: late and near is told of what she herself can act on. */
export function ownGroups(worker: Worker, today: string): Group[] {
  const { personId: person, department: own, duties, reviews, types } = worker;
  const turn = `(${duties.flatMap((duty) => TURN[duty] ?? []).join(' or ')})`;
  const reviewing = { reviews: [...reviews], here: [...types.here], elsewhere: [...types.elsewhere] };
  const bindings = { ...daysFrom(today), person, own, ...reviewing };
  return KEYS.filter((key) => RULES[key].duties.some((duty) => duties.includes(duty))).map((key) => {
    const { label, hint, holds, whose } = RULES[key];
    const hers = typeof whose === 'string' ? whose : whose(turn);
    return { key, label, hint, condition: { sql: `${holds} and ${hers}`, bindings } };
  });
}

const daysFrom = (today: string) => ({ today, soon: addDays(today, SOON_DAYS) });
