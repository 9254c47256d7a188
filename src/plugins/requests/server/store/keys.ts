import type { Core } from '@strapi/strapi';
import { encryptionKey } from '../../../disclosure/server/privacy/derived-key';
import { keyedHash, keyedHashes } from '../../../disclosure/server/privacy/keyed-hash';
import { open, seal } from '../../../disclosure/server/privacy/secret-box';
import { plainCode } from '../application/query-code';
import type { Applicant } from '../application/schema';

type Hashed = 'code' | 'applicant' | 'client';

const hmac = (strapi: Core.Strapi, what: string, value: string) =>
  keyedHash(encryptionKey(strapi, `requests: ${what}`), value);

/** A keyed hash to look up by: worth nothing to who has the database alone. */
const keyOf = (strapi: Core.Strapi, what: Hashed, value: string): string =>
  hmac(strapi, what, value).digest('base64url');

export const codeKey = (strapi: Core.Strapi, code: string): string => keyOf(strapi, 'code', plainCode(code));
/** All that a code may stand under: it was told once, so that its hash cannot follow a switch of the profile. */
export const codeKeys = (strapi: Core.Strapi, code: string): string[] =>
  keyedHashes(encryptionKey(strapi, 'requests: code'), plainCode(code));
export const clientKey = (strapi: Core.Strapi, address: string): string => keyOf(strapi, 'client', address);
/** The same person or organisation has the same key, whatever else was typed. */
export const applicantKey = (strapi: Core.Strapi, { idType, idNumber }: Applicant): string =>
  keyOf(strapi, 'applicant', `${idType}\0${idNumber}`);

/** Seals something of a request: nothing opens it in another row. */
export const sealFor = (strapi: Core.Strapi, requestId: string, value: unknown): string =>
  seal(encryptionKey(strapi, 'requests: content'), requestId, JSON.stringify(value));

export const openFor = <T>(strapi: Core.Strapi, requestId: string, sealed: string): T =>
  JSON.parse(open(encryptionKey(strapi, 'requests: content'), requestId, sealed)) as T;

/** Pairs of characters that are compared, at most. */
const MOST_TRACES = 400;

/**
 * Keyed hashes of the pairs of characters of a text: similar texts share many of them, and nobody reads the text out of
 * them without the key.
 */
export function tracesOf(strapi: Core.Strapi, text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const pairs = new Set(
    Array.from({ length: Math.max(0, plain.length - 1) }, (_pair, at) => plain.slice(at, at + 2)),
  );
  return [...pairs]
    .slice(0, MOST_TRACES)
    .map((pair) => hmac(strapi, 'traces', pair).digest().readBigInt64BE().toString());
}
