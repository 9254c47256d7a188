import type { Desk, DeskFinding } from '../../../server/desk/contract';

type Found = Pick<DeskFinding, 'kind' | 'level' | 'file'>;

/** 建议: what to do about it; nothing where the finding says so itself. */
export function adviceFor({ kind, level, file }: Found): string | null {
  if (kind === 'unchecked-file') return null;
  if (level === 'sure') {
    return file ? '建议：遮盖后重新上传附件。' : '建议：点“一键遮盖”，或自行删改。';
  }
  if (kind === 'phone') return '建议：办公电话可以保留，个人手机号码请遮盖。';
  return '建议：核对是否需要公开。';
}

export const isSure = ({ level }: Pick<DeskFinding, 'level'>): boolean => level === 'sure';

/** What the person has to add to a verb because of what was found. */
export function neededFor(verb: string, desk: Pick<Desk, 'findings'>): 'reason' | 'confirmation' | null {
  if (!desk.findings.some(isSure)) return null;
  if (verb === 'submit') return 'reason';
  return verb === 'approve' ? 'confirmation' : null;
}

/** Whether a button can mask something: attachments it cannot change. */
export function maskable(findings: readonly DeskFinding[]): { sure: number; phones: number } {
  const own = findings.filter(({ file }) => file === null);
  return {
    sure: own.filter(isSure).length,
    phones: own.filter(({ kind }) => kind === 'phone').length,
  };
}

/** The heading over what was found. */
export function headingFor({
  findings,
  personalDataOverride: override,
}: Pick<Desk, 'findings' | 'personalDataOverride'>): string {
  if (!findings.some(isSure)) return '公开前请核对';
  if (!override) return '发现个人信息，不能直接公开';
  return override.confirmedBy ? '含有个人信息，已确认依法公开' : '含有个人信息，须核对确认';
}
