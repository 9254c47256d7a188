import type { PublicLink } from '../links/find-links';
import { escapeHtml } from '../rules/escape-html';
import { pagePathOf } from '../site/addresses';
import type { Values } from '../types';

/** What the links of a publication are to whoever reads its page, in the order of their weight. */
const HEADINGS: Record<string, string> = {
  repealedBy: '废止本文件的文件',
  lapsedBy: '宣布本文件失效的文件',
  amendedBy: '修改本文件的文件',
  confirmedBy: '确认本文件继续有效的文件',
  interpretations: '对本文件的解读',
  interprets: '本解读所解读的文件',
  amends: '本文件修改的文件',
  repeals: '本文件废止的文件',
  lapses: '本文件宣布失效的文件',
  confirms: '本文件确认继续有效的文件',
  printedIn: '刊登本文件的公报',
  prints: '本期刊登的文件',
};

/** The documents around a publication; an empty text where there are none. */
export const linksOfPage = (publication: Values): string =>
  Object.entries(HEADINGS)
    .map(([name, heading]) => [heading, (publication[name] ?? []) as PublicLink[]] as const)
    .filter(([, links]) => links.length > 0)
    .map(([heading, links]) => `<section><h2>${heading}</h2><ul>${links.map(itemOf).join('')}</ul></section>`)
    .join('\n');

const itemOf = ({ url, title, docNo, live }: PublicLink): string =>
  `<li><a href="${escapeHtml(pagePathOf(url))}">${escapeHtml(title)}</a>${docNo ? `（${escapeHtml(docNo)}）` : ''}${live ? '' : '（已撤回）'}</li>`;
