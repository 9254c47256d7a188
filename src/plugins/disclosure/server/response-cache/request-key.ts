/** Longer addresses, and more parameters, are nobody's regular reading; qs itself looks at 1,000 parameters. */
const MAX_LENGTH = 4_096;
const MAX_PARAMETERS = 50;
/** Whose answers are never kept: the panel, and files. */
const APART = /^\/(admin|uploads|upload|_health)(\/|\?|$)/;

const UNRESERVED = /^[A-Za-z0-9._~-]$/;

/**
 * The same spelling of percent-encodings that mean the same (RFC 3986 6.2.2): upper-case digits, and no encoding of
 * characters that need none. Null where there is half an encoding, which readers understand differently.
 */
function normaliseEncoding(text: string, decodes: boolean): string | null {
  if (!text.includes('%')) return text;
  if (/%(?![0-9a-f]{2})/i.test(text)) return null;
  return text.replace(/%[0-9a-f]{2}/gi, (encoded) => {
    const character = String.fromCharCode(Number.parseInt(encoded.slice(1), 16));
    return decodes && UNRESERVED.test(character) ? character : encoded.toUpperCase();
  });
}

/**
 * Names the answer that an address has: two addresses have the same key only where every part of the program reads
 * them alike. The order of parameters is left out as far as it means nothing: those of one name (`sort`, `sort[0]`)
 * stay in theirs. The path is not decoded, because the router does not decode it (`/%70ublications`, `%2F`).
 *
 * @param url as it stands in the request line: path and query
 * @returns null where the answer is not to be kept
 */
export function requestKey(url: string): string | null {
  if (!url.startsWith('/') || url.startsWith('//') || url.length > MAX_LENGTH || APART.test(url)) return null;
  const mark = url.indexOf('?');
  const path = normaliseEncoding(mark < 0 ? url : url.slice(0, mark), false);
  if (path === null) return null;
  if (mark < 0) return path;
  // as qs reads it: a plus is a space, brackets may be encoded
  const query = normaliseEncoding(url.slice(mark + 1).replaceAll('+', '%20'), true);
  if (query === null) return null;
  const parameters = query
    .replaceAll('%5B', '[')
    .replaceAll('%5D', ']')
    .split('&')
    .filter((parameter) => parameter !== '');
  if (parameters.length > MAX_PARAMETERS) return null;
  if (parameters.length === 1) return `${path}?${parameters[0]}`;
  const named = parameters.map((parameter) => ({ name: /^[^=[]*/.exec(parameter)?.[0] ?? '', parameter }));
  named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return named.length > 0 ? `${path}?${named.map(({ parameter }) => parameter).join('&')}` : path;
}
