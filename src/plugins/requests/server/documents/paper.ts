import type { OfficialDocument } from '../../../disclosure/server/official-copies';
import { plain } from '../../../disclosure/server/official-copies/document/model';
import { escapeHtml } from '../../../disclosure/server/rules/escape-html';
import type { Paper } from '../../shared/notices';

/** Room for the seal between the text and the signature, as GB/T 9704 has it. */
const SEAL = [plain('\u3000'), plain('\u3000')];
const DRAFT = '（预览，作出时编号）';

/** A notice as it is laid out: who is addressed, paragraphs, who signs and when. Pure. */
export const toOfficial = (paper: Paper): OfficialDocument => ({
  title: paper.title,
  docNo: paper.number ?? DRAFT,
  head: [{ label: '申请编号', value: paper.requestNumber }],
  fields: [],
  blocks: [
    plain(`${paper.addressee}：`),
    ...paper.paragraphs.map((text) => plain(text, { indent: true })),
    ...SEAL,
    plain(paper.signedBy, { align: 'right' }),
    plain(paper.day, { align: 'right' }),
  ],
  notes: [],
});

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
${line(paper.signedBy, 'text-align:right;margin-top:4em')}
${line(paper.day, 'text-align:right')}
</body></html>`;
};
