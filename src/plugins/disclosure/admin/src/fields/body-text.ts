const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&nbsp;': ' ',
};

const decode = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|nbsp);/g, (entity) => ENTITIES[entity] ?? '');

const encode = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/**
 * The text of a body that consists of paragraphs and nothing else, one paragraph a line; null when it
 * holds other markup (tables, headings, pictures …) that a plain text field would lose.
 */
export function toPlainText(html: string): string | null {
  const rest = html.replace(/<p>([^<]*)<\/p>/g, '').trim();
  if (rest !== '') return null;
  return [...html.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text = '']) => decode(text)).join('\n');
}

/** Lines become paragraphs; empty lines only separate them. */
export const fromPlainText = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => `<p>${encode(line)}</p>`)
    .join('\n');
