/** A table wider than the screen can be moved by itself, with the keyboard as well. `html` is a sanitised body. Pure. */
export function scrollingTables(html: string): string {
  let count = 0;
  return html
    .replace(
      /<table\b/g,
      () => `<div class="wide" role="region" tabindex="0" aria-label="表格${++count}"><table`,
    )
    .replaceAll('</table>', '</table></div>');
}
