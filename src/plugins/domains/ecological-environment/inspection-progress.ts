import { INSPECTION_LEVELS, type InspectionLevel, type RectificationState } from './inspection-finding';

export type Finding = {
  documentId: string;
  title: string;
  url: string;
  level: InspectionLevel;
  issueNo: string;
  measure: string;
  responsibleUnit: string;
  rectifyBy: string;
  progress: number;
  state: RectificationState;
};

const isDone = ({ state }: Finding): boolean => state === 'completed' || state === 'closed';

/** Findings by level of inspection, central first, with what is past its day and not done. Pure. */
export function buildInspectionProgress(findings: readonly Finding[], today: string) {
  const levels = INSPECTION_LEVELS.map(({ value, label }) => {
    const own = findings
      .filter(({ level }) => level === value)
      .sort((a, b) => a.rectifyBy.localeCompare(b.rectifyBy) || a.issueNo.localeCompare(b.issueNo, 'zh'))
      .map((finding) => ({ ...finding, overdue: !isDone(finding) && finding.rectifyBy < today }));
    return { level: value, name: label, ...count(own), findings: own };
  });
  const total = (key: 'total' | 'completed' | 'overdue') =>
    levels.reduce((sum, level) => sum + level[key], 0);
  return {
    total: total('total'),
    completed: total('completed'),
    overdue: total('overdue'),
    levels,
  };
}

function count(findings: readonly (Finding & { overdue: boolean })[]) {
  const sum = findings.reduce((all, { progress }) => all + progress, 0);
  return {
    total: findings.length,
    completed: findings.filter(isDone).length,
    overdue: findings.filter(({ overdue }) => overdue).length,
    /** mean of the findings, rounded down: 100 only when all are done; null without findings */
    progress: findings.length > 0 ? Math.floor(sum / findings.length) : null,
  };
}
