import type { Article } from './parse-regulation';

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const paragraph = (text: string): string => `<p style="text-indent:2em">${text}</p>`;

const heading = (level: number, text: string): string =>
  `<h${level} style="text-align:center">${escaped(text)}</h${level}>`;

/** The articles as the body of a publication: chapters are headings, every paragraph is indented. */
export function toHtml(articles: readonly Article[]): string {
  let place: Pick<Article, 'chapter' | 'section'> = { chapter: null, section: null };
  const html: string[] = [];
  for (const article of articles) {
    const { chapter, section, label, text } = article;
    if (chapter && chapter !== place.chapter) html.push(heading(2, chapter));
    if (section && (section !== place.section || chapter !== place.chapter)) html.push(heading(3, section));
    place = article;
    const [first = '', ...others] = text.split('\n').map(escaped);
    if (label) html.push(paragraph(`<strong>${label}</strong>　${first}`));
    else if (first) html.push(paragraph(first));
    html.push(...others.map(paragraph));
  }
  return html.join('\n');
}
