import { plainPage } from '../../../disclosure/server/http/plain-page';
import { scrollingTables } from '../../../disclosure/server/http/scrolling-tables';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';

/** Beside the look of every plain page: room for tables, which scroll by themselves on a phone. */
const STYLE = `<style>
main{max-width:60rem}
article{background:#fff;border-radius:.5rem;padding:1rem}
h1,h2,h3,th{text-wrap:balance}
h2{font-size:1.25rem;margin:1.5rem 0 .5rem}h3{font-size:1.125rem;margin:1rem 0 .25rem}
p{margin:0 0 .75rem}article p{text-indent:2em}td p{margin:0}article td p{text-indent:0}
.wide{overflow-x:auto;margin:0 0 1rem}
table{border-collapse:collapse;min-width:42rem;width:100%;font-size:1rem;line-height:1.4}
/* the heading above says it; who listens to a table hears it */
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{border:1px solid #8a919f;padding:.35rem .5rem;text-align:center}
th{background:#f5f6f8;font-weight:600}
th[scope=row],th[scope=rowgroup]{text-align:left}
ul{padding-left:1.25rem}li{margin:.25rem 0}a{color:#1a56b0}
@media print{body{background:#fff}.wide{overflow:visible}}
</style>`;

type Shown = { documentId: string; title: string; body: string; from: string };

/** A report for citizens. `body` is the sanitised HTML of its publication. */
export const reportPage = ({ documentId, title, body, from }: Shown): string =>
  plainPage(
    title,
    `${STYLE}<p>${escapeHtml(from)}</p><article>${scrollingTables(body)}</article>
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
    `${STYLE}${lists.join('') || '<p>还没有公布的年度报告。</p>'}`,
  );
}
