import { type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse, STATUS_CODES } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { acceptedEncoding, ENCODINGS, type Encoding } from './accepted-encoding';
import { entityTag, isNamed } from './entity-tag';

/** Smaller answers gain nothing from being compressed. */
const WORTH_COMPRESSING = 1_000;

/** Headers that belong to a single sending of an answer. */
const OF_ONE_SENDING = new Set([
  'cache-control',
  'connection',
  'content-length',
  'date',
  'etag',
  'keep-alive',
  'transfer-encoding',
  'vary',
]);

/** What an answer may depend on besides its address: the key knows of `Origin`, the entry of the encodings. */
const KNOWN_VARIANCE = new Set(['accept-encoding', 'origin']);

type Variant = {
  body: Buffer;
  head: string[];
  etag: string;
  /** the whole answer as it goes over the wire in a second, for readers who keep their connection */
  wire: { second: number; cacheControl: string; bytes: Buffer } | null;
};

/** An answer as it is kept: its bytes, compressed once somebody wants them so, and its headers. */
export type Entry = {
  status: number;
  tags: readonly string[];
  tag: string;
  /** `Cache-Control` of the handler's own; null: as long as the answer is known to stay */
  cacheControl: string | null;
  variants: Map<Encoding, Variant>;
  compressing: boolean;
  /** bytes that it occupies */
  size: number;
  /** milliseconds since 1970 from which it is no longer given */
  until: number;
};

export type Answer = {
  status: number;
  headers: OutgoingHttpHeaders;
  body: Buffer;
  /** of the body's bytes */
  tag: string;
  tags: readonly string[];
  cacheControl: string | null;
};

/** Makes an entry of a finished answer. */
export function makeEntry({ status, headers, body, tag, tags, cacheControl }: Answer): Entry {
  const head = Object.entries(headers)
    .filter(([name]) => !OF_ONE_SENDING.has(name.toLowerCase()))
    .flatMap(([name, value]) => [value].flat().flatMap((one) => [name, String(one)]));
  head.push('Vary', varyOf(headers).join(', '));
  const entry: Entry = {
    status,
    tags,
    tag,
    cacheControl,
    variants: new Map(),
    compressing: false,
    size: occupied(body),
    until: 0,
  };
  addVariant(entry, 'identity', body, head);
  return entry;
}

/** Bytes of a variant with its headers, and once more as it lies ready to be sent. */
const occupied = (body: Buffer): number => 2 * (body.length + 2_000);

const namesIn = (headers: OutgoingHttpHeaders): string[] =>
  String([headers.vary ?? headers.Vary ?? ''].flat().join(','))
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

const varyOf = (headers: OutgoingHttpHeaders): string[] => [
  ...new Set([
    ...namesIn(headers).filter((name) => name.toLowerCase() !== 'accept-encoding'),
    'Accept-Encoding',
  ]),
];

/** Whether an answer is the same for everybody who asks by the same address: no cookie, no other variance. */
export const isForEverybody = (headers: OutgoingHttpHeaders): boolean =>
  headers['set-cookie'] === undefined &&
  headers['content-encoding'] === undefined &&
  namesIn(headers).every((name) => KNOWN_VARIANCE.has(name.toLowerCase()));

function addVariant(entry: Entry, encoding: Encoding, body: Buffer, head: readonly string[]): void {
  const etag = entityTag(entry.tag, encoding);
  const encoded = encoding === 'identity' ? [] : ['Content-Encoding', encoding];
  entry.variants.set(encoding, {
    body,
    head: [...head, ...encoded, 'Content-Length', String(body.length), 'ETag', etag],
    etag,
    wire: null,
  });
}

