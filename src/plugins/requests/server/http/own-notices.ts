import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { NoticeForApplicant } from '../../shared/notices';
import { hidden } from './fields';

/** What was written to the applicant, each with its button. `keep`: the hidden fields with her code. */
export const ownNotices = (notices: readonly NoticeForApplicant[], keep: string): string =>
  notices.length === 0
    ? ''
    : `<section><h2>文书</h2>${notices
        .map(
          ({ id, label, number, madeOn }) =>
            `<form method="post" action="/api/requests/notice">${keep}${hidden('id', id)}${hidden('format', 'pdf')}
<p>${escapeHtml(`${madeOn}　${label}（${number}）`)}</p><button class="plain" aria-label="${escapeHtml(`下载${label}`)}">下载PDF</button></form>`,
        )
        .join('')}</section>`;
