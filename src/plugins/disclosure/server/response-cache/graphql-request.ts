import type { IncomingMessage } from 'node:http';
import { canonicalJson } from '../audit/chain';

/** Longer queries are read by the GraphQL plugin itself, and not kept. */
const MAX_BYTES = 32_768;

/** What was read of a GraphQL request: its body, and the key of its answer where it only reads. */
export type GraphqlRequest = { body: unknown; isValid: boolean; key: string | null };

/** Whether a request may be a GraphQL query whose answer can be kept: JSON of a known, moderate length. */
export function isGraphqlRead({ method, url, headers }: IncomingMessage, endpoint: string): boolean {
  const length = Number(headers['content-length']);
  return (
    method === 'POST' &&
    url === endpoint &&
    /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(headers['content-type'] ?? '') &&
    headers['content-encoding'] === undefined &&
    headers['transfer-encoding'] === undefined &&
    length > 0 &&
    length <= MAX_BYTES
  );
}

/** Reads the body. Null when the sender goes away before its end. */
export function readGraphqlRequest(req: IncomingMessage): Promise<GraphqlRequest | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    req.on('data', (part: Buffer) => parts.push(part));
    req.once('end', () => resolve(parse(Buffer.concat(parts).toString('utf8'))));
    req.once('error', () => resolve(null));
    req.once('close', () => resolve(null));
  });
}

function parse(text: string): GraphqlRequest {
  try {
    const body = JSON.parse(text) as unknown;
    const isValid = typeof body === 'object' && body !== null;
    return { body, isValid, key: isValid ? keyOf(body as Record<string, unknown>) : null };
  } catch {
    return { body: null, isValid: false, key: null };
  }
}

/** Words of operations that do more than read; a field of such a name only costs the cache. */
const WRITES = /\b(mutation|subscription)\b/;

/** The same query, variables and operation have the same key, whatever the order of their members. */
function keyOf({ query, variables, operationName, ...rest }: Record<string, unknown>): string | null {
  if (typeof query !== 'string' || WRITES.test(query) || Object.keys(rest).length > 0) return null;
  return canonicalJson([query.trim(), variables ?? null, operationName ?? null] as never);
}
