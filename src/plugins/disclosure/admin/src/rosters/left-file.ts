export type LeftFile = { documentId: string; file: File; version: number };

/** Milliseconds within which the page of a document follows that of its creation. */
const PATIENCE_MS = 10_000;

let left: LeftFile | null = null;

/** Leaves a chosen file to the page that follows: saving a new document opens another one. */
export function leaveFile(chosen: LeftFile): void {
  left = chosen;
  setTimeout(() => left === chosen && forgetLeftFile(), PATIENCE_MS);
}

/** The file that was left for a document. It stays: the page may begin its form anew while it loads. */
export const fileLeftFor = (documentId: string | undefined): LeftFile | null =>
  left !== null && left.documentId === documentId ? left : null;

export function forgetLeftFile(): void {
  left = null;
}
