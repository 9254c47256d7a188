import { type Budget, LIMITS, type Pieces, Unreadable } from './budget';
import { decode } from './decode';
import { readOffice } from './office';
import { readPdf } from './pdf';

const PDF = Buffer.from('%PDF-');
const ZIP = Buffer.from('PK\x03\x04');
/** The compound file of old Office formats, and of new ones with a password. */
const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const PASSWORD_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const PLAIN = /\.(?:txt|csv|tsv|md|json|xml|log)$/i;
const CHUNK = 500_000;

/**
 * The text of a file, by what it contains rather than by its name.
 *
 * @throws Unreadable
 */
export function readFile(bytes: Buffer, name: string, budget: Budget): Pieces {
  if (bytes.length > LIMITS.fileBytes) throw new Unreadable('too-large');
  if (bytes.subarray(0, 1024).includes(PDF)) return readPdf(bytes);
  if (bytes.subarray(0, 4).equals(ZIP)) return readOffice(bytes, budget);
  if (bytes.subarray(0, 8).equals(COMPOUND)) {
    throw new Unreadable(bytes.includes(PASSWORD_PACKAGE) ? 'encrypted' : 'unsupported');
  }
  if (PLAIN.test(name)) return readPlain(bytes);
  throw new Unreadable('unsupported');
}

/** Plain text in pieces that end with a line. */
async function* readPlain(bytes: Buffer): Pieces {
  const text = decode(bytes);
  if (text.trim() === '') throw new Unreadable('no-text');
  let line = 1;
  for (let at = 0; at < text.length; ) {
    const end = at + CHUNK >= text.length ? text.length : text.indexOf('\n', at + CHUNK) + 1 || text.length;
    const piece = text.slice(at, end);
    yield { place: null, text: piece, firstLine: line };
    line += piece.split('\n').length - 1;
    at = end;
  }
}
