/** A title on one line, without space around it. */
export const normaliseTitle = (title: string): string => title.replace(/\s*[\r\n]+\s*/g, '').trim();

const PLACEHOLDER = /【[^】]*】|[〔[（(](?:请)?(?:填写|待定|此处)[^〕\]）)]*[〕\]）)]|[×xX]{3,}/;
const PUNCTUATION = /[。．.，,、；;：:！!？?]$/;

/** What looks unfinished in a title, as a sentence; null where nothing does. It may be right all the same. */
export function titleAdvice(title: string): string | null {
  const [placeholder] = PLACEHOLDER.exec(title) ?? [];
  if (placeholder) return `标题里有“${placeholder}”，请换成实际内容`;
  const [mark] = PUNCTUATION.exec(title.trim()) ?? [];
  return mark ? `标题末尾一般不用标点“${mark}”` : null;
}
