import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { EarlierAnswer, StatusTold } from '../../shared/contract';
import { facts, hidden } from './fields';
import { section, words } from './sections';

/** All answers in their order, each with whether it holds. `keep`: the hidden fields with her code. */
export function answersSection(
  { answer, earlierAnswers }: Pick<StatusTold, 'answer' | 'earlierAnswers'>,
  keep: string,
): string {
  const isOne = earlierAnswers.length === 0;
  const earlier = earlierAnswers.map((one, index) => earlierAnswer(one, index + 1)).join('');
  if (!answer) {
    const anew = isOne ? '' : words('承办机关正在重新答复；作出之后，以重新作出的答复为准。');
    return earlier + (anew && section('重新答复', anew));
  }
  const title = isOne ? '答复' : `第${earlierAnswers.length + 1}次答复（现在有效）`;
  const button = isOne ? '下载答复书（PDF）' : '下载现在有效的答复书（PDF）';
  return (
    earlier +
    section(
      title,
      `${facts([
        ['办理结果', answer.outcomeLabel],
        ['答复日期', answer.answeredOn],
        ['送达日期', answer.servedOn],
        ['答复内容', answer.text],
        ['理由和依据', answer.reasons],
        ['法律依据', answer.basis],
        ['救济途径', answer.remedies],
      ])}<form method="post" action="/api/requests/answer">${keep}${hidden('format', 'pdf')}<button>${button}</button></form>`,
    )
  );
}

const earlierAnswer = ({ outcomeLabel, answeredOn, text, until }: EarlierAnswer, no: number): string =>
  section(
    `第${no}次答复（不再有效）`,
    `<p>${escapeHtml(until)}起重新答复，这次答复不再有效；当时的答复书在下面的“文书”中。</p>${facts([
      ['办理结果', outcomeLabel],
      ['答复日期', answeredOn],
      ['答复内容', text],
    ])}`,
  );
