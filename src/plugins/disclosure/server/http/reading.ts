/** Beside the look of every plain page, for those that show a document: room for tables, which scroll by themselves on a phone. */
export const READING_STYLE = `<style>
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

/** A table wider than the screen can be moved with the keyboard as well. */
export const scrolling = (body: string): string => {
  let count = 0;
  return body
    .replaceAll(
      '<table>',
      () => `<div class="wide" role="region" tabindex="0" aria-label="表格${++count}"><table>`,
    )
    .replaceAll('</table>', '</table></div>');
};
