import { addDays } from '../rules/dates';
import type { Duty } from '../types';
import type { WorkGroup, WorkGroupKey, WorkItem } from './contract';

/** A working copy that is not finished. */
export type OpenWork = WorkItem & {
  owner: string | null;
  reviewedBy: string | null;
  contributors: readonly string[];
  /** an edition of it is public */
  live: boolean;
  /** public in urgency, and not reviewed yet */
  unratified: boolean;
};

export type Worker = { personId: string; department: string; duties: readonly Duty[] };

/** Days ahead in which a due date counts as near. */
export const SOON_DAYS = 7;
/** Entries of a group that the home page lists; `total` tells the rest. */
const LISTED = 10;

type Rule = {
  label: string;
  hint: string;
  /** the duties to which the group belongs */
  duties: readonly Duty[];
  /** the office and the auditors see it of the whole district */
  watched?: true;
  /** what the department reviews, its own and that of the institutions that it regulates; else its own alone */
  reviewing?: true;
  holds: (work: OpenWork, worker: Worker, today: string) => boolean;
};

const ENTERING: readonly Duty[] = ['editor', 'reviewer', 'publisher'];
const WATCHING: readonly Duty[] = ['supervisor', 'auditor'];

/** 公开期限 concerns what is not public yet: a correction of a live publication was in time already. */
const isDue = ({ live, dueOn }: OpenWork): boolean => !live && dueOn !== null;

const RULES: Record<WorkGroupKey, Rule> = {
  overdue: {
    label: '已超过公开期限',
    hint: '请尽快办理；超期将在监督检查中列出',
    duties: [...ENTERING, ...WATCHING],
    watched: true,
    holds: (work, _worker, today) => isDue(work) && String(work.dueOn) < today,
  },
  soon: {
    label: `${SOON_DAYS}天内到期`,
    hint: '请在公开期限届满前发布',
    duties: [...ENTERING, ...WATCHING],
    watched: true,
    holds: (work, _worker, today) =>
      isDue(work) && String(work.dueOn) >= today && String(work.dueOn) <= addDays(today, SOON_DAYS),
  },
  returned: {
    label: '被退回，待修改',
    hint: '按审核意见修改后重新提交',
    duties: ['editor'],
    holds: ({ state }) => state === 'returned',
  },
  review: {
    label: '待我审核',
    hint: '本人录入或修改过的信息由其他审核人员审核，不在此列',
    duties: ['reviewer'],
    reviewing: true,
    holds: ({ state, contributors }, { personId }) =>
      state === 'submitted' && !contributors.includes(personId),
  },
  ratify: {
    label: '紧急发布，待补办审核',
    hint: '已经公开；请核对内容，有问题的更正或者撤回',
    duties: ['reviewer', ...WATCHING],
    reviewing: true,
    watched: true,
    holds: ({ unratified, contributors }, { personId }) => unratified && !contributors.includes(personId),
  },
  publish: {
    label: '已审核，待发布',
    hint: '发布后立即对社会公开',
    duties: ['publisher'],
    holds: ({ state }) => state === 'approved',
  },
  scheduled: {
    label: '定时待发布',
    hint: '到设定的时间自动公开；不必再办理',
    duties: ['publisher'],
    holds: ({ state }) => state === 'scheduled',
  },
  draft: {
    label: '草稿，待提交',
    hint: '填写完整后提交审核',
    duties: ['editor'],
    holds: ({ state }) => state === 'draft',
  },
};

/**
 * What waits for a person, by her duties. Who enters sees her own department's work; the office and the
 * auditors see what runs late anywhere in the district. Pure.
 *
 * @param today `YYYY-MM-DD` in Asia/Shanghai
 */
export function groupWork(works: readonly OpenWork[], worker: Worker, today: string): WorkGroup[] {
  const watches = WATCHING.some((duty) => worker.duties.includes(duty));
  return (Object.keys(RULES) as WorkGroupKey[])
    .filter((key) => RULES[key].duties.some((duty) => worker.duties.includes(duty)))
    .map((key) => {
      const { label, hint, holds, watched, reviewing } = RULES[key];
      const found = works
        .filter(
          (work) => (watches && watched) || (reviewing ? work.reviewedBy : work.owner) === worker.department,
        )
        .filter((work) => holds(work, worker, today))
        .sort(byUrgency);
      return { key, label, hint, total: found.length, items: found.slice(0, LISTED).map(toItem) };
    });
}

/** Nearest due date first, without one last; then what was changed last. */
function byUrgency(a: OpenWork, b: OpenWork): number {
  return (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9') || b.updatedAt.localeCompare(a.updatedAt);
}

/** The due date of what is public already says nothing any more. */
const toItem = ({
  owner: _owner,
  reviewedBy: _reviewedBy,
  contributors: _contributors,
  unratified: _unratified,
  live,
  ...item
}: OpenWork): WorkItem => ({
  ...item,
  dueOn: live ? null : item.dueOn,
});
