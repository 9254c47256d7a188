/** What came of redacting a file: a copy, or why there is none. */
export type Redacted =
  | { bytes: Uint8Array; removed: number }
  /**
   * `missing`: not found in the file; `left`: still found in the copy; `broken`: divided by lines, columns or pages, with the
   * pages where; `unreadable`, `too-long`: the file
   */
  | { refused: 'missing' | 'left' | 'broken' | 'unreadable' | 'too-long'; texts: string[]; pages?: number[] };
