import type { DeskFinding } from '../../../server/desk/contract';

type Found = Pick<DeskFinding, 'field' | 'file' | 'label' | 'kind' | 'kindName' | 'level' | 'place'>;
export type FindingGroup<T extends Found = DeskFinding> = {
  key: string;
  /** 附件《名单.xlsx》，工作表“低保”第2–21行 */
  where: string;
  findings: T[];
};

/** `工作表“低保”第12行`: what is numbered, and how. */
const NUMBERED = /^(.*)第(\d+)(行|页)$/;
/** Ranges that are named; more of them would tell nobody where to look. */
const NAMED = 4;

/** What was found of one kind in one field or file, together: a table has the same in every row. Pure. */
export function groupFindings<T extends Found>(findings: readonly T[]): FindingGroup<T>[] {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    const { field, file, kind, level } = finding;
    const key = JSON.stringify([field, file, sectionOf(finding), kind, level]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, members]) => ({ key, where: whereOf(members), findings: members }));
}

const sectionOf = ({ place }: Found): string => {
  const [, section, , unit] = NUMBERED.exec(place ?? '') ?? [];
  return unit ? `${section}${unit}` : (place ?? '');
};

function whereOf([first, ...more]: readonly Found[]): string {
  if (!first) return '';
  const { file, label, place } = first;
  const [, section, , unit] = NUMBERED.exec(place ?? '') ?? [];
  const numbers = [first, ...more].map((found) => Number(NUMBERED.exec(found.place ?? '')?.[2]));
  const at = unit ? `${section}${rangesOf(numbers)}${unit}` : place;
  return [file ? `附件《${file}》` : `“${label}”`, at].filter(Boolean).join('，');
}

/** 第2–21、25 of the numbers 2 … 21 and 25. */
function rangesOf(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of sorted) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  const named = ranges.slice(0, NAMED).map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`));
  return `第${named.join('、')}${ranges.length > NAMED ? '等' : ''}`;
}
