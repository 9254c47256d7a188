/**
 * The next free code of a domain's catalogue: two digits, three from 100 on. Codes stay for ever, so what
 * counts is every code that ever was, removed rows included.
 *
 * @param domainCode e.g. D05
 */
export function nextCode(domainCode: string, known: Iterable<string>): string {
  const prefix = `${domainCode}-`;
  let last = 0;
  for (const code of known) {
    const number = code.startsWith(prefix) ? Number(code.slice(prefix.length)) : Number.NaN;
    if (Number.isInteger(number)) last = Math.max(last, number);
  }
  return `${prefix}${String(last + 1).padStart(2, '0')}`;
}
