import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { PartForApplicant, StatusTold } from '../../shared/contract';
import type { Key } from '../acts/applicant';
import { facts } from './fields';
import { keyFields } from './key-fields';
import { section, words } from './sections';

/** 一事一申请: each part with how far it is, and the way to it by the same code. */
export const partsSection = (parts: StatusTold['parts'], key: Key): string =>
  parts.length === 0
    ? ''
    : section(
        '拆分办理的其他各件',
        `${words('您的申请包含几项内容，分成几件分别办理、分别答复。本页上面是第一件；其他各件用同一个查询码查看。')}${parts.map((part) => item(part, key)).join('')}`,
      );

function item(part: PartForApplicant, { queryCode, idLast4 }: Key): string {
  const number = part.number ?? '';
  return `<h3>${escapeHtml(number)}</h3>${facts([
    ['申请的内容', part.wanted],
    ['办理情况', part.isWaiting ? `${part.stateLabel}，需要您办理` : part.stateLabel],
    ['答复期限', part.dueOn],
    ['办理结果', part.outcomeLabel],
    ['答复日期', part.answeredOn],
  ])}<form method="post" action="/api/requests/follow">${keyFields({ queryCode, idLast4, part: number })}<p><button class="plain" aria-label="查看${escapeHtml(number)}">查看这一件</button></p></form>`;
}
