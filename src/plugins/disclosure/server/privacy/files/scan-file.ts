import { contextOf } from '../document/texts';
import type { FindKind } from '../scan/mask';
import { type Level, maskHits, scanText } from '../scan/scan-text';
import { sealOf } from '../seal';
import type { PrivacySettings } from '../settings';
import { Budget, type FileStatus, type Piece, Unreadable } from './read/budget';
import { readFile } from './read/read-file';

/** What is kept of a find in a file; never the value. */
export type FileFind = {
  kind: FindKind;
  level: Level;
  masked: string;
  context: string;
  place: string | null;
  seal: string;
};

/** What reading a file gave: its text with every find masked, and the finds. */
export type FileScan = { status: FileStatus; text: string; pieces: number; finds: FileFind[] };

/** Different values kept a file; more of them can only be mended in the file. */
const MAX_FINDS = 1200;
/** Kept of the text, for searching. */
const MAX_TEXT = 1_000_000;
/** Field of the fingerprints of everything in attachments, whichever field they hang on. */
export const FILE_FIELD = 'file';

export type FileToScan = { bytes: Buffer; name: string; settings: PrivacySettings; key: Buffer };

/** Reads and scans a file within its budget. Total: what cannot be read has a status that says why. */
export async function scanFile({ bytes, name, settings, key }: FileToScan): Promise<FileScan> {
  const scan: FileScan = { status: 'read', text: '', pieces: 0, finds: [] };
  const budget = new Budget();
  const seen = new Set<string>();
  try {
    for await (const piece of readFile(bytes, name, budget)) {
      if (piece === 'partial') {
        scan.status = 'partial';
        continue;
      }
      budget.text(piece.text.length);
      addPiece(scan, seen, piece, settings, key);
    }
  } catch (error) {
    scan.status = error instanceof Unreadable ? error.status : 'broken';
  }
  return scan;
}

function addPiece(
  scan: FileScan,
  seen: Set<string>,
  piece: Piece,
  settings: PrivacySettings,
  key: Buffer,
): void {
  const { text } = piece;
  const hits = scanText(text, settings, sealOf(key, FILE_FIELD));
  scan.pieces++;
  if (scan.text.length < MAX_TEXT)
    scan.text += `${maskHits(text, hits)}\n`.slice(0, MAX_TEXT - scan.text.length);
  for (const hit of hits) {
    if (seen.has(hit.seal) || scan.finds.length >= MAX_FINDS) continue;
    seen.add(hit.seal);
    const { kind, level, masked, seal } = hit;
    scan.finds.push({
      kind,
      level,
      masked,
      context: contextOf({ text }, hits, hit),
      place: placeOf(piece, hit.start),
      seal,
    });
  }
}

function placeOf({ place, text, firstLine }: Piece, at: number): string | null {
  if (firstLine === undefined) return place;
  return `第${firstLine + text.slice(0, at).split('\n').length - 1}行`;
}
