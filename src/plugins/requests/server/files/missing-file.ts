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
    return '有遮盖件还没有在“附件”里点“确认提供给申请人”，申请人收不到。';
  }
  if (roles.includes('answer')) return null;
  if (SAYS_SO.test(text)) {
    return '答复里写到附件，但是没有上传随答复提供的文件。';
  }
  const isPartial = outcomeOf(outcome)?.group === 'partial';
  return isPartial && publications.length === 0
    ? '部分公开的，应当提供可以公开的部分（条例第三十七条），但是没有上传随答复提供的文件。'
    : null;
}
