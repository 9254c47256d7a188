import { plainPage } from '../../../disclosure/server/http/plain-page';
import { READING_STYLE, scrolling } from '../../../disclosure/server/http/reading';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';

type Shown = { documentId: string; title: string; body: string; from: string };

/** A report for citizens. `body` is the sanitised HTML of its publication. */
export const reportPage = ({ documentId, title, body, from }: Shown): string =>
  plainPage(
    title,
    `${READING_STYLE}<p>${escapeHtml(from)}</p><article>${scrolling(body)}</article>
<section><h2>下载</h2><ul>
<li><a href="/api/disclosure/publications/${documentId}/copy.docx">Word 文档（DOCX）</a></li>
<li><a href="/api/disclosure/publications/${documentId}/copy.pdf">PDF 文档</a></li>
<li><a href="/api/annual-reports/published/${documentId}/xlsx">三张表（XLSX）</a></li>
</ul></section><p><a href="/api/annual-reports/pages">全部年度报告</a></p>`,
  );

type Listed = readonly { title: string; page: string; year: number; publishedAt: string }[];

/** All published reports, by year. */
export function listPage(reports: Listed): string {
  const years = [...new Set(reports.map(({ year }) => year))];
  const lists = years.map((year) => {
    const items = reports
      .filter((report) => report.year === year)
      .map(
        ({ title, page, publishedAt }) =>
          `<li><a href="${page}">${escapeHtml(title)}</a>　${escapeHtml(publishedAt.slice(0, 10))}</li>`,
      );
    return `<section><h2>${year}年</h2><ul>${items.join('')}</ul></section>`;
  });
  return plainPage(
    '政府信息公开工作年度报告',
    `${READING_STYLE}${lists.join('') || '<p>还没有公布的年度报告。</p>'}`,
  );
}
