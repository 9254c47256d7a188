/** A name for an entry that was never saved; works where `crypto.randomUUID` does not: over plain HTTP. */
export function newEntryKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return `new-${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