/** Sends a kept answer, or tells a reader who has it that nothing has changed. */
export function sendEntry(
  { method, headers }: Pick<IncomingMessage, 'method' | 'headers'>,
  res: ServerResponse,
  entry: Entry,
  cacheControl: string,
): void {
  const variant =
    entry.variants.get(acceptedEncoding(headers['accept-encoding'])) ??
    (entry.variants.get('identity') as Variant);
  const until = entry.cacheControl ?? cacheControl;
  if (entry.status === 200 && method !== 'POST' && isNamed(headers['if-none-match'], entry.tag)) {
    res.writeHead(304, [...withoutContent(variant.head), 'Cache-Control', until]);
    res.end();
    return;
  }
  if (method !== 'HEAD' && sendAtOnce(res, entry.status, variant, until)) return;
  res.writeHead(entry.status, [...variant.head, 'Cache-Control', until]);
  if (method === 'HEAD') res.end();
  else res.end(variant.body);
}

/** What Node keeps of an answer's header: set, it is sent already. */
type Outgoing = ServerResponse & {
  _header?: unknown;
  _headerSent?: unknown;
  _keepAliveTimeout?: number;
  _maxRequestsPerSocket?: number;
};

/** Larger answers are not copied: there the header is a small part of the cost. */
const AT_ONCE = 65_536;

/**
 * Sends header and body as one piece that lies ready for as long as its Date holds: Node builds and checks the same
 * twenty headers anew for each answer, which costs more than the answer. Only where Node's own ways are the usual
 * ones: the connection stays open, nothing is set yet.
 */
function sendAtOnce(res: ServerResponse, status: number, variant: Variant, cacheControl: string): boolean {
  const outgoing = res as Outgoing;
  const isUsual =
    res.shouldKeepAlive &&
    res.req.httpVersion === '1.1' &&
    outgoing._header === null &&
    outgoing._headerSent === false &&
    Boolean(outgoing._keepAliveTimeout) &&
    !outgoing._maxRequestsPerSocket;
  if (!isUsual || variant.body.length > AT_ONCE) return false;
  const second = Math.floor(Date.now() / 1000);
  if (variant.wire?.second !== second || variant.wire.cacheControl !== cacheControl) {
    variant.wire = {
      second,
      cacheControl,
      bytes: wireOf(status, variant, cacheControl, second, outgoing._keepAliveTimeout),
    };
  }
  res.statusCode = status;
  outgoing._header = 'sent with the body';
  outgoing._headerSent = true;
  res.end(variant.wire.bytes);
  return true;
}

function wireOf(
  status: number,
  { head, body }: Variant,
  cacheControl: string,
  second: number,
  keepAlive = 0,
): Buffer {
  const lines = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`];
  for (let i = 0; i < head.length; i += 2) lines.push(`${head[i]}: ${head[i + 1]}`);
  lines.push(`Cache-Control: ${cacheControl}`, `Date: ${new Date(second * 1000).toUTCString()}`);
  lines.push('Connection: keep-alive', `Keep-Alive: timeout=${Math.floor(keepAlive / 1000)}`);
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
}

/** The headers of a 304: none that describe bytes which are not sent. */
function withoutContent(head: readonly string[]): string[] {
  const kept: string[] = [];
  for (let i = 0; i < head.length; i += 2) {
    const name = head[i] as string;
    if (!/^content-(length|type|encoding|disposition)$/i.test(name)) kept.push(name, head[i + 1] as string);
  }
  return kept;
}

const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/**
 * Compresses an entry that is asked for again, once: from then on its bytes lie ready. What is asked for only once
 * costs nothing.
 *
 * @returns whether it has become larger
 */
export async function compressEntry(entry: Entry): Promise<boolean> {
  const plain = entry.variants.get('identity') as Variant;
  if (entry.compressing || plain.body.length < WORTH_COMPRESSING) return false;
  entry.compressing = true;
  const head = plain.head.slice(0, -4);
  const made = await Promise.all([
    brotli(plain.body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: plain.body.length,
      },
    }),
    deflate(plain.body),
  ]);
  ENCODINGS.forEach((encoding, index) => {
    const body = made[index] as Buffer;
    addVariant(entry, encoding, body, head);
    entry.size += occupied(body);
  });
  return true;
}
