import type { Context } from 'koa';
import { escapeHtml } from '../rules/escape-html';

const STYLE = `
body{margin:0;background:#f5f6f8;color:#1f2329;font:1.125rem/1.7 system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:34rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.4}
section{background:#fff;border-radius:.5rem;padding:1rem;margin:0 0 1rem}
section h2{font-size:1.125rem;margin:0 0 .5rem;overflow-wrap:anywhere}
form{margin:.75rem 0 0}
fieldset{border:0;background:#fff;border-radius:.5rem;padding:1rem;margin:0 0 1rem;min-width:0}
legend{font-weight:600;float:left;width:100%;margin-bottom:.5rem}
legend+*{clear:both}
label{display:block;margin-top:.75rem}
label small{color:#5c6370;font-size:.9rem;font-weight:400}
input:not([type=hidden]),select,textarea{font:inherit;box-sizing:border-box;width:100%;min-height:2.75rem;padding:.35rem .6rem;border:1px solid #8a919f;border-radius:.375rem;background:#fff;color:inherit}
textarea{min-height:7rem}
button{font:inherit;min-height:2.75rem;padding:.35rem 1.25rem;border:1px solid #1a56b0;border-radius:.375rem;background:#1a56b0;color:#fff;cursor:pointer}
button.plain{background:#fff;color:#1a56b0}
select{margin-right:.5rem}
.alert{background:#fff1f0;border-left:.25rem solid #c9302c;padding:.75rem 1rem;margin:0 0 1rem}
.alert ul{margin:.25rem 0 0;padding-left:1.25rem}
.code{font:600 1.375rem/1.6 ui-monospace,Consolas,monospace;overflow-wrap:anywhere;letter-spacing:.05em}
h3{font-size:1.125rem;margin:1rem 0 .25rem}
.words{white-space:pre-line;overflow-wrap:anywhere}
.done{background:#e9f7ec;border-left:.25rem solid #1e7b34;padding:.75rem 1rem;margin:0 0 1rem}
.sure{display:flex;gap:.5rem;align-items:center}.sure input:not([type=hidden]){width:1.5rem;min-height:1.5rem;flex:none}.sure label{margin:0;padding:.6rem 0}
li>a{display:inline-block;padding:.4rem 0}
dl{margin:0}dt{color:#5c6370;font-size:1rem}dd{margin:0 0 .5rem;overflow-wrap:anywhere;white-space:pre-line}
:focus-visible{outline:3px solid #f0a500;outline-offset:2px}`;

/**
 * A page of its own that anybody can use: plain HTML, readable on a phone, without a script. `content` is HTML.
 *
 * @param head further tags; without any, search engines are asked to leave it out
 */
export const plainPage = (
  title: string,
  content: string,
  head = '<meta name="robots" content="noindex">',
): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
${head}<title>${escapeHtml(title)}</title><style>${STYLE}</style></head>
<body><main><h1>${escapeHtml(title)}</h1>${content}</main></body></html>`;

/** Answers with such a page: kept by nobody, and its address is told to nobody. */
export function showPage(ctx: Context, html: string, status = 200): void {
  ctx.status = status;
  ctx.type = 'text/html; charset=utf-8';
  ctx.set('Cache-Control', 'no-store');
  ctx.set('Referrer-Policy', 'no-referrer');
  ctx.body = html;
}
