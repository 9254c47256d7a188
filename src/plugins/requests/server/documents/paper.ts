import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import { widthOf } from '../../../disclosure/server/official-copies/document/even-lines';
import { type Paragraph, plain } from '../../../disclosure/server/official-copies/document/model';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { Paper } from '../../shared/notices';

/** Letters of a last paragraph that goes to the next page with its signature; a longer one is broken. */
const MOST_KEPT = 170;
const DRAFT = '（预览，作出时编号）';

/** A notice as it is laid out: who is addressed, paragraphs, who signs and when. Pure. */
export const toOfficial = (paper: Paper): OfficialDocument => ({
  title: paper.title,
  docNo: paper.number ?? DRAFT,
  head: [{ label: '申请编号', value: paper.requestNumber }],
  fields: [],
  blocks: [
    plain(`${paper.addressee}：`),
    ...paper.paragraphs.map((text, at) =>
      plain(text, {
        indent: true,
        // what is signed stands on the page of the signature
        ...(at === paper.paragraphs.length - 1 && text.length <= MOST_KEPT ? { keepsNext: true } : {}),
      }),
    ),
    ...signature(paper),
  ],
  notes: [],
});

/** Letters between the day and the edge (GB/T 9704, 7.3.5.1: 成文日期右空四字). */
const DAY_FROM_RIGHT = 4;

/** How far the organ is from the edge, so that it stands in the middle above the day. */
const organFromRight = ({ signedBy, day }: Paper): number =>
  Math.max(0, DAY_FROM_RIGHT + (widthOf(day) - widthOf(signedBy)) / 2);

/** Room for the seal, who signs, and when; on one page. */
const signature = (paper: Paper): Paragraph[] => [
  ...['\u3000', '\u3000'].map((blank) => plain(blank, { keepsNext: true })),
  plain(paper.signedBy, { align: 'right', fromRight: organFromRight(paper), keepsNext: true }),
  plain(paper.day, { align: 'right', fromRight: DAY_FROM_RIGHT }),
];

/** The same for a browser. Pure. */
export const toHtml = (paper: Paper): string => {
  const line = (text: string, style: string) => `<p style="${style}">${escapeHtml(text)}</p>`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${escapeHtml(paper.title)}</title></head>
<body style="max-width:40rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.8 FangSong,serif">
<p style="font-size:.9rem">${escapeHtml(`申请编号：${paper.requestNumber}`)}</p>
<h1 style="text-align:center;font-size:1.5rem">${escapeHtml(paper.title)}</h1>
${line(paper.number ?? DRAFT, 'text-align:center')}
${line(`${paper.addressee}：`, '')}
${paper.paragraphs.map((text) => line(text, 'text-indent:2em')).join('\n')}
${line(paper.signedBy, `text-align:right;margin:4em ${organFromRight(paper)}em 0 0`)}
${line(paper.day, `text-align:right;margin:0 ${DAY_FROM_RIGHT}em 0 0`)}
</body></html>`;
};
