import type { FileRole } from '../../shared/files';
import { outcomeOf } from '../../shared/outcomes';
import type { Answer } from '../acts/answer';

const SAYS_SO = /附件|随附|附后|随答复提供/;

/**
 * What of an answer's files seems to be forgotten, as a sentence; null: nothing. No article asks for a file (what can be public may stand in
 * the answer itself), so this is a question and no refusal. Pure.
 */
export function missingFile(
  { outcome, text, publications }: Pick<Answer, 'outcome' | 'text' | 'publications'>,
  roles: readonly FileRole[],
): string | null {
  if (roles.includes('redaction')) {
    return '有遮盖件还没有确认，现在不会提供给申请人：请在“附件”里查看，再点“确认提供给申请人”，不用的请删除。';
  }
  if (roles.includes('answer')) return null;
  if (SAYS_SO.test(text)) {
    return '答复里写到附件，但是没有随答复提供的文件：请先在“附件”里上传，或者修改答复内容。';
  }
  const isPartial = outcomeOf(outcome)?.group === 'partial';
  return isPartial && publications.length === 0
    ? '部分公开的，应当提供可以公开的部分（条例第三十七条），但是没有随答复提供的文件：可以公开的内容没有全部写在答复里的，请先在“附件”里上传。'
    : null;
}
