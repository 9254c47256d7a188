import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { PrintedCell, PrintedTable } from '../shared/printed-tables';

const span = (name: string, size: number | undefined): string =>
  size && size > 1 ? ` ${name}="${size}"` : '';

/** A table as a page shows it: its heads are told to who listens to it. */
export function tableHtml({ caption, rows }: PrintedTable): string {
  const cell = ({ text, head: kind, columns, rows: down }: PrintedCell): string => {
    const spans = `${span('colspan', columns)}${span('rowspan', down)}`;
    const scope = kind === 'col' ? (columns ? 'colgroup' : 'col') : down ? 'rowgroup' : 'row';
    return kind
      ? `<th scope="${scope}"${spans}>${escapeHtml(text)}</th>`
      : `<td${spans}><p style="text-align:center">${escapeHtml(text)}</p></td>`;
  };
  return `<table><caption>${escapeHtml(caption)}</caption><tbody>${rows
    .map((row) => `<tr>${row.map(cell).join('')}</tr>`)
    .join('')}</tbody></table>`;
}
