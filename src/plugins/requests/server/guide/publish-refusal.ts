import type { Duty } from '../../../disclosure/server/types';
import { GUIDE_FIELDS, GUIDE_NEEDS, type GuideData } from '../../shared/guide';

/** What a guide lacks, as a sentence; null: nothing. Pure. */
export function missingInGuide(draft: GuideData): string | null {
  const missing = GUIDE_NEEDS.filter((name) => !draft[name]).map(
    (name) => GUIDE_FIELDS.find((field) => field.name === name)?.label ?? name,
  );
  return missing.length === 0 ? null : `请先填写：${missing.join('、')}`;
}

/** Why a person may not publish the guide of her department; null: she may. Pure. */
export function publishRefusal(
  { personId, duties }: { personId: string; duties: readonly Duty[] },
  author: string,
  draft: GuideData,
): string | null {
  if (!duties.some((duty) => duty === 'reviewer' || duty === 'publisher'))
    return '指南由本部门的审核人员发布';
  if (personId === author) return '本人填写的指南须由另一位审核人员发布';
  return missingInGuide(draft);
}
