/** The encodings in which answers are kept, the smallest first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number] | 'identity';

/** Headers that were seen: browsers and clients send few different ones. */
const known = new Map<string, Encoding>();
const KNOWN = 200;

/** The encoding that a reader likes best (RFC 9110 12.5.3), of those that answers are kept in. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (!header) return 'identity';
  const found = known.get(header);
  if (found) return found;
  const accepted = negotiate(header);
  if (known.size < KNOWN && header.length < 200) known.set(header, accepted);
  return accepted;
}

function negotiate(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.slice(0, 1000).split(',')) {
    const [name = '', ...parameters] = part
      .trim()
      .toLowerCase()
      .split(/\s*;\s*/);
    const weight = /^q=([\d.]+)$/.exec(parameters.find((text) => text.startsWith('q=')) ?? 'q=1')?.[1];
    weights.set(name === 'x-gzip' ? 'gzip' : name, Number(weight ?? 0));
  }
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? 0;
  let best: Encoding = 'identity';
  // what is not named is as good as what is named with the least weight
  let weight = weights.get('identity') ?? 0;
  for (const encoding of ENCODINGS) {
    if (weightOf(encoding) <= 0) continue;
    if (weightOf(encoding) > weight || (best === 'identity' && weightOf(encoding) === weight)) {
      best = encoding;
      weight = weightOf(encoding);
    }
  }
  return best;
}
