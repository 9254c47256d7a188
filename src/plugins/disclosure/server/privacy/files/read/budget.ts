/** Why the text of a file could not be read, or not all of it. */
export const FILE_STATUSES = [
  'read',
  'partial',
  'no-text',
  'unsupported',
  'encrypted',
  'broken',
  'too-large',
  'timeout',
  'missing',
] as const;
export type FileStatus = (typeof FILE_STATUSES)[number];

/** The end of reading a file, for a reason that a person is told. */
export class Unreadable extends Error {
  constructor(readonly status: Exclude<FileStatus, 'read'>) {
    super(status);
  }
}

/** What reading one file may cost; a real document of a department stays far below. */
export const LIMITS = {
  fileBytes: 64 * 1024 * 1024,
  zipEntries: 5000,
  entryBytes: 64 * 1024 * 1024,
  inflatedBytes: 100 * 1024 * 1024,
  textLength: 20_000_000,
  pages: 3000,
  embeddedDepth: 2,
  milliseconds: 20_000,
  heapMegabytes: 512,
};

/** Counts what one file costs, embedded files included. */
export class Budget {
  private inflated = 0;
  private entries = 0;
  private length = 0;

  /** @throws Unreadable too-large */
  inflate(bytes: number): void {
    this.inflated += bytes;
    if (this.inflated > LIMITS.inflatedBytes) throw new Unreadable('too-large');
  }
  /** @throws Unreadable too-large */
  entry(): void {
    if (++this.entries > LIMITS.zipEntries) throw new Unreadable('too-large');
  }
  /** @throws Unreadable too-large */
  text(length: number): void {
    this.length += length;
    if (this.length > LIMITS.textLength) throw new Unreadable('too-large');
  }
}

/** A piece of a file's text and where it stands: 第3页; or the number of its first line. */
export type Piece = { place: string | null; text: string; firstLine?: number };
/** Pieces of text; `partial` where something in the file could not be looked into. */
export type Pieces = AsyncGenerator<Piece | 'partial', void>;
